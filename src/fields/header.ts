import type { Provenance, Removal, Span } from "../article.ts";
import type { HeaderFieldName } from "../formats/format.ts";
import { spanOf, type TextRecord } from "../records/text-record.ts";
import type { HeadFields } from "./head-fields.ts";
import type { PlacedText } from "./placed.ts";
import type { LineCleaner } from "./line-cleaner.ts";
import { joinLines } from "./wrapped-lines.ts";

/** The rule under which the ledger has lines of a header that no field has a place for. */
export const UNUSED_HEADER_LINE = "unused-header-line";

/** Header fields that go into the article as they stand. */
type PlainField = "subtitle" | "byline" | "dateline" | "section" | "publication" | "url";

/** What the header says besides date and time. */
export interface HeaderFields {
  readonly title: PlacedText | null;
  readonly languageLabel: string | null;
  readonly values: Readonly<Record<PlainField, string | null>>;
  readonly spans: Readonly<Pick<Provenance, PlainField | "declaredLanguage">>;
  /** Header lines that no field has a place for. */
  readonly removed: readonly Removal[];
}

/** Cleans the header's fields; one that shows nothing is `null`. */
export function readHeaderFields({ fields, unused }: TextRecord, cleaner: LineCleaner): HeaderFields {
  const texts = new Map(
    [...fields].map(([name, line]) => {
      const parts = cleaner.restoreLines(line) ?? [line]; // a field is one line
      return [name, joinLines(parts.map((part) => ({ text: cleaner.clean(part), isCut: false })))];
    }),
  );
  const text = (name: HeaderFieldName): string | null => texts.get(name) || null;
  const span = (name: HeaderFieldName): Span | null => (text(name) === null ? null : spanOf(fields.get(name)!));
  const title = text("title");
  return {
    title: title === null ? null : { text: title, span: spanOf(fields.get("title")!) },
    languageLabel: text("language"),
    values: {
      subtitle: text("subtitle"),
      byline: text("byline"),
      dateline: text("dateline"),
      section: text("section"),
      publication: text("publication"),
      url: text("url"),
    },
    spans: {
      subtitle: span("subtitle"),
      declaredLanguage: span("language"),
      byline: span("byline"),
      dateline: span("dateline"),
      section: span("section"),
      publication: span("publication"),
      url: span("url"),
    },
    removed: unused.map((line) => ({ rule: UNUSED_HEADER_LINE, score: null, text: line.text, span: spanOf(line) })),
  };
}

/** The header's fields, and what lines of the body say where it says nothing. */
export function addBodyFields(
  { values, spans }: HeaderFields,
  { subtitle, byline, dateline, section, url }: HeadFields["fields"],
): Pick<HeaderFields, "values" | "spans"> {
  const found = { subtitle, byline, dateline, section, url };
  const allValues: Record<PlainField, string | null> = { ...values };
  const allSpans: { -readonly [Name in keyof HeaderFields["spans"]]: HeaderFields["spans"][Name] } = { ...spans };
  for (const name of FROM_BODY) {
    const placed = found[name];
    if (placed === undefined || allValues[name] !== null) continue;
    allValues[name] = placed.text;
    allSpans[name] = placed.span;
  }
  return { values: allValues, spans: allSpans };
}

/** Fields that lines of the body can give. */
const FROM_BODY = ["subtitle", "byline", "dateline", "section", "url"] as const;
