import { addDays, FIRST_YEAR, formatDay, fromPersian, isCalendarDay, isPersianYear, weekdayOf, type CalendarDay } from "./calendar.ts";
import type { Draft, Triple } from "./draft.ts";
import { orderOf, primaryTag, type DateEvidence, type DateOrder } from "./evidence.ts";
import { ROLE, type Meaning, type Word } from "./words.ts";
import { moscowOffset } from "./zones.ts";

/** Why a date that is written is not read. */
export type DateProblem = "impossible" | "out-of-range" | "placeholder" | "ambiguous" | "unreadable";

/** What a draft says. */
export interface DateReading {
  /** `2025`, `2025-11` or `2025-11-11`; `null` where only a time stands, or a day without its year. */
  readonly date: string | null;
  /** Month and day (`09-30`) of a date that does not say its year. */
  readonly monthDay: string | null;
  readonly time: string | null;
  readonly utcOffset: string | null;
  /** The date is a word for today or yesterday. */
  readonly isRelative: boolean;
  readonly problem: DateProblem | null;
}

/** Years of the Buddhist era that news are dated in, and its distance from the common one. */
const BUDDHIST_YEARS = [2400, 2700] as const;
const BUDDHIST_SHIFT = 543;
/** Years of two digits are of these centuries. */
const CENTURIES = [1800, 1900, 2000] as const;
/** A reference settles a year of two digits up to so many years back (CLDR's default for parsing). */
const SHORT_YEAR_REACH = 80;
const MONTHS = 12;
/** What programs write when they have no date: the start of their clock, and zeros. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(["1970-01-01", "0000-00-00", "0001-01-01", "1900-01-01", "1899-12-30"]);

/** Settles what was read: years of other calendars, the order of numbers, names of two months, years of two digits. */
export function resolveDraft(draft: Draft, evidence: DateEvidence): DateReading {
  const { clock } = draft;
  const timed = { monthDay: null, time: clock?.time ?? null, utcOffset: clock?.utcOffset ?? null, isRelative: false, problem: null };
  const fail = (problem: DateProblem): DateReading => ({ ...timed, date: null, problem });
  if (draft.relative !== null) {
    const day = evidence.reference === null ? null : addDays(evidence.reference, -draft.relative);
    return { ...timed, date: day && formatDay(day.year, day.month, day.day), isRelative: true };
  }
  if (draft.triple === null && draft.year === null && draft.month === null) return { ...timed, date: null };
  const candidates = draft.triple !== null ? tripleCandidates(draft.triple, draft, evidence) : namedCandidates(draft, evidence);
  if (candidates === "ambiguous") return fail("ambiguous");
  if (candidates.length === 0) return fail("impossible");
  if (candidates.some((day) => PLACEHOLDERS.has(formatZeros(day)))) return fail("placeholder");
  const real = candidates.filter(
    ({ year, month, day }) => month === null || isCalendarDay({ year: year ?? LEAP_YEAR, month, day: day ?? 1 }),
  );
  if (real.length === 0) return fail("impossible");
  const current = real.filter(({ year }) => year === null || (year >= FIRST_YEAR && year <= evidence.lastYear));
  if (current.length === 0) return fail("out-of-range");
  const chosen = choose(current, draft, evidence);
  if (chosen === null) return fail("ambiguous");
  if (chosen.year === null) return { ...timed, date: null, monthDay: formatDay(LEAP_YEAR, chosen.month, chosen.day).slice(5) };
  if (chosen.day === null && clock !== null) return { ...timed, date: null, time: null, utcOffset: null, problem: "unreadable" };
  const date = formatDay(chosen.year, chosen.month, chosen.day);
  return { ...timed, date, utcOffset: clock?.isMoscow === true ? moscowOffset(date) : timed.utcOffset };
}

/** Has a 29 February, for days without a year. */
const LEAP_YEAR = 2024;

interface Candidate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly order: DateOrder | null;
}

