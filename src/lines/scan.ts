import { findByte } from "../encoding/find-byte.ts";

/** How the code units of a dump are laid out; all but UTF-16 and UTF-32 have units of one byte. */
export interface UnitLayout {
  /** Bytes of a code unit. */
  readonly bytes: 1 | 2 | 4;
  readonly littleEndian: boolean;
}

export const SINGLE_BYTES: UnitLayout = { bytes: 1, littleEndian: true };

export const LF = 0x0a;
export const CR = 0x0d;
/** LF, CRLF or CR in text, as in the byte scan. */
export const LINE_END: RegExp = /\r\n|\n|\r/;

/**
 * Start of the line that follows, searched from `from`, or -1 when no line end is complete yet. A line ends
 * at LF, CRLF or CR. A CR at the very end of the bytes is complete only when nothing can follow (`final`).
 */
export function findNextLine(bytes: Uint8Array, from: number, final: boolean, unit: UnitLayout): number {
  return unit.bytes === 1 ? findNextByteLine(bytes, from, final) : findNextWideLine(bytes, from, final, unit);
}

function findNextByteLine(bytes: Uint8Array, from: number, final: boolean): number {
  const length = bytes.length;
  for (let index = from; index < length; index++) {
    const byte = bytes[index]!;
    if (byte > CR) continue;
    if (byte === LF) return index + 1;
    if (byte !== CR) continue;
    if (index + 1 < length) return bytes[index + 1] === LF ? index + 2 : index + 1;
    return final ? length : -1;
  }
  return -1;
}

/** Finds line ends in the same bytes again and again, as {@link findNextLine} does. */
export type LineFinder = (from: number, final: boolean) => number;

/**
 * Creates a finder for calls with rising `from`. Native searching is several times as fast as a loop over long lines;
 * where the next LF and CR stand is kept, so that bytes with only one of them are not searched for the other again.
 */
export function createLineFinder(bytes: Uint8Array, unit: UnitLayout): LineFinder {
  if (unit.bytes !== 1) return (from, final) => findNextWideLine(bytes, from, final, unit);
  const { length } = bytes;
  let lineFeed = -1;
  let carriageReturn = -1;
  return (from, final) => {
    // Lines that hold nothing are as frequent as others, and not worth a search.
    if (lineFeed < from) lineFeed = bytes[from] === LF ? from : indexOrLength(bytes, LF, from);
    if (carriageReturn < from) carriageReturn = indexOrLength(bytes, CR, from);
    if (lineFeed < carriageReturn) return lineFeed + 1;
    if (carriageReturn === length) return -1;
    if (carriageReturn + 1 < length) return lineFeed === carriageReturn + 1 ? carriageReturn + 2 : carriageReturn + 1;
    return final ? length : -1;
  };
}

function indexOrLength(bytes: Uint8Array, byte: number, from: number): number {
  const found = findByte(bytes, byte, from);
  return found < 0 ? bytes.length : found;
}

function findNextWideLine(bytes: Uint8Array, from: number, final: boolean, unit: UnitLayout): number {
  const step = unit.bytes;
  for (let index = from; index + step <= bytes.length; index += step) {
    const code = readUnit(bytes, index, unit);
    if (code === LF) return index + step;
    if (code !== CR) continue;
    if (index + 2 * step <= bytes.length) return readUnit(bytes, index + step, unit) === LF ? index + 2 * step : index + step;
    return final ? index + step : -1;
  }
  return -1;
}

/** End of the line's text: `next` (start of the following line) without the line end before it. */
export function trimLineEnd(bytes: Uint8Array, start: number, next: number, unit: UnitLayout): number {
  const step = unit.bytes;
  let end = next;
  if (end - step >= start && readUnit(bytes, end - step, unit) === LF) end -= step;
  if (end - step >= start && readUnit(bytes, end - step, unit) === CR) end -= step;
  return end;
}

/** The code unit at an index; bytes that a cut unit at the very end lacks count as zero. */
export function readUnit(bytes: Uint8Array, index: number, unit: UnitLayout): number {
  if (unit.bytes === 1) return bytes[index]!;
  let code = 0;
  for (let offset = 0; offset < unit.bytes; offset++) {
    const byte = bytes[index + (unit.littleEndian ? unit.bytes - 1 - offset : offset)] ?? 0;
    code = code * 256 + byte;
  }
  return code;
}
