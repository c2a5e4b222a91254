import { LINE, LINE_FEATURES } from "./line-features.ts";
import { isShort } from "./run-features.ts";
import { MARGIN_UNITS } from "./trees.ts";

/** So many short lines that begin and end alike, one as far from the other, are a list. */
const FEWEST_ITEMS = 3;
/** A margin beyond this says no more about its neighbours. */
const MOST = 4 * MARGIN_UNITS;

/**
 * Brings the margins of a list's items half way to their mean, in place: items of one list are article or furniture
 * together.
 */
export function evenLists(own: Float32Array, margins: Int32Array, lineCount: number): void {
  for (let start = 0; start < lineCount;) {
    let end = start + 1;
    if (isShort(own, start)) while (end < lineCount && goesOn(own, start, end)) end++;
    if (end - start >= FEWEST_ITEMS) evenItems(margins, start, end);
    start = end;
  }
}

function evenItems(margins: Int32Array, start: number, end: number): void {
  let sum = 0;
  for (let index = start; index < end; index++) sum += Math.max(-MOST, Math.min(MOST, margins[index]!));
  const mean = sum / (end - start);
  for (let index = start; index < end; index++) margins[index] = Math.round((margins[index]! + mean) / 2);
}

/** Whether the line at `next` is another item of the list that begins at `start`. */
function goesOn(own: Float32Array, start: number, next: number): boolean {
  const first = start * LINE_FEATURES;
  const row = next * LINE_FEATURES;
  if (!isShort(own, next)) return false;
  if (own[row + LINE.start] !== own[first + LINE.start] || own[row + LINE.end] !== own[first + LINE.end]) return false;
  return next === start + 1 || own[row + LINE.blankBefore] === own[row - LINE_FEATURES + LINE.blankBefore];
}
