import { readFileSync } from "node:fs";
import { articleSchema, parseDump } from "newsdump";
import { openDump } from "newsdump/node";
import { articleJsonSchema } from "newsdump/schema";

const path = process.argv[2];
const fromBytes = parseDump(readFileSync(path)).articles;
const fromFile = [];
for await (const result of openDump(path)) if (result.kind === "article") fromFile.push(result.article);

console.log(
  JSON.stringify({
    articles: fromBytes.length,
    date: fromBytes[0]?.date,
    isValid: fromBytes.every((article) => articleSchema.safeParse(article).success),
    isSame: JSON.stringify(fromFile.map((article) => article.id)) === JSON.stringify(fromBytes.map((article) => article.id)),
    jsonSchema: articleJsonSchema().$schema,
  }),
);
