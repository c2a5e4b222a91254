import { loadModel, normOf } from "./model.ts";
import { isJapanese, rankScripts } from "./script-gate.ts";
import type { Evidence } from "./score.ts";
import { SCRIPT } from "./scripts.ts";
import { SINGLE_LANGUAGES } from "./single-languages.ts";

/** A language and how likely it is. */
interface Candidate {
  readonly language: string;
  /** 0…1. */
  readonly confidence: number;
}

/** Languages for a text, best first, and what they are of it. */
export interface Ranking {
  /** Empty without evidence. */
  readonly candidates: readonly Candidate[];
  /** Letters in the scripts of the best candidate. */
  readonly letters: number;
  /** All letters. */
  readonly total: number;
}

/** Which tags may be answered. */
export type TagFilter = (tag: string) => boolean;

/** Letters without which no language is named: shorter texts are names and abbreviations. */
export const MIN_LETTERS = 10;
/** A candidate below this is not told. */
const MIN_ALTERNATIVE = 0.01;
const MAX_CANDIDATES = 6;
/** One weight level in the logarithm of odds: the features of a text are correlated, a part of their sum counts. */
const LEVEL_ODDS = { all: 0.178, three: 0.3 } as const;

// How much of its language's norm a text reaches, measured on sentences outside the training set: texts of the
// model's languages 0.96 ± 0.04, those of 60 other languages 0.60 ± 0.14, both widened by chance in short texts.
const KNOWN_MEAN = 0.96;
const KNOWN_VARIANCE = 0.04 ** 2;
const UNKNOWN_MEAN = 0.6;
const UNKNOWN_VARIANCE = 0.14 ** 2;
const FEATURE_VARIANCE = 4;
/** Odds before any evidence that a text is in a language of the model: nearly all news is. */
const KNOWN_ODDS = 20;

/** The languages the evidence speaks for. */
export function rankLanguages(evidence: Evidence, allowed: TagFilter | null): Ranking {
  const scripts = rankScripts(evidence);
  const total = scripts.reduce((sum, script) => sum + script.letters, 0);
  for (const { script, letters } of scripts) {
    if (letters < MIN_LETTERS) break;
    const candidates = rankScript(evidence, script, letters, allowed);
    if (candidates.length > 0) return { candidates, letters, total };
  }
  return { candidates: [], letters: 0, total };
}

function rankScript(evidence: Evidence, script: number, letters: number, allowed: TagFilter | null): Candidate[] {
  if (script === SCRIPT.HAN && isJapanese(evidence)) return single("ja", letters, allowed);
  const language = SINGLE_LANGUAGES.get(script);
  if (language !== undefined) return single(language, letters, allowed);
  return rankGroup(evidence, script, allowed);
}

/** A script proves its language; what is left is that a few letters may be a quotation. */
function single(language: string, letters: number, allowed: TagFilter | null): Candidate[] {
  if (allowed !== null && !allowed(language)) return [];
  return [{ language, confidence: round(1 - 0.5 / letters) }];
}

interface Odds {
  readonly language: string;
  readonly odds: number;
  readonly number: number;
}

/** Languages this far behind in the logarithm of odds change no confidence that is told. */
const NEGLIGIBLE_ODDS = 12;

function rankGroup(evidence: Evidence, script: number, allowed: TagFilter | null): Candidate[] {
  const model = loadModel();
  const range = model.ranges[script];
  if (range === undefined) return [];
  const features = evidence.features;
  const scale = LEVEL_ODDS[evidence.set];
  let highest = -Infinity;
  for (let language = range.firstLanguage; language < range.endLanguage; language++) {
    if (allowed === null || allowed(model.tags[language]!))
      highest = Math.max(highest, evidence.scores[language]! * scale + model.priors[language]!);
  }
  if (highest === -Infinity) return [];
  const odds: Odds[] = [];
  for (let number = range.firstLanguage; number < range.endLanguage; number++) {
    const own = evidence.scores[number]! * scale + model.priors[number]!;
    if (own < highest - NEGLIGIBLE_ODDS || (allowed !== null && !allowed(model.tags[number]!))) continue;
    odds.push({ language: model.tags[number]!, odds: own, number });
  }
  odds.sort((a, b) => b.odds - a.odds || a.number - b.number);
  const best = odds[0]!;
  let sum = 0;
  for (const candidate of odds) sum += Math.exp(candidate.odds - best.odds);
  const known = probabilityKnown(evidence.scores[best.number]! / features / normOf(model, best.number, evidence.set), features);
  return odds
    .slice(0, MAX_CANDIDATES)
    .map(({ language, odds: own }) => ({ language, confidence: round((known * Math.exp(own - best.odds)) / sum) }))
    .filter((candidate, index) => index === 0 || candidate.confidence >= MIN_ALTERNATIVE);
}

/** How likely a text with so many features is in a language of the model at all. */
function probabilityKnown(ratio: number, features: number): number {
  const capped = Math.min(ratio, KNOWN_MEAN);
  const chance = FEATURE_VARIANCE / features;
  const known = density(capped - KNOWN_MEAN, KNOWN_VARIANCE + chance) * KNOWN_ODDS;
  const unknown = density(capped - UNKNOWN_MEAN, UNKNOWN_VARIANCE + chance);
  return known / (known + unknown);
}

/** Density of the normal distribution, without its constant. */
function density(distance: number, variance: number): number {
  return Math.exp((-distance * distance) / (2 * variance)) / Math.sqrt(variance);
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
