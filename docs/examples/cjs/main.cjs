// npm install && npm start -- dump.txt
const { readFileSync } = require("node:fs");
const { parseDump } = require("newsdump");

const { articles, report } = parseDump(readFileSync(process.argv[2]));
for (const { date, language, title } of articles) console.log(date, language, title);
console.log(`${report.articles} of ${report.records} records`);
