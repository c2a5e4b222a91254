// npm install && npm start -- dump.txt
import { openDump } from "newsdump/node";

const results = openDump(process.argv.slice(2));
for await (const result of results) {
  if (result.kind === "article") console.log(result.article.date, result.article.language, result.article.title);
  else console.error(result.rejected.message);
}
console.log(`${results.report.articles} of ${results.report.records} records`);
