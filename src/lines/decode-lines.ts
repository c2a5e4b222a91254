import { decode, decodeUnits } from "../encoding/decode.ts";
import { unitsAsText } from "../encoding/text-units.ts";
import type { InvalidBytes } from "../encoding/utf8.ts";
import { findTraits, TRAIT } from "../text/traits.ts";
import type { Line, RecordPosition } from "./line.ts";
import { findNextLine, LINE_END, trimLineEnd, type UnitLayout } from "./scan.ts";
import { cutUnitLines } from "./unit-lines.ts";

/** A record's lines, and what could not be decoded. */
export interface DecodedLines {
  readonly lines: readonly Line[];
  /** `firstOffset` counts from the dump's first byte. */
  readonly invalid: InvalidBytes | null;
}

/**
 * Lines of one record with their byte ranges. The record is decoded at once and its text cut at the same
 * line ends as its bytes. A damaged legacy text is decoded line by line: bad bytes at the end of a line would
 * otherwise take the line end, or what follows it, with them.
 */
export function decodeLines(bytes: Uint8Array, encoding: string, unit: UnitLayout, position: RecordPosition): DecodedLines {
  const { lines, invalid } = decodeRecord(bytes, encoding, unit, position);
  return { lines: SHIFTED.test(encoding) ? lines.map(keepShifts) : lines, invalid };
}

/** Encodings in which some bytes are no characters. */
const SHIFTED = /^(?:hz|iso-2022-)/;

/** A line of shifts and blanks, which are a byte each, shows nothing and is not blank: a mark that begins shifts is kept of it. */
function keepShifts(line: Line): Line {
  const { text, traits, byteStart, byteEnd } = line;
  if ((traits & TRAIT.ink) !== 0 || text.length === byteEnd - byteStart) return line;
  const marked = text + ESCAPE;
  return { ...line, text: marked, traits: findTraits(marked) };
}

const ESCAPE = "\u001B";

function decodeRecord(bytes: Uint8Array, encoding: string, unit: UnitLayout, position: RecordPosition): DecodedLines {
  const decoded = decodeUnits(bytes, encoding);
  if (decoded !== null) {
    const { units, count, isByteUnit, invalid } = decoded;
    if (invalid !== null) return decodeLineByLine(bytes, encoding, unit, position);
    const lines = cutUnitLines(bytes, unitsAsText(units, count), isByteUnit, 0, position); // as `cutText` does, several times as fast
    if (lines !== null) return { lines, invalid: null };
  }
  const whole = decode(bytes, encoding);
  if (whole.invalid !== null && whole.encoding !== "utf-8") return decodeLineByLine(bytes, encoding, unit, position);
  const lines = cutText(bytes, whole.text, unit, position);
  if (lines === null) return decodeLineByLine(bytes, encoding, unit, position);
  const { invalid } = whole;
  return { lines, invalid: invalid && { count: invalid.count, firstOffset: position.byteStart + invalid.firstOffset } };
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