function formatZeros({ year, month, day }: Candidate): string {
  const two = (value: number | null): string => String(value ?? 0).padStart(2, "0");
  return `${String(year ?? 0).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The one candidate that is left after the weekday, the dump, the language and the years around have spoken. */
function choose(candidates: readonly Candidate[], draft: Draft, evidence: DateEvidence): Candidate | null {
  if (candidates.length === 1) return candidates[0]!;
  let left = candidates;
  const narrow = (test: (candidate: Candidate) => boolean): boolean => {
    const kept = left.filter(test);
    if (kept.length > 0) left = kept;
    return new Set(left.map(formatZeros)).size === 1;
  };
  const isShort = draft.isShortYear || isShortTriple(draft.triple);
  if (narrow(() => true) && !isShort) return left[0]!;
  const { within } = evidence;
  if (
    within !== null &&
    left.some((each) => formatZeros(each).startsWith(within)) &&
    narrow((each) => formatZeros(each).startsWith(within))
  )
    return left[0]!;
  if (isShort) {
    if (evidence.years().size > 0 && narrow(({ year }) => evidence.years().has(year!))) return left[0]!;
    const { reference } = evidence;
    const latest = reference === null ? 0 : reference.year + 1;
    if (reference !== null) left = left.filter(({ year }) => year! > latest - SHORT_YEAR_REACH);
    if (reference !== null && left.length > 0 && narrow(({ year }) => year! <= latest)) return left[0]!;
  }
  if (left.length === 0) return null;
  const order =
    evidence.order ??
    evidence
      .languages()
      .map(orderOf)
      .find((each) => each !== null) ??
    null;
  if (order !== null && narrow((candidate) => candidate.order === order || candidate.order === null)) return left[0]!;
  // Where the year comes last, languages that put it first put the day before the month.
  if (order === "ymd" && narrow((candidate) => candidate.order === "dmy")) return left[0]!;
  const weekdays = weekdayValues(draft.weekday, evidence);
  if (weekdays.size === 1 && narrow((each) => each.day !== null && weekdays.has(weekdayOf(each as CalendarDay)))) return left[0]!; // a whole day here
  return null;
}

function isShortTriple(triple: Triple | null): boolean {
  return triple !== null && triple.digits[0] <= 2 && triple.digits[2] <= 2;
}

/** All days that three numbers can mean. */
function tripleCandidates(triple: Triple, draft: Draft, evidence: DateEvidence): readonly Candidate[] | "ambiguous" {
  const [first, second, third] = triple.values;
  if (triple.digits[0] === 4) return yearFirst(first, second, third, triple, draft, evidence);
  const candidates: Candidate[] = [];
  for (const year of triple.digits[2] === 4 ? fullYears(third, draft, evidence) : shortYears(third, evidence)) {
    candidates.push({ year, month: second, day: first, order: "dmy" });
    if (triple.mark !== ".") candidates.push({ year, month: first, day: second, order: "mdy" });
  }
  if (triple.digits[2] === 2 && triple.digits[0] === 2) {
    for (const year of shortYears(first, evidence)) candidates.push({ year, month: second, day: third, order: "ymd" });
  }
  const possible = candidates.filter(({ year, month, day }) => isCalendarDay({ year: year!, month: month!, day: day! }));
  return possible.length > 0 ? possible : candidates;
}

function yearFirst(year: number, month: number, day: number, triple: Triple, draft: Draft, evidence: DateEvidence): readonly Candidate[] {
  const speaksPersian = (): boolean => evidence.languages().some((language) => primaryTag(language) === "fa");
  if (isPersianYear(year) && (triple.isPersian || hasLanguage(draft.weekday, "fa") || speaksPersian()))
    return persianCandidate({ year, month, day });
  return fullYears(year, draft, evidence).map((each) => ({ year: each, month, day, order: "ymd" }));
}

function persianCandidate(day: CalendarDay): readonly Candidate[] {
  const gregorian = fromPersian(day);
  return gregorian === null ? [] : [{ ...gregorian, order: null }];
}

/** Days named by a month's word or number. */
function namedCandidates(draft: Draft, evidence: DateEvidence): readonly Candidate[] | "ambiguous" {
  const { month, day, year } = draft;
  if (month !== null && typeof month !== "number") return wordCandidates(month, draft, evidence);
  if (month !== null && (month < 1 || month > MONTHS)) return [{ year, month, day, order: null }];
  return yearsOf(draft, evidence, false).map((each) => ({ year: each, month, day, order: null }));
}

function wordCandidates(word: Word, draft: Draft, evidence: DateEvidence): readonly Candidate[] | "ambiguous" {
  const { day, year } = draft;
  const isPersian = year !== null && isPersianYear(year) && (word.roles & ROLE.persianMonth) !== 0;
  const meaning = settleMonth(word, isPersian ? ROLE.persianMonth : ROLE.month, draft.weekday, evidence);
  if (meaning === null) return "ambiguous";
  if (isPersian) return day === null ? "ambiguous" : persianCandidate({ year, month: meaning.value, day });
  if (meaning.role !== ROLE.month) return "ambiguous";
  const isThai = word.meanings.every(({ language }) => language === "th");
  return yearsOf(draft, evidence, isThai).map((each) => ({ year: each, month: meaning.value, day, order: null }));
}

/** The month a word names: in all languages that have it, or in those that the text is likely in. */
function settleMonth(word: Word, role: number, weekday: Word | null, evidence: DateEvidence): Meaning | null {
  const all = word.meanings.filter((meaning) => meaning.role === role);
  const agreed = (meanings: readonly Meaning[]): Meaning | null =>
    meanings.length > 0 && meanings.every(({ value }) => value === meanings[0]!.value) ? meanings[0]! : null;
  const settled = agreed(all);
  if (settled !== null) return settled;
  const around = agreed(all.filter(({ language }) => hasLanguage(weekday, language)));
  if (around !== null) return around;
  for (const tag of evidence.languages()) {
    const found = agreed(all.filter(({ language }) => language === tag || primaryTag(language) === primaryTag(tag)));
    if (found !== null) return found;
  }
  return null;
}

function hasLanguage(word: Word | null, language: string): boolean {
  return word !== null && word.meanings.some((meaning) => meaning.language === language);
}

function weekdayValues(weekday: Word | null, { languages }: DateEvidence): ReadonlySet<number> {
  const all = (weekday?.meanings ?? []).filter(({ role }) => role === ROLE.weekday);
  const spoken = all.filter(({ language }) => languages().some((tag) => primaryTag(tag) === primaryTag(language)));
  return new Set((spoken.length > 0 ? spoken : all).map(({ value }) => value));
}

/** The years that the draft's year can be; a draft without one has the year `null`. */
function yearsOf(draft: Draft, evidence: DateEvidence, isThai: boolean): readonly (number | null)[] {
  const { year, eraStart, isShortYear } = draft;
  if (year === null) return [null];
  if (eraStart !== null) return [eraStart + year];
  if (isShortYear) return isThai && !draft.isCommonEra ? [BUDDHIST_YEARS[0] + 100 + year - BUDDHIST_SHIFT] : shortYears(year, evidence);
  return fullYears(year, draft, evidence, isThai);
}

function fullYears(year: number, { isBuddhist, isCommonEra, weekday }: Draft, evidence: DateEvidence, isThai = false): readonly number[] {
  if (year < BUDDHIST_YEARS[0] || year >= BUDDHIST_YEARS[1] || isCommonEra) return [year];
  const isThaiText = isThai || isBuddhist || hasLanguage(weekday, "th") || evidence.languages().some((tag) => primaryTag(tag) === "th");
  return [isThaiText ? year - BUDDHIST_SHIFT : year];
}

/** Years of two digits in every century that news are from. */
function shortYears(year: number, { lastYear }: DateEvidence): readonly number[] {
  return CENTURIES.map((century) => century + year).filter((full) => full <= lastYear);
}
