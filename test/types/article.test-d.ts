import type * as z from "zod";
import type { Article, articleSchema, Diagnostic, Span } from "../../src/index.ts";
import type { diagnosticSchema, spanSchema } from "../../src/schema.ts";
import type { Equal, Expect } from "./equal.ts";

// The interfaces are written by hand, so that their documentation reaches the editor; here they are held to the schemas.
export type ArticleIsSchema = Expect<Equal<z.infer<typeof articleSchema>, Article>>;
export type DiagnosticIsSchema = Expect<Equal<z.infer<typeof diagnosticSchema>, Diagnostic>>;
export type SpanIsSchema = Expect<Equal<z.infer<typeof spanSchema>, Span>>;
export type InputIsOutput = Expect<Equal<z.input<typeof articleSchema>, Article>>;

declare const fromSchema: z.infer<typeof articleSchema>;
declare const byHand: Article;
export const schemaToHand: Article = fromSchema;
export const handToSchema: z.infer<typeof articleSchema> = byHand;

/** Keys that may be missing; there are none. */
type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
export type EveryKeyIsThere = Expect<Equal<OptionalKeys<Article>, never>>;
export type EveryProvenanceKeyIsThere = Expect<Equal<OptionalKeys<Article["provenance"]>, never>>;
