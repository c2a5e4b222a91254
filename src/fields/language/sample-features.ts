import { cleanText, needsCleaning } from "./clean.ts";
import { createFeatureSink, type FeatureSet, MAX_FEATURES, readFeatures } from "./features.ts";
import { loadModel } from "./model.ts";
import { type Piece, WINDOWS } from "./sample.ts";
import { SCRIPT_COUNT } from "./scripts.ts";

/** The features of a sample, as rows of the model; overwritten by the next reading. */
export interface SampleFeatures {
  /** Rows of the features that the model knows, window after window. */
  readonly rows: Uint16Array;
  /** How many of them hold. */
  count: number;
  /** Where the rows of each window end. */
  readonly rowEnds: Uint32Array;
  /** Features read by the end of each window, known or not. */
  readonly featureEnds: Uint32Array;
  /** Which features were read. */
  set: FeatureSet;
  /** Letters by script, of each window. */
  readonly windowLetters: readonly Float64Array[];
  /** Letters by script, of all windows. */
  readonly letters: Float64Array;
}

/** A table of letters by script. */
export function createLetterCounts(): Float64Array {
  return new Float64Array(SCRIPT_COUNT);
}

const sink = createFeatureSink();
const shared: SampleFeatures = {
  rows: new Uint16Array(MAX_FEATURES),
  count: 0,
  set: "all",
  rowEnds: new Uint32Array(WINDOWS),
  featureEnds: new Uint32Array(WINDOWS),
  windowLetters: Array.from({ length: WINDOWS }, createLetterCounts),
  letters: createLetterCounts(),
};

/** Reads the pieces, which come in the order of their windows. */
export function readSample(paragraphs: readonly string[], pieces: readonly Piece[], set: FeatureSet): SampleFeatures {
  const { rowOf } = loadModel();
  const { rows, rowEnds, featureEnds, windowLetters, letters } = shared;
  let next = 0;
  let count = 0;
  sink.count = 0;
  sink.letters.fill(0);
  letters.fill(0);
  for (let window = 0; window < WINDOWS; window++) {
    const firstFeature = sink.count;
    for (; next < pieces.length && pieces[next]!.window === window; next++) readPiece(paragraphs, pieces[next]!, set);
    for (let index = firstFeature; index < sink.count; index++) {
      const row = rowOf[sink.hashes[index]!]!;
      if (row > 0) rows[count++] = row;
    }
    rowEnds[window] = count;
    featureEnds[window] = sink.count;
    const own = windowLetters[window]!;
    for (let script = 0; script < SCRIPT_COUNT; script++) {
      own[script] = sink.letters[script]! - letters[script]!;
      letters[script] = sink.letters[script]!;
    }
  }
  shared.count = count;
  shared.set = set;
  return shared;
}

function readPiece(paragraphs: readonly string[], { paragraph, from, to }: Piece, set: FeatureSet): void {
  const text = paragraphs[paragraph]!;
  const piece = text.slice(from, to);
  if (!needsCleaning(piece)) {
    // Reading a slice costs a look through it to the text at every letter.
    readFeatures(text, from, to, sink, set);
    return;
  }
  const cleaned = cleanText(piece);
  readFeatures(cleaned, 0, cleaned.length, sink, set);
}
