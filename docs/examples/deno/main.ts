// deno install && deno run --allow-read main.ts dump.txt
import { readDump } from "newsdump";

const [path] = Deno.args;
const { readable } = await Deno.open(path);
const results = readDump(readable, { source: path });
for await (const result of results) {
  if (result.kind === "article") console.log(result.article.date, result.article.language, result.article.title);
  else console.error(result.rejected.message);
}
console.log(`${results.report.articles} of ${results.report.records} records`);
