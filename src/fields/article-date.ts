import type { Span } from "../article.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Line } from "../lines/line.ts";
import { spanOf, type TextRecord } from "../records/text-record.ts";
import { cleanText } from "../text/clean.ts";
import { findDateLines, type DateLine } from "./body-date.ts";
import type { BodyLine } from "./placed.ts";
import { readDate, type ParsedDate } from "./date.ts";
import { readTime, type ClockTime } from "./time.ts";

/** An article's date and time, and the body lines that gave them. */
export interface ArticleDate {
  readonly date: string | null;
  readonly time: string | null;
  readonly utcOffset: string | null;
  readonly spans: { readonly date: Span | null; readonly time: Span | null };
  /** Indices of the body lines that became a field. */
  readonly usedLines: ReadonlySet<number>;
}

/**
 * Date and time from the header first; date lines in the article's head refine a header that knows only the
 * month or year, and stand in where the header says nothing. A date line that contradicts the header is
 * reported and not used.
 */
export function readArticleDate({ fields }: TextRecord, lines: readonly BodyLine[], diagnostics: Diagnostic[]): ArticleDate {
  const dateField = fields.get("date");
  const timeField = fields.get("time");
  const header = dateField === undefined ? null : readHeaderDate(cleanText(dateField.text).text, spanOf(dateField), diagnostics);
  const headerTime = timeField === undefined ? null : readHeaderTime(timeField, header, diagnostics);
  const found = findDateLines(lines.map((line) => line.text));
  const spanAt = ({ index }: DateLine): Span => spanOf(lines[index]!.line);
  const agreeing = found.find((line) => line.date !== null && agrees(header, line.date, spanAt(line), diagnostics)) ?? null;
  const refining = agreeing !== null && agreeing.date !== header?.date ? agreeing : null;
  const hasHeaderTime = header?.time != null || headerTime !== null;
  const timing = hasHeaderTime ? null : (found.find((line) => line.time !== null && (line.date === null || line === agreeing)) ?? null);
  const clock = header?.time != null ? header : (headerTime ?? timing);
  return {
    date: refining?.date ?? header?.date ?? null,
    time: clock?.time ?? null,
    utcOffset: clock?.utcOffset ?? null,
    spans: {
      date: refining ? spanAt(refining) : header && spanOf(dateField!),
      time: timing ? spanAt(timing) : header?.time != null ? spanOf(dateField!) : headerTime && spanOf(timeField!),
    },
    usedLines: new Set([refining, timing].filter((line) => line !== null).map((line) => line.index)),
  };
}

function readHeaderDate(text: string, span: Span, diagnostics: Diagnostic[]): ParsedDate | null {
  const reading = readDate(text);
  if (typeof reading !== "string") return reading;
  const code = reading === "impossible" ? "impossible-date" : "date-unreadable";
  diagnostics.push(createDiagnostic(code, `the header's date is ${JSON.stringify(text)}`, span));
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

/** Whether a date line says the same as the header, or more of the same. */
function agrees(header: ParsedDate | null, date: string, span: Span, diagnostics: Diagnostic[]): boolean {
  if (header === null || date.startsWith(header.date)) return true;
  if (header.date.startsWith(date)) return false;
  diagnostics.push(createDiagnostic("date-conflict", `the header says ${header.date}, line ${span.lineStart} says ${date}`, span));
  return false;
}
