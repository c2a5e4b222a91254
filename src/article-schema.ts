import * as z from "zod";
import {
  type Article,
  CONTENT_ID,
  DATE_SOURCES,
  ENCODING_EVIDENCE,
  INSTANT,
  LANGUAGE_TAG,
  MODIFIED,
  PARTIAL_DATE,
  type Provenance,
  type Span,
  TIME,
  UTC_OFFSET,
} from "./article.ts";
import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode } from "./diagnostics.ts";

// Each schema is made by a function whose call is marked as pure: a bundler drops those that nobody asks for, and
// zod with them.

function createSpanSchema() {
  const count = z.int().nonnegative();
  return z
    .strictObject({ byteStart: count, byteEnd: count, lineStart: z.int().positive(), lineEnd: z.int().positive() })
    .refine(
      (span) => span.byteEnd >= span.byteStart && span.lineEnd >= span.lineStart,
      "a span ends before it starts",
    ) satisfies z.ZodType<Span>;
}

/** Schema of {@link Span}. */
export const spanSchema = /* @__PURE__ */ createSpanSchema();

function createDiagnosticSchema() {
  const codes = Object.keys(DIAGNOSTICS) as [DiagnosticCode, ...DiagnosticCode[]]; // keys of a const object
  return z.strictObject({
    code: z.enum(codes),
    severity: z.enum(["info", "warning", "error"]),
    message: z.string().min(1),
    span: spanSchema.nullable(),
  }) satisfies z.ZodType<Diagnostic>;
}

/** Schema of {@link Diagnostic}. */
export const diagnosticSchema = /* @__PURE__ */ createDiagnosticSchema();

function createProvenanceSchema() {
  const text = z.string().min(1);
  const spanOrNull = spanSchema.nullable();
  return z.strictObject({
    source: z.string().nullable(),
    index: z.int().nonnegative(),
    format: text,
    encoding: z.strictObject({
      name: text,
      confidence: z.number().min(0).max(1),
      evidence: z.enum(ENCODING_EVIDENCE),
    }),
    span: spanSchema,
    header: spanOrNull,
    title: spanOrNull,
    subtitle: spanOrNull,
    date: spanOrNull,
    dateSource: z.enum(DATE_SOURCES).nullable(),
    time: spanOrNull,
    dateModified: spanOrNull,
    declaredLanguage: spanOrNull,
    byline: spanOrNull,
    dateline: spanOrNull,
    section: spanOrNull,
    publication: spanOrNull,
    url: spanOrNull,
    paragraphs: z.array(spanSchema),
  }) satisfies z.ZodType<Provenance>;
}

function createArticleSchema() {
  const text = z.string().min(1);
  const textOrNull = text.nullable();
  return z
    .strictObject({
      id: z.string().regex(CONTENT_ID),
      title: textOrNull,
      subtitle: textOrNull,
      date: z.string().regex(PARTIAL_DATE).nullable(),
      time: z.string().regex(TIME).nullable(),
      utcOffset: z.string().regex(UTC_OFFSET).nullable(),
      publishedAt: z.string().regex(INSTANT).nullable(),
      dateModified: z.string().regex(MODIFIED).nullable(),
      language: z.string().regex(LANGUAGE_TAG),
      declaredLanguage: textOrNull,
      languageConfidence: z.number().min(0).max(1),
      paragraphs: z.array(text),
      byline: textOrNull,
      dateline: textOrNull,
      section: textOrNull,
      publication: textOrNull,
      url: textOrNull,
      provenance: createProvenanceSchema(),
      removed: z.array(z.strictObject({ rule: text, score: z.number().min(0).max(1).nullable(), text, span: spanSchema })),
      diagnostics: z.array(diagnosticSchema),
    })
    .refine(
      (article) => article.provenance.paragraphs.length === article.paragraphs.length,
      "every paragraph needs a span",
    ) satisfies z.ZodType<Article>;
}

/**
 * The zod schema of an article; also at `newsdump/schema`. Every article that leaves the library passes it.
 *
 * @example
 * ```ts
 * import { articleSchema, parseDump } from "newsdump";
 *
 * const [article] = parseDump(" date 2025-11-11 Some text that is long enough to be read.\n").articles;
 * articleSchema.safeParse(article).success; // true
 * ```
 */
export const articleSchema = /* @__PURE__ */ createArticleSchema();

/**
 * The article's JSON Schema (draft 2020-12), for tools that do not speak TypeScript.
 *
 * @example
 * ```ts
 * import { articleJsonSchema } from "newsdump/schema";
 *
 * articleJsonSchema().$schema; // "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export function articleJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(articleSchema, { target: "draft-2020-12" }), title: "newsdump article" };
}
