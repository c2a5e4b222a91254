import type { Article, Removal } from "./article.ts";
import { createDiagnostic, type Diagnostic, type RejectReason } from "./diagnostics.ts";
import { detectEncoding, type DetectEncodingOptions } from "./encoding/detect.ts";
import type { EncodingGuess } from "./encoding/guess.ts";
import { unitBytes } from "./encoding/labels.ts";
import { errorText } from "./error-text.ts";
import { NO_DATE, readArticleDate, type ArticleDate, type DateContext } from "./fields/article-date.ts";
import { readLanguage } from "./fields/article-language.ts";
import { cleanLines, sortLines, type Body, type NoiseContext } from "./fields/body.ts";
import type { HeadFieldName } from "./fields/head-fields.ts";
import { addBodyFields, readHeaderFields, type HeaderFields } from "./fields/header.ts";
import type { LanguageOptions } from "./fields/language/index.ts";
import type { BodyLine } from "./fields/placed.ts";
import { likelyLanguages } from "./fields/likely-languages.ts";
import { createLineCleaner } from "./fields/line-cleaner.ts";
import { decodeLines, type DecodedLines } from "./lines/decode-lines.ts";
import type { Line } from "./lines/line.ts";
import { SINGLE_BYTES, type UnitLayout } from "./lines/scan.ts";
import { createLineSlicer } from "./lines/slice-line.ts";
import { readUtf8Lines } from "./lines/utf8-lines.ts";
import type { TextFormat } from "./formats/format.ts";
import { countElsewhere, type NoiseProfile } from "./noise/profile.ts";
import type { NoiseFilter } from "./noise/strip.ts";
import type { Limits } from "./limits.ts";
import { isTimeUp, startRecordTime, type RecordTime } from "./record-time.ts";
import { reportEncoding } from "./report-encoding.ts";
import { reportLookAlikes } from "./report-look-alikes.ts";
import { isBinary } from "./records/binary.ts";
import { contentId } from "./records/content-id.ts";
import type { CutRecord } from "./records/cutter.ts";
import { splitHeader, withoutHeader, type TextRecord } from "./records/text-record.ts";
import type { DumpResult } from "./result.ts";
import { TRAIT } from "./text/traits.ts";
import { findArticleFault } from "./validate.ts";

/** What all records of a dump share. */
export interface RecordContext {
  readonly format: TextFormat;
  readonly unit: UnitLayout;
  /** The encoding of all records, when the caller or the width of the units settles it. */
  readonly encoding: EncodingGuess | null;
  /** What is known about the encoding of records else. */
  readonly detection: DetectEncodingOptions;
  readonly repairText: boolean;
  readonly noise: NoiseFilter;
  /** Lines that recur in the dump, or `null`. */
  readonly profile: NoiseProfile | null;
  /** Which languages texts can be in; `null` when none is to be detected. */
  readonly languages: LanguageOptions | null;
  readonly dates: DateContext;
  readonly source: string | null;
  readonly limits: Required<Limits>;
}

/**
 * Turns one record into an article or a rejection: a pure function of the record and the context. Code of the
 * caller's own (a format, a noise rule) that throws costs the record it threw on, not the run.
 */
export function parseRecord(record: CutRecord, index: number, context: RecordContext): DumpResult {
  const { maxRecords, maxRecordTime } = context.limits;
  if (record.isSurplus) {
    const message = `the input holds more records than limits.maxRecords (${maxRecords}); this is all that follows them`;
    return rejectRecord("too-many-records", message, record, index, context, []);
  }
  const links = linkPiece(record, context);
  try {
    return parseUnguarded(record, index, context, [...links], startRecordTime(maxRecordTime));
  } catch (error) {
    if (isTimeUp(error)) {
      const message = `the record takes limits.maxRecordTime (${maxRecordTime} ms) or longer`;
      return rejectRecord("record-too-slow", message, record, index, context, links);
    }
    return rejectRecord("record-failed", `reading the record failed: ${errorText(error)}`, record, index, context, links);
  }
}

