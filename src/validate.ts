import { CONTENT_ID, DATE_SOURCES, ENCODING_EVIDENCE, INSTANT, LANGUAGE_TAG, MODIFIED, PARTIAL_DATE, TIME, UTC_OFFSET } from "./article.ts";
import type { Article, ArticleEncoding, Provenance, Removal, Span } from "./article.ts";
import { DIAGNOSTICS, type Diagnostic } from "./diagnostics.ts";

/**
 * What is wrong with an article, or `null`: the keys that lead to what `articleSchema` does not allow. These checks, which a test
 * holds to the schema's answers, take a fraction of its time, and leave zod out of what only parses.
 */
export function findArticleFault(article: Article): string | null {
  const path = findFaultPath(article);
  return path === null ? null : `${path} is not what the schema allows`;
}

function findFaultPath(article: Article): string | null {
  const key = findFault(article, ARTICLE_CHECKS);
  if (key === "provenance") return `provenance.${findFault(article.provenance, PROVENANCE_CHECKS) ?? ""}`;
  if (key !== null) return key;
  return article.provenance.paragraphs.length === article.paragraphs.length ? null : "provenance.paragraphs";
}

type Checks<Shape> = { readonly [Key in keyof Shape]: (value: Shape[Key]) => boolean };

const isText = (value: string): boolean => typeof value === "string" && value !== "";
const isTextOrNull = (value: string | null): boolean => value === null || isText(value);
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isShare = (value: number): boolean => typeof value === "number" && value >= 0 && value <= 1;
const isSpanOrNull = (value: Span | null): boolean => value === null || isSpan(value);

function matches(pattern: RegExp): (value: string | null) => boolean {
  return (value) => value === null || (typeof value === "string" && pattern.test(value));
}

function isSpan({ byteStart, byteEnd, lineStart, lineEnd }: Span): boolean {
  return (
    isCount(byteStart) &&
    isCount(byteEnd) &&
    isCount(lineStart) &&
    isCount(lineEnd) &&
    byteStart <= byteEnd &&
    lineStart <= lineEnd &&
    lineStart > 0
  );
}

function isRemoval({ rule, score, text, span }: Removal): boolean {
  return isText(rule) && (score === null || isShare(score)) && isText(text) && isSpan(span);
}

function isDiagnostic({ code, severity, message, span }: Diagnostic): boolean {
  return DIAGNOSTICS[code]?.severity === severity && isText(message) && isSpanOrNull(span);
}

function isEncoding({ name, confidence, evidence }: ArticleEncoding): boolean {
  return isText(name) && isShare(confidence) && ENCODING_EVIDENCE.includes(evidence);
}

const PROVENANCE_CHECKS: Checks<Provenance> = {
  source: (value) => value === null || typeof value === "string",
  index: isCount,
  format: isText,
  encoding: isEncoding,
  span: isSpan,
  header: isSpanOrNull,
  title: isSpanOrNull,
  subtitle: isSpanOrNull,
  date: isSpanOrNull,
  dateSource: (value) => value === null || DATE_SOURCES.includes(value),
  time: isSpanOrNull,
  dateModified: isSpanOrNull,
  declaredLanguage: isSpanOrNull,
  byline: isSpanOrNull,
  dateline: isSpanOrNull,
  section: isSpanOrNull,
  publication: isSpanOrNull,
  url: isSpanOrNull,
  paragraphs: (spans) => spans.every(isSpan),
};

const isContentId = matches(CONTENT_ID);
const isLanguageTag = matches(LANGUAGE_TAG);

const ARTICLE_CHECKS: Checks<Article> = {
  id: (value) => value !== null && isContentId(value),
  title: isTextOrNull,
  subtitle: isTextOrNull,
  date: matches(PARTIAL_DATE),
  time: matches(TIME),
  utcOffset: matches(UTC_OFFSET),
  publishedAt: matches(INSTANT),
  dateModified: matches(MODIFIED),
  language: (value) => value !== null && isLanguageTag(value),
  declaredLanguage: isTextOrNull,
  languageConfidence: isShare,
  paragraphs: (paragraphs) => paragraphs.every(isText),
  byline: isTextOrNull,
  dateline: isTextOrNull,
  section: isTextOrNull,
  publication: isTextOrNull,
  url: isTextOrNull,
  provenance: (provenance) => findFault(provenance, PROVENANCE_CHECKS) === null,
  removed: (removed) => removed.every(isRemoval),
  diagnostics: (diagnostics) => diagnostics.every(isDiagnostic),
};

/** The first key whose value does not pass. */
function findFault<Shape extends object>(value: Shape, checks: Checks<Shape>): string | null {
  for (const key in checks) if (!checks[key](value[key])) return key;
  return null;
}
