import { createFeatureSink, HASH_BITS, readFeatures } from "../../../src/fields/language/features.ts";
import type { TrainedLanguage } from "./languages.ts";
import { addHanCounts } from "./han-counts.ts";
import { MARKERS } from "./markers.ts";
import { inTrainedScript, onArabicKeyboard, throughCapitals, withoutDiacritics } from "./variants.ts";

/** Distinct hashes. */
export const HASHES = 1 << HASH_BITS;
/** Counts are scaled to a text with so many features, so that languages compare. */
const SCALE = 300_000;
const PLAIN_WEIGHT = 0.1;
const CAPITALS_WEIGHT = 0.05;
const KEYBOARD_WEIGHT = 0.2;
const MARKER_WEIGHT = 8;

/** How often each feature stands in a language, scaled; one row of {@link HASHES} numbers. */
export type Counts = Float32Array;

/** Counts of the features in a language's sentences and, with less weight, in their usual deformations. */
export function countFeatures(language: TrainedLanguage, sentences: readonly string[]): Counts {
  const counts = new Float32Array(HASHES);
  const sink = createFeatureSink();
  let total = 0;
  const add = (text: string | null, weight: number): void => {
    if (text === null) return;
    sink.count = 0;
    readFeatures(text, 0, text.length, sink);
    for (let index = 0; index < sink.count; index++) counts[sink.hashes[index]!]! += weight;
    total += sink.count * weight;
  };
  for (const sentence of sentences) {
    const text = inTrainedScript(language, sentence);
    add(text, 1);
    add(withoutDiacritics(text), PLAIN_WEIGHT);
    add(throughCapitals(text), CAPITALS_WEIGHT);
    add(onArabicKeyboard(language.tag, text), KEYBOARD_WEIGHT);
  }
  add(MARKERS[language.tag] ?? null, MARKER_WEIGHT);
  const scale = SCALE / total;
  for (let hash = 0; hash < HASHES; hash++) counts[hash]! *= scale;
  addHanCounts(language.tag, counts, SCALE);
  return counts;
}