/** Tells of a part of a record which one it is, and where the one before it stands. */
function linkPiece({ piece }: CutRecord, { limits }: RecordContext): Diagnostic[] {
  if (piece === null) return [];
  const message = `piece ${piece.number} of a record over limits.maxRecordBytes (${limits.maxRecordBytes})`;
  return [createDiagnostic("record-piece", message, piece.previous)];
}

function rejectRecord(
  reason: RejectReason,
  message: string,
  { span }: CutRecord,
  index: number,
  { source }: RecordContext,
  diagnostics: readonly Diagnostic[],
): DumpResult {
  const all = [...diagnostics, createDiagnostic(reason, message, span)];
  return { kind: "rejected", rejected: { reason, message, source, index, span, diagnostics: all } };
}

function parseUnguarded(
  record: CutRecord,
  index: number,
  context: RecordContext,
  diagnostics: Diagnostic[],
  time: RecordTime | null,
): DumpResult {
  const reject = (reason: RejectReason, message: string): DumpResult => rejectRecord(reason, message, record, index, context, diagnostics);
  const isContinued = record.piece !== null && record.piece.number > 1;
  if (record.isOversize) {
    return reject("record-too-large", `the record takes more than limits.maxRecordBytes (${context.limits.maxRecordBytes})`);
  }
  const { lineStart, lineEnd, byteStart, byteEnd } = record.span;
  if (lineEnd - lineStart >= context.limits.maxRecordLines) {
    return reject("record-too-large", `the record has more lines than limits.maxRecordLines (${context.limits.maxRecordLines})`);
  }
  const { encoding, lines, invalid } = readLines(record, context);
  time?.check();
  const { maxLineBytes } = context.limits;
  if (byteEnd - byteStart > maxLineBytes && lines.some((line) => line.byteEnd - line.byteStart > maxLineBytes)) {
    return reject("record-too-large", `a line of the record takes more than limits.maxLineBytes (${maxLineBytes})`);
  }
  if (unitBytes(encoding.encoding) !== context.unit.bytes) {
    return reject("binary-record", `the record reads as ${encoding.encoding} inside a dump that does not`);
  }
  if (context.unit === SINGLE_BYTES && lines.some(hasControl) && isBinary(record.bytes)) {
    return reject("binary-record", "the record's bytes are not text");
  }
  reportEncoding(encoding, invalid, lines, diagnostics);

  const bytesOf = (start: number, end: number): Uint8Array =>
    record.bytes.subarray(start - record.span.byteStart, end - record.span.byteStart);
  const text = isContinued ? withoutHeader(lines) : splitHeader(lines, record.headerLine ?? 0, context.format, encoding.encoding, bytesOf);
  reportLookAlikes(text.body, context.format, diagnostics);
  const slice = createLineSlicer(encoding.encoding, bytesOf);
  const cleaner = createLineCleaner(context.repairText, slice, diagnostics);
  const header = readHeaderFields(text, cleaner);
  const bodyLines = cleanLines(text.body, cleaner);
  time?.check();
  if (header.title === null && bodyLines.every((line) => line.text === "")) return reject("empty-record", "the record holds no text");
  // The middle of a text has no head to read fields from.
  const date = isContinued
    ? NO_DATE
    : readArticleDate(text, bodyLines, context.dates, slice, languagesOf(header, bodyLines, context), diagnostics);
  time?.check();
  const isKnown = (name: HeadFieldName): boolean => isContinued || (name === "title" ? header.title : header.values[name]) !== null;
  const body = sortLines(bodyLines, date, { isKnown, slice }, noiseContext(context, record, time), diagnostics);
  time?.check();

  const article = assemble(record, index, { header, date, body, text, originals: cleaner.originals }, encoding, diagnostics, context);
  time?.check();
  const fault = findArticleFault(article);
  return fault === null ? { kind: "article", article } : reject("invalid-article", fault);
}

