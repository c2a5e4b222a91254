import type { BytePairs } from "../text/traits.ts";
import { isLittleEndian, nativeSlices, textOfUnits, type NativeSlices } from "./units.ts";

/** What runtimes with Node's `buffer` do many times faster than JavaScript can; the results are the same. */
interface NativeBuffer {
  isUtf8(bytes: Uint8Array): boolean;
  isAscii(bytes: Uint8Array): boolean;
  transcode(bytes: Uint8Array, from: "utf8", to: "utf16le"): Uint8Array;
}

interface Runtime {
  readonly process?: { getBuiltinModule?(name: string): unknown };
}

/** Text as UTF-16 units, valid until the next text is read. */
export interface TextUnits {
  readonly units: Uint16Array;
  readonly isAscii: boolean;
  /** The text between two units, as a string of its own that keeps no other alive. */
  slice(start: number, end: number): string;
  /** The same between two bytes of ASCII, for text in UTF-8: it takes half the memory. `null` where that is not so. */
  readonly sliceAscii: ((start: number, end: number) => string) | null;
}

const FIRST_CAPACITY = 16 * 1024;
let scratch = new Uint16Array(FIRST_CAPACITY);

function scratchFor(count: number): Uint16Array<ArrayBuffer> {
  if (scratch.length < count) scratch = new Uint16Array(2 * count);
  return scratch;
}

const nativeBuffer = findNativeBuffer();

function findNativeBuffer(): NativeBuffer | null {
  // What is missing is looked for before it is used.
  const found = (globalThis as Runtime).process?.getBuiltinModule?.("buffer") as Partial<NativeBuffer> | undefined;
  const isWhole = typeof found?.isUtf8 === "function" && typeof found.isAscii === "function" && typeof found.transcode === "function";
  return isWhole && isLittleEndian ? (found as NativeBuffer) : null;
}

/**
 * The UTF-16 units of bytes that are UTF-8.
 *
 * @returns `null` when they are not; a byte order mark is kept as U+FEFF
 */
export function readUtf8Units(bytes: Uint8Array): TextUnits | null {
  return nativeBuffer === null || nativeSlices === null ? readPortably(bytes) : readNatively(bytes, nativeBuffer, nativeSlices);
}

/** Text in UTF-8 as bytes, valid until the next text is read. */
export interface TextBytes extends BytePairs {
  readonly isAscii: boolean;
  /** The text between two bytes, as a string of its own that keeps no other alive. */
  slice(start: number, end: number): string;
  /** The same where all bytes are ASCII. */
  sliceAscii(start: number, end: number): string;
}

/** So many bytes of a text are looked at, and at most so many may be none of ASCII, for it to be read as bytes. */
const SAMPLED_BYTES = 64;
const MOST_WIDE = 1;

/**
 * The bytes of a text that seems to be nearly all ASCII, which is read faster by them than by units.
 *
 * @returns `undefined` where {@link readUtf8Units} is to be asked, `null` when the bytes are not UTF-8
 */
export function readUtf8Bytes(bytes: Uint8Array): TextBytes | null | undefined {
  if (nativeBuffer === null || nativeSlices === null || !isMostlyAscii(bytes)) return undefined;
  const isAscii = nativeBuffer.isAscii(bytes);
  if (!isAscii && !nativeBuffer.isUtf8(bytes)) return null;
  const pairs = scratchFor((bytes.length + 1) >> 1);
  const own = new Uint8Array(pairs.buffer);
  own.set(bytes);
  const { latin1Slice, utf8Slice } = nativeSlices;
  return {
    bytes: own,
    pairs,
    isAscii,
    slice: (start, end) => utf8Slice.call(bytes, start, end),
    sliceAscii: (start, end) => latin1Slice.call(bytes, start, end),
  };
}

function isMostlyAscii(bytes: Uint8Array): boolean {
  const step = Math.max(1, Math.floor(bytes.length / SAMPLED_BYTES));
  let wide = 0;
  for (let at = 0; at < bytes.length && wide <= MOST_WIDE; at += step) if (bytes[at]! >= 0x80) wide++;
  return wide <= MOST_WIDE;
}

/** Units that were decoded already; the text holds as long as they do. */
export function unitsAsText(decoded: Uint16Array, count: number): TextUnits {
  const units = decoded.subarray(0, count);
  if (nativeSlices === null)
    return { units, isAscii: false, slice: (start, end) => textOfUnits(units.subarray(start, end), end - start), sliceAscii: null };
  const { ucs2Slice } = nativeSlices;
  const pairs = new Uint8Array(units.buffer, units.byteOffset, 2 * count);
  return { units, isAscii: false, slice: (start, end) => ucs2Slice.call(pairs, 2 * start, 2 * end), sliceAscii: null };
}

function readNatively(bytes: Uint8Array, native: NativeBuffer, slices: NativeSlices): TextUnits | null {
  const sliceAscii = (start: number, end: number): string => slices.latin1Slice.call(bytes, start, end);
  if (!native.isUtf8(bytes)) return null;
  const pairs = native.transcode(bytes, "utf8", "utf16le");
  const units = scratchFor(bytes.length);
  new Uint8Array(units.buffer).set(pairs);
  return {
    units: units.subarray(0, pairs.length >> 1),
    isAscii: false,
    slice: (start, end) => slices.ucs2Slice.call(pairs, 2 * start, 2 * end),
    sliceAscii,
  };
}

/** The same without what a runtime has. */
export function readPortably(bytes: Uint8Array): TextUnits | null {
  const units = scratchFor(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length;) {
    const lead = bytes[index]!;
    if (lead < 0x80) {
      units[length++] = lead;
      index++;
      continue;
    }
    const point = readSequence(bytes, index);
    if (point < 0) return null;
    if (point > 0xffff) units[length++] = 0xd7c0 + (point >> 10);
    units[length++] = point > 0xffff ? 0xdc00 + (point & 0x3ff) : point;
    index += point < 0x800 ? 2 : point > 0xffff ? 4 : 3;
  }
  let text: string | null = null;
  const isAscii = length === bytes.length;
  return {
    units: units.subarray(0, length),
    isAscii,
    slice(start, end) {
      text ??= utf8.decode(bytes);
      return text.slice(start, end);
    },
    sliceAscii: null,
  };
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Code point of the sequence that begins with a byte from 0x80 on; -1 when it is not valid. */
function readSequence(bytes: Uint8Array, index: number): number {
  const { length } = bytes;
  const lead = bytes[index]!;
  if (lead < 0xc2 || lead > 0xf4 || index + 1 >= length) return -1;
  const second = bytes[index + 1]! ^ 0x80;
  if (second > 0x3f) return -1;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  if (index + 2 >= length) return -1;
  const third = bytes[index + 2]! ^ 0x80;
  if (third > 0x3f) return -1;
  if (lead < 0xf0) {
    const code = ((lead & 0x0f) << 12) | (second << 6) | third;
    return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? -1 : code;
  }
  if (index + 3 >= length) return -1;
  const fourth = bytes[index + 3]! ^ 0x80;
  const point = ((lead & 0x07) << 18) | (second << 12) | (third << 6) | fourth;
  return fourth > 0x3f || point < 0x10000 || point > 0x10ffff ? -1 : point;
}
