import { readFileSync } from "node:fs";
import * as z from "zod";
import { expect, test } from "vitest";
import { articleJsonSchema, articleSchema } from "../src/index.ts";
import { generate } from "./tools/article-json-schema.ts";

test("the JSON Schema is what its script writes from the schema", () => {
  expect(generate()).toBe(readFileSync(new URL("../src/article-json-schema.generated.ts", import.meta.url), "utf8"));
});

test("every call gives a JSON Schema of its own", () => {
  const first = articleJsonSchema();
  first["title"] = "changed";
  expect(articleJsonSchema()["title"]).toBe("newsdump article");
});

test("the schema goes into schemas of zod, and says in words what is wrong", () => {
  const page = z.object({ articles: z.array(articleSchema) });
  const { error } = page.safeParse({ articles: [{ title: 1 }] });
  const messages = error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(messages).toContain("articles.0.title: Invalid input: expected string, received number");
  expect(messages).toContain("articles.0.paragraphs: Invalid input: expected array, received undefined");
});
