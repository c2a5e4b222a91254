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

/** Reads UTF-16 of the machine's own byte order from memory: `start` and `end` in bytes. */
type Slice = (this: Uint8Array, start: number, end: number) => string;

const nativeSlice = isLittleEndian ? findNativeSlice("ucs2Slice", [0x41, 0, 0x3d, 0xd8, 0x00, 0xde, 0x10, 0x04], "A\u{1F600}\u0410") : null;
const nativeLatin1Slice = findNativeSlice("latin1Slice", [0x41, 0x80, 0xe9, 0xff], "A\u0080\u00e9\u00ff");

/**
 * A method of Node's buffers, which make strings several times faster than `TextDecoder`; `null` where there is
 * none or it says anything else than expected.
 */
function findNativeSlice(name: "ucs2Slice" | "latin1Slice", bytes: readonly number[], text: string): Slice | null {
  // Not by the global's plain name, or bundlers would add a replacement to pages.
  const holder = (globalThis as unknown as Readonly<Record<string, { prototype?: Record<string, unknown> } | undefined>>)["Buffer"];
  const slice = holder?.prototype?.[name];
  if (typeof slice !== "function") return null;
  try {
    const native = slice as Slice; // what follows shows whether it is
    return native.call(Uint8Array.from(bytes), 0, bytes.length) === text ? native : null;
  } catch {
    return null;
  }
}

/** Text of bytes that are all the code points of the same number, `null` where that is no faster than by code units. */
export function textOfLatin1(bytes: Uint8Array): string | null {
  return nativeLatin1Slice === null ? null : nativeLatin1Slice.call(bytes, 0, bytes.length);
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
  if (nativeSlice !== null) {
    const bytes = units === scratch ? scratchBytes : new Uint8Array(units.buffer, units.byteOffset, count * 2);
    return nativeSlice.call(bytes, 0, count * 2);
  }
  return joinUnits(units, count);
}

/** The same without what a runtime has. */
export function joinUnits(units: Uint16Array, count: number): string {
  if (isLittleEndian && count > FEW_UNITS) return utf16.decode(units.subarray(0, count));
  let text = "";
  for (let start = 0; start < count; start += BLOCK) {
    // `apply` takes any array-like of numbers; its declaration knows arrays only.
    text += String.fromCharCode.apply(null, units.subarray(start, Math.min(count, start + BLOCK)) as unknown as number[]);
  }
  return text;
}
