import { readFileSync } from "node:fs";
import { findWord, foldWord, ROLE } from "../../src/fields/date/words.ts";
import { MONTH_NAMES } from "../../src/fields/month-names.generated.ts";
import { parseDate } from "../../src/fields/date.ts";

/** A phrase and the day it means. */
export interface DateCase {
  readonly source: string;
  readonly language: string;
  readonly text: string;
  /** `2025-11-11` or a part of it, or `null`: the phrase is no date. */
  readonly expected: string | null;
  /** Day that relative words mean. */
  readonly reference: string | null;
  /** Why it is none of `parseDate`'s, or `null`. */
  readonly exclusion: Exclusion | null;
}

/** Why a case is none of `parseDate`'s: rules about the form of the phrase or the row, never lists of cases. */
export const EXCLUSIONS = {
  "no expectation": "the row tests something else than which day a phrase means (periods, logs, word splitting, search without a result)",
  overridden: "the row sets an option that overrules the text: order, format, conversion to another time zone",
  "at odds": "the phrase names a full year and the row expects another",
  "in a sentence": "the date stands inside a sentence and the row does not say where",
  span: "the phrase holds two days or two times",
  relative:
    "counts from a moment or names a part of time (`5 minutes ago`, `next Friday`, `end of month`); only today and yesterday are read",
  "no year": "day and month, weekday or time without a year: the year would be a guess",
  "short year": "a year of two digits without a reference",
  "day order": "numbers with two readings in the language given",
  "number words": "the day is written in words (`Eighth of May`, `secondo agosto`)",
  "year alone": "expected to be no date, though a year alone is one in ISO 8601",
  "no news year": "the year lies outside 1800 to next year",
  language: "the name of the month or weekday is in a language without a row in the month table",
  calendar: "lunar Hijri calendar: months begin with what observers see",
} as const;

type Exclusion = keyof typeof EXCLUSIONS;

type Row = Record<string, unknown>;

const TABLE_LANGUAGES: ReadonlySet<string> = new Set(
  MONTH_NAMES.trim()
    .split("\n")
    .map((row) => row.split("=")[0]!.split("-")[0]!)
    .concat("zh", "ja", "ko", "tl"),
);

export function readRows(path: string): Row[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Row);
}

/** Cases of chrono's tests: the phrase is what chrono is expected to find. */
export function chronoCases(rows: readonly Row[]): DateCase[] {
  return rows.map((row) => {
    const text = unescape(String(row["match"] ?? row["text"]).trim());
    const language = String(row["lang"]);
    const expected = row["expect"] as string | null;
    const isSentence = (row["match"] ?? null) === null && expected !== null;
    return classify("chrono", language, text, expected, chronoReference(row["ref"]), isSentence);
  });
}

