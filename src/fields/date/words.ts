import { DAY_PERIODS, MONTH_NAMES, PERSIAN_MONTH_NAMES, RELATIVE_DAYS, WEEKDAY_NAMES } from "../month-names.generated.ts";
import {
  AM_WORDS,
  BUDDHIST_WORDS,
  CLOCK_WORDS,
  COMMON_ERA_WORDS,
  DAY_WORDS,
  ERAS,
  FILLERS,
  HOUR_WORDS,
  LEADING,
  MIDNIGHT_WORDS,
  MINUTE_WORDS,
  MONTH_WORDS,
  NOON_WORDS,
  ORDINALS,
  PERSIAN_ERA_WORDS,
  PM_WORDS,
  SECOND_WORDS,
  YEAR_WORDS,
} from "./word-lists.ts";
import { OPEN_ZONES, ZONE_MINUTES } from "./zones.ts";

/** What a word can be in a date; a word may be several. */
export const ROLE = {
  month: 1,
  weekday: 2,
  persianMonth: 4,
  relative: 8,
  filler: 16,
  leading: 32,
  clock: 64,
  hour: 128,
  minute: 256,
  second: 512,
  am: 1024,
  pm: 2048,
  yearMark: 4096,
  monthMark: 8192,
  dayMark: 16384,
  ordinal: 32768,
  zone: 65536,
  era: 131072,
  buddhist: 262144,
  commonEra: 524288,
  persianEra: 1048576,
  noon: 2097152,
  midnight: 4194304,
} as const;

/** What a name means in a language: the month (1…12), the weekday (Sunday 0), the days from today. */
export interface Meaning {
  readonly role: number;
  readonly value: number;
  readonly language: string;
}

/** A word of dates. */
export interface Word {
  readonly roles: number;
  readonly meanings: readonly Meaning[];
}

interface OpenWord {
  roles: number;
  meanings: Meaning[];
}

let lexicon: ReadonlyMap<string, Word> | null = null;
let longest = 0;

const firstCharacters = new Set<string>();
/** Words that a phrase of several begins with. */
const phraseStarts = new Set<string>();

/** The word as the table knows it, with or without its diacritics, or `null`. */
export function findWord(text: string): Word | null {
  lexicon ??= createLexicon();
  const word = lexicon.get(text);
  if (word !== undefined || isAscii(text)) return word ?? null;
  return lexicon.get(plainForm(text)) ?? withoutHebrewPrefix(text);
}

/** Whether a name of several words begins with this one. */
export function startsPhrase(text: string): boolean {
  lexicon ??= createLexicon();
  return phraseStarts.has(text) || (!isAscii(text) && phraseStarts.has(plainForm(text)));
}

/** The word written just so, for scripts in which every place may begin a name. */
export function findExactWord(text: string): Word | null {
  lexicon ??= createLexicon();
  return lexicon.get(text) ?? null;
}

/** Whether any name begins with the character. */
export function startsName(character: string): boolean {
  lexicon ??= createLexicon();
  return firstCharacters.has(character);
}

/** Length of the longest word in UTF-16 units. */
export function longestWord(): number {
  lexicon ??= createLexicon();
  return longest;
}

/** Lower case, composed, without points, apostrophes and joiners, as the table's names are. */
export function foldWord(text: string): string {
  const isLetters = isAscii(text) && !text.includes(".") && !text.includes("'");
  return isLetters ? text.toLowerCase() : text.toLowerCase().normalize("NFC").replaceAll(REMOVED, "");
}

/** Words without diacritics, which most are, have one form. */
function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

const REMOVED = /\u200c|\u200d|[.\u200e\u200f'’]/g;
/** Latin, Greek and Cyrillic have their names below; marks of later scripts are vowels. */
const LAST_ALPHABET = 0x52f;
const MARKS = /\p{Mn}/gu;
/** Letters without a decomposition that people write without their stroke. */
const STROKES: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", ʼ: "" };
const STROKED = /[łøđıßæʼ]/g;
/** Arabic points and the lengthening stroke; Indic dots below and abbreviation signs; Hebrew marks. */
const SCRIPT_MARKS = /[\u064b-\u0652\u0670\u0640\u0654\u093c\u09bc\u0a3c\u0970\u05f3\u05f4]/g;
/** What comes before has none of these. */
const FIRST_SCRIPT_MARK = 0x5f3;
const ARABIC_FORMS: Readonly<Record<string, string>> = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ہ: "ه", ۀ: "ه" };
const ARABIC_FORM = /[أإآٱىیکةہۀ]/g;

/** The form without diacritics, the same for all ways to type a letter. */
function plainForm(text: string): string {
  if (text.charCodeAt(0) > LAST_ALPHABET) return withoutScriptMarks(text);
  return text
    .normalize("NFD")
    .replaceAll(MARKS, "")
    .replaceAll(STROKED, (letter) => STROKES[letter]!);
}

