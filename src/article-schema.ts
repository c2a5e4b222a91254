import * as z from "zod/mini";
import { en } from "zod/locales";
import { ARTICLE_JSON_SCHEMA } from "./article-json-schema.generated.ts";
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
  type Removal,
  type Span,
  TIME,
  UTC_OFFSET,
} from "./article.ts";
import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode } from "./diagnostics.ts";

// Zod Mini: a third of the weight of zod's chained methods, and the schemas go into schemas of either. Each is made by a
// function whose call is marked as pure: a bundler drops those that nobody asks for, and zod with them.

/** Zod Mini has no messages of its own. */
const ENGLISH = /* @__PURE__ */ createMessages();

function createMessages() {
  return { error: en().localeError };
}

const createCount = () => z.int(ENGLISH).check(z.nonnegative(ENGLISH));
const createShare = () => z.number(ENGLISH).check(z.minimum(0, ENGLISH), z.maximum(1, ENGLISH));
const createText = () => z.string(ENGLISH).check(z.minLength(1, ENGLISH));
const createForm = (form: RegExp) => z.string(ENGLISH).check(z.regex(form, ENGLISH));

function createSpanSchema() {
  const count = createCount();
  const number = z.int(ENGLISH).check(z.positive(ENGLISH));
  return z
    .strictObject({ byteStart: count, byteEnd: count, lineStart: number, lineEnd: number }, ENGLISH)
    .check(
      z.refine((span) => span.byteEnd >= span.byteStart && span.lineEnd >= span.lineStart, "a span ends before it starts"),
    ) satisfies z.ZodMiniType<Span>;
}

/** Schema of {@link Span}. */
export const spanSchema = /* @__PURE__ */ createSpanSchema();

function createDiagnosticSchema() {
  const codes = Object.keys(DIAGNOSTICS) as [DiagnosticCode, ...DiagnosticCode[]]; // keys of a const object
  return z.strictObject(
    {
      code: z.enum(codes, ENGLISH),
      severity: z.enum(["info", "warning", "error"], ENGLISH),
      message: createText(),
      span: z.nullable(spanSchema),
    },
    ENGLISH,
  ) satisfies z.ZodMiniType<Diagnostic>;
}

/** Schema of {@link Diagnostic}. */
export const diagnosticSchema = /* @__PURE__ */ createDiagnosticSchema();

function createProvenanceSchema() {
  const text = createText();
  const spanOrNull = z.nullable(spanSchema);
  return z.strictObject(
    {
      source: z.nullable(z.string(ENGLISH)),
      index: createCount(),
      format: text,
      encoding: z.strictObject({ name: text, confidence: createShare(), evidence: z.enum(ENCODING_EVIDENCE, ENGLISH) }, ENGLISH),
      span: spanSchema,
      header: spanOrNull,
      title: spanOrNull,
      subtitle: spanOrNull,
      date: spanOrNull,
      dateSource: z.nullable(z.enum(DATE_SOURCES, ENGLISH)),
      time: spanOrNull,
      dateModified: spanOrNull,
      declaredLanguage: spanOrNull,
      byline: spanOrNull,
      dateline: spanOrNull,
      section: spanOrNull,
      publication: spanOrNull,
      url: spanOrNull,
      paragraphs: z.array(spanSchema, ENGLISH),
    },
    ENGLISH,
  ) satisfies z.ZodMiniType<Provenance>;
}

function createRemovalSchema() {
  const text = createText();
  return z.strictObject({ rule: text, score: z.nullable(createShare()), text, span: spanSchema }, ENGLISH) satisfies z.ZodMiniType<Removal>;
}

function createArticleSchema() {
  const text = createText();
  const textOrNull = z.nullable(text);
  return z
    .strictObject(
      {
        id: createForm(CONTENT_ID),
        title: textOrNull,
        subtitle: textOrNull,
        date: z.nullable(createForm(PARTIAL_DATE)),
        time: z.nullable(createForm(TIME)),
        utcOffset: z.nullable(createForm(UTC_OFFSET)),
        publishedAt: z.nullable(createForm(INSTANT)),
        dateModified: z.nullable(createForm(MODIFIED)),
        language: createForm(LANGUAGE_TAG),
        declaredLanguage: textOrNull,
        languageConfidence: createShare(),
        paragraphs: z.array(text, ENGLISH),
        byline: textOrNull,
        dateline: textOrNull,
        section: textOrNull,
        publication: textOrNull,
        url: textOrNull,
        provenance: createProvenanceSchema(),
        removed: z.array(createRemovalSchema(), ENGLISH),
        diagnostics: z.array(diagnosticSchema, ENGLISH),
      },
      ENGLISH,
    )
    .check(
      z.refine((article) => article.provenance.paragraphs.length === article.paragraphs.length, "every paragraph needs a span"),
    ) satisfies z.ZodMiniType<Article>;
}

/**
 * The zod schema of an article; also at `newsdump/schema`. Every article that leaves the library passes it. It is one of
 * [Zod Mini](https://zod.dev/packages/mini): it has `parse` and `safeParse`, and goes into schemas of zod and of Zod Mini,
 * as in `z.array(articleSchema)`.
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
  return JSON.parse(ARTICLE_JSON_SCHEMA) as Record<string, unknown>; // the script writes an object
}
