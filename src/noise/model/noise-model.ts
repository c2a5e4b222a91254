import { CONTEXT_FEATURES, createContextMeter } from "./context-features.ts";
import { type Passes, readForest } from "./forest-bytes.ts";
import { createLineMeter, LINE, LINE_FEATURES, SENTENCE_END, START, type ModelLine } from "./line-features.ts";
import { FIRST_BORDERS, FIRST_TREES, SECOND_BORDERS, SECOND_TREES } from "./model.generated.ts";
import { createSecondRows, SECOND_FEATURES } from "./second-rows.ts";
import { MARGIN_UNITS, sumTrees } from "./trees.ts";

/** Says of each line of a record how sure it is noise. */
export interface NoiseModel {
  /**
   * Margins in units of 1/{@link MARGIN_UNITS} of log odds, one a line: above 0 noise is likelier. Valid until the
   * next call.
   */
  rate(lines: readonly ModelLine[]): Int32Array;
  /** Log odds of noise that the rating of a line must have beyond others: losing some costs more. */
  cautionOf(index: number): number;
}

/** A long line, and a line that is written like a sentence, cost more when lost than furniture does when kept. */
const LONG_WIDTH = 100;
const LONG_CAUTION = 0.5;
const SENTENCE_WIDTH = 20;
const SENTENCE_CAUTION = 0.7;

let passes: Passes | null = null; // read at first use

/** The passes that come with the library. */
export function builtInPasses(): Passes {
  passes ??= { first: readForest(FIRST_TREES, FIRST_BORDERS), second: readForest(SECOND_TREES, SECOND_BORDERS) };
  return passes;
}

/** Creates a model with buffers of its own. */
export function createNoiseModel({ first, second }: Passes = builtInPasses()): NoiseModel {
  const lineMeter = createLineMeter();
  const contextMeter = createContextMeter();
  const addMargins = createSecondRows();
  let lineRows: Float32Array = new Float32Array(0); // of the last record
  let firstMargins = new Int32Array(64);
  let margins = new Int32Array(64);
  return {
    rate(lines) {
      const count = lines.length;
      if (count > margins.length) {
        firstMargins = new Int32Array(count * 2);
        margins = new Int32Array(count * 2);
      }
      lineRows = lineMeter.measure(lines);
      const rows = contextMeter.place(lineRows, count);
      for (let index = 0; index < count; index++) firstMargins[index] = sumTrees(first, rows, index * CONTEXT_FEATURES);
      const wide = addMargins(rows, firstMargins, count);
      for (let index = 0; index < count; index++) margins[index] = sumTrees(second, wide, index * SECOND_FEATURES);
      return margins;
    },
    cautionOf(index) {
      const row = index * LINE_FEATURES;
      if (lineRows[row + LINE.width]! >= LONG_WIDTH) return LONG_CAUTION;
      const isSentence =
        lineRows[row + LINE.end]! >= SENTENCE_END &&
        lineRows[row + LINE.start]! <= START.caseless &&
        lineRows[row + LINE.width]! >= SENTENCE_WIDTH &&
        lineRows[row + LINE.hint] === 0;
      return isSentence ? SENTENCE_CAUTION : 0;
    },
  };
}

/** A margin as a probability of noise, 0…1, of three digits. */
export function probabilityOf(margin: number): number {
  return Math.round(1000 / (1 + Math.exp(-margin / MARGIN_UNITS))) / 1000;
}
