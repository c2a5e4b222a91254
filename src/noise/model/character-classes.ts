import { PACKED_CLASSES } from "./character-classes.generated.ts";

/** Classes of UTF-16 code units, as far as telling text from furniture asks for them. */
export const CLASS = {
  other: 0,
  space: 1,
  lower: 2,
  upper: 3,
  /** Letters without case: Arabic, Hebrew, Devanagari, Hangul, … */
  caseless: 4,
  /** Writing without blanks between words: Han, kana, Thai, Lao, Khmer, Burmese. */
  dense: 5,
  digit: 6,
  /** Ends a sentence: `.`, `!`, `?`, `…` and their like. */
  stop: 7,
  comma: 8,
  colon: 9,
  /** Quotation marks. */
  quote: 10,
  /** Brackets. */
  bracket: 11,
  /** Joins or lists: `|`, `/`, `•`, `-`, … */
  separator: 12,
  mark: 13,
  /** Half of a character beyond U+FFFF: mostly pictures. */
  surrogate: 14,
} as const;

const CODE_UNITS = 0x10000;

/** The class of every UTF-16 code unit, and the small letter a capital stands for. */
export interface CharacterTables {
  readonly classes: Uint8Array;
  readonly lower: Uint16Array;
}

let tables: CharacterTables | null = null; // made at first use

export function characterTables(): CharacterTables {
  tables ??= unpackClasses(PACKED_CLASSES);
  return tables;
}

/** A class as a letter from `a` on, and how many code units in a row have it, to the base 36; one where it is not said. */
const RUN = /([a-o])([0-9A-Z]*)/g;
const FIRST_LETTER = 97;

/** Reads classes from their packed form; code units beyond its end are of the class 0. */
export function unpackClasses(packed: string): CharacterTables {
  const classes = new Uint8Array(CODE_UNITS);
  const lower = new Uint16Array(CODE_UNITS);
  for (let own = 0; own < CODE_UNITS; own++) lower[own] = own;
  let code = 0;
  for (const [, letter = "a", count = ""] of packed.matchAll(RUN)) {
    const end = code + (count === "" ? 1 : Number.parseInt(count, 36));
    const value = letter.charCodeAt(0) - FIRST_LETTER;
    classes.fill(value, code, end);
    if (value === CLASS.upper) fillLower(lower, code, end);
    code = end;
  }
  return { classes, lower };
}

function fillLower(lower: Uint16Array, from: number, to: number): void {
  for (let code = from; code < to; code++) {
    const small = String.fromCharCode(code).toLowerCase();
    if (small.length === 1) lower[code] = small.charCodeAt(0);
  }
}
