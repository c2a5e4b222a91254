/** Code units up to this many are joined by `String.fromCharCode`; the native decoder costs more to call than it saves. */
const FEW_UNITS = 48;
/** Arguments that `apply` takes at once: enough to be fast, few enough for every engine's stack. */
const BLOCK = 4096;
/** Texts up to this many code units are built in one array that is kept. */
const SCRATCH_UNITS = 1 << 15;

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });
const scratch = new Uint16Array(SCRATCH_UNITS);

/** Reads UTF-16 of the machine's own byte order from memory: `start` and `end` in bytes. */
type Slice = (this: Uint8Array, start: number, end: number) => string;

const nativeSlice = findNativeSlice();

/**
 * `ucs2Slice` of Node's buffers, which makes a string several times faster than `TextDecoder`; `null` where there
 * is none or it says anything else than expected.
 */
function findNativeSlice(): Slice | null {
  if (!isLittleEndian) return null;
  // Not by the global's plain name, or bundlers would add a replacement to pages.
  const holder = (globalThis as unknown as Readonly<Record<string, { prototype?: { ucs2Slice?: Slice } } | undefined>>)["Buffer"];
  const slice = holder?.prototype?.ucs2Slice;
  if (typeof slice !== "function") return null;
  try {
    return slice.call(new Uint8Array([0x41, 0, 0x3d, 0xd8, 0x00, 0xde, 0x10, 0x04]), 0, 8) === "A\u{1F600}\u0410" ? slice : null;
  } catch {
    return null;
  }
}

/** Whether strings are made from code units at the speed of memory, see {@link textOfUnits}. */
export const isFastFromUnits: boolean = nativeSlice !== null;

/** Room for code units; what it held before is lost with the next call. */
export function roomForUnits(count: number): Uint16Array {
  return count <= SCRATCH_UNITS ? scratch : new Uint16Array(count);
}

/**
 * Text of well-formed UTF-16 code units.
 *
 * @param count - how many of `units` to take, from the first
 */
export function textOfUnits(units: Uint16Array, count: number): string {
  if (nativeSlice !== null) {
    const bytes = new Uint8Array(units.buffer, units.byteOffset, count * 2);
    return nativeSlice.call(bytes, 0, count * 2);
  }
  if (isLittleEndian && count > FEW_UNITS) return utf16.decode(units.subarray(0, count));
  let text = "";
  for (let start = 0; start < count; start += BLOCK) {
    // `apply` takes any array-like of numbers; its declaration knows arrays only.
    text += String.fromCharCode.apply(null, units.subarray(start, Math.min(count, start + BLOCK)) as unknown as number[]);
  }
  return text;
}
