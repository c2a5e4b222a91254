import { LANGUAGE_BITS, LANGUAGE_MASK } from "./decode-rows.ts";
import { type GroupRange, loadModel } from "./model.ts";
import type { FeatureSet } from "./features.ts";
import { createLetterCounts, type SampleFeatures } from "./sample-features.ts";

/** What some text says for each language. */
export interface Evidence {
  /** Sum of levels, by the number of the language in the model. */
  readonly scores: Float64Array;
  /** Letters, by script. */
  readonly letters: Float64Array;
  /** Features read, known to the model or not. */
  features: number;
  /** Which features were read. */
  set: FeatureSet;
}

const MAX_LANGUAGES = 256;

/** No evidence. */
export function createEvidence(): Evidence {
  return { scores: new Float64Array(MAX_LANGUAGES), letters: createLetterCounts(), features: 0, set: "all" };
}

/** Overwrites the scores with what the rows from `from` to `to` say for every language. */
export function scoreAll(evidence: Evidence, rows: Uint16Array, from: number, to: number): void {
  addRows(evidence.scores, rows, from, to, 1, MAX_LANGUAGES);
}

/** Entries of a row that few languages share; such rows are half of a text's and tell most for their cost. */
const TELLING_ENTRIES = 24;

/** Overwrites the scores with what one row in `step`, among those that few languages share, says. */
export function scoreTelling(evidence: Evidence, rows: Uint16Array, from: number, to: number, step: number): void {
  addRows(evidence.scores, rows, from, to, step, TELLING_ENTRIES);
}

function addRows(scores: Float64Array, rows: Uint16Array, from: number, to: number, step: number, maxEntries: number): void {
  const { starts, entries } = loadModel();
  scores.fill(0);
  for (let index = from; index < to; index += step) {
    const row = rows[index]!;
    const start = starts[row - 1]!;
    const end = starts[row]!;
    if (end - start > maxEntries) continue;
    for (let at = start; at < end; at++) scores[entries[at]! & LANGUAGE_MASK]! += entries[at]! >> LANGUAGE_BITS;
  }
}

/** Languages that may be right after a part of the text was read. */
const MAX_CANDIDATES = 8;
/** A language so many levels behind after a part of the text cannot catch up: odds of 1 to 160,000. */
const HOPELESS_LEVELS = 67;

/** The numbers of the group's languages that the scores leave a chance, best first. */
export function findCandidates({ scores }: Evidence, { firstLanguage: first, endLanguage: end }: GroupRange): number[] {
  let best = -Infinity;
  for (let language = first; language < end; language++) if (scores[language]! > best) best = scores[language]!;
  const candidates: number[] = [];
  for (let language = first; language < end; language++) if (scores[language]! >= best - HOPELESS_LEVELS) candidates.push(language);
  return candidates.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, MAX_CANDIDATES);
}

/**
 * Overwrites the scores with what all rows of the sample say for `candidates`; the others stay at 0. The share
 * of each window in the first candidate's score is written to `byWindow`.
 */
export function scoreCandidates(
  evidence: Evidence,
  sample: SampleFeatures,
  candidates: readonly number[],
  group: GroupRange,
  byWindow: Float64Array,
): void {
  const { scores } = evidence;
  scores.fill(0);
  for (let window = 0; window < byWindow.length; window++) {
    byWindow[window] = sumWindow(sample, window, candidates[0]!, group);
    scores[candidates[0]!]! += byWindow[window]!;
  }
  for (let at = 1; at < candidates.length; at++) scores[candidates[at]!] = sumRows(sample.rows, 0, sample.count, candidates[at]!, group);
}

/** What a window of the sample says for one language of a group. */
export function sumWindow({ rows, rowEnds }: SampleFeatures, window: number, language: number, group: GroupRange): number {
  return sumRows(rows, window === 0 ? 0 : rowEnds[window - 1]!, rowEnds[window]!, language, group);
}

function sumRows(rows: Uint16Array, from: number, to: number, language: number, { firstRow, endRow }: GroupRange): number {
  const { cells, cellStarts } = loadModel();
  const start = cellStarts[language]!;
  let sum = 0;
  for (let index = from; index < to; index++) {
    const row = rows[index]!;
    if (row > firstRow && row <= endRow) sum += cells[start + row]!;
  }
  return sum;
}
