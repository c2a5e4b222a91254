/** What a UTF-16 unit is to the shape of a line. */
const OTHER = 0;
export const LETTER = 1;
export const DENSE_LETTER = 2;
export const DIGIT = 3;
export const BLANK = 4;

/** Writing without blanks says in one character what others say in about two and a half. */
export const DENSE_WIDTH = 2.5;

const ASCII_KINDS = new Uint8Array(128).map((_, code) => {
  if (code === 0x20 || code === 0x09) return BLANK;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? LETTER : OTHER;
});

/** First codes of the decimal digits that news are written with: Arabic, Persian, the Indic ones, full-width. */
const DIGIT_ZEROS: readonly number[] = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10,
];

/** Codes below this one are looked up; the scripts with many letters lie above. */
const TABLE_CODES = 0x3100;

/** Sorts a unit by its block: exact where it decides, roughly elsewhere, for the cost of one look-up. */
export function kindOf(code: number): number {
  return code < TABLE_CODES ? KINDS[code]! : findKind(code);
}

function findKind(code: number): number {
  if (code < 0x80) return ASCII_KINDS[code]!;
  if (code < 0xc0) return code === 0xa0 ? BLANK : code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : OTHER;
  if (code < 0x600) return code === 0xd7 || code === 0xf7 ? OTHER : LETTER;
  if (code < 0x2000) return kindOfMiddle(code);
  if (code < 0x2e80) return code >= 0x2c00 && code < 0x2e00 ? LETTER : OTHER;
  if (code < 0x3005) return OTHER;
  if (code < 0x3040) return code < 0x3008 ? DENSE_LETTER : OTHER;
  if (code < 0xa4d0) return code === 0x30fb ? OTHER : DENSE_LETTER;
  if (code < 0xd7b0) return LETTER;
  if (code < 0xe000) return DENSE_LETTER; // halves of the astral planes: Han, mostly
  if (code < 0xff00)
    return code >= 0xfb00 && code < 0xfe00 ? LETTER : code >= 0xfe70 ? LETTER : code >= 0xf900 && code < 0xfb00 ? DENSE_LETTER : OTHER;
  if (code >= 0xff10 && code <= 0xff19) return DIGIT;
  return (code >= 0xff21 && code <= 0xff5a) || (code >= 0xff66 && code <= 0xff9d) ? DENSE_LETTER : OTHER;
}

function kindOfMiddle(code: number): number {
  if (code >= 0x600 && code < 0x610) return OTHER;
  if (code === 0x61b || code === 0x61f || code === 0x66a || code === 0x6d4 || code === 0x964 || code === 0x965) return OTHER;
  if (digitValue(code) >= 0) return DIGIT;
  if ((code >= 0xe00 && code < 0xf00) || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)) return DENSE_LETTER;
  return LETTER;
}

/** 0…9, or -1 when the unit is no decimal digit. */
export function digitValue(code: number): number {
  if (code < 0x3a) return code >= 0x30 ? code - 0x30 : -1;
  if (code < 0x660) return -1;
  for (const zero of DIGIT_ZEROS) if (code >= zero && code < zero + 10) return code - zero;
  return -1;
}

/** Whether a letter belongs to a script that has capitals: Latin, Greek, Cyrillic, Armenian. */
export function isCased(code: number): boolean {
  return code < 0x590 || (code >= 0x1e00 && code < 0x2000) || (code >= 0x2c00 && code < 0x2e00);
}

const KINDS = new Uint8Array(TABLE_CODES).map((_, code) => findKind(code));

/** Small letter of a capital among the letters that labels are written with; others as they are. */
export function foldCase(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  if (code < 0x180) {
    if (code < 0x100) return code >= 0xc0 && code <= 0xde && code !== 0xd7 ? code + 0x20 : code;
    return isOddPair(code) ? ((code & 1) === 1 ? code + 1 : code) : code & 1 ? code : code + 1;
  }
  if (code >= 0x391 && code <= 0x3a9) return code + 0x20;
  if (code >= 0x410 && code <= 0x42f) return code + 0x20;
  if (code >= 0x400 && code <= 0x40f) return code + 0x50;
  return code === 0x490 ? 0x491 : code >= 0x1e00 && code < 0x1f00 && (code & 1) === 0 ? code + 1 : code;
}

/** Stretches of Latin Extended-A whose capitals have odd codes. */
function isOddPair(code: number): boolean {
  return (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17e);
}
