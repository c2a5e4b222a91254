/**
 * Scripts as the language detector tells them apart; the numbers index its tables. `NONE` is everything that
 * is no letter, `COMMON` a sign that belongs to the word it stands in (combining accents, apostrophes).
 */
export const SCRIPT = {
  NONE: 0,
  COMMON: 1,
  IGNORED: 2,
  LATIN: 3,
  CYRILLIC: 4,
  ARABIC: 5,
  DEVANAGARI: 6,
  BENGALI: 7,
  HEBREW: 8,
  ETHIOPIC: 9,
  TIBETAN: 10,
  MYANMAR: 11,
  TIFINAGH: 12,
  HAN: 13,
  KANA: 14,
  HANGUL: 15,
  GREEK: 16,
  ARMENIAN: 17,
  SYRIAC: 18,
  THAANA: 19,
  NKO: 20,
  GURMUKHI: 21,
  GUJARATI: 22,
  ODIA: 23,
  TAMIL: 24,
  TELUGU: 25,
  KANNADA: 26,
  MALAYALAM: 27,
  SINHALA: 28,
  THAI: 29,
  LAO: 30,
  GEORGIAN: 31,
  CHEROKEE: 32,
  SYLLABICS: 33,
  KHMER: 34,
  MONGOLIAN: 35,
  OL_CHIKI: 36,
  MEETEI: 37,
  BOPOMOFO: 38,
} as const;

/** Number of scripts, the length of a table indexed by them. */
export const SCRIPT_COUNT = 39;

/** Code units from here on are told apart by range, those below by table. */
export const TABLE_END = 0x3100;

/** The sign every apostrophe inside a word is read as. */
export const APOSTROPHE = 0x27;

// First and last code unit of the letters and marks of each script (Unicode 16, Blocks.txt and
// Scripts.txt); digits and punctuation are left out. Later rows win.
const RANGES: readonly (readonly [script: number, ...bounds: number[]])[] = [
  [SCRIPT.LATIN, 0x41, 0x5a, 0x61, 0x7a, 0xaa, 0xaa, 0xba, 0xba, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2af, 0x1e00, 0x1eff, 0x2c60, 0x2c7f],
  [SCRIPT.COMMON, 0x27, 0x27, 0x60, 0x60, 0xb4, 0xb4, 0x2b9, 0x2bc, 0x2bf, 0x2bf, 0x2c8, 0x2c8, 0x300, 0x36f, 0x2018, 0x2019],
  [
    SCRIPT.IGNORED,
    0xad,
    0xad,
    0x200b,
    0x200f,
    0x202a,
    0x202e,
    0x2060,
    0x2069,
    0x640,
    0x640,
    0x64b,
    0x65f,
    0x670,
    0x670,
    0x591,
    0x5bd,
    0x5bf,
    0x5c7,
  ],
  [SCRIPT.GREEK, 0x370, 0x373, 0x376, 0x37d, 0x386, 0x386, 0x388, 0x3ff, 0x1f00, 0x1ffe],
  [SCRIPT.CYRILLIC, 0x400, 0x481, 0x48a, 0x52f, 0x1c80, 0x1c88],
  [SCRIPT.ARMENIAN, 0x531, 0x556, 0x561, 0x588],
  [SCRIPT.HEBREW, 0x5d0, 0x5ea, 0x5ef, 0x5f2],
  [
    SCRIPT.ARABIC,
    0x620,
    0x63f,
    0x641,
    0x64a,
    0x66e,
    0x66f,
    0x671,
    0x6d3,
    0x6d5,
    0x6d5,
    0x6ee,
    0x6ef,
    0x6fa,
    0x6ff,
    0x750,
    0x77f,
    0x8a0,
    0x8c7,
  ],
  [SCRIPT.SYRIAC, 0x710, 0x74f],
  [SCRIPT.THAANA, 0x780, 0x7b1],
  [SCRIPT.NKO, 0x7ca, 0x7f5],
  [SCRIPT.DEVANAGARI, 0x900, 0x963, 0x971, 0x97f],
  [SCRIPT.BENGALI, 0x980, 0x9e3, 0x9f0, 0x9f1],
  [SCRIPT.GURMUKHI, 0xa01, 0xa51, 0xa59, 0xa5e, 0xa70, 0xa75],
  [SCRIPT.GUJARATI, 0xa81, 0xae3],
  [SCRIPT.ODIA, 0xb01, 0xb63, 0xb71, 0xb71],
  [SCRIPT.TAMIL, 0xb82, 0xbd7],
  [SCRIPT.TELUGU, 0xc00, 0xc63],
  [SCRIPT.KANNADA, 0xc80, 0xce3],
  [SCRIPT.MALAYALAM, 0xd00, 0xd63, 0xd7a, 0xd7f],
  [SCRIPT.SINHALA, 0xd81, 0xddf, 0xdf2, 0xdf3],
  [SCRIPT.THAI, 0xe01, 0xe3a, 0xe40, 0xe4e],
  [SCRIPT.LAO, 0xe81, 0xecd, 0xedc, 0xedf],
  [SCRIPT.TIBETAN, 0xf00, 0xf00, 0xf40, 0xfbc],
  [SCRIPT.MYANMAR, 0x1000, 0x103f, 0x1050, 0x108f, 0x109a, 0x109d],
  [SCRIPT.GEORGIAN, 0x10a0, 0x10ff, 0x1c90, 0x1cbf, 0x2d00, 0x2d2d],
  [SCRIPT.HANGUL, 0x1100, 0x11ff],
  [SCRIPT.ETHIOPIC, 0x1200, 0x135f, 0x1380, 0x138f, 0x2d80, 0x2dde],
  [SCRIPT.CHEROKEE, 0x13a0, 0x13fd],
  [SCRIPT.SYLLABICS, 0x1401, 0x166c, 0x166f, 0x167f],
  [SCRIPT.KHMER, 0x1780, 0x17d3],
  [SCRIPT.MONGOLIAN, 0x1820, 0x18aa],
  [SCRIPT.OL_CHIKI, 0x1c5a, 0x1c7d],
  [SCRIPT.TIFINAGH, 0x2d30, 0x2d7f],
  [SCRIPT.HAN, 0x3005, 0x3007],
  [SCRIPT.KANA, 0x3041, 0x3096, 0x309d, 0x309f, 0x30a1, 0x30fa, 0x30fc, 0x30ff],
];

