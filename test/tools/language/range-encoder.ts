import { ADAPTATION_SHIFT, PROBABILITY_BITS, RANGE_FLOOR } from "../../../src/fields/language/range-decoder.ts";

/** Writes bits that `decodeRows` reads back. */
export interface BitWriter {
  write(contexts: Uint16Array, context: number, bit: number): void;
  finish(): Uint8Array;
}

/** Encoder of the adaptive binary range coder, with carries resolved in the bytes already written. */
export function createBitWriter(): BitWriter {
  const bytes: number[] = [];
  let low = 0;
  let range = 0xffffffff;
  const carry = (): void => {
    let index = bytes.length - 1;
    while (index >= 0 && bytes[index] === 0xff) bytes[index--] = 0;
    if (index >= 0) bytes[index]!++;
  };
  const shift = (): void => {
    bytes.push(Math.floor(low / 0x1000000) & 0xff);
    low = (low % 0x1000000) * 0x100;
  };
  return {
    write(contexts, context, bit) {
      const probability = contexts[context]!;
      const bound = (range >>> PROBABILITY_BITS) * probability;
      if (bit === 0) {
        range = bound;
        contexts[context] = probability + (((1 << PROBABILITY_BITS) - probability) >>> ADAPTATION_SHIFT);
      } else {
        low += bound;
        range = (range - bound) >>> 0;
        contexts[context] = probability - (probability >>> ADAPTATION_SHIFT);
      }
      if (low > 0xffffffff) {
        carry();
        low -= 0x100000000;
      }
      while (range < RANGE_FLOOR) {
        range = (range << 8) >>> 0;
        shift();
      }
    },
    finish() {
      for (let index = 0; index < 4; index++) shift();
      return Uint8Array.from(bytes);
    },
  };
}
