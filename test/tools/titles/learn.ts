/** What the title model is learnt from, how, and how it is judged. */
import { readHead } from "../../../src/fields/title/head-lines.ts";
import { readCandidates } from "../../../src/fields/title/title-features.ts";
import { createWordTable } from "../../../src/fields/title/words.ts";
import { createRandom, type MadeRecord, makeRecords } from "./augment.ts";
import { type Forest, scoreRow, type Settings, trainForest } from "./boost.ts";
import type { TitledRecord } from "./records.ts";

/** A record with the lines that can be its headline. */
export interface Example {
  readonly record: TitledRecord | MadeRecord;
  readonly candidates: readonly { readonly isTitle: boolean; readonly features: Float64Array }[];
}

/** Chosen by cross-validation by site. */
const SETTINGS: Settings = {
  trees: 160,
  leaves: 8,
  rate: 0.07,
  fewestRows: 25,
  featureShare: 0.5,
  rowShare: 0.8,
  ridge: 2,
  seed: 11,
};
/** A made record says less than one that was found. */
const MADE_WEIGHT = 0.5;
const MADE_SEED = 7;

const table = createWordTable();

function readExample(record: TitledRecord | MadeRecord): Example {
  const head = readHead(record.lines);
  const candidates = readCandidates(head, record.lines, table).map(({ place, features }) => ({
    isTitle: record.titles.has(head[place]!.index),
    features,
  }));
  return { record, candidates };
}

/** The records as they are, and those made from them. */
export function readExamples(records: readonly TitledRecord[]): { readonly found: readonly Example[]; readonly made: readonly Example[] } {
  return { found: records.map(readExample), made: makeRecords(records, MADE_SEED).map(readExample) };
}

/** Learns from examples. */
export function learn(examples: readonly Example[]): Forest {
  const rows = examples.flatMap(({ record, candidates }) =>
    candidates.map(({ isTitle, features }) => ({ features, isYes: isTitle, weight: "lender" in record ? MADE_WEIGHT : 1 })),
  );
  return trainForest(rows, SETTINGS);
}

/** What came of one record. */
export interface Outcome {
  readonly record: TitledRecord;
  /** Log odds of the likeliest line. */
  readonly score: number;
  /** Whether that line is the headline. */
  readonly isTitle: boolean;
}

const FOLDS = 5;

/** Every record judged by a forest that has seen neither it nor anything else of its site. */
export function crossValidate(records: readonly TitledRecord[], seed: number): Outcome[] {
  const { found, made } = readExamples(records);
  const random = createRandom(seed);
  const sites = [...new Set(records.map((record) => record.site))].sort().map((site) => ({ site, order: random() }));
  sites.sort((a, b) => a.order - b.order);
  const folds = new Map(sites.map(({ site }, index) => [site, index % FOLDS]));
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = ({ record }: Example): boolean =>
      folds.get(record.site) === fold || ("lender" in record && folds.get(record.lender) === fold);
    const forest = learn([...found, ...made].filter((example) => !isOut(example)));
    for (const example of found.filter(isOut)) outcomes.push(judge(example, forest));
  }
  return outcomes;
}

function judge({ record, candidates }: Example, forest: Forest): Outcome {
  let outcome: Outcome = { record, score: Number.NEGATIVE_INFINITY, isTitle: false };
  for (const { isTitle, features } of candidates) {
    const score = scoreRow(forest, features);
    if (score > outcome.score) outcome = { record, score, isTitle };
  }
  return outcome;
}

/** Counts of a set of outcomes. */
export interface Tally {
  right: number;
  present: number;
  wrong: number;
  absent: number;
}

/** Right headlines where there is one, and headlines claimed where there is none, at a threshold in log odds. */
export function tally(outcomes: readonly Outcome[], threshold: number): Tally {
  const counts: Tally = { right: 0, present: 0, wrong: 0, absent: 0 };
  for (const { record, score, isTitle } of outcomes) {
    const isClaimed = score >= threshold;
    if (record.isInText) {
      counts.present++;
      if (isClaimed && isTitle) counts.right++;
    } else {
      counts.absent++;
      if (isClaimed && !isTitle) counts.wrong++;
    }
  }
  return counts;
}
