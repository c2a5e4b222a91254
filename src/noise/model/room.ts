/** Up to this size a buffer that is too small grows to twice what is needed. */
const SMALL = 1 << 16;

/** Room for a buffer that has to hold so many numbers now, and a few more soon. */
export function roomFor(count: number): number {
  return count < SMALL ? count * 2 : count + (count >> 3);
}
