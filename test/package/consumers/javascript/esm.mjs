import { readFileSync } from "node:fs";
import { articleSchema, parseDump } from "newsdump";
import { decode, detectEncoding } from "newsdump/encoding";
import { detectLanguage } from "newsdump/language";
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
    encoding: detectEncoding(readFileSync(path)).encoding,
    language: detectLanguage(decode(readFileSync(path), "utf-8").text).language,
    isValid: fromBytes.every((article) => articleSchema.safeParse(article).success),
    isSame: JSON.stringify(fromFile.map((article) => article.id)) === JSON.stringify(fromBytes.map((article) => article.id)),
    jsonSchema: articleJsonSchema().$schema,
  }),
);
