/** From this length in bytes on a line is text of its own; shorter ones are looked for elsewhere in the dump. */
export const SHORTEST_CONTEXT = 200;
/** Visible bytes of a line that is worth counting. */
const FEWEST_VISIBLE = 2;
/** Fowler, Noll and Vo's hash, 32 bits. */
const HASH_PRIME = 0x01000193;
const HASH_SEED = 0x811c9dc5 | 0;

/**
 * Hash of a line's bytes without blanks at its ends: capitals of ASCII are small letters, a number is a number, and
 * zero bytes are passed over, so that the units of UTF-16 count as well; 0 when nothing is left.
 */
export function hashLine(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  let visible = 0;
  let isAfterBlank = false;
  let isAfterDigit = false;
  for (let at = start; at < end; at++) {
    let byte = bytes[at]!;
    if (byte <= 0x20) {
      if (byte !== 0) isAfterBlank = true;
      continue;
    }
    if (isAfterBlank && visible > 0) hash = Math.imul(hash ^ 0x20, HASH_PRIME);
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (isDigit && isAfterDigit && !isAfterBlank) continue;
    isAfterDigit = isDigit;
    isAfterBlank = false;
    if (isDigit) byte = 0x30;
    else if (byte >= 0x41 && byte <= 0x5a) byte |= 0x20;
    visible++;
    hash = Math.imul(hash ^ byte, HASH_PRIME);
  }
  if (visible < FEWEST_VISIBLE) return 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13) || 1;
}
