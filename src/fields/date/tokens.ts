import { digitValue, ideographNumber, isBlank, isDense, isIdeographDigit, isLetter } from "./characters.ts";
import { BRACKETED_WEEKDAYS } from "./word-lists.ts";
import { findExactWord, findWord, foldWord, longestWord, ROLE, startsName, startsPhrase, type Word } from "./words.ts";

/** A number, a word or a mark of punctuation. */
export interface Token {
  readonly kind: "number" | "word" | "mark";
  /** The mark or folded word. */
  readonly text: string;
  /** A number's value, else -1. */
  readonly value: number;
  /** A number's digits; 0 for one in ideographs. */
  readonly digits: number;
  /** What the word is in dates, or `null`. */
  readonly word: Word | null;
  /** A blank stands before it. */
  readonly isSpaced: boolean;
  /** The first number of this script's digits is Persian. */
  readonly isPersian: boolean;
  readonly start: number;
  readonly end: number;
}

/** Longer digit runs are no part of a date; nine digits stay exact. */
const LONGEST_NUMBER = 8;
/** Words of a phrase: `tháng mười một`. */
const PHRASE_WORDS = 3;
const PERSIAN_DIGITS = [0x6f0, 0x6f9] as const;
const FULL_WIDTH = [0xff01, 0xff5e] as const;
const FULL_WIDTH_SHIFT = 0xfee0;
const POINT = 0x2e;

/** Whether the token is a word that can be this in a date. */
export function has(token: Token | undefined, role: number): boolean {
  return ((token?.word?.roles ?? 0) & role) !== 0;
}

/** Behind the point of an abbreviation or an ordinal, where one stands at `index`. */
export function skipPoint(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  return token?.text === "." && !token.isSpaced ? index + 1 : index;
}

/** Cuts a text into tokens, in one pass over its character codes; linear but for names, which are bounded. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  let isSpaced = false;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isBlank(code) || isInvisible(code)) {
      isSpaced = true;
      index++;
      continue;
    }
    const token = readToken(text, index, code, isSpaced);
    tokens.push(token);
    index = token.end;
    isSpaced = false;
  }
  return tokens;
}

function isInvisible(code: number): boolean {
  return code === 0x200e || code === 0x200f || code === 0xfeff || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

function readToken(text: string, start: number, code: number, isSpaced: boolean): Token {
  if (digitValue(code) >= 0) return readNumber(text, start, isSpaced);
  const weekday = readBracketedWeekday(text, start);
  if (weekday !== null) return { ...weekday, isSpaced };
  if (!isLetter(code)) {
    const mark = code >= FULL_WIDTH[0] && code <= FULL_WIDTH[1] ? String.fromCharCode(code - FULL_WIDTH_SHIFT) : plainMark(text[start]!);
    return { kind: "mark", text: mark, value: -1, digits: 0, word: null, isSpaced, isPersian: false, start, end: start + 1 };
  }
  return readDotted(text, start, isSpaced) ?? (isDense(code) ? readDense(text, start, isSpaced) : readWord(text, start, isSpaced));
}

function plainMark(mark: string): string {
  if (mark === "–" || mark === "—" || mark === "−" || mark === "‑" || mark === "‐" || mark === "―") return "-";
  if (mark === "،" || mark === "、" || mark === "，") return ",";
  if (mark === "。") return ".";
  return mark === "∶" ? ":" : mark;
}

function readNumber(text: string, start: number, isSpaced: boolean): Token {
  let end = start;
  let value = 0;
  for (; end < text.length; end++) {
    const digit = digitValue(text.charCodeAt(end));
    if (digit < 0) break;
    if (end - start < LONGEST_NUMBER) value = value * 10 + digit;
  }
  const code = text.charCodeAt(start);
  const isPersian = code >= PERSIAN_DIGITS[0] && code <= PERSIAN_DIGITS[1];
  return { kind: "number", text: "", value, digits: end - start, word: null, isSpaced, isPersian, start, end };
}

/** `(火)` behind a day. */
function readBracketedWeekday(text: string, start: number): Token | null {
  const open = text[start];
  if (open !== "(" && open !== "（") return null;
  const close = text[start + 2];
  if (close !== ")" && close !== "）" && close !== "・") return null;
  const row = BRACKETED_WEEKDAYS.find((days) => days.includes(text[start + 1]!));
  if (row === undefined) return null;
  const language = row === BRACKETED_WEEKDAYS[0] ? "ja" : "ko";
  const word = { roles: ROLE.weekday, meanings: [{ role: ROLE.weekday, value: row.indexOf(text[start + 1]!), language }] };
  const end = close === "・" ? Math.min(start + 5, text.length) : start + 3;
  return { kind: "word", text: text.slice(start, end), value: -1, digits: 0, word, isSpaced: false, isPersian: false, start, end };
}

