import { rankLanguages, type Ranking, type TagFilter } from "./rank.ts";
import { readSample, type SampleFeatures } from "./sample-features.ts";
import { countUnits, samplePieces } from "./sample.ts";
import { weighSample } from "./weigh.ts";

/** A ranking and the sample it was made from. */
export interface ParagraphRanking {
  readonly ranking: Ranking;
  readonly sample: SampleFeatures;
}

/** From so many code units on a text is first read by its three-letter features. */
const LONG_UNITS = 400;
/** What those must say for themselves; else all features are read. */
const SURE = 0.98;

/** The languages of some paragraphs, from a sample of them. */
export function rankParagraphs(paragraphs: readonly string[], allowed: TagFilter | null): ParagraphRanking {
  const pieces = samplePieces(paragraphs);
  if (countUnits(paragraphs) >= LONG_UNITS) {
    const sample = readSample(paragraphs, pieces, "three");
    const ranking = rankLanguages(weighSample(sample, allowed === null), allowed);
    const best = ranking.candidates[0];
    if (best === undefined || best.confidence >= SURE) return { ranking, sample };
  }
  const sample = readSample(paragraphs, pieces, "all");
  return { ranking: rankLanguages(weighSample(sample, allowed === null), allowed), sample };
}
