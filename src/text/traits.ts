/**
 * What one look at every character code of a text tells: which clean-ups it needs, if any. The bits of a line are
 * a gate before everything that costs more: a bit may be set without need, never missing.
 */
export const TRAIT = {
  /** `&`, which may begin a character reference. */
  ampersand: 1 << 0,
  /** A control character: C0 but tab and line ends, delete, and C1 but U+0085. */
  control: 1 << 1,
  /** White space inside that is more than one blank, or other white space anywhere. */
  spacing: 1 << 2,
  /** A character that shows nothing and carries no meaning. */
  zeroWidth: 1 << 3,
  /** A character that may not be in normalisation form C, or that means something only beside another. */
  form: 1 << 4,
  /** An `n` or `t` where a line end or a tab may have lost its backslash. */
  lostEscape: 1 << 5,
  /** Anything but blanks and tabs. */
  ink: 1 << 6,
  /** A character from U+0080 on. */
  wide: 1 << 7,
  /** `~`, which begins the escapes of HZ. */
  tilde: 1 << 15,
  /** A blank at an end. */
  edge: 1 << 18,
  /** A character that UTF-8 read in an encoding of the Latin script may begin with; `Ã`, `É`, `├`. */
  latinLead: 1 << 19,
  /** The same for encodings of the Cyrillic script; `Р`, `п`, `╨`. */
  cyrillicLead: 1 << 20,
} as const;

// Bits of single characters that tell something only beside their neighbour: a bit of a character meets the next
// higher bit of the one that follows it, so that one shift finds all pairs.
const BLANK_BEFORE = 1 << 8;
const BLANK_AFTER = 1 << 9;
const LINE_END_BEFORE = 1 << 10;
const BLANK_AFTER_END = 1 << 11;
const ESCAPE_BEFORE = 1 << 12;
const ESCAPE_AFTER = 1 << 13; // n and t
const BLANK_BEFORE_END = 1 << 16;
const LINE_END_AFTER = 1 << 17; // line ends behind a blank
const EDGE_PAIR = BLANK_AFTER_END | LINE_END_AFTER;

/** What a line's first character stands behind. */
const LINE_START = LINE_END_BEFORE;

const CODE_UNITS = 0x10000;
const LF = 0x0a;
const CR = 0x0d;

/** Blocks whose characters are in form C beside any other of them, by the Unicode character database (16.0). */
const COMPOSED: readonly (readonly [number, number])[] = [
  [0x0000, 0x02ff], // Latin and IPA
  [0x0370, 0x0373],
  [0x0375, 0x037d],
  [0x037f, 0x0386],
  [0x0388, 0x0482], // Greek, Cyrillic
  [0x048a, 0x0590], // Cyrillic, Armenian
  [0x05d0, 0x05f4], // Hebrew
  [0x0600, 0x060f],
  [0x061b, 0x061b],
  [0x061d, 0x064a], // Arabic
  [0x0660, 0x066f],
  [0x0671, 0x06d5],
  [0x06ee, 0x06ff],
  [0x0e01, 0x0e30], // Thai
  [0x0e32, 0x0e33],
  [0x0e3f, 0x0e46],
  [0x0e4f, 0x0e5b],
  [0x10a0, 0x10ff], // Georgian
  [0x1e00, 0x1eff], // Latin
  [0x2010, 0x2027],
  [0x2030, 0x205e], // punctuation
  [0x2070, 0x20bf], // figures, currencies
  [0x2190, 0x21ff],
  [0x2500, 0x27ff], // drawing, symbols
  [0x3001, 0x3029],
  [0x3030, 0x3096], // kana
  [0x309b, 0x30ff],
  [0x3105, 0x312f],
  [0x31f0, 0x31ff],
  [0x3400, 0x9fff], // ideographs
  [0xac00, 0xd7a3], // Hangul syllables
  [0xe000, 0xf8ff],
  [0xff01, 0xffef], // full and half width
];

