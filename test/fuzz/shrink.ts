import { join } from "./mutate.ts";

/** Tries that one finding is worth. */
const MOST_TRIES = 1500;

/** Takes out of the bytes what can be spared while `isSame` still holds: halves first, single bytes last. */
export async function shrink(bytes: Uint8Array, isSame: (bytes: Uint8Array) => Promise<boolean>): Promise<Uint8Array> {
  let small = bytes;
  let tries = 0;
  for (let size = Math.ceil(bytes.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < small.length && tries < MOST_TRIES;) {
      const without = join(small.subarray(0, start), small.subarray(start + size));
      tries++;
      if (await isSame(without)) small = without;
      else start += size;
    }
  }
  return small;
}
