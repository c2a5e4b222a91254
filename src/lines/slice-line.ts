import { decode } from "../encoding/decode.ts";
import { findTraits } from "../text/traits.ts";
import type { Line } from "./line.ts";

/** Cuts a part out of a line, by columns of its text, with the bytes that part takes. */
export type SliceLine = (line: Line, from: number, to: number) => Line;

const SHIFTED = /^(?:hz|iso-2022-)/;
const REPLACEMENT = 0xfffd;
/** No character takes more bytes; encodings in which escapes come between are not looked at so. */
const MOST_BYTES_PER_UNIT = 4;
/** A character of four bytes that is cut off reads as up to three units: so much too early is a place at most. */
const MOST_BYTES_EARLY = 3 * MOST_BYTES_PER_UNIT;

/**
 * Creates the slicer of one record. Parts of a line that are asked for from left to right cost as much as the line once:
 * where the last one ended is kept.
 *
 * @param bytesOf - gives the bytes of a range of the dump
 */
export function createLineSlicer(encoding: string, bytesOf: (start: number, end: number) => Uint8Array): SliceLine {
  const isShifted = SHIFTED.test(encoding);
  let current: Line | null = null;
  let bytes: Uint8Array = new Uint8Array(0);
  let column = 0;
  let offset = 0; // bytes of the columns before

  function offsetOf(line: Line, wanted: number): number {
    if (line !== current || wanted < column) {
      current = line;
      bytes = bytesOf(line.byteStart, line.byteEnd);
      column = 0;
      offset = 0;
    }
    if (wanted >= line.text.length) return bytes.length;
    if (wanted < 0) return wanted; // a careless format's; the schema refuses it
    offset = advance(line.text, wanted);
    column = wanted;
    return offset;
  }

  function advance(text: string, wanted: number): number {
    if (encoding === "utf-8") return advanceUtf8(text, wanted);
    if (bytes.length === text.length) return wanted;
    return isShifted ? advanceShifted(text, wanted) : advanceDecoding(text, wanted);
  }

  function advanceUtf8(text: string, wanted: number): number {
    let at = offset;
    for (let index = column; index < wanted; index++) {
      const code = text.charCodeAt(index);
      if (code === REPLACEMENT) at += replacedLength(bytes, at);
      // Each half of a pair stands for two of its four bytes.
      else at += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
    }
    return at;
  }

  /** What bytes mean depends on the escapes before them: all are read from the line's start on. */
  function advanceShifted(text: string, wanted: number): number {
    return startsWithText(bytes, text, wanted) ? wanted : findPrefix(bytes, text.slice(0, wanted), encoding).length;
  }

  function advanceDecoding(text: string, wanted: number): number {
    const window = bytes.subarray(offset, offset + (wanted - column) * MOST_BYTES_PER_UNIT);
    const { length, isExact } = findPrefix(window, text.slice(column, wanted), encoding);
    return isExact ? offset + length : findPrefix(bytes, text.slice(0, wanted), encoding).length;
  }

  return (line, from, to) => {
    if (from === 0 && to === line.text.length) return line;
    const text = line.text.slice(from, to);
    const start = offsetOf(line, from);
    return {
      number: line.number,
      byteStart: line.byteStart + start,
      byteEnd: line.byteStart + offsetOf(line, to),
      text,
      traits: findTraits(text),
    };
  };
}

/** Second bytes that may follow a lead byte, where they are fewer than 0x80…0xBF (Unicode, table 3-7). */
const SECOND_BYTES: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

/** Bytes that one U+FFFD of a decoder stands for: itself, or as much of a character as is right. */
function replacedLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const most = lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 && lead <= 0xef ? 2 : 1;
  if (lead === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return 3;
  const [low, high] = SECOND_BYTES.get(lead) ?? [0x80, 0xbf];
  let length = 1;
  while (length < most) {
    const next = bytes[at + length] ?? 0;
    if (next < (length === 1 ? low : 0x80) || next > (length === 1 ? high : 0xbf)) break;
    length++;
  }
  return length;
}

function startsWithText(bytes: Uint8Array, text: string, length: number): boolean {
  for (let index = 0; index < length; index++) if (bytes[index] !== text.charCodeAt(index)) return false;
  return true;
}

interface Prefix {
  readonly length: number;
  /** Whether these bytes decode to the text; there are none that do when it ends inside a character. */
  readonly isExact: boolean;
}

/** The fewest bytes from the first on that decode to a text, and all bytes of a last U+FFFD. */
function findPrefix(bytes: Uint8Array, text: string, encoding: string): Prefix {
  const isText = (length: number): boolean => decode(bytes.subarray(0, length), encoding).text === text;
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (decode(bytes.subarray(0, middle), encoding).text.length < text.length) low = middle + 1;
    else high = middle;
  }
  // The shortest prefix of the right length may end inside a character, which then reads as U+FFFD.
  const limit = Math.min(bytes.length, low + MOST_BYTES_EARLY);
  let length = low;
  while (length <= limit && !isText(length)) length++;
  if (length > limit) return { length: low, isExact: false };
  // The first byte of an U+FFFD, or of a character that is none, reads as U+FFFD, too.
  if (text.charCodeAt(text.length - 1) === REPLACEMENT) while (length < limit && isText(length + 1)) length++;
  return { length, isExact: true };
}
