/**
 * The schemas of an article, without the parser.
 *
 * @module newsdump/schema
 */
export { articleJsonSchema, articleSchema, diagnosticSchema, spanSchema } from "./article-schema.ts";
export type { Article, ArticleEncoding, Provenance, Removal, Span } from "./article.ts";
export type { Diagnostic, DiagnosticCode, Severity } from "./diagnostics.ts";
export type { EncodingEvidence } from "./encoding/guess.ts";
