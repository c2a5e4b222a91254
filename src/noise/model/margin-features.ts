import { CONTEXT_FEATURES, REACH, ROW_FEATURES } from "./context-features.ts";
import { LINE } from "./line-features.ts";
import { roomFor } from "./room.ts";
import { MARGIN_UNITS } from "./trees.ts";

const WINDOW = 6;
/** Margin of a line that is not there. */
const OUTSIDE = 8 * MARGIN_UNITS;
const CAP = 60;

/** Tells the second pass what the first one said of a line and its neighbours. */
export interface MarginMeter {
  /**
   * Looks at all margins of a record, whose rows {@link MarginMeter.add} is given next.
   *
   * @param lineRows - rows that tell the lines' widths, `stride` numbers each
   */
  begin(margins: Int32Array, lineRows: Float32Array, stride: number, lineCount: number): void;
  /** Adds to the rows of the lines from `from` to before `end`, in place. */
  add(rows: Float32Array, from: number, end: number): void;
}

/** Creates a meter with buffers of its own. */
export function createMarginMeter(): MarginMeter {
  let margins: Int32Array = new Int32Array(0);
  let lineCount = 0;
  let kept = new Float64Array(1); // width of the lines before each that the first pass keeps
  let keptCounts = new Int32Array(1);
  let marginSums = new Float64Array(1);
  let lastKept = new Int32Array(0); // the kept line before each, or far before all
  let nextKept = new Int32Array(0); // the one behind it, or the number of lines

  function makeRoom(): void {
    if (lineCount <= lastKept.length) return;
    const room = roomFor(lineCount);
    kept = new Float64Array(room + 1);
    keptCounts = new Int32Array(room + 1);
    marginSums = new Float64Array(room + 1);
    lastKept = new Int32Array(room);
    nextKept = new Int32Array(room);
  }

  return {
    begin(ofLines, lineRows, stride, count) {
      margins = ofLines;
      lineCount = count;
      makeRoom();
      let last = -CAP;
      for (let index = 0; index < lineCount; index++) {
        const isKept = margins[index]! < 0;
        const width = Math.min(1000, lineRows[index * stride + LINE.width]!);
        kept[index + 1] = kept[index]! + (isKept ? width : 0);
        keptCounts[index + 1] = keptCounts[index]! + (isKept ? 1 : 0);
        marginSums[index + 1] = marginSums[index]! + Math.max(-OUTSIDE, Math.min(OUTSIDE, margins[index]!));
        lastKept[index] = last;
        if (isKept) last = index;
      }
      let next = lineCount;
      for (let index = lineCount - 1; index >= 0; index--) {
        nextKept[index] = next;
        if (margins[index]! < 0) next = index;
      }
    },
    add(rows, from, end) {
      const all = kept[lineCount]! + 1;
      for (let index = from; index < end; index++) {
        let to = (index - from) * ROW_FEATURES + CONTEXT_FEATURES;
        for (let near = index - REACH; near <= index + REACH; near++) rows[to++] = near >= 0 && near < lineCount ? margins[near]! : OUTSIDE;
        const low = Math.max(0, index - WINDOW);
        const high = Math.min(lineCount, index + WINDOW + 1);
        rows[to++] = kept[index]! / all;
        rows[to++] = (kept[lineCount]! - kept[index + 1]!) / all;
        rows[to++] = (marginSums[index]! - marginSums[low]!) / Math.max(1, index - low);
        rows[to++] = (marginSums[high]! - marginSums[index + 1]!) / Math.max(1, high - index - 1);
        rows[to++] = Math.min(CAP, index - lastKept[index]!);
        rows[to++] = nextKept[index]! < lineCount ? nextKept[index]! - index : CAP;
        rows[to++] = keptCounts[index]!;
        rows[to++] = keptCounts[lineCount]! - keptCounts[index + 1]!;
        rows[to++] = marginSums[lineCount]! / lineCount;
        rows[to++] = keptCounts[lineCount]! / lineCount;
      }
    },
  };
}
