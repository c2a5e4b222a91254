import { LINE, LINE_FEATURES } from "./line-features.ts";
import { roomFor } from "./room.ts";
import { createRunMeter, isShort, RUN_FEATURES } from "./run-features.ts";

/** Places of a row that the first pass sees: the line's own features, those of its neighbours, and where it stands. */
export const CONTEXT_FEATURES = 71 + RUN_FEATURES;
/** Lines on either side whose first-pass margins the second pass sees one by one. */
export const REACH = 3;
/** All places of a row; the last ones are for what the first pass said. */
export const ROW_FEATURES = CONTEXT_FEATURES + 2 * REACH + 1 + 10;

/** What of a neighbour's row is looked at; of the one beyond it the first {@link FAR_COUNT}. */
const NEAR = [LINE.width, LINE.end, LINE.odds, LINE.start, LINE.known, LINE.hint] as const;
const FAR_COUNT = 3;
/** Places of what is told of the neighbours on both sides. */
const NEIGHBOUR_FEATURES = 2 * (NEAR.length + FAR_COUNT);
const NO_LINE = -2;
const CAP = 60;
const BESIDE = 4;

/** Places features of lines in their record. */
export interface ContextMeter {
  /** Looks at all lines of a record, which {@link ContextMeter.place} is asked for next; `lineRows` must stay as they are. */
  begin(lineRows: Float32Array, lineCount: number): void;
  /**
   * Rows of {@link ROW_FEATURES} numbers for the lines from `from` to before `end`, of which the first
   * {@link CONTEXT_FEATURES} are filled; used again by the next call.
   */
  place(from: number, end: number): Float32Array;
}

/** Creates a meter with buffers of its own. */
export function createContextMeter(): ContextMeter {
  let rows = new Float32Array(0);
  let own: Float32Array = new Float32Array(0); // of the record
  let lineCount = 0;
  let sums = new Float64Array(1); // width of the sentences before each line
  let counts = new Int32Array(1); // sentences before each line
  let widths = new Float64Array(1); // width of all lines before each line
  let runStarts = new Int32Array(0); // start of the run of short lines each line is in
  let runEnds = new Int32Array(0); // and its end
  let lastSentences = new Int32Array(0); // the sentence before each line, or far before all
  let nextSentences = new Int32Array(0); // the one behind it, or the number of lines
  const runs = createRunMeter();

  function makeRoom(): void {
    if (lineCount <= runEnds.length) return;
    const room = roomFor(lineCount);
    sums = new Float64Array(room + 1);
    counts = new Int32Array(room + 1);
    widths = new Float64Array(room + 1);
    runStarts = new Int32Array(room);
    runEnds = new Int32Array(room);
    lastSentences = new Int32Array(room);
    nextSentences = new Int32Array(room);
  }

  function addUp(): void {
    let lastSentence = -CAP;
    for (let index = 0; index < lineCount; index++) {
      const row = index * LINE_FEATURES;
      const width = Math.min(own[row + LINE.width]!, 1000);
      const isSentence = own[row + LINE.isSentence]!;
      widths[index + 1] = widths[index]! + width;
      sums[index + 1] = sums[index]! + width * isSentence;
      counts[index + 1] = counts[index]! + isSentence;
      runStarts[index] = index > 0 && isShort(own, index - 1) && isShort(own, index) ? runStarts[index - 1]! : index;
      lastSentences[index] = lastSentence;
      if (isSentence === 1) lastSentence = index;
    }
    let nextSentence = lineCount;
    for (let index = lineCount - 1; index >= 0; index--) {
      runEnds[index] = index + 1 < lineCount && isShort(own, index) && isShort(own, index + 1) ? runEnds[index + 1]! : index + 1;
      nextSentences[index] = nextSentence;
      if (own[index * LINE_FEATURES + LINE.isSentence] === 1) nextSentence = index;
    }
  }

  function placeAll(from: number, end: number): void {
    const totalSentences = counts[lineCount]!;
    const totalSum = sums[lineCount]!;
    for (let index = from; index < end; index++) {
      const line = index * LINE_FEATURES;
      const lastSentence = lastSentences[index]!;
      const nextSentence = nextSentences[index]!;
      const low = Math.max(0, index - BESIDE);
      const high = Math.min(lineCount, index + BESIDE + 1);
      let to = (index - from) * ROW_FEATURES + LINE_FEATURES + NEIGHBOUR_FEATURES;
      rows[to++] = Math.min(CAP, index);
      rows[to++] = Math.min(CAP, lineCount - 1 - index);
      rows[to++] = lineCount < 2 ? 0 : index / (lineCount - 1);
      rows[to++] = Math.min(CAP, index - lastSentence);
      rows[to++] = nextSentence < lineCount ? Math.min(CAP, nextSentence - index) : CAP;
      rows[to++] = counts[index]!;
      rows[to++] = totalSentences - counts[index + 1]!;
      rows[to++] = totalSum === 0 ? -1 : sums[index]! / totalSum;
      rows[to++] = totalSum === 0 ? -1 : (totalSum - sums[index + 1]!) / totalSum;
      rows[to++] = counts[index]! - counts[low]!;
      rows[to++] = counts[high]! - counts[index + 1]!;
      rows[to++] = runEnds[index]! - runStarts[index]!;
      rows[to++] = index - runStarts[index]!;
      rows[to++] = (widths[high]! - widths[low]!) / (high - low);
      rows[to++] = Math.min(2000, widths[lineCount]! - widths[index + 1]!);
      rows[to++] = Math.min(2000, widths[index]!);
      rows[to++] = lineCount;
      rows[to++] = totalSentences / lineCount;
      rows[to++] = totalSum / (widths[lineCount]! + 1);
      rows[to++] = likeness(own, index, index - 1, lineCount);
      rows[to++] = likeness(own, index, index + 1, lineCount);
      rows[to++] = index + 1 < lineCount ? own[line + LINE_FEATURES + LINE.blankBefore]! : 9;
      rows[to++] = shapesAlike(own, index, lineCount);
      rows[to++] = widths[lineCount]! / lineCount;
      rows[to++] = nextSentence < lineCount && lastSentence >= 0 ? nextSentence - lastSentence : CAP * 2;
      rows[to++] = own[line + LINE.isSentence]!;
    }
  }

  return {
    begin(lineRows, count) {
      own = lineRows;
      lineCount = count;
      makeRoom();
      addUp();
      runs.begin(own, lineCount, runStarts, runEnds);
    },
    // In steps: as one function it would take the compiler ten times as long as all of them.
    place(from, end) {
      const needed = (end - from) * ROW_FEATURES;
      if (needed > rows.length) rows = new Float32Array(roomFor(needed));
      copyOwn(own, rows, from, end);
      copyNeighbours(own, rows, from, end, lineCount);
      placeAll(from, end);
      runs.fill(rows, from, end, ROW_FEATURES, CONTEXT_FEATURES - RUN_FEATURES);
      return rows;
    },
  };
}

