import { FIRST_YEAR, formatDay, isCalendarDay, type CalendarDay } from "./date/calendar.ts";
import type { DateEvidence } from "./date/evidence.ts";
import { findLabel } from "./date/labels.ts";
import { matchDate } from "./date/match.ts";
import { resolveDraft, type DateProblem } from "./date/resolve.ts";
import { has, tokenize, type Token } from "./date/tokens.ts";
import { ROLE } from "./date/words.ts";
import { checkList, checkObject, invalidOption } from "../invalid-option.ts";
import { checkText } from "../stage-input.ts";

/** What {@link parseDate} gives back. */
export interface ParsedDate {
  /** ISO 8601, as precise as the text: `2025`, `2025-11` or `2025-11-11`. */
  date: string;
  /** `15:00` or `15:00:30`, when the text holds one. */
  time: string | null;
  /** `Z` or `+03:00`, when the text holds one. */
  utcOffset: string | null;
}

/** What {@link parseDate} may know besides the text. */
export interface ParseDateOptions {
  /**
   * BCP 47 tags the text may be in, the surest first. They settle names that mean different months (`listopad`) and
   * the order of numbers (`03/04/2025`, where the language or its region has one: `es`, `en-GB`); they exclude nothing.
   */
  languages?: readonly string[];
  /**
   * The day that `today` means, as an ISO 8601 date or a `Date` (its UTC day). It settles years of two digits too,
   * and the year after it is the last that is read. Default: nothing is settled, and the last year is the one after
   * the current year.
   */
  reference?: string | Date;
}

/** Longest text that is looked at; dates are far shorter. */
const MAX_DATE_LENGTH = 96;

/** Why a text gives no date. */
export type DateReading = ParsedDate | DateProblem;

/**
 * Reads a text that is a date and nothing else (a label, a weekday and a time may be beside it): ISO 8601, RFC 5322,
 * `11.11.2025`, `11 November 2025`, `November 11, 2025 | 3:15 pm EST`, `2025年11月11日 15:00`, `ngày 11 tháng 11 năm
 * 2025`, `11 พฤศจิกายน 2568`, `令和7年11月11日` and the like, with the names of months in 85 languages and the digits of
 * 20 scripts. Right or `null`: what can be read in two ways (`03/04/2025`, years of two digits) is not read without
 * evidence. Linear in the text's length.
 *
 * @param text - a header's value or a whole line, up to 96 characters
 * @throws {@link NewsdumpError} with code `invalid-option` when `reference` is no day, `invalid-input` when `text` is no string
 *
 * @example
 * ```ts
 * import { parseDate } from "newsdump";
 *
 * parseDate("11 ноября 2025, 15:00"); // { date: "2025-11-11", time: "15:00", utcOffset: null }
 * parseDate("Tue, 11 Nov 2025 15:00:30 -0500"); // { date: "2025-11-11", time: "15:00:30", utcOffset: "-05:00" }
 * parseDate("2025-11"); // { date: "2025-11", time: null, utcOffset: null }
 * parseDate("03/04/2025"); // null
 * parseDate("03/04/2025", { languages: ["en-GB"] }); // { date: "2025-04-03", time: null, utcOffset: null }
 * parseDate("Online seit heute, 7.57 Uhr", { reference: "2025-11-11" }); // { date: "2025-11-11", time: "07:57", utcOffset: null }
 * ```
 */
export function parseDate(text: string, options: ParseDateOptions = {}): ParsedDate | null {
  checkText(text, "a date is read from a string");
  for (const tag of checkList("languages", checkObject("options", options).languages))
    if (typeof tag !== "string") throw invalidOption("languages", "must be a list of language tags", options.languages);
  const reading = readDate(text, dateEvidence(options));
  return typeof reading === "string" ? null : reading;
}

/** As {@link parseDate}, and tells why there is no date. */
export function readDate(text: string, evidence: DateEvidence = dateEvidence({})): DateReading {
  if (text.length > MAX_DATE_LENGTH) return "unreadable";
  const plain = readPlainDay(text, evidence);
  if (plain !== null) return plain;
  const tokens = tokenize(text);
  const draft = matchDate(tokens, startOfDate(text, tokens));
  if (!isEnd(tokens, draft.end)) return "unreadable";
  const { date, time, utcOffset, problem } = resolveDraft(draft, evidence);
  if (problem !== null) return problem;
  return date === null ? "unreadable" : { date, time, utcOffset };
}

const DATE_NAMES = ROLE.month | ROLE.weekday | ROLE.relative | ROLE.persianMonth | ROLE.era | ROLE.leading;
const NOTHING_KNOWN = { time: null, utcOffset: null } as const;

/** `2025-11-11` as most headers have it, without the grammar; `null` for all else and for days that are refused. */
function readPlainDay(text: string, { lastYear }: DateEvidence): ParsedDate | null {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return null;
  const day = { year: plainNumber(text, 0, 4), month: plainNumber(text, 5, 7), day: plainNumber(text, 8, 10) };
  // The start of 1970 and of the calendar's centuries may stand for no date: the grammar knows.
  if (day.year > lastYear || day.year === 1970 || day.year <= 1900 || !isCalendarDay(day)) return null;
  return { date: text, ...NOTHING_KNOWN };
}

/** The number in the digits from `start`, or -1. */
function plainNumber(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Words of a label. */
const MOST_LABEL_WORDS = 4;

/** Index of the token behind a label (`Published: `, `Online seit `), or 0. */
function startOfDate(text: string, tokens: readonly Token[]): number {
  if (tokens[0]?.kind !== "word" || tokens[0].word !== null) return 0;
  for (let index = 1; index <= MOST_LABEL_WORDS + 1 && index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === "mark" && token.text !== ":") return 0;
    const isStart = token.kind === "number" || has(token, DATE_NAMES);
    if (isStart) return findLabel(text.slice(0, token.start)) === null ? 0 : index;
  }
  return 0;
}

/** Whether nothing but a closing point or bracket follows. */
function isEnd(tokens: readonly Token[], index: number): boolean {
  return index === tokens.length || (index === tokens.length - 1 && ".,)".includes(tokens[index]!.text) && tokens[index]!.kind === "mark");
}

const NO_YEARS: ReadonlySet<number> = new Set();

export function dateEvidence({ languages = [], reference }: ParseDateOptions): DateEvidence {
  const day = reference === undefined ? null : referenceDay(reference);
  return { languages: () => languages, reference: day, lastYear: lastYearOf(day), years: () => NO_YEARS, within: null, order: null };
}

/** The year after the reference's, or after the clock's: the only answer that depends on when it is asked for. */
export function lastYearOf(reference: CalendarDay | null): number {
  return (reference?.year ?? new Date().getUTCFullYear()) + 1;
}

/** `2025-11-11`, alone or before a time. */
const REFERENCE = /^(\d{4})-(\d{2})-(\d{2})(?=T\d|$)/;

/**
 * The day a reference names.
 *
 * @throws {@link NewsdumpError} for what is no day from 1800 on
 */
export function referenceDay(reference: string | Date): CalendarDay {
  const text = typeof reference === "string" ? reference : isoDay(reference);
  const [, year = 0, month = 0, day = 0] = (REFERENCE.exec(text) ?? []).map(Number);
  const result = { year, month, day };
  if (result.year >= FIRST_YEAR && isCalendarDay(result)) return result;
  throw invalidOption("reference", "must be a date like 2025-11-11", reference);
}

function isoDay(date: Date): string {
  if (Object.prototype.toString.call(date) !== "[object Date]" || Number.isNaN(date.getTime())) return ""; // of any realm
  return formatDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
