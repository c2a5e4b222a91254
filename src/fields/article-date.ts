import type { DateSource, Span } from "../article.ts";
import { createDiagnostic, type Diagnostic, type DiagnosticCode } from "../diagnostics.ts";
import type { Line } from "../lines/line.ts";
import type { SliceLine } from "../lines/slice-line.ts";
import { spanOf, type TextRecord } from "../records/text-record.ts";
import { cleanText } from "../text/clean.ts";
import { findBodyDates, findDateline, isWholeSentence, mayBeDateLine, type BodyDate } from "./body-date.ts";
import type { CalendarDay } from "./date/calendar.ts";
import type { DateEvidence, DateOrder } from "./date/evidence.ts";
import type { DateProblem } from "./date/resolve.ts";
import { offsetIn } from "./date/time-zone.ts";
import { readDate, type ParsedDate } from "./date.ts";
import type { Columns } from "./line-rest.ts";
import type { BodyLine } from "./placed.ts";
import { readTime, type ClockTime } from "./time.ts";
import { joinWrapped } from "./wrapped-lines.ts";

/** What all records of a dump share when their dates are read. */
export interface DateContext {
  readonly reference: CalendarDay | null;
  readonly lastYear: number;
  /** How all dates order their numbers, when the caller says so. */
  readonly order: DateOrder | null;
  /** How the dump's headers order theirs. */
  readonly headerOrder: DateOrder | null;
  /** IANA zone of times without an offset. */
  readonly timeZone: string | null;
}

/** An article's date and time, and the body lines that gave them. */
export interface ArticleDate {
  readonly date: string | null;
  readonly time: string | null;
  readonly utcOffset: string | null;
  readonly publishedAt: string | null;
  readonly dateModified: string | null;
  readonly source: DateSource | null;
  readonly spans: { readonly date: Span | null; readonly time: Span | null; readonly dateModified: Span | null };
  /** Indices of the body lines that became a field. */
  readonly usedLines: ReadonlySet<number>;
  /** The parts of other body lines that did, by the line's index. */
  readonly usedParts: ReadonlyMap<number, readonly Columns[]>;
}

/** What says no date. */
export const NO_DATE: ArticleDate = {
  date: null,
  time: null,
  utcOffset: null,
  publishedAt: null,
  dateModified: null,
  source: null,
  spans: { date: null, time: null, dateModified: null },
  usedLines: new Set(),
  usedParts: new Map(),
};

/** Length of a date with its day; in a body, a month or a year alone is as likely a heading. */
const FULL_DATE_LENGTH = 10;

/**
 * Date and time from the header first; dates in the article's head refine a header that knows only the month or
 * year, and stand in where the header says nothing. A labelled day of publication comes before a date alone in its
 * line, and that before one beside an author, in a dateline, or of an update. A date that contradicts the header is
 * reported and not used; two that contradict each other give none.
 *
 * @param slice - cuts a part out of a line, with its bytes
 * @param languages - tags the text may be in; asked only when a date has two readings
 */