/** Each row begins with what is told of the line by itself. */
function copyOwn(own: Float32Array, rows: Float32Array, from: number, end: number): void {
  for (let index = from, at = from * LINE_FEATURES; index < end; index++) {
    const rowEnd = at + LINE_FEATURES;
    for (let to = (index - from) * ROW_FEATURES; at < rowEnd;) rows[to++] = own[at++]!;
  }
}

function copyNeighbours(own: Float32Array, rows: Float32Array, from: number, end: number, lineCount: number): void {
  for (let index = from; index < end; index++) {
    let to = (index - from) * ROW_FEATURES + LINE_FEATURES;
    for (let side = -1; side <= 1; side += 2) {
      copyNeighbour(own, rows, to, index + side, lineCount, NEAR.length);
      to += NEAR.length;
      copyNeighbour(own, rows, to, index + 2 * side, lineCount, FAR_COUNT);
      to += FAR_COUNT;
    }
  }
}

function copyNeighbour(own: Float32Array, rows: Float32Array, to: number, line: number, lineCount: number, count: number): void {
  if (line < 0 || line >= lineCount) {
    rows.fill(NO_LINE, to, to + count);
    return;
  }
  const from = line * LINE_FEATURES;
  for (let index = 0; index < count; index++) rows[to + index] = own[from + NEAR[index]!]!;
}

/** How much two neighbours look like items of one list. */
function likeness(own: Float32Array, index: number, other: number, lineCount: number): number {
  if (other < 0 || other >= lineCount) return -1;
  const a = index * LINE_FEATURES;
  const b = other * LINE_FEATURES;
  let alike = 0;
  if (own[a + LINE.start] === own[b + LINE.start]) alike++;
  if (own[a + LINE.end] === own[b + LINE.end]) alike++;
  if (Math.abs(own[a + LINE.capitalised]! - own[b + LINE.capitalised]!) < 0.25) alike++;
  const wide = Math.max(own[a + LINE.width]!, own[b + LINE.width]!);
  return alike + Math.min(own[a + LINE.width]!, own[b + LINE.width]!) / (wide + 1);
}

/** Lines within reach that start and end alike. */
function shapesAlike(own: Float32Array, index: number, lineCount: number): number {
  const a = index * LINE_FEATURES;
  let alike = 0;
  for (let other = Math.max(0, index - BESIDE); other < Math.min(lineCount, index + BESIDE + 1); other++) {
    const b = other * LINE_FEATURES;
    if (own[a + LINE.start] === own[b + LINE.start] && own[a + LINE.end] === own[b + LINE.end]) alike++;
  }
  return alike;
}
