/** Bits of a probability in the adaptive contexts. */
export const PROBABILITY_BITS = 12;
/** How fast a context follows what it sees: a step is 1/32 of the way. */
export const ADAPTATION_SHIFT = 5;
/** The range is topped up with a byte when it falls below this. */
export const RANGE_FLOOR = 1 << 24;

/** Contexts at even odds. */
export function createContexts(count: number): Uint16Array {
  return new Uint16Array(count).fill(1 << (PROBABILITY_BITS - 1));
}
