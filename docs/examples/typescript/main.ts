// npm install && npm start -- dump.txt
import { createReadStream } from "node:fs";
import { readDump, type Article, type DumpReader } from "newsdump";

const path = process.argv[2];
if (path === undefined) throw new Error("name a dump");

const describe = ({ date, language, title }: Article): string => [date, language, title].join(" ");

const results: DumpReader = readDump(createReadStream(path), { source: path });
for await (const result of results) {
  if (result.kind === "article") console.log(describe(result.article));
  else console.error(result.rejected.message);
}
console.log(`${results.report.articles} of ${results.report.records} records`);
