import { CONTEXT_FEATURES, createContextMeter } from "./context-features.ts";
import { evenLists } from "./even-lists.ts";
import { type Passes, readForest } from "./forest-bytes.ts";
import { createLineMeter, type ModelLine } from "./line-features.ts";
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
}

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
  let firstMargins = new Int32Array(64);
  let margins = new Int32Array(64);
  return {
    rate(lines) {
      const count = lines.length;
      if (count > margins.length) {
        firstMargins = new Int32Array(count * 2);
        margins = new Int32Array(count * 2);
      }
      const lineRows = lineMeter.measure(lines);
      const rows = contextMeter.place(lineRows, count);
      for (let index = 0; index < count; index++) firstMargins[index] = sumTrees(first, rows, index * CONTEXT_FEATURES);
      const wide = addMargins(rows, firstMargins, count);
      for (let index = 0; index < count; index++) margins[index] = sumTrees(second, wide, index * SECOND_FEATURES);
      evenLists(lineRows, margins, count);
      return margins;
    },
  };
}

/** A margin as a probability of noise, 0…1, of three digits. */
export function probabilityOf(margin: number): number {
  return Math.round(1000 / (1 + Math.exp(-margin / MARGIN_UNITS))) / 1000;
}
