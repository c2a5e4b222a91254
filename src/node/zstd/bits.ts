import { damaged } from "./damaged.ts";

// Streams of bits in zstd's blocks are written forwards and read backwards, from a mark behind their last bit.

/** What can be read at once. */
export const MOST_BITS = 25;

/**
 * The `count` bits that end before bit `end`. Words of four bytes are read: as many should follow, for it takes long
 * where there are none.
 */
export function readBits(bytes: Uint8Array, end: number, count: number): number {
  const start = end - count;
  const at = start >> 3;
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  return (word >>> (start & 7)) & ((1 << count) - 1);
}

/** Where the stream in the bytes up to `end` begins to be read: its mark, the highest bit that is set there. */
export function findMark(bytes: Uint8Array, start: number, end: number): number {
  const last = end > start ? bytes[end - 1]! : 0;
  if (last === 0) throw damaged("a stream of bits has no end");
  return (end - 1) * 8 + 31 - Math.clz32(last);
}
