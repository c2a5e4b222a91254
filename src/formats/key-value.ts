import { decode } from "../encoding/decode.ts";
import { HEADER_LABELS } from "./key-value-labels.ts";
import { defineTextFormat, type HeaderFieldName, type LineView, type RecordContext, type RecordHeader, type TextRange } from "./format.ts";

/** `Title: text`, also with a full-width colon; the label has at most three words. */
const LABEL_LINE = /^\uFEFF{0,2}\f?[ \t]*([^\s:：]{1,30}(?:[ \t][^\s:：]{1,30}){0,2})[ \t]*[:：][ \t]*(.*)$/s;
/** Longer values behind a label that is not known are text: `The minister: we will not go …`. */
const LONGEST_UNKNOWN_VALUE = 40;
/** Three words and more; looked for in the last line of a value, the closing mark left out. */
const WORDS = /\S \S+ /;
const CLOSING_MARKS: ReadonlySet<string> = new Set([".", "!", "?", "…", "。"]);
const LINE_ENDS = ["\n", "\r", "\u2028", "\u2029"] as const;
/** A line of `=`, `-` or `_`, ten or more, or a form feed. */
const SEPARATOR = /^\s*(?:={10,}|-{10,}|_{10,})\s*$|^[ \t]*\f\s*$/;
/** A drawn rule too short to separate records: texts have them, too. */
const SHORT_RULE = /^\s{0,8}(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,}|#{3,})\s*$/;
/** Fields that headers have beside a title; an author stands there under a review of a book as well. */
const BESIDE_TITLE: ReadonlySet<HeaderFieldName | null> = new Set<HeaderFieldName>(["date", "language", "publication", "url"]);
const FORM_FEED = 0x0c;
const ESCAPE = 0x1b;
/** Encodings, beside Unicode's and the Latin ones, that the labels can be written in. */
const LABEL_ENCODINGS = [
  "windows-1251",
  "koi8-r",
  "ibm866",
  "iso-8859-5",
  "x-mac-cyrillic",
  "windows-1256",
  "iso-8859-6",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
];
/** No label with its blanks and its colon is longer. */
const LABEL_BYTES = 256;
/** A record has at least this many known labels; a single `Source: …` is text. */
const FEWEST_LABELS = 2;

/**
 * Exports as text: a block of `Date:`, `Title:`, `Lang:`, `Source:`, `Url:` lines in any order and in any of
 * ten languages, a blank line, the body; records are separated by a drawn line or a form feed.
 */
export const keyValue = /* @__PURE__ */ defineTextFormat({
  name: "key-value",

  detect(sample) {
    const start = sample.lines.findIndex((line) => line.trim() !== "" && !SEPARATOR.test(line));
    if (start < 0) return 0;
    const header = readBlock(sample.lines.slice(start));
    return header !== null && Object.keys(header.fields).length >= FEWEST_LABELS ? 0.9 : 0;
  },

  startsRecord(line, context) {
    if (!followsSeparator(line, context)) return false;
    const encoding = findLabelEncoding(line);
    if (encoding === undefined) return false;
    // `Source: Agency` under a drawn line is a signature; a header has a second label.
    const next = context.next();
    return next !== null && LABEL_LINE.test(textIn(next, encoding));
  },

  readHeader: readBlock,

  isSeparator: (text) => SEPARATOR.test(text),

  resemblesHeader(text, before, next) {
    const isBelowRule = SHORT_RULE.test(before);
    if (!isBelowRule && before.trim() !== "") return false;
    const fields = [fieldOf(text), fieldOf(next)];
    if (!fields.includes("title")) return false;
    return isBelowRule ? fields.some((field) => BESIDE_TITLE.has(field)) : fields.includes("date");
  },
});

/** Labels are looked for only where a record can begin, so that `Source: Agency` inside a body stays text. */
function followsSeparator(line: LineView, context: RecordContext): boolean {
  if (context.isFirst || line.byteAt(0) === FORM_FEED) return true;
  return context.previous !== null && SEPARATOR.test(context.previous.text);
}

/**
 * The encoding in which a line begins with a label that is known: `null` for the text that it shows, one of those whose
 * labels are not in Latin letters, or `undefined`. The record's own encoding is found later, in more than a line.
 */
function findLabelEncoding(line: LineView): string | null | undefined {
  if (fieldOf(line.text) !== null) return null;
  const bytes = headOf(line);
  if (!bytes.some((byte) => byte >= 0x80 || byte === ESCAPE)) return undefined; // no label in ASCII has these
  return LABEL_ENCODINGS.find((encoding) => fieldOf(decodeHead(bytes, encoding)) !== null);
}

function textIn(line: LineView, encoding: string | null): string {
  return encoding === null ? line.text : decodeHead(headOf(line), encoding);
}

function headOf(line: LineView): Uint8Array {
  return Uint8Array.from({ length: Math.min(line.length, LABEL_BYTES) }, (_, at) => line.byteAt(at));
}

function decodeHead(bytes: Uint8Array, encoding: string): string {
  try {
    return decode(bytes, encoding).text;
  } catch {
    return ""; // a runtime without the East Asian encodings
  }
}

/**
 * The block of label lines at the record's head. Labels that name no field, and second values of the same field,
 * are header lines without a place and go to the ledger; behind the last known label only when they look like
 * one: a short value, and a blank line after them.
 */
function readBlock(lines: readonly string[]): RecordHeader | null {
  const fields: { -readonly [Name in HeaderFieldName]?: TextRange } = {};
  const unused: TextRange[] = [];
  let end = 0;
  let endOfFields = 0;
  let hasLongValue = false;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    const match = LABEL_LINE.exec(line);
    if (match === null) break;
    const field = HEADER_LABELS.get(normalLabel(match[1]!));
    if (field === undefined && readsLikeText(match[2]!)) hasLongValue = true;
    if (field === undefined || (fields[field] !== undefined && match[2] !== "")) {
      unused.push({ line: end, start: 0, end: line.length });
      continue;
    }
    const start = line.length - match[2]!.length;
    if (match[2] !== "") fields[field] = { line: end, start, end: start + match[2]!.trimEnd().length };
    endOfFields = end + 1;
    hasLongValue = false;
  }
  if (endOfFields === 0) return null;
  const isClosed = end === lines.length || lines[end]!.trim() === "";
  const headerEnd = isClosed && !hasLongValue ? end : endOfFields;
  return { end: { line: headerEnd, column: 0 }, fields, unused: unused.filter((range) => range.line < headerEnd) };
}

function readsLikeText(value: string): boolean {
  if (value.length > LONGEST_UNKNOWN_VALUE) return true;
  const text = value.trimEnd();
  if (!CLOSING_MARKS.has(text.charAt(text.length - 1))) return false;
  const lineStart = Math.max(...LINE_ENDS.map((end) => text.lastIndexOf(end))) + 1;
  return WORDS.test(text.slice(lineStart, -1));
}

function fieldOf(text: string): HeaderFieldName | null {
  const label = LABEL_LINE.exec(text)?.[1];
  return label === undefined ? null : (HEADER_LABELS.get(normalLabel(label)) ?? null);
}

function normalLabel(label: string): string {
  return label.trim().normalize("NFC").toLowerCase();
}