export function readArticleDate(
  { fields }: TextRecord,
  lines: readonly BodyLine[],
  context: DateContext,
  slice: SliceLine,
  languages: () => readonly string[],
  diagnostics: Diagnostic[],
): ArticleDate {
  const dateField = fields.get("date");
  const timeField = fields.get("time");
  const texts = unwrapped(lines);
  const headerText = dateField === undefined ? "" : cleanText(dateField.text).text;
  const evidence = createEvidence(context, languages, [headerText], texts);
  const header =
    dateField === undefined
      ? null
      : readHeaderDate(headerText, spanOf(dateField), { ...evidence, order: context.order ?? context.headerOrder }, diagnostics);
  const headerTime = timeField === undefined ? null : readHeaderTime(timeField, header, diagnostics);
  const headerDay = header?.date.length === FULL_DATE_LENGTH ? header.date : null;
  const found = findBodyDates(
    texts,
    headerDay === null ? { ...evidence, within: header?.date ?? null } : { ...evidence, reference: dayOf(headerDay), within: headerDay },
  );
  const spanAt = ({ index }: BodyDate): Span => spanOf(lines[index]!.line);

  const day = chooseDay(found, header, () => findDateline(texts, evidence), spanAt, diagnostics);
  const refining = day !== null && day.date !== header?.date ? day : null;
  const date = refining?.date ?? header?.date ?? null;
  if (refining !== null && day!.source === "update") {
    diagnostics.push(createDiagnostic("date-from-update", `only an update tells the day, ${date}`, spanAt(refining)));
  }
  if (date?.length !== FULL_DATE_LENGTH) reportProblem(found, texts, spanAt, diagnostics);

  const timing = header?.time != null || headerTime !== null || date?.length !== FULL_DATE_LENGTH ? null : findTiming(found, day, date);
  const clock = header?.time != null ? header : (headerTime ?? timing);
  const modified =
    found.find((line) => line.label === "updated" && line.date?.length === FULL_DATE_LENGTH && line.date >= (date ?? "")) ?? null;
  const utcOffset = clock?.utcOffset ?? null;
  const used = [...new Set([refining, timing, modified])].filter((line) => line !== null);
  const usedParts = findParts(used, lines, texts);
  const partSpan = (source: BodyDate): Span => {
    const { line } = lines[source.index]!;
    const part = columnsOf(source, line, texts);
    return spanOf(part === null ? line : slice(line, part.start, part.end));
  };
  return {
    date,
    time: clock?.time ?? null,
    utcOffset,
    publishedAt: publishedAt(date, clock?.time ?? null, utcOffset, context, diagnostics),
    dateModified:
      modified === null ? null : `${modified.date!}${modified.time === null ? "" : `T${modified.time}${modified.utcOffset ?? ""}`}`,
    source: date === null ? null : refining === null ? "header" : day!.source,
    spans: {
      date: refining ? partSpan(refining) : header && spanOf(dateField!),
      time: timing ? partSpan(timing) : header?.time != null ? spanOf(dateField!) : headerTime && spanOf(timeField!),
      dateModified: modified && partSpan(modified),
    },
    usedLines: new Set(used.filter(({ isWholeLine }) => isWholeLine).map(({ index }) => index)),
    usedParts,
  };
}

/** The lines' texts; the first line of a hard-wrapped paragraph has all of it, the others none. */
function unwrapped(lines: readonly BodyLine[]): string[] {
  const texts = lines.map(({ text }) => text);
  const { starts, joined } = joinWrapped(lines, (index) => mayBeDateLine(texts[index]!) || isWholeSentence(texts[index]!));
  for (const [block, text] of joined) {
    texts.fill("", starts[block], starts[block + 1]);
    texts[starts[block]!] = text;
  }
  return texts;
}

/** Where a date stands in its line as decoded; `null` when all of the line is the date or cleaning changed it. */
function columnsOf({ index, start, end, isWholeLine }: BodyDate, line: Line, texts: readonly string[]): Columns | null {
  if (isWholeLine) return null;
  const value = texts[index]!.slice(start, end);
  const column = line.text.startsWith(value, start) ? start : line.text.indexOf(value);
  return column < 0 ? null : { start: column, end: column + value.length };
}

/** The parts of lines that gave a day or a time and hold more. */
function findParts(used: readonly BodyDate[], lines: readonly BodyLine[], texts: readonly string[]): Map<number, readonly Columns[]> {
  const parts = new Map<number, readonly Columns[]>();
  for (const date of used) {
    if (date.isWholeLine) continue;
    const { line } = lines[date.index]!;
    const part = columnsOf(date, line, texts) ?? { start: 0, end: line.text.length };
    parts.set(date.index, [...(parts.get(date.index) ?? []), part]);
  }
  return parts;
}

