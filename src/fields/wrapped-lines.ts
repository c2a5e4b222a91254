import { readIndented } from "./indented-lines.ts";
import { beginsInSentences, DENSE_EDGE, endsInSoftHyphen, follows, indentOf, isRow, ITEM_START, SENTENCE_END } from "./line-edges.ts";
import type { BodyLine } from "./placed.ts";

/** Lines of a body that belong together: one each, or several where an author's line was wrapped. */
export interface LineBlocks {
  readonly count: number;
  /** Index of each block's first line; behind the last block, the number of lines. */
  readonly starts: Int32Array;
  /** Texts of the blocks of several lines. */
  readonly joined: ReadonlyMap<number, string>;
}

/** Column at which texts are wrapped at most: mail and telex wrap at 60 to 80, nothing beyond this is a page. */
const LONGEST_WRAP = 110;
const SHORTEST_WRAP = 40;
/** So many line ends must agree before a record is taken for wrapped, and such a share of all. */
const FEWEST_WRAPS = 4;
const SHARE_OF_WRAPS = 0.6;

/** A word cut at the line's end, and how it goes on. */
const CUT_WORD = /\p{Ll}[-\u2010]$/u;
const LOWER_CASE_START = /^\p{Ll}/u;

/**
 * Puts the lines of a hard-wrapped record together again; in any other record every line stays alone. A record is
 * wrapped when its lines end where the next word would not have fitted. `isAlone` says which lines stay alone.
 */
export function joinWrapped(lines: readonly BodyLine[], isAlone: (index: number) => boolean): LineBlocks {
  const goesOn = hasLongLine(lines) ? null : (readIndented(lines) ?? readWrapped(lines));
  const joinable = goesOn === null ? 0 : lines.length; // lines that may follow another
  const starts = new Int32Array(lines.length + 1);
  const joined = new Map<number, string>();
  const isJoined = (index: number): boolean => (follows(lines, index) && endsInSoftHyphen(lines[index - 1]!.line.text)) || goesOn!(index);
  let count = 0;
  for (let index = 0; index < lines.length; count++) {
    const start = index++;
    while (index < joinable && !isAlone(index) && !isAlone(index - 1) && isJoined(index)) index++;
    if (index > start + 1) joined.set(count, joinLines(lines.slice(start, index).map(toJoined)));
    starts[count + 1] = index;
  }
  return { count, starts, joined };
}

/** A line to be joined with others. */
interface JoinedLine {
  readonly text: string;
  /** It ends in a soft hyphen. */
  readonly isCut: boolean;
}

function toJoined({ line, text }: BodyLine): JoinedLine {
  return { text, isCut: endsInSoftHyphen(line.text) };
}

/** Of a text to which another is joined, so many UTF-16 units at its end are looked at: a hyphen and the letter before it. */
const EDGE_UNITS = 3;

/**
 * Joins cleaned lines into one text: a hyphen between small letters at a line's end goes, as a soft hyphen does,
 * dense writing is joined without a blank, everything else with one.
 */
export function joinLines(lines: readonly JoinedLine[]): string {
  const parts: string[] = []; // looking into what is joined already would cost its whole length, line after line
  let edge = ""; // the end of the parts
  let isCut = false;
  for (const { text, isCut: isCutHere } of lines) {
    if (edge !== "" && !isCut) {
      if (CUT_WORD.test(edge) && LOWER_CASE_START.test(text)) parts.push(parts.pop()!.slice(0, -1));
      else if (!(DENSE_EDGE.test(edge.at(-1)!) && DENSE_EDGE.test(text[0] ?? ""))) parts.push(" ");
    }
    if (text !== "") parts.push(text);
    edge = (text.length < EDGE_UNITS ? edge + text : text).slice(-EDGE_UNITS);
    isCut = isCutHere;
  }
  return parts.join("");
}

function hasLongLine(lines: readonly BodyLine[]): boolean {
  return lines.some(({ text }) => text.length > LONGEST_WRAP);
}

/** Whether a line goes on in the one before, for a wrapped record; `null` for any other. */
function readWrapped(lines: readonly BodyLine[]): ((index: number) => boolean) | null {
  const column = findWrapColumn(lines);
  return column === 0 ? null : (index) => continues(lines, index, column);
}

/** The column a record is wrapped at, 0 when it is not. */
function findWrapColumn(lines: readonly BodyLine[]): number {
  let column = 0;
  let pairs = 0;
  for (let index = 0; index < lines.length; index++) {
    const { length } = lines[index]!.text;
    if (length > column) column = length;
    if (follows(lines, index) && !ITEM_START.test(lines[index]!.text)) pairs++;
  }
  if (column < SHORTEST_WRAP || pairs < FEWEST_WRAPS) return 0;
  const wraps: number[] = []; // lines that follow a full one
  for (let index = 1; index < lines.length; index++)
    if (follows(lines, index) && !ITEM_START.test(lines[index]!.text) && isFull(lines, index, column)) wraps.push(index);
  const isEnough = wraps.length >= FEWEST_WRAPS && wraps.length >= pairs * SHARE_OF_WRAPS;
  return isEnough && beginsInSentences(lines, wraps) ? column : 0;
}

/** Whether the line before had no room for the first word of this one, and neither is the row of a table. */
function isFull(lines: readonly BodyLine[], index: number, column: number): boolean {
  const { text } = lines[index]!;
  const before = lines[index - 1]!;
  const blank = text.indexOf(" ");
  const word = DENSE_EDGE.test(text[0]!) ? 2 : (blank < 0 ? text.length : blank) + 1;
  return before.text.length + word > column && !isRow(before) && !isRow(lines[index]!);
}

function continues(lines: readonly BodyLine[], index: number, column: number): boolean {
  if (!follows(lines, index)) return false;
  if (!isFull(lines, index, column)) return false;
  const line = lines[index]!;
  if (ITEM_START.test(line.text)) return false;
  const before = lines[index - 1]!;
  const isIndented = indentOf(line).length > indentOf(before).length;
  return !(isIndented && SENTENCE_END.test(before.text));
}
