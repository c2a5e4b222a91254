import { decode } from "../encoding/decode.ts";
import type { InvalidBytes } from "../encoding/utf8.ts";
import { readTextUnits } from "../encoding/text-units.ts";
import { findTraits, TRAIT } from "../text/traits.ts";
import { findNextLine, SINGLE_BYTES, trimLineEnd, type UnitLayout } from "./scan.ts";
import { cutUnitLines, surveyUnits } from "./unit-lines.ts";

/** One line of the input, or the part of one that follows a header, decoded but not cleaned. */
export interface Line {
  /** 1-based number in the dump. */
  readonly number: number;
  /** Offset of the text's first byte in the dump, 0-based. */
  readonly byteStart: number;
  /** Offset behind the text's last byte, before the line end. */
  readonly byteEnd: number;
  readonly text: string;
  /** What its characters ask for, see {@link TRAIT}. */
  readonly traits: number;
}

/** Where a record's bytes stand in the dump. */
export interface RecordPosition {
  readonly byteStart: number;
  readonly lineStart: number;
}

/** A record's lines, and what could not be decoded. */
export interface DecodedLines {
  readonly lines: readonly Line[];
  /** `firstOffset` counts from the dump's first byte. */
  readonly invalid: InvalidBytes | null;
}

/** LF, CRLF or CR, as in the byte scan. */
const LINE_END = /\r\n|\n|\r/;

/**
 * Lines of one record with their byte ranges. The record is decoded at once and its text cut at the same
 * line ends as its bytes. A damaged legacy text is decoded line by line: bad bytes at the end of a line would
 * otherwise take the line end, or what follows it, with them.
 */
export function decodeLines(bytes: Uint8Array, encoding: string, unit: UnitLayout, position: RecordPosition): DecodedLines {
  const whole = decode(bytes, encoding);
  if (whole.invalid !== null && whole.encoding !== "utf-8") return decodeLineByLine(bytes, encoding, unit, position);
  const lines = unit.bytes === 1 ? cutByUnits(bytes, whole.text, position) : cutText(bytes, whole.text, unit, position);
  if (lines === null) return decodeLineByLine(bytes, encoding, unit, position);
  const { invalid } = whole;
  return { lines, invalid: invalid && { count: invalid.count, firstOffset: position.byteStart + invalid.firstOffset } };
}

/** As {@link cutText} does, for text with line feeds only; several times as fast. */
function cutByUnits(bytes: Uint8Array, source: string, position: RecordPosition): readonly Line[] | null {
  const text = readTextUnits(source);
  const survey = surveyUnits(text.units);
  if (survey.traits & TRAIT.carriageReturn) return cutText(bytes, source, SINGLE_BYTES, position);
  const lines = cutUnitLines(bytes, text, survey, false, position);
  const last = lines.at(-1);
  if (last === undefined) return bytes.length === 0 ? lines : null;
  const isWhole = last.byteStart <= last.byteEnd && last.byteEnd - position.byteStart >= bytes.length - 1;
  return isWhole ? lines : null;
}

/** Lines with the byte range of each; `null` when text and bytes do not have the same line ends. */
function cutText(bytes: Uint8Array, source: string, unit: UnitLayout, position: RecordPosition): readonly Line[] | null {
  const texts = source.split(LINE_END);
  if (texts.at(-1) === "") texts.pop();
  const lines: Line[] = [];
  let start = 0;
  for (const text of texts) {
    if (start >= bytes.length) return null;
    const next = nextLine(bytes, start, unit);
    const end = trimLineEnd(bytes, start, next, unit);
    lines.push({
      number: position.lineStart + lines.length,
      byteStart: position.byteStart + start,
      byteEnd: position.byteStart + end,
      text,
      traits: findTraits(text),
    });
    start = next;
  }
  return start < bytes.length ? null : lines;
}

/** Start of the next line, or the end of the bytes. */
function nextLine(bytes: Uint8Array, start: number, unit: UnitLayout): number {
  const next = findNextLine(bytes, start, true, unit);
  return next < 0 ? bytes.length : next;
}

function decodeLineByLine(bytes: Uint8Array, encoding: string, unit: UnitLayout, position: RecordPosition): DecodedLines {
  const lines: Line[] = [];
  let invalidCount = 0;
  let firstOffset = -1;
  for (let start = 0; start < bytes.length;) {
    const next = nextLine(bytes, start, unit);
    const end = trimLineEnd(bytes, start, next, unit);
    const part = decode(bytes.subarray(start, end), encoding);
    if (part.invalid) {
      invalidCount += part.invalid.count;
      if (firstOffset < 0) firstOffset = position.byteStart + start + part.invalid.firstOffset;
    }
    lines.push({
      number: position.lineStart + lines.length,
      byteStart: position.byteStart + start,
      byteEnd: position.byteStart + end,
      text: part.text,
      traits: findTraits(part.text),
    });
    start = next;
  }
  return { lines, invalid: invalidCount === 0 ? null : { count: invalidCount, firstOffset } };
}

/** The part of a line from a column of its text on, with the bytes that part takes. */
export function sliceLine(
  line: Line,
  from: number,
  to: number,
  encoding: string,
  bytesOf: (start: number, end: number) => Uint8Array,
): Line {
  if (from === 0 && to === line.text.length) return line;
  const text = line.text.slice(from, to);
  return {
    number: line.number,
    byteStart: line.byteStart + byteColumn(line, from, encoding, bytesOf),
    byteEnd: line.byteStart + byteColumn(line, to, encoding, bytesOf),
    text,
    traits: findTraits(text),
  };
}

/** Number of bytes that decode to the first `column` UTF-16 units of the line's text. */
function byteColumn(line: Line, column: number, encoding: string, bytesOf: (start: number, end: number) => Uint8Array): number {
  if (column >= line.text.length) return line.byteEnd - line.byteStart;
  const bytes = bytesOf(line.byteStart, line.byteEnd);
  if (column <= bytes.length && isAsciiPrefix(bytes, line.text, column)) return column;
  const prefix = line.text.slice(0, column);
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (decode(bytes.subarray(0, middle), encoding).text.length < prefix.length) low = middle + 1;
    else high = middle;
  }
  // The shortest prefix of the right length may end inside a character, which then reads as U+FFFD.
  for (let length = low; length <= Math.min(bytes.length, low + 3); length++) {
    if (decode(bytes.subarray(0, length), encoding).text === prefix) return length;
  }
  return low;
}

function isAsciiPrefix(bytes: Uint8Array, text: string, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const byte = bytes[index]!;
    if (byte === 0 || byte >= 0x80 || text.charCodeAt(index) !== byte) return false;
  }
  return true;
}
