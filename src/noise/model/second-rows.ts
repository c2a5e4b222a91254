import { CONTEXT_FEATURES } from "./context-features.ts";
import { LINE } from "./line-features.ts";
import { MARGIN_UNITS } from "./trees.ts";

/** Lines on either side whose first-pass margins the second pass sees one by one. */
const REACH = 3;
const WINDOW = 6;
/** Places of a row of the second pass. */
export const SECOND_FEATURES = CONTEXT_FEATURES + 2 * REACH + 1 + 10;
/** Margin of a line that is not there. */
const OUTSIDE = 8 * MARGIN_UNITS;
const CAP = 60;

/** Adds to the first pass's rows what it said of the line and its neighbours; the array is used again by the next call. */
export function createSecondRows(): (firstRows: Float32Array, margins: Int32Array, lineCount: number) => Float32Array {
  let rows = new Float32Array(64 * SECOND_FEATURES);
  let kept = new Float64Array(65); // width of the lines before each that the first pass keeps
  let keptCounts = new Int32Array(65);
  let marginSums = new Float64Array(65);

  return (firstRows, margins, lineCount) => {
    if (lineCount + 1 > kept.length) {
      const room = lineCount * 2;
      rows = new Float32Array(room * SECOND_FEATURES);
      kept = new Float64Array(room + 1);
      keptCounts = new Int32Array(room + 1);
      marginSums = new Float64Array(room + 1);
    }
    for (let index = 0; index < lineCount; index++) {
      const isKept = margins[index]! < 0;
      const width = Math.min(1000, firstRows[index * CONTEXT_FEATURES + LINE.width]!);
      kept[index + 1] = kept[index]! + (isKept ? width : 0);
      keptCounts[index + 1] = keptCounts[index]! + (isKept ? 1 : 0);
      marginSums[index + 1] = marginSums[index]! + Math.max(-OUTSIDE, Math.min(OUTSIDE, margins[index]!));
    }
    const all = kept[lineCount]! + 1;
    let lastKept = -CAP;
    let nextKept = -1;
    for (let index = 0; index < lineCount; index++) {
      const row = index * SECOND_FEATURES;
      const from = index * CONTEXT_FEATURES;
      for (let feature = 0; feature < CONTEXT_FEATURES; feature++) rows[row + feature] = firstRows[from + feature]!;
      let to = row + CONTEXT_FEATURES;
      for (let near = index - REACH; near <= index + REACH; near++) rows[to++] = near >= 0 && near < lineCount ? margins[near]! : OUTSIDE;
      if (nextKept <= index) {
        nextKept = index + 1;
        while (nextKept < lineCount && margins[nextKept]! >= 0) nextKept++;
      }
      const low = Math.max(0, index - WINDOW);
      const high = Math.min(lineCount, index + WINDOW + 1);
      rows[to++] = kept[index]! / all;
      rows[to++] = (kept[lineCount]! - kept[index + 1]!) / all;
      rows[to++] = (marginSums[index]! - marginSums[low]!) / Math.max(1, index - low);
      rows[to++] = (marginSums[high]! - marginSums[index + 1]!) / Math.max(1, high - index - 1);
      rows[to++] = Math.min(CAP, index - lastKept);
      rows[to++] = nextKept < lineCount ? nextKept - index : CAP;
      rows[to++] = keptCounts[index]!;
      rows[to++] = keptCounts[lineCount]! - keptCounts[index + 1]!;
      rows[to++] = marginSums[lineCount]! / lineCount;
      rows[to++] = keptCounts[lineCount]! / lineCount;
      if (margins[index]! < 0) lastKept = index;
    }
    return rows;
  };
}