/** Without vowel points and abbreviation marks, and with one form for letters that are typed in several. */
export function withoutScriptMarks(text: string): string {
  let index = 0;
  while (index < text.length && text.charCodeAt(index) < FIRST_SCRIPT_MARK) index++;
  if (index === text.length) return text;
  return text.replaceAll(SCRIPT_MARKS, "").replaceAll(ARABIC_FORM, (form) => ARABIC_FORMS[form]!);
}

const HEBREW = [0x5d0, 0x5ea] as const;
/** `ב-20 באפריל`: in, to, from, the. */
const HEBREW_PREFIXES = "בלמה";

function withoutHebrewPrefix(text: string): Word | null {
  const code = text.charCodeAt(0);
  if (code < HEBREW[0] || code > HEBREW[1] || !HEBREW_PREFIXES.includes(text[0]!)) return null;
  return lexicon!.get(text.slice(1)) ?? null;
}

/** All words by their spellings. How long the longest is, and what names and phrases begin with, is noted on the way. */
export function createLexicon(): ReadonlyMap<string, Word> {
  const words = new Map<string, OpenWord>();
  addTable(words, MONTH_NAMES, ROLE.month, 1);
  addTable(words, PERSIAN_MONTH_NAMES, ROLE.persianMonth, 1);
  addTable(words, WEEKDAY_NAMES, ROLE.weekday, 0);
  addTable(words, RELATIVE_DAYS, ROLE.relative, 0);
  for (const [list, role] of ROLE_LISTS) for (const word of list.split(" ")) addWord(words, word.replaceAll("_", " "), role);
  addDayPeriods(words);
  for (const zone of [...ZONE_MINUTES.keys(), ...OPEN_ZONES]) addWord(words, zone, ROLE.zone);
  for (const era of Object.keys(ERAS)) addWord(words, era, ROLE.era);
  return words;
}

const ROLE_LISTS: readonly (readonly [string, number])[] = [
  [FILLERS, ROLE.filler],
  [LEADING, ROLE.leading],
  [CLOCK_WORDS, ROLE.clock],
  [HOUR_WORDS, ROLE.hour],
  [MINUTE_WORDS, ROLE.minute],
  [SECOND_WORDS, ROLE.second],
  [AM_WORDS, ROLE.am],
  [PM_WORDS, ROLE.pm],
  [YEAR_WORDS, ROLE.yearMark],
  [MONTH_WORDS, ROLE.monthMark],
  [DAY_WORDS, ROLE.dayMark],
  [ORDINALS, ROLE.ordinal],
  [BUDDHIST_WORDS, ROLE.buddhist],
  [COMMON_ERA_WORDS, ROLE.commonEra],
  [PERSIAN_ERA_WORDS, ROLE.persianEra],
  [NOON_WORDS, ROLE.noon],
  [MIDNIGHT_WORDS, ROLE.midnight],
];

/** Short names that are the preposition before dates in English: Norwegian for Wednesday. */
const NOT_NAMES: ReadonlySet<string> = new Set(["on"]);

function addTable(words: Map<string, OpenWord>, table: string, role: number, first: number): void {
  for (const row of table.trim().split("\n")) {
    const [language = "", cells = ""] = row.split("=");
    for (const [index, cell] of cells.split("|").entries()) {
      for (const name of cell === "" ? [] : cell.split(",")) {
        if (!NOT_NAMES.has(name)) addWord(words, name, role, { role, value: first + index, language });
      }
    }
  }
}

/** Names of one letter, and those that are small words of other languages (`de`), would make times of dates. */
function addDayPeriods(words: Map<string, OpenWord>): void {
  for (const row of DAY_PERIODS.trim().split("\n")) {
    const [before = "", after = ""] = row.slice(row.indexOf("=") + 1).split("|");
    for (const [name, role] of [
      [before, ROLE.am],
      [after, ROLE.pm],
    ] as const) {
      const taken =
        (words.get(name)?.roles ?? 0) & (ROLE.filler | ROLE.leading | ROLE.clock | ROLE.am | ROLE.pm | ROLE.weekday | ROLE.ordinal);
      if (name.length > 1 && taken === 0) addWord(words, name, role);
    }
  }
}

function addWord(words: Map<string, OpenWord>, name: string, role: number, meaning?: Meaning): void {
  if (name === "") return;
  for (const form of new Set([name, plainForm(name)])) {
    longest = Math.max(longest, form.length);
    firstCharacters.add(form[0]!);
    const known = words.get(form);
    if (known === undefined) words.set(form, { roles: role, meanings: meaning === undefined ? [] : [meaning] });
    else {
      known.roles |= role;
      if (meaning !== undefined) known.meanings.push(meaning);
    }
    const end = form.search(/[ -]/);
    if (end > 0) phraseStarts.add(form.slice(0, end));
  }
}
