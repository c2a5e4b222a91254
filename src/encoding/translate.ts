import { CLASSES } from "./model.ts";
import { BOUNDARY, CASELESS, LOWER, PLAIN, SYMBOL, UPPER, type Reading } from "./reading.ts";

// Nats of what words rarely do, whatever their language.
const CAPITAL_START = 1.9;
const LOWER_TO_UPPER = 6;
const SECOND_CAPITAL = 2.3;
const CAPITALS_TO_LOWER = 3;
/** A letter of another script inside a word. */
const MIXED_WORD = 5;
/** A symbol between two letters. */
const SYMBOL_IN_WORD = 6;
const REPEATED_SYMBOL = 0.2;

/** A piece of the sample as one encoding reads it. */
export interface Translation {
  /** Letter classes in order. */
  classes: Uint8Array;
  /** Nats of all that does not depend on the language. */
  cost: number;
}

/** Sum of the levels of all neighbouring classes. */
export function sumPairs(classes: Uint8Array, levels: Uint8Array): number {
  let sum = 0;
  let row = 0;
  for (let index = 0; index < classes.length; index++) {
    const current = classes[index]!;
    sum += levels[row + current]!;
    row = current * CLASSES;
  }
  return sum;
}

/** The sample's letter classes in a reading, and the price of all that does not depend on the language. */
export function translate(reading: Reading, bytes: Uint8Array): Translation {
  const { classes: classOf, tones, shapes, prices } = reading;
  const classes = new Uint8Array(bytes.length * 2);
  let length = 0;
  let cost = 0;
  let before: number = BOUNDARY;
  let beforeSymbol: number = BOUNDARY;
  let capitals = 0;
  let lastByte = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    const shape = shapes[byte]!;
    classes[length++] = classOf[byte]!;
    if (tones[byte] !== 0) classes[length++] = tones[byte]!;
    if (prices[byte] !== 0) cost += byte === lastByte && shape >= SYMBOL ? prices[byte]! * REPEATED_SYMBOL : prices[byte]!;
    lastByte = byte;
    if (shape === BOUNDARY) {
      capitals = 0;
    } else if (shape <= CASELESS) {
      if (before === PLAIN) cost += MIXED_WORD;
      else if (before === SYMBOL && beforeSymbol >= LOWER && beforeSymbol <= PLAIN) cost += SYMBOL_IN_WORD;
      if (shape === UPPER) {
        if (before === LOWER) cost += LOWER_TO_UPPER;
        else if (capitals === 0) cost += CAPITAL_START;
        else if (capitals === 1) cost += SECOND_CAPITAL;
        capitals++;
      } else if (shape === LOWER) {
        if (capitals > 1) cost += CAPITALS_TO_LOWER;
        capitals = 0;
      }
    } else if (shape === PLAIN) {
      if (before >= LOWER && before <= CASELESS) cost += MIXED_WORD;
      else if (before === SYMBOL && beforeSymbol >= LOWER && beforeSymbol <= PLAIN) cost += SYMBOL_IN_WORD;
    } else {
      beforeSymbol = before;
      capitals = 0;
    }
    before = shape;
  }
  return { classes: classes.subarray(0, length), cost };
}