/** Abbreviations of several letters and points: `a.m.`, `พ.ศ.`, `ก.พ.`, `μ.μ.`. */
function readDotted(text: string, start: number, isSpaced: boolean): Token | null {
  let end = start;
  let folded = "";
  let parts = 0;
  for (;;) {
    let letters = 0;
    while (letters <= 3 && isLetter(text.charCodeAt(end + letters))) letters++;
    if (letters === 0 || letters > 3) break;
    folded += text.slice(end, end + letters);
    end += letters;
    parts++;
    if (text.charCodeAt(end) !== POINT) break;
    end++;
  }
  if (parts < 2) return null;
  if (isLetter(text.charCodeAt(end))) return null;
  const key = foldWord(folded);
  const word = findWord(key);
  return word === null ? null : wordToken(key, word, isSpaced, start, end);
}

/** The longest name that begins here; Chinese numerals; else everything up to the next name as one unknown word. */
function readDense(text: string, start: number, isSpaced: boolean): Token {
  const name = longestName(text, start);
  if (name !== null) return { ...name, isSpaced };
  let end = start;
  while (end < text.length && isIdeographDigit(text[end]!)) end++;
  if (end > start) {
    const value = ideographNumber(text.slice(start, Math.min(end, start + LONGEST_NUMBER)));
    return { kind: "number", text: "", value, digits: value >= 1000 ? 4 : 0, word: null, isSpaced, isPersian: false, start, end };
  }
  do end++;
  while (end < text.length && isDense(text.charCodeAt(end)) && !isIdeographDigit(text[end]!) && longestName(text, end) === null);
  return wordToken(text.slice(start, end), null, isSpaced, start, end);
}

function longestName(text: string, start: number): Token | null {
  if (!startsName(text[start]!)) return null;
  let limit = start;
  while (limit < text.length && limit - start < longestWord() && isLetter(text.charCodeAt(limit)) && isDense(text.charCodeAt(limit)))
    limit++;
  for (let end = limit; end > start; end--) {
    const key = text.slice(start, end);
    const word = findExactWord(key);
    if (word === null) continue;
    const isPointed = text.charCodeAt(end) === POINT && end - start <= 2;
    return wordToken(key, word, false, start, isPointed ? end + 1 : end);
  }
  return null;
}

function readWord(text: string, start: number, isSpaced: boolean): Token {
  let end = start + 1;
  while (end < text.length && (isLetter(text.charCodeAt(end)) || isApostrophe(text, end)) && !isSeam(text, start, end)) end++;
  const key = foldWord(text.slice(start, end));
  if (!startsPhrase(key)) return wordToken(key, findWord(key), isSpaced, start, end);
  return readPhrase(text, start, end, key, isSpaced);
}

function isApostrophe(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (code === 0x27 || code === 0x2019 || code === 0x02bc) && isLetter(text.charCodeAt(index + 1));
}

/** Two texts run together: `AMNov`, `ESTUpdated`, `at2`. */
function isSeam(text: string, start: number, index: number): boolean {
  return index - start >= 2 && isUpper(text, index - 1) && isUpper(text, index) && isLower(text, index + 1) && isUpper(text, start);
}

function isUpper(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x41 && code <= 0x5a;
}

function isLower(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x61 && code <= 0x7a;
}

/** The longest name of several words that begins with the one just read. */
function readPhrase(text: string, start: number, firstEnd: number, first: string, isSpaced: boolean): Token {
  let best = wordToken(first, findWord(first), isSpaced, start, firstEnd);
  let key = first;
  let end = firstEnd;
  for (let count = 1; count < PHRASE_WORDS; count++) {
    const separator = text[end];
    if (separator !== " " && separator !== "-" && separator !== "\u00a0") break;
    let next = end + 1;
    while (next < text.length && isLetter(text.charCodeAt(next))) next++;
    if (next === end + 1) break;
    key += (separator === "-" ? "-" : " ") + foldWord(text.slice(end + 1, next));
    end = next;
    const word = findWord(key);
    if (word !== null) best = wordToken(key, word, isSpaced, start, end);
  }
  return best;
}

function wordToken(text: string, word: Word | null, isSpaced: boolean, start: number, end: number): Token {
  return { kind: "word", text, value: -1, digits: 0, word, isSpaced, isPersian: false, start, end };
}
