import { cleanText } from "./clean.ts";
import { createFeatureSink, type FeatureSink, readFeatures } from "./features.ts";
import { loadModel, type Model } from "./model.ts";
import { SCRIPT_COUNT } from "./scripts.ts";

/** What some text says for each language. */
export interface Evidence {
  /** Sum of levels, by the number of the language in the model. */
  readonly scores: Float64Array;
  /** Letters, by script. */
  readonly letters: Float64Array;
  /** Features read, by group of languages: those the group's table has. */
  hits: number;
  /** Features read that no table has. */
  misses: number;
}

/** No evidence. */
export function createEvidence(): Evidence {
  return { scores: new Float64Array(MAX_LANGUAGES), letters: new Float64Array(SCRIPT_COUNT), hits: 0, misses: 0 };
}

const MAX_LANGUAGES = 256;
const sink: FeatureSink = createFeatureSink();

/** Takes all evidence back. */
export function clearEvidence(evidence: Evidence): void {
  evidence.scores.fill(0);
  evidence.letters.fill(0);
  evidence.hits = 0;
  evidence.misses = 0;
}

/** Adds what `text` says. */
export function addText(evidence: Evidence, text: string): void {
  const model = loadModel();
  const cleaned = cleanText(text);
  sink.count = 0;
  sink.letters.fill(0);
  readFeatures(cleaned, 0, cleaned.length, sink);
  addScores(evidence, model);
  for (let script = 0; script < SCRIPT_COUNT; script++) evidence.letters[script]! += sink.letters[script]!;
}

function addScores(evidence: Evidence, model: Model): void {
  const { rowOf, starts, languages, levels } = model;
  const { scores } = evidence;
  const { hashes, count } = sink;
  let hits = 0;
  for (let index = 0; index < count; index++) {
    const row = rowOf[hashes[index]!]!;
    if (row === 0) continue;
    hits++;
    const end = starts[row]!;
    for (let entry = starts[row - 1]!; entry < end; entry++) scores[languages[entry]!]! += levels[entry]!;
  }
  evidence.hits += hits;
  evidence.misses += count - hits;
}

/** Adds other evidence to `evidence`. */
export function addEvidence(evidence: Evidence, other: Evidence): void {
  for (let index = 0; index < MAX_LANGUAGES; index++) evidence.scores[index]! += other.scores[index]!;
  for (let script = 0; script < SCRIPT_COUNT; script++) evidence.letters[script]! += other.letters[script]!;
  evidence.hits += other.hits;
  evidence.misses += other.misses;
}