function noiseContext({ format, noise, profile }: RecordContext, { bytes, span }: CutRecord, time: RecordTime | null): NoiseContext {
  const countRepeats =
    profile === null ? null : (lines: readonly Line[]): Int32Array => countElsewhere(profile, bytes, span.byteStart, lines);
  return { format, filter: time === null ? noise : timed(noise, time), countRepeats };
}

/** The filter, with a look at the time before each line. */
function timed(filter: NoiseFilter, time: RecordTime): NoiseFilter {
  return {
    ...filter,
    findRule(line) {
      time.check();
      return filter.findRule(line);
    },
  };
}

/** Tags the text may be in, for dates with two readings: rarely needed, so found out only then. */
function languagesOf(header: HeaderFields, lines: readonly BodyLine[], { languages }: RecordContext): () => readonly string[] {
  let tags: readonly string[] | null = null;
  return () =>
    (tags ??= likelyLanguages(
      lines.map((line) => line.text),
      header.languageLabel,
      languages,
    ));
}

/** A record's lines and the encoding they were read in. */
interface RecordLines extends DecodedLines {
  readonly encoding: EncodingGuess;
}

function readLines({ bytes, span }: CutRecord, { encoding, detection, unit }: RecordContext): RecordLines {
  const plain = encoding === null && detection.declared === undefined ? readUtf8Lines(bytes, span) : null;
  if (plain !== null) return { ...plain, invalid: null };
  const guess = encoding ?? detectEncoding(bytes, detection);
  return { encoding: guess, ...decodeLines(bytes, guess.encoding, unit, span) };
}

const hasControl = ({ traits }: Line): boolean => (traits & TRAIT.control) !== 0;

/** The parts of a record, each line of it in exactly one. */
interface Parts {
  readonly text: TextRecord;
  readonly header: HeaderFields;
  readonly date: ArticleDate;
  readonly body: Body;
  /** Ledger entries of lines that stay, repaired. */
  readonly originals: readonly Removal[];
}

function assemble(
  record: CutRecord,
  index: number,
  { text, header, date, body, originals }: Parts,
  encoding: EncodingGuess,
  diagnostics: Diagnostic[],
  context: RecordContext,
): Article {
  const title = header.title ?? body.fields.title ?? null;
  const { values, spans } = addBodyFields(header, body.fields);
  if (body.paragraphs.length === 0)
    diagnostics.push(createDiagnostic("no-paragraphs", "no line of the record is a paragraph", record.span));
  const language = readLanguage(body.paragraphs, title?.text ?? null, header.languageLabel, context.languages, diagnostics);
  return {
    id: contentId(record.bytes),
    title: title?.text ?? null,
    subtitle: values.subtitle,
    date: date.date,
    time: date.time,
    utcOffset: date.utcOffset,
    publishedAt: date.publishedAt,
    dateModified: date.dateModified,
    language: language.language,
    declaredLanguage: language.declared,
    languageConfidence: language.confidence,
    paragraphs: body.paragraphs.map((paragraph) => paragraph.text),
    byline: values.byline,
    dateline: values.dateline,
    section: values.section,
    publication: values.publication,
    url: values.url,
    provenance: {
      source: context.source,
      index,
      format: context.format.name,
      encoding: { name: encoding.encoding, confidence: encoding.confidence, evidence: encoding.evidence },
      span: record.span,
      header: text.header,
      title: title?.span ?? null,
      date: date.spans.date,
      dateSource: date.source,
      time: date.spans.time,
      dateModified: date.spans.dateModified,
      ...spans,
      paragraphs: body.paragraphs.map((paragraph) => paragraph.span),
    },
    removed: [...header.removed, ...body.removed, ...originals].sort((a, b) => a.span.byteStart - b.span.byteStart),
    diagnostics,
  };
}
