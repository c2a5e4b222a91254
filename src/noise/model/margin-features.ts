import { CONTEXT_FEATURES, REACH, ROW_FEATURES } from "./context-features.ts";
import { LINE } from "./line-features.ts";
import { MARGIN_UNITS } from "./trees.ts";

const WINDOW = 6;
/** Margin of a line that is not there. */
const OUTSIDE = 8 * MARGIN_UNITS;
const CAP = 60;

/** Adds to the rows of the first pass, in place, what it said of the line and its neighbours. */
export function createMarginMeter(): (rows: Float32Array, margins: Int32Array, lineCount: number) => void {
  let kept = new Float64Array(65); // width of the lines before each that the first pass keeps
  let keptCounts = new Int32Array(65);
  let marginSums = new Float64Array(65);

  return (rows, margins, lineCount) => {
    if (lineCount + 1 > kept.length) {
      const room = lineCount * 2;
      kept = new Float64Array(room + 1);
      keptCounts = new Int32Array(room + 1);
      marginSums = new Float64Array(room + 1);
    }
    for (let index = 0; index < lineCount; index++) {
      const isKept = margins[index]! < 0;
      const width = Math.min(1000, rows[index * ROW_FEATURES + LINE.width]!);
      kept[index + 1] = kept[index]! + (isKept ? width : 0);
      keptCounts[index + 1] = keptCounts[index]! + (isKept ? 1 : 0);
      marginSums[index + 1] = marginSums[index]! + Math.max(-OUTSIDE, Math.min(OUTSIDE, margins[index]!));
    }
    const all = kept[lineCount]! + 1;
    let lastKept = -CAP;
    let nextKept = -1;
    for (let index = 0; index < lineCount; index++) {
      let to = index * ROW_FEATURES + CONTEXT_FEATURES;
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
  };
}
