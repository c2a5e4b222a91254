import type { Span } from "./span.ts";

/** How much a diagnostic matters: `error` means a record was rejected, `warning` that a value may be wrong. */
export type Severity = "info" | "warning" | "error";

/** One entry of the {@link DIAGNOSTICS} catalogue. */
export interface DiagnosticEntry {
  /** How much it matters. */
  severity: Severity;
  /** What it says about the input, in one sentence. */
  meaning: string;
}

/**
 * Every diagnostic there is, by its stable code.
 *
 * @example
 * ```ts
 * import { DIAGNOSTICS } from "newsdump";
 *
 * DIAGNOSTICS["language-mismatch"].severity; // "warning"
 * ```
 */
export const DIAGNOSTICS = {
  "binary-record": {
    severity: "error",
    meaning: "The record's bytes are not text, too many of them are control characters; it was rejected.",
  },
  "empty-record": { severity: "error", meaning: "The record has a header and no text at all; it was rejected." },
  "invalid-article": { severity: "error", meaning: "The article did not pass the schema; the record was rejected." },
  "record-failed": { severity: "error", meaning: "A format or noise rule of the caller's own threw on the record; it was rejected." },
  "record-too-large": { severity: "error", meaning: "The record, or a line of it, is longer than `limits` allow; it was rejected." },
  "record-too-slow": { severity: "error", meaning: "The record took longer than `limits.maxRecordTime`; it was rejected." },
  "too-many-records": {
    severity: "error",
    meaning: "The input holds more records than `limits.maxRecords`; all that follows them was rejected in one piece.",
  },
  "unreadable-source": { severity: "error", meaning: "A file could not be read, or not to its end; what was read before is kept." },
  "control-characters-removed": { severity: "info", meaning: "Control characters were taken out of a line." },
  "date-ambiguous": {
    severity: "warning",
    meaning:
      "A date can be read in more than one way (`03/04/2025`, a year of two digits, two date lines), and nothing decides; it was not used.",
  },
  "date-conflict": { severity: "warning", meaning: "The header's date and a date line in the text disagree; the header's was used." },
  "date-from-update": { severity: "info", meaning: "Only a line about an update tells the day; it was used as the date." },
  "date-out-of-range": { severity: "warning", meaning: "A date's year lies before 1800 or after the year to come; it was not used." },
  "date-placeholder": {
    severity: "warning",
    meaning: "The date is one that programs write when they have none, as 1970-01-01; it was not used.",
  },
  "date-unreadable": { severity: "warning", meaning: "The header's date is not written in a form that has one meaning; the date is null." },
  "diagnostics-limited": {
    severity: "info",
    meaning: "More diagnostics of a code than `limits.maxDiagnosticsPerCode`; the report counts all of them.",
  },
  "encoding-declaration-rejected": {
    severity: "warning",
    meaning: "The declared encoding would give another, impossible text; it was not used.",
  },
  "encoding-uncertain": { severity: "warning", meaning: "Letter statistics gave the encoding little support; the text may be wrong." },
  "format-fallback": { severity: "info", meaning: "No format recognised the dump; it was read as one without headers." },
  "header-look-alike": {
    severity: "warning",
    meaning:
      "A line looks like a header that is not written or set apart as the format has it (` Date: 12.11.2025 EN`); it was read as text.",
  },
  "impossible-date": { severity: "warning", meaning: "A date names a day or month that no calendar has; it was not used." },
  "invalid-bytes": { severity: "warning", meaning: "Bytes that are not valid in the encoding became U+FFFD." },
  "language-mismatch": { severity: "warning", meaning: "The dump declares another language than the text is in; the text's was used." },
  "language-undetermined": { severity: "info", meaning: "The text gives no evidence of its language." },
  "local-time-unclear": {
    severity: "info",
    meaning: "A change of the clock in `timeZone` skips or repeats the time, so that there is no instant of publication.",
  },
  "lost-escapes-restored": {
    severity: "info",
    meaning: "Line ends or tabs that had lost their backslash (`news.nThe`) were put back; the original is in the ledger.",
  },
  "lone-surrogates": { severity: "warning", meaning: "The string held surrogates without their other half; they became U+FFFD." },
  "mojibake-repaired": {
    severity: "info",
    meaning: "Text that had been decoded wrongly before it was saved was put right; the original is in the ledger.",
  },
  "no-paragraphs": { severity: "warning", meaning: "Every line became a field or was removed; the article has no paragraph." },
  "not-an-article": {
    severity: "info",
    meaning: "The record reads like a list of items, a ticker or furniture alone, as the message says; its paragraphs are delivered.",
  },
  "record-piece": {
    severity: "warning",
    meaning:
      "The record is longer than `limits.maxRecordBytes` and comes in pieces (`largeRecords`); the span is that of the piece before, and `null` in the first.",
  },
  "removed-text-cut": { severity: "info", meaning: "Texts in the ledger were cut to `limits.maxRemovedText`; their spans are whole." },
  "second-language": {
    severity: "info",
    meaning: "A fifth of the text's letters or more are in a second language; the message names its paragraphs.",
  },
  "time-conflict": {
    severity: "warning",
    meaning: "The header gives two times; the one beside the date was used.",
  },
  "time-unreadable": { severity: "warning", meaning: "The header's time is not a time of day; the time is null." },
  "unknown-language-label": { severity: "warning", meaning: "The declared language is no language label; it is kept as found." },
} as const satisfies Record<string, DiagnosticEntry>;

/** Code of a diagnostic: kebab-case, stable, a key of {@link DIAGNOSTICS}. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Why a record was rejected: the codes of severity `error`. */
export type RejectReason = {
  [Code in DiagnosticCode]: (typeof DIAGNOSTICS)[Code]["severity"] extends "error" ? Code : never;
}[DiagnosticCode];

/** Something about the input that its user should know. Data, never thrown. */
export interface Diagnostic {
  /** Stable code, a key of {@link DIAGNOSTICS}. */
  code: DiagnosticCode;
  /** How much it matters; the same for every diagnostic of a code. */
  severity: Severity;
  /** For a person, with the values at hand. */
  message: string;
  /** Where in the input, or `null` when it speaks of the whole record. */
  span: Span | null;
}

export function createDiagnostic(code: DiagnosticCode, message: string, span: Span | null = null): Diagnostic {
  return { code, severity: DIAGNOSTICS[code].severity, message, span };
}
