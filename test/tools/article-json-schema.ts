// Writes src/article-json-schema.generated.ts from the schema of an article, so that pages need not bring along what makes one
// from the other.
//   node test/tools/run-ts.mjs test/tools/article-json-schema.ts -- --write
import { writeFileSync } from "node:fs";
import * as z from "zod";
import { articleSchema } from "../../src/article-schema.ts";

/** The file's text, so that a test can compare it. */
export function generate(): string {
  const schema = { ...z.toJSONSchema(articleSchema, { target: "draft-2020-12" }), title: "newsdump article" };
  return `// Written by test/tools/article-json-schema.ts; do not edit.

/** JSON Schema of an article (draft 2020-12). */
export const ARTICLE_JSON_SCHEMA: string =
  ${JSON.stringify(JSON.stringify(schema))};
`;
}

if (process.argv.includes("--write")) writeFileSync(new URL("../../src/article-json-schema.generated.ts", import.meta.url), generate());