/** Evidence that costs something is gathered when it is asked for. */
function createEvidence(
  context: DateContext,
  languages: () => readonly string[],
  headers: readonly string[],
  texts: readonly string[],
): DateEvidence {
  let years: ReadonlySet<number> | null = null;
  return {
    reference: context.reference,
    lastYear: context.lastYear,
    order: context.order,
    within: null,
    languages,
    years: () => (years ??= fullYears(headers, texts, context.lastYear)),
  };
}

function dayOf(date: string): CalendarDay {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

const FULL_YEAR = /(?<!\d)(?:18|19|20)\d\d(?!\d)/g;

/** Years with four digits: the header's, else those of the text. */
function fullYears(headers: readonly string[], texts: readonly string[], lastYear: number): ReadonlySet<number> {
  for (const group of [headers, texts]) {
    const years = group.flatMap((text) => [...text.matchAll(FULL_YEAR)].map(([year]) => Number(year)));
    const real = years.filter((year) => year <= lastYear);
    if (real.length > 0) return new Set(real);
  }
  return new Set();
}

const PROBLEM_CODES: Readonly<Record<DateProblem, DiagnosticCode>> = {
  impossible: "impossible-date",
  "out-of-range": "date-out-of-range",
  placeholder: "date-placeholder",
  ambiguous: "date-ambiguous",
  unreadable: "date-unreadable",
};

function readHeaderDate(text: string, span: Span, evidence: DateEvidence, diagnostics: Diagnostic[]): ParsedDate | null {
  const reading = readDate(text, evidence);
  if (typeof reading !== "string") return reading;
  diagnostics.push(createDiagnostic(PROBLEM_CODES[reading], `the header's date is ${JSON.stringify(text)}`, span));
  return null;
}

/** A time field of its own; reported when it cannot be read or the date field says another time. */
function readHeaderTime(field: Line, date: ParsedDate | null, diagnostics: Diagnostic[]): ClockTime | null {
  const text = cleanText(field.text).text;
  const clock = readTime(text);
  if (clock === null) diagnostics.push(createDiagnostic("time-unreadable", `the header's time is ${JSON.stringify(text)}`, spanOf(field)));
  else if (date?.time != null && date.time !== clock.time) {
    const message = `the header's date says ${date.time}, its time says ${clock.time}`;
    diagnostics.push(createDiagnostic("time-conflict", message, spanOf(field)));
  }
  return clock;
}

/** A body date with the day that was made of it. */
type ChosenDay = BodyDate & { readonly date: string; readonly source: DateSource };

/** Kinds of evidence, the best first; the first kind that has a day decides. */
const KINDS: readonly { readonly source: DateSource; readonly takes: (date: BodyDate) => boolean }[] = [
  { source: "labelled", takes: ({ label, isHead }) => label === "published" && isHead },
  { source: "alone", takes: ({ place, label }) => place === "alone" && label !== "updated" },
  { source: "beside", takes: ({ place, label }) => place === "beside" && label !== "updated" },
  { source: "labelled", takes: ({ label, place }) => place === "labelled" && label === "published" },
  { source: "update", takes: ({ label }) => label === "updated" },
];

function chooseDay(
  found: readonly BodyDate[],
  header: ParsedDate | null,
  dateline: () => BodyDate | null,
  spanAt: (date: BodyDate) => Span,
  diagnostics: Diagnostic[],
): ChosenDay | null {
  if (header?.date.length === FULL_DATE_LENGTH && found.every(({ date }) => date === null)) return null;
  let undecided: Diagnostic | null = null;
  for (const { source, takes } of KINDS) {
    // Where the head's dates differ, only a label can tell.
    if (undecided !== null && source !== "labelled") continue;
    const days = found.filter((date) => takes(date) && date.date?.length === FULL_DATE_LENGTH && !date.isRelative);
    const agreeing = days.filter(({ date }) => header === null || date!.startsWith(header.date));
    const first = agreeing[0];
    if (first === undefined) {
      if (days[0]?.isTop === true && source !== "update") reportConflict(days[0], header, spanAt, diagnostics);
      continue;
    }
    // Below the head, labels that differ are those of other articles.
    if (!first.isHead && agreeing.some(({ date }) => date !== first.date)) continue;
    if (agreeing.some(({ date }) => date !== first.date)) {
      const message = `the text gives ${[...new Set(agreeing.map(({ date }) => date))].join(" and ")}, and nothing tells which is the article's`;
      undecided ??= createDiagnostic("date-ambiguous", message, spanAt(first));
      continue;
    }
    return { ...first, date: first.date!, source };
  }
  if (undecided !== null) diagnostics.push(undecided);
  if (undecided !== null || header?.date.length === FULL_DATE_LENGTH) return null;
  const relative = found.find((date) => date.isRelative && date.date !== null && header === null);
  if (relative !== undefined) return { ...relative, date: relative.date!, source: relative.place };
  return fromDateline(header, dateline());
}

/** A dateline's day needs the header's year, unless it says its own. */
function fromDateline(header: ParsedDate | null, dateline: BodyDate | null): ChosenDay | null {
  if (dateline === null) return null;
  const date = dateline.date ?? (header === null ? null : `${header.date.slice(0, 4)}-${dateline.monthDay!}`);
  // With the year alone the days around New Year could be the other year's.
  if (date === null || (header !== null && !date.startsWith(header.date)) || (dateline.date === null && header!.date.length < 7))
    return null;
  return { ...dateline, date, source: "dateline" };
}

function reportConflict(other: BodyDate, header: ParsedDate | null, spanAt: (date: BodyDate) => Span, diagnostics: Diagnostic[]): void {
  if (header === null) return;
  const span = spanAt(other);
  diagnostics.push(createDiagnostic("date-conflict", `the header says ${header.date}, line ${span.lineStart} says ${other.date!}`, span));
}

/** Tells of a date line that could not be read, where the article's day is not known. */
function reportProblem(
  found: readonly BodyDate[],
  texts: readonly string[],
  spanAt: (date: BodyDate) => Span,
  diagnostics: Diagnostic[],
): void {
  const unread = found.find(({ problem, place }) => problem !== null && problem !== "unreadable" && place !== "beside");
  if (unread === undefined) return;
  const span = spanAt(unread);
  const text = JSON.stringify(texts[unread.index]!.slice(unread.start, unread.end));
  diagnostics.push(createDiagnostic(PROBLEM_CODES[unread.problem!], `line ${span.lineStart} says ${text}`, span));
}

/** The time beside the day, else a time alone in the head. */
function findTiming(found: readonly BodyDate[], day: ChosenDay | null, date: string): BodyDate | null {
  const beside = day !== null && day.source !== "update" && day.time !== null ? day : null;
  if (beside !== null) return beside;
  return (
    found.find(
      (line) =>
        line.time !== null &&
        line.label !== "updated" &&
        line.monthDay === null &&
        line.problem === null &&
        (line.date === null ? line.place === "alone" && !line.isRelative : line.date === date),
    ) ?? null
  );
}

function publishedAt(
  date: string | null,
  time: string | null,
  utcOffset: string | null,
  { timeZone }: DateContext,
  diagnostics: Diagnostic[],
): string | null {
  if (date?.length !== FULL_DATE_LENGTH || time === null) return null;
  const clock = time.length === 5 ? `${time}:00` : time;
  if (utcOffset !== null) return `${date}T${clock}${utcOffset}`;
  if (timeZone === null) return null;
  const offset = offsetIn(timeZone, `${date}T${clock}`);
  if (offset !== null) return `${date}T${clock}${offset}`;
  const message = `${date} ${time} is skipped or repeated by a change of the clock in ${timeZone}`;
  diagnostics.push(createDiagnostic("local-time-unclear", message));
  return null;
}
