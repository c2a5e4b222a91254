import { BLANK, DENSE_LETTER, DENSE_WIDTH, DIGIT, digitValue, isCased, kindOf, LETTER } from "./characters.ts";

/** Counts of one line, taken in one pass over its UTF-16 units. */
export interface LineShape {
  readonly text: string;
  /** Blank lines directly before it. */
  readonly gap: number;
  /** UTF-16 units, those of writing without blanks counted {@link DENSE_WIDTH} times. */
  readonly width: number;
  readonly words: number;
  readonly letters: number;
  readonly digits: number;
  /** Share of the letters that are in writing without blanks, 0…1. */
  readonly dense: number;
  /** Words that begin with a capital. */
  readonly capitalised: number;
  /** Words that begin with a letter of a script with capitals. */
  readonly casedWords: number;
  /** Capitals among the letters of scripts that have them, 0…1. */
  readonly capitals: number;
  readonly commas: number;
  readonly colons: number;
  readonly quotes: number;
  /** `|`, `/`, `>`, `»`, `·`, `•`, `@`, `_`: what furniture is drawn with. */
  readonly marks: number;
  /** Full stops, question and exclamation marks inside the line with a blank or writing without blanks after them. */
  readonly innerEnds: number;
  /** What the line ends with, closing quotes and brackets passed over; a `END_…` number. */
  readonly end: number;
  /** What the line begins with; a `START_…` number. */
  readonly start: number;
  /** A year 1900…2099. */
  readonly hasYear: boolean;
  /** Two numbers joined as in a clock or a day: `15:00`, `11.11.`, `12/23`. */
  readonly hasClock: boolean;
}

export const END_NONE = 0;
export const END_STOP = 1;
export const END_MARK = 2;
export const END_ELLIPSIS = 3;
export const END_COLON = 4;
const END_COMMA = 5;
export const END_BRACKET = 6;

const START_CAPITAL = 0;
export const START_SMALL = 1;
export const START_DIGIT = 2;
export const START_QUOTE = 3;
const START_BRACKET = 4;
export const START_BULLET = 5;
const START_CASELESS = 6;

const QUOTES = "\"'“”„‟‘’‚«»‹›「」『』〈〉《》＂";
const CLOSING_BRACKETS = ")]）】〕";
const OPENING_BRACKETS = "([（【〔";
const COMMAS = ",،、，;；؛";
const STOPS = ".。।۔．";
const MARKS_OF_QUESTION = "!?！？؟";
const COLONS = ":：";
const FURNITURE = "|/>»·•@_＞｜›→";
const BULLETS = "*•·>|#–—-+=◆■□●○★☆※▪►▶→‣";

const QUOTE = 1;
const CLOSING = 2;
const OPENING = 4;
const COMMA = 8;
const STOP = 16;
const QUESTION = 32;
const COLON = 64;
const MARK = 128;
const BULLET = 256;

/** Codes below this one have their classes in a table; the full-width forms lie above. */
const TABLE_CODES = 0x3100;
const WIDE_FORMS = 0xff00;
/** Classes of punctuation by code: the table, and behind it the full-width forms. */
const CLASSES = new Uint16Array(TABLE_CODES + 0x100);
for (const [characters, bit] of [
  [QUOTES, QUOTE],
  [CLOSING_BRACKETS, CLOSING],
  [OPENING_BRACKETS, OPENING],
  [COMMAS, COMMA],
  [STOPS, STOP],
  [MARKS_OF_QUESTION, QUESTION],
  [COLONS, COLON],
  [FURNITURE, MARK],
  [BULLETS, BULLET],
] as const) {
  for (const character of characters) CLASSES[classIndex(character.charCodeAt(0))]! |= bit;
}

function classIndex(code: number): number {
  if (code < TABLE_CODES) return code;
  return code >= WIDE_FORMS ? code - WIDE_FORMS + TABLE_CODES : 0;
}

function classesOf(code: number): number {
  return CLASSES[classIndex(code)]!;
}

const ELLIPSIS = 0x2026;

/** Longest part of a line that is looked at; headlines are shorter, paragraphs have shown what they are. */
const LONGEST_LOOK = 400;

/** Units at the start of a paragraph that tell the writing of all of it. */
const DENSE_SAMPLE = 24;

/** Width of a text by the writing of its first letters. */
export function estimateWidth(text: string): number {
  let letters = 0;
  let denseLetters = 0;
  for (let index = 0; index < text.length && index < DENSE_SAMPLE; index++) {
    const kind = kindOf(text.charCodeAt(index));
    if (kind === DENSE_LETTER) denseLetters++;
    if (kind === DENSE_LETTER || kind === LETTER) letters++;
  }
  return text.length * (letters === 0 ? 1 : 1 + ((DENSE_WIDTH - 1) * denseLetters) / letters);
}

/** The shape of a paragraph, of which only width, start and end matter. */
export function measureParagraph(text: string, width: number, end: number): LineShape {
  return {
    text,
    gap: 0,
    width,
    words: 0,
    letters: text.length,
    digits: 0,
    dense: 0,
    capitalised: 0,
    casedWords: 0,
    capitals: 0,
    commas: 0,
    colons: 0,
    quotes: 0,
    marks: 0,
    innerEnds: 0,
    end,
    start: START_CAPITAL,
    hasYear: false,
    hasClock: false,
  };
}

