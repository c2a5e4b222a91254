import type { Span } from "../article.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import { spanOf, type TextRecord } from "../records/text-record.ts";
import { cleanText } from "../text/clean.ts";
import { findDateLines, type DateLine } from "./body-date.ts";
import type { BodyLine } from "./body.ts";
import { readDate, type ParsedDate } from "./date.ts";
import { readTime } from "./time.ts";

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
  const headerTime = timeField === undefined ? null : readTime(cleanText(timeField.text).text);
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

/** Whether a date line says the same as the header, or more of the same. */
function agrees(header: ParsedDate | null, date: string, span: Span, diagnostics: Diagnostic[]): boolean {
  if (header === null || date.startsWith(header.date)) return true;
  if (header.date.startsWith(date)) return false;
  diagnostics.push(createDiagnostic("date-conflict", `the header says ${header.date}, line ${span.lineStart} says ${date}`, span));
  return false;
}
