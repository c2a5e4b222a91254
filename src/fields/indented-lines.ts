import { beginsInSentences, DENSE_EDGE, follows, indentOf, isRow, ITEM_START, SENTENCE_END } from "./line-edges.ts";
import type { BodyLine } from "./placed.ts";

/** In columns of a terminal, where a Chinese character takes two. */
const NARROWEST = 40;
const WIDEST = 110;
/** So many line ends inside paragraphs must agree, and such a share of all: fewer than of verse or a list ever do. */
const FEWEST_WRAPS = 4;
const SHARE_OF_WRAPS = 0.7;
const FEWEST_PARAGRAPHS = 2;
/** Programs count an indent, a mark or a trailing blank one way or the other. */
const SLACK = 2;
/** Dense writing breaks between any two characters but before a mark, which takes the character before it along. */
const DENSE_WORD = 6;
/** Columns of a tab: no more than this when it may have filled a line, none when it is measured. */
const WIDEST_TAB = 8;

/**
 * For a record whose lines are wrapped at one column and whose paragraphs begin with an indent: whether a line goes
 * on in the paragraph of the line before. `null` for any other record.
 */
export function readIndented(lines: readonly BodyLine[]): ((index: number) => boolean) | null {
  const starts = findStarts(lines);
  if (starts === null) return null;
  const paragraphs = findParagraphs(lines, starts);
  const column = findColumn(lines, starts, paragraphs);
  if (column === 0) return null;
  const ends = findEnds(lines, starts);
  return (index) => {
    if (!isBelow(lines, starts, index) || !isFull(lines, index, column)) return false;
    if (paragraphs[index] === 0) return measure(lines[index - 1]!, 0) <= column + SLACK && ends[index] === 1;
    return !isHeading(lines, starts, index);
  };
}

/** The lines that are indented, as 1; `null` when none of them or all are. */
function findStarts(lines: readonly BodyLine[]): Uint8Array | null {
  const starts = new Uint8Array(lines.length);
  let margin = Number.POSITIVE_INFINITY;
  let widest = 0;
  for (const line of lines) {
    const { length } = indentOf(line);
    if (length < margin) margin = length;
    if (length > widest) widest = length;
  }
  if (widest <= margin) return null;
  for (let index = 0; index < lines.length; index++) if (indentOf(lines[index]!).length > margin) starts[index] = 1;
  return starts;
}

/** The lines that belong to a paragraph with an indent, as 1. */
function findParagraphs(lines: readonly BodyLine[], starts: Uint8Array): Uint8Array {
  const paragraphs = starts.slice();
  for (let index = 1; index < lines.length; index++)
    if (paragraphs[index - 1] === 1 && isBelow(lines, starts, index)) paragraphs[index] = 1;
  return paragraphs;
}

/** Of lines without an indent that stand together: whether the last of them ends a sentence, as 1. */
function findEnds(lines: readonly BodyLine[], starts: Uint8Array): Uint8Array {
  const ends = new Uint8Array(lines.length);
  for (let index = lines.length - 1; index >= 0; index--) {
    ends[index] = isBelow(lines, starts, index + 1) ? ends[index + 1]! : Number(SENTENCE_END.test(lines[index]!.text));
  }
  return ends;
}

/** Whether there is such a line, it is not indented, begins no item, and stands directly below another. */
function isBelow(lines: readonly BodyLine[], starts: Uint8Array, index: number): boolean {
  return starts[index] === 0 && follows(lines, index) && !ITEM_START.test(lines[index]!.text);
}

/** The column that the paragraphs are wrapped at, 0 when they are not. */
function findColumn(lines: readonly BodyLine[], starts: Uint8Array, paragraphs: Uint8Array): number {
  const inside: number[] = []; // lines that go on in a paragraph, if they are wrapped
  let column = 0;
  for (let index = 1; index < lines.length; index++) {
    if (paragraphs[index - 1] === 0 || !isBelow(lines, starts, index)) continue;
    inside.push(index);
    column = Math.max(column, measure(lines[index - 1]!, 0));
  }
  if (column < NARROWEST || column > WIDEST) return 0;
  const wraps = inside.filter((index) => isFull(lines, index, column));
  const isEnough = wraps.length >= FEWEST_WRAPS && wraps.length >= inside.length * SHARE_OF_WRAPS;
  const begun = wraps.filter((index) => starts[index - 1] === 1).length;
  return isEnough && begun >= FEWEST_PARAGRAPHS && beginsInSentences(lines, wraps) ? column : 0;
}

/** Whether the line before had no room for the first word of this one, and neither is the row of a table. */
function isFull(lines: readonly BodyLine[], index: number, column: number): boolean {
  const before = lines[index - 1]!;
  if (measure(before, WIDEST_TAB) + firstWordWidth(lines[index]!.text) + SLACK <= column) return false;
  return !isRow(before) && !isRow(lines[index]!);
}

/** A line that is no sentence and ends a paragraph whose sentences have ended is a heading, or a line of the layout. */
function isHeading(lines: readonly BodyLine[], starts: Uint8Array, index: number): boolean {
  if (SENTENCE_END.test(lines[index]!.text) || !SENTENCE_END.test(lines[index - 1]!.text)) return false;
  return !isBelow(lines, starts, index + 1);
}

function measure(line: BodyLine, tabWidth: number): number {
  let width = widthOf(line.text, line.text.length);
  for (const blank of indentOf(line)) width += blank === "\t" ? tabWidth : columnsOf(blank.charCodeAt(0));
  return width;
}

function firstWordWidth(text: string): number {
  if (DENSE_EDGE.test(text.charAt(0))) return DENSE_WORD;
  let end = 0;
  while (end < text.length && text.charAt(end) !== " " && columnsOf(text.charCodeAt(end)) === 1) end++;
  return widthOf(text, end) + 1;
}

function widthOf(text: string, end: number): number {
  let width = 0;
  for (let index = 0; index < end; index++) width += columnsOf(text.charCodeAt(index));
  return width;
}

/** Columns of a UTF-16 unit: two where East Asian writing is set wide. */
function columnsOf(code: number): number {
  if (code < 0x1100) return 1;
  const isWide =
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60);
  return isWide ? 2 : 1;
}
