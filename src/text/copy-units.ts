import { findBuffer } from "../encoding/native-buffer.ts";
import { isLittleEndian } from "../encoding/units.ts";

/** Copies the first `count` UTF-16 units of a text to the beginning of its array. */
export type CopyUnits = (text: string, count: number) => void;

/** What is used of one of Node's buffers. */
interface NativeBuffer {
  write(text: string, offset: number, byteCount: number, encoding: "utf16le"): number;
}

/**
 * A way to copy the beginning of a text to an array, which is read faster than a string, unit by unit: where the
 * runtime has Node's `Buffer` the copy costs a few nanoseconds.
 */
export function createUnitCopier(units: Uint16Array<ArrayBuffer>): CopyUnits {
  const holder = findBuffer();
  if (isLittleEndian && typeof holder?.from === "function") {
    const native = holder.from(units.buffer) as NativeBuffer; // what follows shows whether it is
    if (native.write("A\u0410\u{1F600}", 0, 8, "utf16le") === 8 && units[1] === 0x410 && units[3] === 0xde00)
      return (text, count) => void native.write(text, 0, 2 * count, "utf16le");
  }
  return (text, count) => {
    for (let index = 0; index < count; index++) units[index] = text.charCodeAt(index);
  };
}