// Letters written with two code points for one sound: Romanian with comma below or with cedilla.
const SAME_LETTER: Readonly<Record<number, number>> = { 0x219: 0x15f, 0x21b: 0x163 };

/** Bits of an entry of {@link letterTable} below its script: the lower-case letter. */
export const FOLD_BITS = 16;

let table: Uint32Array | null = null;

/** For each code unit below {@link TABLE_END} its {@link SCRIPT} and its lower-case letter; made on first use (about 1 ms). */
export function letterTable(): Uint32Array {
  table ??= createTable();
  return table;
}

export function createTable(): Uint32Array {
  const script = new Uint8Array(TABLE_END);
  for (const [id, ...bounds] of RANGES) {
    for (let index = 0; index < bounds.length; index += 2) script.fill(id, bounds[index], bounds[index + 1]! + 1);
  }
  const entries = new Uint32Array(TABLE_END);
  for (let code = 0; code < TABLE_END; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    // İ lowers to i and a combining dot: the dot is dropped.
    const folded = lower.length === 1 || code === 0x130 ? lower.charCodeAt(0) : code;
    const isApostrophe = script[code] === SCRIPT.COMMON && (code < 0x300 || code > 0x36f);
    entries[code] = (script[code]! << FOLD_BITS) | (isApostrophe ? APOSTROPHE : (SAME_LETTER[folded] ?? folded));
  }
  return entries;
}

/** The script of a code unit from {@link TABLE_END} on; surrogates and rare blocks are `NONE`. */
export function scriptOfHighUnit(code: number): number {
  if (code < 0x3400)
    return code <= 0x312f && code >= 0x3105 ? SCRIPT.BOPOMOFO : code >= 0x31f0 && code <= 0x31ff ? SCRIPT.KANA : SCRIPT.NONE;
  if (code <= 0x4dbf || (code >= 0x4e00 && code <= 0x9fff)) return SCRIPT.HAN;
  if (code >= 0xac00 && code <= 0xd7a3) return SCRIPT.HANGUL;
  if (code >= 0xabc0 && code <= 0xabea) return SCRIPT.MEETEI;
  if (code >= 0xa640 && code <= 0xa69f) return SCRIPT.CYRILLIC;
  if (code >= 0xa722 && code <= 0xa7bf) return SCRIPT.LATIN;
  if (code >= 0xaa60 && code <= 0xaa7f) return SCRIPT.MYANMAR;
  if (code >= 0xab01 && code <= 0xab2e) return SCRIPT.ETHIOPIC;
  if (code >= 0xf900 && code <= 0xfaff) return SCRIPT.HAN;
  return SCRIPT.NONE;
}
