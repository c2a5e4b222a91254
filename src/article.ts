import type { Diagnostic } from "./diagnostics.ts";
import type { EncodingEvidence } from "./encoding/guess.ts";
import type { Span } from "./span.ts";

export type { Span };

/** A line, or the rest of a header line, that is not part of the article, with the rule that took it. */
export interface Removal {
  /** Name of the noise rule, or `model`. */
  rule: string;
  /** How sure it is noise, 0…1, of `model` and `repeated-line`; `null` of rules that see the line alone. */
  score: number | null;
  /** The text as it stood, decoded but not cleaned. */
  text: string;
  /** Where it stands in the input. */
  span: Span;
}

/** How a record's bytes became text. */
export interface ArticleEncoding {
  /** Canonical name (WHATWG, lower case). */
  name: string;
  /** 0…1; 1 where the bytes prove it. */
  confidence: number;
  /** What the choice rests on. */
  evidence: EncodingEvidence;
}

export const DATE_SOURCES = ["header", "labelled", "alone", "beside", "dateline", "update"] as const;

/** Which part of the record an article's date was read from. */
export type DateSource = (typeof DATE_SOURCES)[number];

/** Where every part of an article comes from; a field that is `null` has a `null` span. */
export interface Provenance {
  /** Name of the input (a path, a URL, …) as the caller or the file reader gave it. */
  source: string | null;
  /** 0-based number of the record in its dump. */
  index: number;
  /** Name of the format that cut the record and read its header. */
  format: string;
  /** How the record's bytes became text. */
  encoding: ArticleEncoding;
  /** The record, from its first to its last line that is not blank. */
  span: Span;
  /** The header as a whole; the spans of fields that were read from it lie inside. */
  header: Span | null;
  /** The headline. */
  title: Span | null;
  /** The second headline line or standfirst. */
  subtitle: Span | null;
  /** The date that was used: the header's, or a date of the text; of a line that holds more than dates and their labels, the date's own part. */
  date: Span | null;
  /**
   * Why this date: the `header`'s; a date that is `labelled` as the day of publication, stands `alone` in a line of
   * the head, `beside` an author or place there, in a `dateline`; or only an `update` tells it.
   */
  dateSource: DateSource | null;
  /** The time that was used; it may lie in the date's span. */
  time: Span | null;
  /** The last update: its line, or its part of one. */
  dateModified: Span | null;
  /** The language label. */
  declaredLanguage: Span | null;
  /** The author line. */
  byline: Span | null;
  /** The place. */
  dateline: Span | null;
  /** The section or desk. */
  section: Span | null;
  /** The newspaper, agency or site. */
  publication: Span | null;
  /** The address. */
  url: Span | null;
  /** One a paragraph, in the same order. */
  paragraphs: Span[];
}

/**
 * One validated article. Every key is always there and JSON-safe (`null`, never `undefined`), so that all
 * rows of an output have the same shape. Names follow schema.org NewsArticle and IPTC ninjs.
 */
export interface Article {
  /**
   * Stable content id: 32 hexadecimal digits, MurmurHash3 (x86, 128 bits) of the record's bytes. The same
   * bytes have the same id on every runtime. Good for deduplication, not a proof against forgery.
   */
  id: string;
  /** Headline, or `null` when the record holds none (about two in five crawled records start after it). */
  title: string | null;
  /** Second headline line, labelled or directly below the headline. */
  subtitle: string | null;
  /** ISO 8601 date as precise as known: `2025`, `2025-11` or `2025-11-11`. */
  date: string | null;
  /** `15:00` or `15:00:30`, local to the source. */
  time: string | null;
  /** `+03:00` or `Z` when the source gives one. */
  utcOffset: string | null;
  /**
   * RFC 3339 instant of publication, `2025-11-11T15:00:00+03:00`: only when day, time and offset are known, or the
   * option `timeZone` gives the offset.
   */
  publishedAt: string | null;
  /** ISO 8601 day of the last update, with time and offset where the source gives them: `2025-11-11T15:00Z`. */
  dateModified: string | null;
  /** BCP 47 tag of the language the text is in; `und` when there is no evidence. */
  language: string;
  /** What the dump claims: a BCP 47 tag, or the label as found when it is none that is known. */
  declaredLanguage: string | null;
  /** How sure {@link Article.language} is, 0…1. */
  languageConfidence: number;
  /** The text; never holds an empty string. */
  paragraphs: string[];
  /** Authors or agency, without a label like `By`. */
  byline: string | null;
  /** Place (and agency, and day) before the first sentence; inside a paragraph it stays there too. */
  dateline: string | null;
  /** Section or desk. */
  section: string | null;
  /** Newspaper, agency or site. */
  publication: string | null;
  /** Address of the article. */
  url: string | null;
  /** Where every part of the article comes from. */
  provenance: Provenance;
  /** The ledger: everything that was taken out, in the order of the input. */
  removed: Removal[];
  /** What the reader of the article should know about its input. */
  diagnostics: Diagnostic[];
}

/** Everything that {@link ArticleEncoding.evidence} can be. */
export const ENCODING_EVIDENCE = [
  "option",
  "string",
  "bom",
  "ascii",
  "escapes",
  "nul-pattern",
  "utf-8-valid",
  "utf-8-damaged",
  "declared",
  "statistics",
  "none",
] as const satisfies readonly EncodingEvidence[];

/** `2025`, `2025-11` or `2025-11-11`; example: `2025-11-11`. */
export const PARTIAL_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** `15:00` or `15:00:30`. */
export const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
/** `Z` or `+03:00`. */
export const UTC_OFFSET = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
/** RFC 3339; example: `2025-11-11T15:00:00+03:00`. */
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
/** A day, and behind it perhaps a time and its offset; example: `2025-11-11T15:00Z`. */
export const MODIFIED = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/;
/** The shape of a BCP 47 tag; example: `zh-Hant-TW`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/;
export const CONTENT_ID = /^[0-9a-f]{32}$/;
