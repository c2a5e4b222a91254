// npm install && npm run build, then open index.html
import { readDump } from "newsdump";

const list = document.getElementById("articles");

async function show(file) {
  list.replaceChildren();
  const results = readDump(file, { source: file.name });
  for await (const result of results) {
    if (result.kind !== "article") continue;
    const { date, language, title } = result.article;
    list.append(Object.assign(document.createElement("li"), { textContent: [date, language, title].join(" ") }));
  }
  document.getElementById("report").textContent = `${results.report.articles} of ${results.report.records} records`;
}

document.getElementById("file").addEventListener("change", ({ target }) => show(target.files[0]));
