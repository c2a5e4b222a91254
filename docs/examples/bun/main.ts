// bun install && bun run main.ts dump.txt
import { readDump } from "newsdump";

const path = Bun.argv[2];
const results = readDump(Bun.file(path).stream(), { source: path });
for await (const result of results) {
  if (result.kind === "article") console.log(result.article.date, result.article.language, result.article.title);
  else console.error(result.rejected.message);
}
console.log(`${results.report.articles} of ${results.report.records} records`);
