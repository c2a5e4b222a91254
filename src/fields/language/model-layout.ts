import { createContexts, type BitReader } from "./range-decoder.ts";

/** Bits of a weight's level; level 0 is not stored. */
export const LEVEL_BITS = 3;
/** Highest level. */
export const MAX_LEVEL = (1 << LEVEL_BITS) - 1;

const PARENT_CLASSES = 5;
const DENSITY_CLASSES = 7;

/** The contexts of one group of languages, see {@link presenceContext} and {@link levelContext}. */
export interface RowContexts {
  readonly presence: Uint16Array;
  readonly level: Uint16Array;
  readonly gap: Uint16Array;
}

/** Contexts at even odds. */
export function createRowContexts(): RowContexts {
  return {
    presence: createContexts(PARENT_CLASSES * PARENT_CLASSES * DENSITY_CLASSES * 3),
    level: createContexts((PARENT_CLASSES * PARENT_CLASSES) << LEVEL_BITS),
    gap: createContexts(32 << 5),
  };
}

/**
 * Context of 'has this language a weight in this row': the levels of the two languages it is likest, how many
 * languages before it have one, and how far the row has been read.
 */
export function presenceContext(first: number, second: number, present: number, read: number): number {
  const density =
    present === 0
      ? 0
      : present * 16 < read
        ? 1
        : present * 8 < read
          ? 2
          : present * 4 < read
            ? 3
            : present * 2 < read
              ? 4
              : present * 4 < read * 3
                ? 5
                : 6;
  const stage = read < 4 ? 0 : read < 16 ? 1 : 2;
  return ((parentClass(first) * PARENT_CLASSES + parentClass(second)) * DENSITY_CLASSES + density) * 3 + stage;
}

/** First context of the binary tree a level is written with. */
export function levelContext(first: number, second: number): number {
  return (parentClass(first) * PARENT_CLASSES + parentClass(second)) << LEVEL_BITS;
}

function parentClass(level: number): number {
  return level === 0 ? 0 : level < 2 ? 1 : level < 4 ? 2 : level < 6 ? 3 : 4;
}

/** Reads a whole number above zero in Elias-gamma form: how many bits it has, then the bits. */
export function readNumber(readBit: BitReader, contexts: Uint16Array): number {
  let bits = 0;
  while (readBit(contexts, bits) === 1) bits++;
  let value = 1;
  for (let index = bits - 1; index >= 0; index--) {
    // The two highest bits of each length have a context, the others are near even.
    const context = 32 + (bits << 2) + (index === bits - 1 ? 0 : index === bits - 2 ? 1 : 2);
    value = (value << 1) | readBit(contexts, context);
  }
  return value;
}