/** Some rows hold `\u1ecb` for a letter. */
function unescape(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** `new Date(2012, 7 - 1, 10, 12)`. */
function chronoReference(source: unknown): string | null {
  const match = /new Date\((\d+), (\d+)( - 1)?(?:, (\d+))?/.exec(typeof source === "string" ? source : "");
  if (match === null) return null;
  const [, year, month, isShifted, day] = match;
  const number = isShifted === undefined ? Number(month) + 1 : Number(month);
  return `${year}-${String(number).padStart(2, "0")}-${(day ?? "1").padStart(2, "0")}`;
}

/** Tests whose rows set options that overrule the text. */
const OVERRIDDEN =
  /^(?:test_order|test_if_settings|test_dates_with_no_day|test_dates_with_day_missing|test_prefer|test_use_given|test_parsing_with_(?:time_zones|utc)|test_dateparser_should_return_date_in_setting|test_extracted_period|test_period_is|test_preferably|test_dates_without)/;
/** `test_dates_parsing` speaks on this day. */
const DATEPARSER_TODAY = "2012-11-13";

/** Cases of dateparser's tests. */
export function dateparserCases(rows: readonly Row[]): DateCase[] {
  return rows.flatMap((row) => dateparserRow(row));
}

function dateparserRow(row: Row): DateCase[] {
  const test = String(row["test"]);
  const file = String(row["file"]);
  const args = row["args"] as unknown[];
  const kw = row["kw"] as Row;
  const source = `dateparser ${file.replace(/^test_|\.py$/g, "")}`;
  const none = (exclusion: Exclusion): DateCase[] => [
    {
      source,
      language: "",
      text: JSON.stringify(args[0] ?? kw["date_string"] ?? kw["text"] ?? ""),
      expected: null,
      reference: null,
      exclusion,
    },
  ];
  if (file === "test_hijri.py") return none("calendar");
  if (file === "test_freshness_date_parser.py" || test === "test_freshness_translation") return none("relative");
  if (test === "test_translation") return [translation(source, args as string[])];
  if (file === "test_search.py") return found(source, args, kw) ?? none("no expectation");
  if (file === "test_jalali.py") {
    const day = dayOf(kw["dt"]);
    return day === null ? none("no expectation") : [classify(source, "fa", String(kw["date_string"]), day, null, false)];
  }
  if (OVERRIDDEN.test(test)) return none("overridden");
  const text = args[0] ?? kw["date_string"];
  const isImpossible = test.includes("error_should_be_raised");
  const day = dayOf(args.findLast((each) => Array.isArray(each)) ?? kw["expected"]);
  if (typeof text !== "string" || (day === null && !isImpossible && !test.includes("only_separator"))) return none("no expectation");
  const language = languageOf(row["group"]) ?? (kw["languages"] as string[] | undefined)?.[0] ?? "en";
  return [classify(source, language, text, day, DATEPARSER_TODAY, false)];
}

/** `["DT", "2014-07-22T10:00:00"]`. */
function dayOf(value: unknown): string | null {
  return Array.isArray(value) && value[0] === "DT" ? String(value[1]).slice(0, 10) : null;
}

/** dateparser's groups are named for languages. */
const GROUPS: Readonly<Record<string, string>> = Object.fromEntries(
  "English en,French fr,Spanish es,Dutch nl,Italian it,Russian ru,Turkish tr,German de,Czech cs,Thai th,Vietnamese vi,Belarusian be,Ukrainian uk,Tagalog fil,Filipino fil,Japanese ja,Chinese zh,Bangla bn,Hindi hi,Georgian ka,Finnish fi,Croatian hr,Portuguese pt,Romanian ro,Numeric und,Miscellaneous und"
    .split(",")
    .map((pair) => pair.split(" ")),
);

function languageOf(group: unknown): string | null {
  return typeof group === "string" ? (GROUPS[group] ?? null) : null;
}

/** Phrases that a search is expected to find, with the day of each. */
function found(source: string, args: readonly unknown[], kw: Row): DateCase[] | null {
  const list = kw["expected"] ?? args[2];
  if (!Array.isArray(list) || list.length === 0) return null;
  const language = typeof args[0] === "string" ? args[0] : ((kw["languages"] as string[] | null)?.at(-1) ?? "en");
  return (list as [string, unknown][]).map(([text, value]) => {
    const day = dayOf(value);
    const isYearless = day !== null && !text.includes(day.slice(0, 4));
    const base = classify(source, language, text, day, null, false);
    const exclusion = day === null ? "no expectation" : isYearless ? (base.exclusion ?? "no year") : base.exclusion;
    return withExclusion(base, exclusion);
  });
}

function withExclusion(base: DateCase, exclusion: Exclusion | null): DateCase {
  return { ...base, exclusion };
}

/** `[language, phrase, the same in English]`. */
function translation(source: string, [language = "", text = "", english = ""]: readonly string[]): DateCase {
  const name = `${source} translations`;
  const isForeign = !TABLE_LANGUAGES.has(language.split("-")[0]!);
  const day = englishDay(english);
  const exclusion = isForeign ? "language" : day === null ? (/\d{4}/.test(english) ? "no expectation" : "no year") : null;
  // Translations keep the year of the Buddhist era.
  const expected = language === "th" && day !== null && day > "2400" ? `${Number(day.slice(0, 4)) - 543}${day.slice(4)}` : day;
  return exclusion === null
    ? classify(name, language, text, expected, null, false)
    : { source: name, language, text, expected: null, reference: null, exclusion };
}

/** The day that an English translation names; translations have no other form. */
function englishDay(english: string): string | null {
  const clean = english.replace(/ye?ar\.?/, " ").replaceAll(/\s+/g, " ");
  const iso = /\d{4}-\d{1,2}-\d{1,2}/.exec(clean)?.[0];
  if (iso !== undefined) return parseDate(iso)?.date ?? null;
  const named = /(?:\d{1,2} [a-z]{3,9},? \d{3,4}|[a-z]{3,9} \d{1,2},? \d{3,4})/.exec(clean)?.[0];
  const match = /^(?:(\d{1,2}) ([a-z]+)|([a-z]+) (\d{1,2})),? (\d{4})$/.exec(named ?? "");
  if (match === null) return null;
  const month = findWord(match[2] ?? match[3]!)?.meanings.find((each) => each.role === ROLE.month && each.language === "en")?.value;
  return month === undefined ? null : `${match[5]}-${String(month).padStart(2, "0")}-${(match[1] ?? match[4]!).padStart(2, "0")}`;
}

const DASH = String.raw`\s?(?:[-–~～ー－]|\s(?:to|tot|au|al|đến|до|bis|a|à)\s)\s?(?:ngày )?`;
/** `10 - 22 augustus`, `7:00 - 8h00`, `13:00 à 16:00`; `2013 - 2014`; `10 août - 12 septembre`, `8th to 11th May 2010`. */
const SPAN = new RegExp(
  [
    String.raw`(?<![\d\-./])\d{1,2}${DASH}\d{1,2} \p{L}`,
    String.raw`\d[:h.]\d\d(?::\d\d)?(?: ?[ap]m)?${DASH}\d{1,2}(?:[:h.]\d\d| ?[ap]m)`,
    String.raw`(?<!\d)\d{1,2}(?: ?[ap]m)?${DASH}\d{1,2}(?:[:h.]\d\d)? ?[ap]m`,
    String.raw`(?<!\d)\d{4}日?[^\d]{0,3}${DASH}\p{L}*\s?\d.*\d{4}|\d{4}\D\d+\D\d+日?(?:\s-\s|[~～ー－])\d`,
    String.raw`\d \p{L}+(?: \d{4})?${DASH}(?:ngày )?\d{1,2} \p{L}+|\p{L}+ \d{1,2}${DASH}(?:\d{1,2}|\p{L}+ \d{1,2})[^:]*(?:\d{4})?$|\p{L}+ (?:to|tot) \p{L}+ \p{L}+ \d{4}`,
    String.raw`\d{4}.* (?:to|tot|au|al|đến) .*\d{4}|đến ngày|tháng \d+ - |-\s?\d+, \d+:`,
    String.raw`\d+ (?:до|to) \d+|between|\dpm? - \d|[ap]m-\d|-\d+pm|\d,? .*to.*tomorrow`,
  ].join("|"),
  "iu",
);
const WESTERN_YEAR = /(?<![\d:])(?:1[5-9]|2\d|3\d)\d\d(?![\d:])/;
const TWO_DIGIT_YEAR =
  /^(?:\p{L}+\.?,? )?(?:\d{1,2}(?:st|nd|rd|th)?[ -]?\p{L}+\.?|\p{L}+\.? \d{1,2},?) '?\d{2}(?: \d{1,2}:\d\d)?$|^\p{L}+ (?:3[2-9]|[4-9]\d)$|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?!\d)/u;
const NUMERIC = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)/;

/** Decides by the phrase's form whether it is `parseDate`'s to read. */
function classify(
  source: string,
  language: string,
  text: string,
  expected: string | null,
  reference: string | null,
  isSentence: boolean,
): DateCase {
  const digits = text.normalize("NFKC").replaceAll(/[٠-٩۰-۹०-९]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९".indexOf(digit) % 10));
  const hasYear = WESTERN_YEAR.test(digits) || /令和|平成|民國/.test(text) || /(?<!\d)1[34]\d\d(?!\d)/.test(digits);
  const isShort = !hasYear && TWO_DIGIT_YEAR.test(digits);
  const make = (exclusion: Exclusion | null): DateCase => ({
    source,
    language,
    text,
    expected,
    // A full year needs no reference, and the rows' own are often before the day they expect.
    reference: hasYear ? null : reference,
    exclusion,
  });
  if (expected === null) return make(/^\d{4}$/.test(text) ? "year alone" : null);
  if (hasYear && language !== "th" && !digits.includes(" BE") && isOtherYear(digits, expected)) return make("at odds");
  if (SPAN.test(digits)) return make("span");
  if (!/^(?:1[89]|20[01]|202[0-7])/.test(expected)) return make("no news year");
  if (!hasYear && !isShort)
    return make(
      isTodayOrYesterday(text)
        ? reference === null
          ? "relative"
          : null
        : /\d/.test(digits) || hasName(text)
          ? notDated(text)
          : "relative",
    );
  if (isSentence && (text.split(" ").length > 8 || text.endsWith("."))) return make("in a sentence");
  if (isShort && reference === null) return make("short year");
  if (isShort && Number(expected.slice(0, 4)) > Number(reference!.slice(0, 4)) + 1) return make("no news year");
  const numbers = NUMERIC.exec(digits);
  if (
    numbers !== null &&
    language === "en" &&
    Number(numbers[1]) <= 12 &&
    Number(numbers[2]) <= 12 &&
    numbers[1] !== numbers[2] &&
    !hasWeekday(text)
  ) {
    return make("day order");
  }
  return make(
    /\d/.test(digits.replace(WESTERN_YEAR, "").replace(/1[34]\d\d|\d{1,2}:\d\d/g, "")) || expected.endsWith("-01") ? null : "number words",
  );
}

/** Counted units make a phrase relative; else it is a day, a weekday or a time without a year. */
function notDated(text: string): Exclusion {
  return /\d+\s?(?:min|sec|hour|hr|day|d\b|w\b|mo\b|week|month|year|tag|stunde|jahr|jour|heure|día|dag|uur|week|дн|час|хв|мин|день|viik|päiv|tun|giorn|settim|or[ae] fa|ngày tr)|^[+-]|\b(?:ago|in|for|next|last|past|within|after|before)\b/i.test(
    text,
  )
    ? "relative"
    : "no year";
}

function isOtherYear(digits: string, expected: string): boolean {
  const years = [...digits.matchAll(/(?<!\d)(?:18|19|20)\d\d(?!\d)/g)].map(([year]) => year);
  return years.length > 0 && !years.includes(expected.slice(0, 4));
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,.\d]+/).filter((word) => word !== "");
}

