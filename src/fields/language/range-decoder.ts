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

/** Reads bits one by one; each call names the context the bit was written in. */
export type BitReader = (contexts: Uint16Array, context: number) => 0 | 1;

/**
 * Decoder of an adaptive binary range coder with carry-less renormalisation
 * (after [Subbotin 1999](https://en.wikipedia.org/wiki/Range_coding); the contexts are those of LZMA).
 */
export function createBitReader(bytes: Uint8Array): BitReader {
  let position = 4;
  let range = 0xffffffff;
  let code = ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0;
  return (contexts, context) => {
    const probability = contexts[context]!;
    const bound = (range >>> PROBABILITY_BITS) * probability;
    let bit: 0 | 1;
    if (code < bound) {
      range = bound;
      contexts[context] = probability + (((1 << PROBABILITY_BITS) - probability) >>> ADAPTATION_SHIFT);
      bit = 0;
    } else {
      range = (range - bound) >>> 0;
      code = (code - bound) >>> 0;
      contexts[context] = probability - (probability >>> ADAPTATION_SHIFT);
      bit = 1;
    }
    while (range < RANGE_FLOOR) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | (bytes[position++] ?? 0)) >>> 0;
    }
    return bit;
  };
}
