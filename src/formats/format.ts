import { errorText } from "../error-text.ts";
import { NewsdumpError } from "../errors.ts";
import { checkKebabName, checkType, invalidOption, isName } from "../invalid-option.ts";

/**
 * A line as a format sees it while records are cut, before the encoding is known. The object is reused:
 * read what is needed, keep nothing.
 */
export interface LineView {
  /** 1-based number in the dump. */
  readonly number: number;
  /** Bytes of the line without its end, at most 4,096; UTF-16 and UTF-32 are shown as UTF-8. */
  readonly length: number;
  /** Byte at an index, or -1 outside the line: the cheap gate before {@link LineView.text}. */
  byteAt(index: number): number;
  /** The line read as UTF-8, or with one character a byte where it is not valid UTF-8. */
  readonly text: string;
}

/** What stands before the line in question; holds during the call. */
export interface RecordContext {
  /** `true` when nothing but blank lines precedes the line in the dump. */
  readonly isFirst: boolean;
  /** Blank lines directly before the line. */
  readonly blankBefore: number;
  /** The last line before it that is not blank, or `null` when there is none. */
  readonly previous: LineView | null;
  /**
   * The line after it, blank or not; `null` at the end of the dump and after a line that is over the limits.
   * Ask only where it decides: the line has to be waited for.
   */
  next(): LineView | null;
}

/** The head of a dump. */
export interface FormatSample {
  /** Its first 64 KiB (or all of a shorter dump), decoded; a byte order mark is left out. */
  readonly text: string;
  /** The lines of that text, the last one perhaps cut short. */
  readonly lines: readonly string[];
}

/** The fields that a header may hold. */
export type HeaderFieldName =
  | "title"
  | "subtitle"
  | "date"
  | "time"
  | "language"
  | "byline"
  | "dateline"
  | "section"
  | "publication"
  | "url";

/** A stretch of one of the lines given to {@link TextFormat.readHeader}: columns in UTF-16 units, half-open. */
export interface TextRange {
  /** Index of the line. */
  readonly line: number;
  /** Column of the first UTF-16 unit. */
  readonly start: number;
  /** Column behind the last one. */
  readonly end: number;
}

/** What a format read from a record's head. */
export interface RecordHeader {
  /** Where the body begins: the index of a line (it may be one past the last) and a column in it. */
  readonly end: { readonly line: number; readonly column: number };
  /** Where each field's text stands; it must lie before `end`. */
  readonly fields: { readonly [Name in HeaderFieldName]?: TextRange };
  /** Whole header lines that no field has a place for; they go to the ledger, rule `unused-header-line`. */
  readonly unused?: readonly TextRange[];
}

/** How a dump is written as text: where its records start and what their headers say. */
export interface TextFormat {
  /** Kebab-case, shown in every article's provenance. */
  readonly name: string;
  /**
   * How much the sample looks like this format, 0…1; the highest score wins. What it throws ends the run with a
   * {@link NewsdumpError} of code `format-failed`.
   */
  detect(sample: FormatSample): number;
  /**
   * Whether a record starts with this line. Asked for every line that is not blank, again when it asked for a
   * next line that had not come yet; a pure function of what it is given. What it throws ends the run with a
   * {@link NewsdumpError} of code `format-failed`, since no record can be told from the next without it.
   */
  startsRecord(line: LineView, context: RecordContext): boolean;
  /**
   * Reads the header from a record's decoded lines, the first of them the one that started the record, or
   * returns `null` when there is none. A record for which it throws, or gives what is no header, is rejected as
   * `record-failed`.
   */
  readHeader(lines: readonly string[]): RecordHeader | null;
  /** Whether a line of the body belongs to the layout (a separator between records); it goes to the ledger. */
  isSeparator?(text: string): boolean;
  /**
   * Whether a line of the body looks like a header that is not written as the format has it: the diagnostic
   * `header-look-alike` names the line, and it stays text.
   *
   * @param before - the line directly above, and `next` the one below; empty at the ends of the body
   */
  resemblesHeader?(text: string, before: string, next: string): boolean;
}

/** What a method of a format threw, as the error that ends the run. */
export function formatFailed({ name }: TextFormat, method: keyof TextFormat, error: unknown): NewsdumpError {
  return new NewsdumpError("format-failed", `${method} of format ${name} failed: ${errorText(error)}`, { cause: error });
}

/**
 * Declares a text format, so that its type is checked where it is written. Give it to
 * {@link ParseOptions.formats} to have it compete with the built-in ones.
 *
 * @throws {@link NewsdumpError} with code `invalid-option` when the name is not kebab-case
 *
 * @example
 * ```ts
 * import { defineTextFormat, parseDump } from "newsdump";
 *
 * const hashTitle = defineTextFormat({
 *   name: "hash-title",
 *   detect: (sample) => (sample.text.startsWith("# ") ? 0.9 : 0),
 *   startsRecord: (line) => line.byteAt(0) === 0x23 && line.byteAt(1) === 0x20,
 *   readHeader: ([first = ""]) => ({
 *     end: { line: 1, column: 0 },
 *     fields: { title: { line: 0, start: 2, end: first.length } },
 *   }),
 * });
 *
 * const { articles } = parseDump("# One\nText of one.\n# Two\nText of two.\n", { formats: [hashTitle] });
 * articles.map((article) => article.title); // ["One", "Two"]
 * ```
 */
export function defineTextFormat<Format extends TextFormat>(format: Format): Format {
  checkKebabName("a format", format);
  return format;
}

/** @throws {@link NewsdumpError} when the format is not whole */
export function checkFormat(format: TextFormat): TextFormat {
  const isWhole = ["detect", "startsRecord", "readHeader"].every((name) => typeof format?.[name as "detect"] === "function");
  if (!isWhole || !isName(format.name)) throw invalidOption("format", "must have a name, detect, startsRecord and readHeader", format);
  checkType("format.isSeparator", format.isSeparator, "function");
  return format;
}
