const { readFileSync } = require("node:fs");
const { articleSchema, parseDump } = require("newsdump");
const { decode, detectEncoding } = require("newsdump/encoding");
const { detectLanguage } = require("newsdump/language");
const { openDump } = require("newsdump/node");
const { articleJsonSchema } = require("newsdump/schema");

(async () => {
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
})();