/** Characters that bytes from 0xC2 to 0xF4 are in windows-1252, windows-1250 and the code pages 850 and 437, and their neighbours. */
const LATIN_LEADS: readonly (readonly [number, number])[] = [
  [0x00a4, 0x00a9],
  [0x00ac, 0x00b1],
  [0x00b4, 0x00b9],
  [0x00bc, 0x0192],
  [0x02c0, 0x03d6],
  [0x2017, 0x2017],
  [0x207f, 0x207f],
  [0x2200, 0x23ff],
  [0x2500, 0x25a0],
];
/** The same in windows-1251, KOI8-R and code page 866. */
const CYRILLIC_LEADS: readonly (readonly [number, number])[] = [
  [0x0400, 0x045f],
  [0x2500, 0x25a0],
];

/** White space by ECMAScript and U+0085, but the blank. */
const WHITE_SPACE = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
];

const CLASSES = createClasses();

function createClasses(): Int32Array {
  const classes = new Int32Array(CODE_UNITS).fill(TRAIT.ink | TRAIT.wide | TRAIT.form);
  for (const [first, last] of COMPOSED) classes.fill(TRAIT.ink | TRAIT.wide, first, last + 1);
  classes.fill(TRAIT.ink, 0, 0x80);
  const add = (bits: number, first: number, last = first): void => {
    for (let code = first; code <= last; code++) classes[code]! |= bits;
  };
  add(TRAIT.ampersand, 0x26);
  add(TRAIT.control, 0x00, 0x08);
  add(TRAIT.control, 0x0e, 0x1f);
  add(TRAIT.control, 0x7f, 0x84);
  add(TRAIT.control, 0x86, 0x9f);
  for (const code of WHITE_SPACE) add(TRAIT.spacing, code);
  for (const code of [0xad, 0x200b, 0x2060, 0xfeff]) add(TRAIT.zeroWidth, code);
  add(TRAIT.tilde, 0x7e);
  add(TRAIT.form, 0x2800); // a braille pattern without dots
  for (const [first, last] of LATIN_LEADS) add(TRAIT.latinLead, first, last);
  for (const [first, last] of CYRILLIC_LEADS) add(TRAIT.cyrillicLead, first, last);
  classes[0x20] = BLANK_BEFORE | BLANK_AFTER | BLANK_AFTER_END | BLANK_BEFORE_END;
  classes[0x09] = TRAIT.spacing;
  classes[LF] = LINE_END_BEFORE | LINE_END_AFTER;
  classes[CR] = LINE_END_BEFORE | LINE_END_AFTER;
  for (const character of '.!?…»”"。！？」』)\\') add(ESCAPE_BEFORE, character.charCodeAt(0));
  add(ESCAPE_BEFORE, 0x370, 0x58f);
  add(ESCAPE_AFTER, 0x6e);
  add(ESCAPE_AFTER, 0x74);
  return classes;
}

/** Bits of every kind of white space in {@link classOf}. */
export const ANY_SPACE = TRAIT.spacing | BLANK_BEFORE | LINE_END_BEFORE;

/** What is known of a UTF-16 unit by itself: its traits, and whether it is white space. */
export function classOf(code: number): number {
  return CLASSES[code]!;
}

/** The traits of a text; a line end inside it is white space like another. */
export function findTraits(text: string): number {
  let seen = 0;
  let pairs = 0;
  let previous: number = LINE_START;
  for (let index = 0; index < text.length; index++) {
    const bits = CLASSES[text.charCodeAt(index)]!;
    seen |= bits;
    pairs |= bits & (previous << 1);
    previous = bits;
  }
  const traits = toTraits(seen, pairs | (LINE_END_AFTER & (previous << 1)));
  return seen & LINE_END_BEFORE ? traits | TRAIT.spacing : traits;
}

/** What {@link scanUnits} finds; one object serves for many lines. */
export interface ScannedUnits {
  /** Place of the LF or CR that ends the line, or the number of units. */
  end: number;
  traits: number;
}

/** Reads one line of UTF-16 units in one pass: where it ends and which traits it has. */
export function scanUnits(units: Uint16Array, start: number, found: ScannedUnits): void {
  const { length } = units;
  let seen = 0;
  let pairs = 0;
  let previous: number = LINE_START;
  let index = start;
  // Four at a time: a third faster than one by one.
  for (const last = length - 3; index < last; index += 4) {
    const first = CLASSES[units[index]!]!;
    const second = CLASSES[units[index + 1]!]!;
    const third = CLASSES[units[index + 2]!]!;
    const fourth = CLASSES[units[index + 3]!]!;
    const all = first | second | third | fourth;
    if ((all & LINE_END_BEFORE) !== 0) break;
    seen |= all;
    pairs |= (first & (previous << 1)) | (second & (first << 1)) | (third & (second << 1)) | (fourth & (third << 1));
    previous = fourth;
  }
  for (; index < length; index++) {
    const bits = CLASSES[units[index]!]!;
    if ((bits & LINE_END_BEFORE) !== 0) break;
    seen |= bits;
    pairs |= bits & (previous << 1);
    previous = bits;
  }
  found.end = index;
  found.traits = toTraits(seen, pairs | (LINE_END_AFTER & (previous << 1)));
}

