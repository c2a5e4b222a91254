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
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** In this order; a later class overrides an earlier one. */
const CLASS_PATTERNS: readonly (readonly [number, RegExp])[] = [
  [CLASS.space, /[\s\u0085]+/gu],
  [CLASS.caseless, /\p{L}+/gu],
  [CLASS.lower, /\p{Ll}+/gu],
  [CLASS.upper, /[\p{Lu}\p{Lt}]+/gu],
  [CLASS.dense, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu],
  [CLASS.mark, /\p{M}+/gu],
  [CLASS.digit, /\p{Nd}+/gu],
  [CLASS.separator, /[\p{Pd}|/\\<>»«•·*#+=_~→←▸►■●○◆▪■□※]+/gu],
  [CLASS.bracket, /[()[\]{}（）【】「」『』〈〉《》]+/gu],
  [CLASS.quote, /["'“”„‟‘’‚‹›«»]+/gu],
  [CLASS.comma, /[,;、，；،؛]+/gu],
  [CLASS.colon, /[:：]+/gu],
  [CLASS.stop, /[.!?…。！？｡．؟۔।॥։።៕]+/gu],
];

/** The class of every UTF-16 code unit, and the small letter a capital stands for. */
export interface CharacterTables {
  readonly classes: Uint8Array;
  readonly lower: Uint16Array;
}

let tables: CharacterTables | null = null; // made at first use: a few milliseconds

export function characterTables(): CharacterTables {
  tables ??= makeTables();
  return tables;
}

/** Stretches whose code units are all of one class in every release of Unicode, but for a few that are unassigned. */
const UNIFORM: readonly (readonly [from: number, to: number, value: number])[] = [
  [0x3400, 0x4dc0, CLASS.dense],
  [0x4e00, 0xa000, CLASS.dense],
  [0xac00, 0xd7a4, CLASS.caseless],
  [FIRST_SURROGATE, LAST_SURROGATE + 1, CLASS.surrogate],
  [LAST_SURROGATE + 1, 0xf900, CLASS.other],
];

function makeTables(): CharacterTables {
  const classes = new Uint8Array(CODE_UNITS);
  const lower = Uint16Array.from(classes.keys());
  let start = 0;
  for (const [from, to, value] of [...UNIFORM, [CODE_UNITS, CODE_UNITS, CLASS.other]] as const) {
    classify(start, from, classes);
    classes.fill(value, from, to);
    start = to;
  }
  for (let code = 0; code < CODE_UNITS; code++) {
    if (classes[code] !== CLASS.upper) continue;
    const small = String.fromCharCode(code).toLowerCase();
    if (small.length === 1) lower[code] = small.charCodeAt(0);
  }
  return { classes, lower };
}

function classify(from: number, to: number, classes: Uint8Array): void {
  const all = String.fromCharCode(...Array.from({ length: to - from }, (_, index) => from + index));
  for (const [value, pattern] of CLASS_PATTERNS) {
    for (const { index, 0: run } of all.matchAll(pattern)) classes.fill(value, from + index, from + index + run.length);
  }
}
