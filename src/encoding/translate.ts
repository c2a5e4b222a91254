import { PAIR_STEP } from "./model.generated.ts";
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
/** A word of one letter in another script than the Latin one: rather a letter of an ASCII text. */
const LONE_LETTER = 3;
/** A byte that stands once only and for nothing that texts hold is damage, up to so often. */
const DAMAGE = 11;
const DAMAGE_LIMIT = 2;
const DAMAGE_PRICE = 10.5;

/** A piece of the sample as one encoding reads it. */
export interface Translation {
  /** Letter classes in order. */
  classes: Uint8Array;
  /** Nats of all that does not depend on the language. */
  cost: number;
}

/** Neighbours read before a sum is compared with its limit. */
const STRIDE = 16;

/** Sum of the levels of all neighbouring classes; where it is above `limit`, some number above `limit`. */
export function sumPairs(classes: Uint8Array, levels: Uint8Array, limit: number): number {
  const { length } = classes;
  let sum = 0;
  let row = 0;
  for (let start = 0; start < length && sum <= limit; start += STRIDE) {
    const end = Math.min(length, start + STRIDE);
    for (let index = start; index < end; index++) {
      const current = classes[index]!;
      sum += levels[row + current]!;
      row = current * CLASSES;
    }
  }
  return sum;
}

/** Where classes are gathered: most candidates are given up before theirs are needed. */
let scratch = new Uint8Array(2048);

/**
 * The sample's letter classes in a reading, and the price of all that does not depend on the language; `null`
 * as soon as the price is above `limit` whatever the language.
 *
 * @param start - nats to begin with
 * @param counts - how often the record holds each byte, for telling damage; `null` for a text too short for that
 */
export function translate(
  reading: Reading,
  bytes: Uint8Array,
  start: number,
  limit: number,
  counts: Int32Array | null,
): Translation | null {
  let damaged = counts === null ? DAMAGE_LIMIT : 0;
  const { classes: classOf, tones, shapes, prices, lowest } = reading;
  if (scratch.length < bytes.length * 2) scratch = new Uint8Array(bytes.length * 2);
  const classes = scratch;
  let length = 0;
  let cost = start;
  let levels = 0;
  let row = 0;
  let before: number = BOUNDARY;
  let beforeSymbol: number = BOUNDARY;
  const otherScript = reading.candidate.script !== "latin" && reading.candidate.script !== "vietnamese";
  let beforeBefore: number = BOUNDARY;
  let capitals = 0;
  let lastByte = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    const shape = shapes[byte]!;
    const letterClass = classOf[byte]!;
    classes[length++] = letterClass;
    levels += lowest[row + letterClass]!;
    row = letterClass * CLASSES;
    const tone = tones[byte]!;
    if (tone !== 0) {
      classes[length++] = tone;
      levels += lowest[row + tone]!;
      row = tone * CLASSES;
    }
    if (shape === SYMBOL && damaged < DAMAGE_LIMIT && prices[byte]! >= DAMAGE_PRICE && counts![byte] === 1) {
      damaged++;
      cost += DAMAGE;
      lastByte = byte;
      beforeBefore = before;
      before = BOUNDARY;
      continue;
    }
    if (prices[byte] !== 0) cost += byte === lastByte && shape >= SYMBOL ? prices[byte]! * REPEATED_SYMBOL : prices[byte]!;
    lastByte = byte;
    if (shape === BOUNDARY) {
      if (before >= LOWER && before <= CASELESS && beforeBefore === BOUNDARY && otherScript) cost += LONE_LETTER;
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
    beforeBefore = before;
    before = shape;
    if ((index & (STRIDE - 1)) === STRIDE - 1 && cost + PAIR_STEP * levels > limit) return null;
  }
  if (cost + PAIR_STEP * levels > limit) return null;
  return { classes: classes.slice(0, length), cost };
}
