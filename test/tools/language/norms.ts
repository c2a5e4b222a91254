import { createFeatureSink, type FeatureSet, readFeatures } from "../../../src/fields/language/features.ts";
import { HASHES } from "./counts.ts";
import type { LevelTable } from "./encode.ts";
import type { TrainedLanguage } from "./languages.ts";
import { inTrainedScript } from "./variants.ts";

/**
 * Mean level of a feature in each language's own sentences, for that language: what a text of the language
 * should come near to. Texts of a language the model has not been trained for stay well below.
 */
export function measureNorms(
  table: LevelTable,
  languages: readonly TrainedLanguage[],
  sentences: ReadonlyMap<string, readonly string[]>,
): [all: number, three: number][] {
  const rowOf = new Int32Array(HASHES).fill(-1);
  table.hashes.forEach((hash, row) => (rowOf[hash] = row));
  const sink = createFeatureSink();
  const measure = (language: TrainedLanguage, index: number, set: FeatureSet): number => {
    let sum = 0;
    let features = 0;
    for (const sentence of language.sources.flatMap((source) => sentences.get(source) ?? [])) {
      const text = inTrainedScript(language, sentence);
      sink.count = 0;
      readFeatures(text, 0, text.length, sink, set);
      features += sink.count;
      for (let at = 0; at < sink.count; at++) {
        const row = rowOf[sink.hashes[at]!]!;
        if (row >= 0) sum += table.levels[row * table.languages + index]!;
      }
    }
    return Number((sum / features).toFixed(2));
  };
  return languages.map((language, index) => [measure(language, index, "all"), measure(language, index, "three")]);
}
