import { MONTH_NAMES } from "./month-names.generated.ts";
import { readTime, type ClockTime } from "./time.ts";

/** What {@link parseDate} gives back. */
export interface ParsedDate {
  /** ISO 8601, as precise as the text: `2025`, `2025-11` or `2025-11-11`. */
  date: string;
  /** `15:00` or `15:00:30`, when the text holds one. */
  time: string | null;
  /** `Z` or `+03:00`, when the text holds one. */
  utcOffset: string | null;
}

/** Longest text that is looked at; dates are far shorter. */
const MAX_DATE_LENGTH = 64;
/** News before this year is not in dumps, and four digits below it are something else. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

/** `2025-11-11T15:00:30+03:00` and shorter; also with `/` or `.` between the parts. */
const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:(T| |, ?)(\S.{0,20}))?$/;
/** `11.11.2025`: with points the day comes first in every language that writes so. */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,|–-]{1,3}(\S.{0,20}))?$/;
/** `25/11/2025`: one meaning only when one of the two is over 12, or both are equal. */
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ ,|–-]{1,3}(\S.{0,20}))?$/;
/** `2025年11月11日`. */
const CJK = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?(?: ?(\S.{0,20}))?$/;
/** `11 ноября 2025 г.`, `11. November 2025`, `11 de noviembre de 2025`, `1er mai 2025`. */
const DAY_NAME_YEAR =
  /^(?:(\d{1,2})(?:\.|er|º|st|nd|rd|th)? (?:de )?)?(\p{L}[\p{L}\p{M}]{1,15})\.?,? (?:de |del )?(\d{4})(?: г\.?| года| р\.?)?(?:[ ,|–-]{1,3}(\S.{0,20}))?$/u;
/** `November 11, 2025`. */
const NAME_DAY_YEAR = /^(\p{L}[\p{L}\p{M}]{1,15})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,|–-]{1,3}(\S.{0,20}))?$/u;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const NO_TIME: ClockTime = { time: null, utcOffset: null };

/** `impossible`: it names a day no calendar has. `unreadable`: it has no form with one meaning. */
export type DateReading = ParsedDate | "impossible" | "unreadable";

/**
 * Reads a text that is a date and nothing else (a time may follow): ISO 8601, `11.11.2025`, `11 November
 * 2025`, `November 11, 2025`, `2025年11月11日` and the like, with month names in twelve languages. Right or
 * `null`: what can be read in two ways (`03/04/2025`, two-digit years) is not read at all.
 *
 * @param text - a header's value or a whole line, up to 64 characters
 *
 * @example
 * ```ts
 * import { parseDate } from "newsdump";
 *
 * parseDate("11 ноября 2025, 15:00"); // { date: "2025-11-11", time: "15:00", utcOffset: null }
 * parseDate("2025-11"); // { date: "2025-11", time: null, utcOffset: null }
 * parseDate("03/04/2025"); // null
 * ```
 */
export function parseDate(text: string): ParsedDate | null {
  const reading = readDate(text);
  return typeof reading === "string" ? null : reading;
}

/** As {@link parseDate}, and tells why there is no date. */
export function readDate(text: string): DateReading {
  if (text.length > MAX_DATE_LENGTH) return "unreadable";
  const plain = westernDigits(text.trim());
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) return build(yearFirst[1], yearFirst[3], yearFirst[4], yearFirst[6], yearFirst[5] === "T");
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return build(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  const slashed = SLASHED.exec(plain);
  if (slashed) return buildSlashed(slashed);
  const cjk = CJK.exec(plain);
  if (cjk) return build(cjk[1], cjk[2], cjk[3], cjk[4]);
  const named = DAY_NAME_YEAR.exec(plain);
  if (named) return build(named[3], monthNumber(named[2]!), named[1], named[4]);
  const american = NAME_DAY_YEAR.exec(plain);
  if (american) return build(american[3], monthNumber(american[1]!), american[2], american[4]);
  return "unreadable";
}

function buildSlashed(match: RegExpExecArray): DateReading {
  const [, first = "", second = "", year, rest] = match;
  if (Number(first) > 12 || first === second) return build(year, second, first, rest);
  if (Number(second) > 12) return build(year, first, second, rest);
  return "unreadable";
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  rest: string | undefined,
  isIso = false,
): DateReading {
  if (month === "") return "unreadable";
  const clock = rest === undefined ? NO_TIME : readTime(rest, isIso);
  if (clock === null || (rest !== undefined && day === undefined)) return "unreadable";
  const date = calendarDate(Number(year), month, day);
  return date === null ? "impossible" : { date, ...clock };
}

function calendarDate(year: number, month: string | undefined, day: string | undefined): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (month === undefined) return String(year);
  const monthIndex = Number(month) - 1;
  const length = DAYS_IN_MONTH[monthIndex];
  if (length === undefined) return null;
  const yearMonth = `${year}-${month.padStart(2, "0")}`;
  if (day === undefined) return yearMonth;
  const isLeapDay = monthIndex === 1 && Number(day) === 29 && isLeapYear(year);
  if (Number(day) < 1 || (Number(day) > length && !isLeapDay)) return null;
  return `${yearMonth}-${day.padStart(2, "0")}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

let monthsByName: Map<string, string> | null = null;

/** `1`…`12`, or the empty string for a word that is no month. */
function monthNumber(name: string): string {
  if (monthsByName === null) {
    monthsByName = new Map();
    const rows = MONTH_NAMES.trim().split("\n");
    for (const [index, row] of rows.entries()) for (const word of row.split("|")) monthsByName.set(word, String(index + 1));
  }
  return monthsByName.get(name.normalize("NFC").toLowerCase()) ?? "";
}

/** First digits of the other decimal systems that news are dated in: Arabic-Indic, Persian, Devanagari, Bengali, full-width. */
const OTHER_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10] as const;
const OTHER_DIGIT = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\uFF10-\uFF19]/g;

function westernDigits(text: string): string {
  return text.replace(OTHER_DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = OTHER_ZEROS.find((candidate) => code >= candidate && code < candidate + 10)!; // the pattern lists just these
    return String(code - zero);
  });
}
