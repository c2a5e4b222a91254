import { findBufferMethod } from "./native-buffer.ts";

/** Code units up to this many are joined by `String.fromCharCode`; the native decoder costs more to call than it saves. */
const FEW_UNITS = 48;
/** Arguments that `apply` takes at once: enough to be fast, few enough for every engine's stack. */
const BLOCK = 4096;
/** Texts up to this many code units are built in one array that is kept: fresh memory costs as much as the decoding. */
const MOST_SCRATCH_UNITS = 1 << 20;
const FIRST_SCRATCH_UNITS = 1 << 13;

/** Whether the machine writes the low byte of a number first. */
export const isLittleEndian: boolean = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });
let scratch = new Uint16Array(FIRST_SCRATCH_UNITS);
let scratchBytes = new Uint8Array(scratch.buffer);

/** Makes a string of bytes: `start` and `end` in bytes. */
type Slice = (this: Uint8Array, start: number, end: number) => string;

/** Methods of Node's buffers that make flat strings of bytes, several times faster than `TextDecoder`. */
export interface NativeSlices {
  latin1Slice: Slice;
  ucs2Slice: Slice;
  utf8Slice: Slice;
}

/** `null` where one of them is missing, or says anything else than expected. */
export const nativeSlices: NativeSlices | null = isLittleEndian ? findNativeSlices() : null;

function findNativeSlices(): NativeSlices | null {
  const latin1Slice = findSlice("latin1Slice", [0x41, 0x80, 0xe9, 0xff], "A\u0080\u00e9\u00ff");
  const ucs2Slice = findSlice("ucs2Slice", [0x41, 0, 0x3d, 0xd8, 0x00, 0xde, 0x10, 0x04], "A\u{1F600}\u0410");
  const utf8Slice = findSlice("utf8Slice", [0x41, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80], "A\u00e9\u{1F600}");
  return latin1Slice === null || ucs2Slice === null || utf8Slice === null ? null : { latin1Slice, ucs2Slice, utf8Slice };
}

function findSlice(name: string, bytes: readonly number[], text: string): Slice | null {
  return findBufferMethod<Slice>(name, (slice) => slice.call(Uint8Array.from(bytes), 0, bytes.length) === text);
}

/** Text of bytes that are all the code points of the same number, `null` where that is no faster than by code units. */
export function textOfLatin1(bytes: Uint8Array): string | null {
  return nativeSlices === null ? null : nativeSlices.latin1Slice.call(bytes, 0, bytes.length);
}

/** Room for code units; what it held before is lost with the next call. */
export function roomForUnits(count: number): Uint16Array {
  if (count > MOST_SCRATCH_UNITS) return new Uint16Array(count);
  if (count > scratch.length) {
    scratch = new Uint16Array(Math.min(MOST_SCRATCH_UNITS, 2 * count));
    scratchBytes = new Uint8Array(scratch.buffer);
  }
  return scratch;
}

/**
 * Text of well-formed UTF-16 code units.
 *
 * @param count - how many of `units` to take, from the first
 */
export function textOfUnits(units: Uint16Array, count: number): string {
  if (nativeSlices !== null) {
    const bytes = units === scratch ? scratchBytes : new Uint8Array(units.buffer, units.byteOffset, count * 2);
    return nativeSlices.ucs2Slice.call(bytes, 0, count * 2);
  }
  return joinUnits(units, count);
}

/** Text of UTF-16 code units that need not be well-formed; otherwise as {@link textOfUnits}. */
export function textOfAnyUnits(units: Uint16Array, count: number): string {
  return nativeSlices === null ? joinBlocks(units, count) : textOfUnits(units, count);
}

/** Does as {@link textOfUnits} without what a runtime has. */
export function joinUnits(units: Uint16Array, count: number): string {
  return isLittleEndian && count > FEW_UNITS ? utf16.decode(units.subarray(0, count)) : joinBlocks(units, count);
}

/** Does as {@link textOfAnyUnits} without what a runtime has. */
export function joinBlocks(units: Uint16Array, count: number): string {
  let text = "";
  for (let start = 0; start < count; start += BLOCK) {
    // `apply` takes any array-like of numbers; its declaration knows arrays only.
    text += String.fromCharCode.apply(null, units.subarray(start, Math.min(count, start + BLOCK)) as unknown as number[]);
  }
  return text;
}
