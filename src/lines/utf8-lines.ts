import { plainGuess, type EncodingGuess } from "../encoding/guess.ts";
import { readUtf8Units, type TextUnits } from "../encoding/utf8-units.ts";
import { findUnitTraits, TRAIT } from "../text/traits.ts";
import type { Line, RecordPosition } from "./line.ts";
import { LF } from "./scan.ts";

/** Lines of a record whose encoding is plain. */
export interface PlainLines {
  readonly encoding: EncodingGuess;
  readonly lines: readonly Line[];
}

const BYTE_ORDER_MARK = 0xfeff;
const ASCII: EncodingGuess = plainGuess("utf-8", 1, "ascii");
const UTF8: EncodingGuess = plainGuess("utf-8", 1, "utf-8-valid");
/** What escapes and wide units of other encodings hold, which are valid UTF-8, too. */
const OTHER_EVIDENCE = TRAIT.control | TRAIT.tilde | TRAIT.carriageReturn;
/** Without these, lines are as they should be; with them each is looked at by itself. */
const NEEDS_LOOK = ~(TRAIT.ink | TRAIT.wide);

/**
 * The short way for most records of the world: valid UTF-8 with line feeds and without a character that may speak for
 * something else. Gives what detecting, decoding and cutting one after the other would, in a fifth of the time.
 *
 * @returns `null` when the record has to take the long way
 */
export function readUtf8Lines(bytes: Uint8Array, position: RecordPosition): PlainLines | null {
  const text = readUtf8Units(bytes);
  if (text === null || text.units[0] === BYTE_ORDER_MARK) return null;
  const { units, isAscii } = text;
  // A first line is often a header, which is indented as no other line is.
  const bodyStart = units.indexOf(LF) + 1;
  const head = findUnitTraits(units, 0, bodyStart);
  const body = findUnitTraits(units, bodyStart, units.length);
  const obstacles = isAscii ? OTHER_EVIDENCE : TRAIT.control | TRAIT.carriageReturn;
  if ((head | body) & obstacles) return null;
  const isUniform = (body & NEEDS_LOOK) === 0;
  const traitsOf = (start: number, end: number): number => (isUniform && start > 0 ? body : findUnitTraits(units, start, end));
  return { encoding: isAscii ? ASCII : UTF8, lines: cutLines(bytes, text, traitsOf, position) };
}

function cutLines(bytes: Uint8Array, text: TextUnits, traitsOf: (start: number, end: number) => number, position: RecordPosition): Line[] {
  const lines: Line[] = [];
  const { units, isAscii } = text;
  let byteStart = 0;
  for (let start = 0; start < units.length;) {
    const end = findEnd(units, start);
    const byteEnd = isAscii ? end : findEnd(bytes, byteStart);
    const isEmpty = end === start;
    lines.push({
      number: position.lineStart + lines.length,
      byteStart: position.byteStart + byteStart,
      byteEnd: position.byteStart + byteEnd,
      text: isEmpty ? "" : text.slice(start, end),
      traits: isEmpty ? 0 : traitsOf(start, end),
    });
    start = end + 1;
    byteStart = byteEnd + 1;
  }
  return lines;
}

function findEnd(text: Uint8Array | Uint16Array, start: number): number {
  const found = text.indexOf(LF, start);
  return found < 0 ? text.length : found;
}
