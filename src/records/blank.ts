import type { LineView } from "../formats/format.ts";
import { readUnit, type UnitLayout } from "../lines/scan.ts";

const SPACE = 0x20;
const TAB = 0x09;

/**
 * Whether a line is layout: nothing but blanks and tabs, which are the same bytes in every encoding. A byte order
 * mark counts as layout at the dump's head only; further down its bytes may be letters of another encoding.
 */
export function isBlankLine(bytes: Uint8Array, start: number, end: number, unit: UnitLayout, isHead: boolean): boolean {
  if (unit.bytes !== 1) return isBlankWideLine(bytes, start, end, unit, isHead);
  let index = start;
  if (isHead && bytes[index] === 0xef && bytes[index + 1] === 0xbb && bytes[index + 2] === 0xbf) index += 3;
  for (; index < end; index++) {
    const byte = bytes[index]!;
    if (byte !== SPACE && byte !== TAB) return false;
  }
  return true;
}

function isBlankWideLine(bytes: Uint8Array, start: number, end: number, unit: UnitLayout, isHead: boolean): boolean {
  for (let index = start; index < end; index += unit.bytes) {
    const code = readUnit(bytes, index, unit);
    const isMark = isHead && index === start && code === 0xfeff;
    if (code !== SPACE && code !== TAB && !isMark) return false;
  }
  return true;
}

/** UTF-8 of the characters that show nothing, after their first byte (0xC2, 0xE2, 0xE3 or 0xEF). */
const INVISIBLE_SEQUENCES: readonly (readonly number[])[] = [
  [0xc2, 0xa0], // no-break space
  [0xc2, 0xad], // soft hyphen
  [0xe2, 0x80], // spaces and joiners of U+2000…U+200F, U+2028…U+202F; the third byte is looked at below
  [0xe2, 0x81, 0xa0], // word joiner
  [0xe3, 0x80, 0x80], // ideographic space
  [0xef, 0xbb, 0xbf], // byte order mark
];
/** No-break space of the single-byte encodings, alone on its line. */
const SINGLE_BYTE_NBSP = 0xa0;

/**
 * Whether a line shows anything. Decided on bytes, before the encoding is known; a record is closed only
 * after such a line, so that invisible lines never make a record of their own.
 */
export function hasVisibleByte(line: LineView): boolean {
  for (let index = 0; index < line.length;) {
    const byte = line.byteAt(index);
    if (byte <= SPACE || byte === SINGLE_BYTE_NBSP) {
      index++;
      continue;
    }
    const length = invisibleLength(line, index);
    if (length === 0) return true;
    index += length;
  }
  return false;
}

function invisibleLength(line: LineView, index: number): number {
  const sequence = INVISIBLE_SEQUENCES.find((bytes) => bytes.every((byte, offset) => line.byteAt(index + offset) === byte));
  if (sequence === undefined) return 0;
  if (sequence.length !== 2 || sequence[0] !== 0xe2) return sequence.length;
  const third = line.byteAt(index + 2);
  return (third >= 0x80 && third <= 0x8f) || (third >= 0xa8 && third <= 0xaf) ? 3 : 0;
}
