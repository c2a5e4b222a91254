/**
 * What one look at every character code of a text tells: which clean-ups it needs, if any. The bits of a line are
 * a gate before everything that costs more: a bit may be set without need, never missing.
 */
export const TRAIT = {
  /** `&`, which may begin a character reference. */
  ampersand: 1 << 0,
  /** A control character, see {@link CONTROL_CHARACTERS}. */
  control: 1 << 1,
  /** White space other than single blanks between other characters. */
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
} as const;

// Bits of single characters that tell something only about their neighbours.
const BLANK = 1 << 8;
const LINE_END = 1 << 9;
const BEFORE_ESCAPE = 1 << 10;
const ESCAPE_LETTER = 1 << 11;

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

/** White space by ECMAScript and U+0085, but the blank. */
const WHITE_SPACE = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
];

const CLASSES = createClasses();

function createClasses(): Uint16Array {
  const classes = new Uint16Array(CODE_UNITS).fill(TRAIT.ink | TRAIT.wide | TRAIT.form);
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
  add(TRAIT.form, 0x2800); // a braille pattern without dots
  classes[0x20] = BLANK;
  classes[0x09] = TRAIT.spacing;
  classes[LF] = LINE_END;
  classes[CR] = LINE_END;
  for (const character of ".!?…»”\"。！？」』)\\") add(BEFORE_ESCAPE, character.charCodeAt(0));
  add(BEFORE_ESCAPE, 0x370, 0x58f);
  add(ESCAPE_LETTER, 0x6e);
  add(ESCAPE_LETTER, 0x74);
  return classes;
}

/** The traits of a text without line ends in it. */
export function findTraits(text: string): number {
  let seen = 0;
  let previous = BLANK;
  for (let index = 0; index < text.length; index++) {
    const bits = CLASSES[text.charCodeAt(index)]!;
    if (bits & previous & BLANK) seen |= TRAIT.spacing;
    if (bits & ESCAPE_LETTER && previous & BEFORE_ESCAPE) seen |= TRAIT.lostEscape;
    seen |= bits;
    previous = bits;
  }
  return closeTraits(seen, previous, text.length);
}

/** Where the lines of a text stand, with the traits of each; arrays are reused by the next call. */
export interface TextLines {
  /** Number of lines; a line end at the very end of the text begins no other line. */
  count: number;
  starts: Uint32Array;
  /** Ends of the lines' text, before LF, CRLF or CR. */
  ends: Uint32Array;
  traits: Uint16Array;
}

const FIRST_CAPACITY = 256;
const table: TextLines = createTable(FIRST_CAPACITY);

function createTable(capacity: number): TextLines {
  return { count: 0, starts: new Uint32Array(capacity), ends: new Uint32Array(capacity), traits: new Uint16Array(capacity) };
}

/** Cuts a text at its line ends and looks at every character, in one pass. */
export function surveyLines(text: string): Readonly<TextLines> {
  const { length } = text;
  table.count = 0;
  let start = 0;
  let seen = 0;
  let previous = BLANK;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    const bits = CLASSES[code]!;
    if (bits & LINE_END) {
      addLine(start, index, closeTraits(seen, previous, index - start));
      if (code === CR && text.charCodeAt(index + 1) === LF) index++;
      start = index + 1;
      seen = 0;
      previous = BLANK;
      continue;
    }
    if (bits & previous & BLANK) seen |= TRAIT.spacing;
    if (bits & ESCAPE_LETTER && previous & BEFORE_ESCAPE) seen |= TRAIT.lostEscape;
    seen |= bits;
    previous = bits;
  }
  if (start < length) addLine(start, length, closeTraits(seen, previous, length - start));
  return table;
}

function closeTraits(seen: number, last: number, length: number): number {
  return length > 0 && last & BLANK ? seen | TRAIT.spacing : seen;
}

function addLine(start: number, end: number, traits: number): void {
  const { count } = table;
  if (count === table.starts.length) grow();
  table.starts[count] = start;
  table.ends[count] = end;
  table.traits[count] = traits;
  table.count = count + 1;
}

function grow(): void {
  const { count, starts, ends, traits } = table;
  const larger = createTable(count * 2);
  larger.starts.set(starts);
  larger.ends.set(ends);
  larger.traits.set(traits);
  Object.assign(table, larger, { count });
}