function hasName(text: string): boolean {
  return wordsOf(text).some((word) => ((findWord(foldWord(word))?.roles ?? 0) & (ROLE.month | ROLE.weekday)) !== 0);
}

function hasWeekday(text: string): boolean {
  return wordsOf(text).some((word) => ((findWord(foldWord(word))?.roles ?? 0) & ROLE.weekday) !== 0);
}

/** The word alone, or with a time of day behind it. */
function isTodayOrYesterday(text: string): boolean {
  const bare = text.replace(/[,\s]+(?:\p{L}{1,3}\s){0,2}\d{1,2}(?:[:.]\d\d)?\s?(?:uhr|[ap]m|h)?$/iu, "");
  return ((findWord(foldWord(bare))?.roles ?? 0) & ROLE.relative) !== 0;
}

/** What came of the cases that are in scope. */
export interface DateScore {
  readonly total: number;
  readonly exact: number;
  readonly wrong: number;
  readonly failures: readonly { readonly case: DateCase; readonly got: string | null }[];
}

/** A date less precise than expected counts as exact where the phrase names no day: the rows fill in the first. */
export function scoreCases(cases: readonly DateCase[]): DateScore {
  const failures: { case: DateCase; got: string | null }[] = [];
  let wrong = 0;
  for (const each of cases) {
    const options = each.reference === null ? {} : { reference: each.reference };
    const got = parseDate(each.text, { languages: [each.language], ...options })?.date ?? null;
    if (got === each.expected || (got !== null && got.length < 10 && each.expected?.startsWith(got) === true)) continue;
    if (got !== null) wrong++;
    failures.push({ case: each, got });
  }
  return { total: cases.length, exact: cases.length - failures.length, wrong, failures };
}
