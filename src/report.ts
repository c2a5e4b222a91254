import type { Article } from "./article.ts";
import type { Diagnostic, DiagnosticCode } from "./diagnostics.ts";
import { UNUSED_HEADER_LINE } from "./fields/header.ts";
import type { DumpResult } from "./result.ts";
import type { Span } from "./span.ts";

/** First and last date of a run's articles. */
export interface DateRange {
  /** Earliest date. */
  first: string;
  /** Latest date. */
  last: string;
}

/** Where a run's lines went: `total = blank + kept + removed + rejected`. */
export interface LineCounts {
  /** All lines of the input. */
  total: number;
  /** Layout: nothing but blanks. */
  blank: number;
  /** In a header, a field or a paragraph. */
  kept: number;
  /** In the ledger as a whole. */
  removed: number;
  /** In rejected records. */
  rejected: number;
}

/** What a person needs to know to trust a run. */
export interface Report {
  /** Bytes read, after decompression. */
  bytes: number;
  /** Records found: `articles + rejected`. */
  records: number;
  /** Records that became an article. */
  articles: number;
  /** Records that could not become one. */
  rejected: number;
  /** Paragraphs of all articles. */
  paragraphs: number;
  /** Where the lines went. */
  lines: LineCounts;
  /** Ledger entries by the rule that made them. */
  removedByRule: Record<string, number>;
  /** Articles by format. */
  formats: Record<string, number>;
  /** Articles by encoding. */
  encodings: Record<string, number>;
  /** Articles by language of the text. */
  languages: Record<string, number>;
  /** First and last date of the articles; `null` when no article has a date. */
  dateRange: DateRange | null;
  /** Articles whose date is `null`. */
  articlesWithoutDate: number;
  /** Diagnostics by code: those of articles, of rejected records and of the dump as a whole. */
  diagnostics: Partial<Record<DiagnosticCode, number>>;
}

const KEPT = 1;
const REMOVED = 2;

/** Adds results up. */
export interface ReportBuilder {
  /** The counts so far; the same object every time. */
  readonly report: Report;
  /** Blank lines are counted where records are cut, all others where they end up: the sum is a check. */
  addInput(bytes: number, lines: number, blankLines: number): void;
  addResult(result: DumpResult, nonBlankLines: number): void;
  addDiagnostic(diagnostic: Diagnostic): void;
}

export function createReportBuilder(): ReportBuilder {
  // Names come from the input; a map object without a prototype keeps `__proto__` a name like any other.
  const counts = <Name extends string>(): Record<Name, number> => Object.create(null) as Record<Name, number>;
  const report: Report = {
    bytes: 0,
    records: 0,
    articles: 0,
    rejected: 0,
    paragraphs: 0,
    lines: { total: 0, blank: 0, kept: 0, removed: 0, rejected: 0 },
    removedByRule: counts(),
    formats: counts(),
    encodings: counts(),
    languages: counts(),
    dateRange: null,
    articlesWithoutDate: 0,
    diagnostics: counts(),
  };

  function addDiagnostic({ code }: Diagnostic): void {
    report.diagnostics[code] = (report.diagnostics[code] ?? 0) + 1;
  }

  function addArticle(article: Article): void {
    report.articles++;
    report.paragraphs += article.paragraphs.length;
    const lines = countLines(article);
    report.lines.kept += lines.kept;
    report.lines.removed += lines.removed;
    for (const { rule } of article.removed) increment(report.removedByRule, rule);
    increment(report.formats, article.provenance.format);
    increment(report.encodings, article.provenance.encoding.name);
    increment(report.languages, article.language);
    if (article.date === null) report.articlesWithoutDate++;
    else report.dateRange = widen(report.dateRange, article.date);
    for (const diagnostic of article.diagnostics) addDiagnostic(diagnostic);
  }

  return {
    report,
    addInput(bytes, lines, blankLines) {
      report.bytes += bytes;
      report.lines.total += lines;
      report.lines.blank += blankLines;
    },
    addResult(result, nonBlankLines) {
      report.records++;
      if (result.kind === "article") {
        addArticle(result.article);
        return;
      }
      report.rejected++;
      report.lines.rejected += nonBlankLines;
      for (const diagnostic of result.rejected.diagnostics) addDiagnostic(diagnostic);
    },
    addDiagnostic,
  };
}

/** How many of an article's lines are in its fields and paragraphs, and how many are in the ledger as a whole. */
function countLines({ provenance, removed }: Article): { kept: number; removed: number } {
  const { span, header, title, subtitle, date, time, dateModified, byline, dateline, section, publication, url, paragraphs } = provenance;
  const states = new Uint8Array(span.lineEnd - span.lineStart + 1);
  const mark = (part: Span | null, state: number): void => {
    if (part !== null) for (let line = part.lineStart; line <= part.lineEnd; line++) states[line - span.lineStart] ||= state;
  };
  for (const field of [title, subtitle, date, time, dateModified, byline, dateline, section, publication, url]) mark(field, KEPT);
  for (const paragraph of paragraphs) mark(paragraph, KEPT);
  for (const { rule, span: unused } of removed) if (rule === UNUSED_HEADER_LINE) mark(unused, REMOVED);
  mark(header, KEPT); // what else is removed of its lines is a part of them
  for (const removal of removed) mark(removal.span, REMOVED);
  const counts = [0, 0, 0];
  for (const state of states) counts[state]!++;
  return { kept: counts[KEPT]!, removed: counts[REMOVED]! };
}

function increment(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function widen(range: DateRange | null, date: string): DateRange {
  if (range === null) return { first: date, last: date };
  return { first: date < range.first ? date : range.first, last: date > range.last ? date : range.last };
}