/** Measures a cleaned line. */
export function measureLine(text: string, gap: number): LineShape {
  const lower = text.toLowerCase();
  const hasCase = lower.length === text.length;
  const length = Math.min(text.length, LONGEST_LOOK);
  let letters = 0;
  let denseLetters = 0;
  let digits = 0;
  let words = 0;
  let casedWords = 0;
  let capitalised = 0;
  let casedLetters = 0;
  let capitals = 0;
  let commas = 0;
  let colons = 0;
  let quotes = 0;
  let marks = 0;
  let innerEnds = 0;
  let hasYear = false;
  let hasClock = false;
  let number = 0;
  let numberDigits = 0;
  let isJoined = false; // the number before was short and only a joining mark has come since
  let isInWord = false;
  let isAfterStop = false;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    const kind = kindOf(code);
    if (kind === DIGIT) {
      if (!isInWord) words++;
      isInWord = true;
      digits++;
      number = number * 10 + digitValue(code);
      numberDigits++;
      if (numberDigits === 2 && isJoined) hasClock = true;
      isAfterStop = false;
      continue;
    }
    if (numberDigits > 0) {
      if (numberDigits === 4 && number >= 1900 && number < 2100) hasYear = true;
      isJoined = numberDigits <= 2 && (code === 0x3a || code === 0x2e || code === 0x2f || code === 0x2d || code === 0xff1a);
      number = 0;
      numberDigits = 0;
    } else isJoined = false;
    if (kind === LETTER) {
      letters++;
      const isCapital = hasCase && lower.charCodeAt(index) !== code;
      const canBeCapital = isCased(code);
      if (canBeCapital) casedLetters++;
      if (isCapital) capitals++;
      if (!isInWord) {
        words++;
        if (canBeCapital) casedWords++;
        if (isCapital) capitalised++;
      }
      isInWord = true;
      isAfterStop = false;
      continue;
    }
    if (kind === DENSE_LETTER) {
      letters++;
      denseLetters++;
      if (isAfterStop) innerEnds++;
      isAfterStop = false;
      isInWord = false;
      continue;
    }
    if (kind === BLANK) {
      if (isAfterStop) innerEnds++;
      isAfterStop = false;
      isInWord = false;
      continue;
    }
    const bits = classesOf(code);
    if ((bits & QUOTE) !== 0) {
      // An apostrophe joins the parts of a word.
      if (isInWord && index + 1 < length && kindOf(text.charCodeAt(index + 1)) === LETTER) continue;
      quotes++;
    }
    isInWord = false;
    if ((bits & COMMA) !== 0) commas++;
    if ((bits & COLON) !== 0) colons++;
    if ((bits & MARK) !== 0) marks++;
    if ((bits & (STOP | QUESTION)) !== 0) isAfterStop = true;
  }
  if (numberDigits === 4 && number >= 1900 && number < 2100) hasYear = true;
  const rest = text.length - length;
  const dense = letters === 0 ? 0 : denseLetters / letters;
  return {
    text,
    gap,
    width: text.length + denseLetters * (DENSE_WIDTH - 1) + rest * dense * (DENSE_WIDTH - 1),
    words: words + denseLetters / 2,
    letters,
    digits,
    dense,
    capitalised,
    casedWords,
    capitals: casedLetters === 0 ? 0 : capitals / casedLetters,
    commas,
    colons,
    quotes,
    marks,
    innerEnds,
    end: endOf(text),
    start: startOf(text, lower, hasCase),
    hasYear,
    hasClock,
  };
}

/** What a text ends with; an `END_…` number. */
export function endOf(text: string): number {
  let index = text.length - 1;
  const last = classesOf(text.charCodeAt(index));
  while (index > 0 && (classesOf(text.charCodeAt(index)) & (QUOTE | CLOSING)) !== 0) index--;
  const code = text.charCodeAt(index);
  const bits = classesOf(code);
  if (code === ELLIPSIS || (code === 0x2e && text.charCodeAt(index - 1) === 0x2e)) return END_ELLIPSIS;
  if ((bits & STOP) !== 0) return END_STOP;
  if ((bits & QUESTION) !== 0) return END_MARK;
  if ((bits & COLON) !== 0) return END_COLON;
  if ((bits & COMMA) !== 0) return END_COMMA;
  return (last & CLOSING) !== 0 ? END_BRACKET : END_NONE;
}

/** Whether a text begins with a mark of lists. */
export function startsWithBullet(text: string): boolean {
  return (classesOf(text.charCodeAt(0)) & (BULLET | QUOTE | OPENING)) === BULLET;
}

function startOf(text: string, lower: string, hasCase: boolean): number {
  const code = text.charCodeAt(0);
  const bits = classesOf(code);
  if ((bits & OPENING) !== 0) return START_BRACKET;
  if ((bits & QUOTE) !== 0) return START_QUOTE;
  if ((bits & BULLET) !== 0) return START_BULLET;
  const kind = kindOf(code);
  if (kind === DIGIT) return START_DIGIT;
  if (kind === LETTER && isCased(code)) return hasCase && lower.charCodeAt(0) !== code ? START_CAPITAL : START_SMALL;
  return START_CASELESS;
}
