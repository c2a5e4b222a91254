import { decode } from "../encoding/decode.ts";

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

/** Number of bytes that decode to the first `column` UTF-16 units of the line's text. */
export function byteColumn(line: Line, column: number, encoding: string, bytesOf: (start: number, end: number) => Uint8Array): number {
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
