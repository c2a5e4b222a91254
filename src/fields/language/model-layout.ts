import { createContexts } from "./range-decoder.ts";

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
}

/** Contexts at even odds. */
export function createRowContexts(): RowContexts {
  return {
    presence: createContexts(PARENT_CLASSES * PARENT_CLASSES * DENSITY_CLASSES * 3),
    level: createContexts((PARENT_CLASSES * PARENT_CLASSES) << LEVEL_BITS),
  };
}

/** How much of a row is filled so far and how far it has been read, as a class for each pair of counts below 256. */
export function createFillClasses(): Uint8Array {
  const classes = new Uint8Array(1 << 16);
  for (let read = 0; read < 256; read++) {
    const stage = read < 4 ? 0 : read < 16 ? 1 : 2;
    for (let present = 0; present <= read; present++) classes[(present << 8) | read] = densityClass(present, read) * 3 + stage;
  }
  return classes;
}

function densityClass(present: number, read: number): number {
  if (present === 0) return 0;
  const sixteenths = (present * 16) / read;
  return sixteenths < 1 ? 1 : sixteenths < 2 ? 2 : sixteenths < 4 ? 3 : sixteenths < 8 ? 4 : sixteenths < 12 ? 5 : 6;
}

/** Class of each level of a language that another is coded by. */
const PARENT_CLASS = Uint8Array.of(0, 1, 2, 2, 3, 3, 4, 4);

/**
 * Context of 'has this language a weight in this row': the levels of the two languages it is likest, how many
 * languages before it have one, and how far the row has been read.
 *
 * @param fill - what {@link createFillClasses} gives
 */
export function presenceContext(fill: Uint8Array, first: number, second: number, present: number, read: number): number {
  return (PARENT_CLASS[first]! * PARENT_CLASSES + PARENT_CLASS[second]!) * (DENSITY_CLASSES * 3) + fill[(present << 8) | read]!;
}

/** First context of the binary tree a level is written with. */
export function levelContext(first: number, second: number): number {
  return (PARENT_CLASS[first]! * PARENT_CLASSES + PARENT_CLASS[second]!) << LEVEL_BITS;
}

// Steps between ascending hashes are written in the printable characters from `#` on but the backslash, so that what
// packs the text sees each step: those below STEP_SHORT as one character; those from there on as one of STEP_LEADS
// and another; longer ones as the last character and three.
export const SYMBOLS = 91;
export const FIRST_SYMBOL = 0x23;
export const BACKSLASH = 0x5c;
export const STEP_SHORT = 81;
const STEP_LEADS = SYMBOLS - STEP_SHORT - 1;
export const STEP_MIDDLE = STEP_SHORT + STEP_LEADS * SYMBOLS;