/** Bytes of a text in UTF-8, one by one and two by two. */
export interface BytePairs {
  readonly bytes: Uint8Array;
  /** The same memory; the low byte of a pair comes first. */
  readonly pairs: Uint16Array;
}

/** Bit of what is no ASCII inside a line: a line end, or a byte from 0x80 on. */
const STOP = 1 << 31;
const PAIR_COUNT = 0x10000;
const ASCII_COUNT = 0x80;

let pairClasses: Int32Array | null = null; // made at first use

/** What the classes of two characters of ASCII say together: what they show, and what may meet the characters beside them. */
function pairsOfAscii(): Int32Array {
  if (pairClasses !== null) return pairClasses;
  const after = BLANK_AFTER | BLANK_AFTER_END | ESCAPE_AFTER | LINE_END_AFTER;
  const before = BLANK_BEFORE | LINE_END_BEFORE | ESCAPE_BEFORE | BLANK_BEFORE_END;
  pairClasses = new Int32Array(PAIR_COUNT).fill(STOP);
  for (let high = 0; high < ASCII_COUNT; high++)
    for (let low = 0; low < ASCII_COUNT; low++) {
      const first = CLASSES[low]!;
      const second = CLASSES[high]!;
      if (((first | second) & LINE_END_BEFORE) !== 0) continue;
      pairClasses[high * 0x100 + low] = toTraits(first | second, second & (first << 1)) | (first & after) | (second & before);
    }
  return pairClasses;
}

/**
 * Does as {@link scanUnits} for bytes, two at a time, as long as they are ASCII: a line with another byte gets
 * {@link TRAIT.wide}, the other traits and the end only hold for what is before that byte.
 *
 * @param length - how many of the bytes are text
 */
export function scanBytes({ bytes, pairs }: BytePairs, start: number, length: number, found: ScannedUnits): void {
  const classes = pairsOfAscii();
  let seen = 0;
  let met = 0;
  let previous: number = LINE_START;
  let index = start;
  if ((index & 1) === 1 && index < length) {
    const bits = classOfByte(bytes[index]!);
    if (bits >= 0) {
      seen = bits;
      met = bits & (previous << 1);
      previous = bits;
      index++;
    }
  }
  if ((index & 1) === 0) {
    let pair = index >> 1;
    for (const end = length >> 1; pair < end; pair++) {
      const bits = classes[pairs[pair]!]!;
      if (bits < 0) break;
      seen |= bits;
      met |= bits & (previous << 1);
      previous = bits;
    }
    index = pair << 1;
  }
  for (; index < length; index++) {
    const bits = classOfByte(bytes[index]!);
    if (bits < 0) break;
    seen |= bits;
    met |= bits & (previous << 1);
    previous = bits;
  }
  found.end = index;
  found.traits = toTraits(seen, met | (LINE_END_AFTER & (previous << 1)));
  if (index < length && bytes[index]! >= ASCII_COUNT) found.traits |= TRAIT.wide;
}

/** The class of a character of ASCII, negative where a line of ASCII ends. */
function classOfByte(byte: number): number {
  const bits = CLASSES[byte]!;
  return byte >= ASCII_COUNT || (bits & LINE_END_BEFORE) !== 0 ? STOP : bits;
}

const SINGLE_TRAITS = Object.values(TRAIT).reduce((all, trait) => all | trait, 0);

function toTraits(seen: number, pairs: number): number {
  let traits = seen & SINGLE_TRAITS;
  if (pairs & BLANK_AFTER) traits |= TRAIT.spacing;
  if (pairs & EDGE_PAIR) traits |= TRAIT.edge;
  if (pairs & ESCAPE_AFTER) traits |= TRAIT.lostEscape;
  return traits;
}
