// Reads the development cases of ../shared/data/dates and prints how many are read right, by source, and which are out of
// scope by which rule.
//   npm run bench:dates [-- --failures]
import { join, resolve } from "node:path";
import { chronoCases, dateparserCases, EXCLUSIONS, readRows, scoreCases, type DateCase } from "../support/date-cases.ts";

const root = new URL("../../", import.meta.url).pathname;
const folder = resolve(root, process.env["NEWSDUMP_SHARED"] ?? join("..", "shared"), "data", "dates");
const cases = [
  ...chronoCases(readRows(join(folder, "chrono-cases.jsonl"))),
  ...dateparserCases(readRows(join(folder, "dateparser-cases.jsonl"))),
];
const inScope = cases.filter(({ exclusion }) => exclusion === null);

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const row = (name: string, list: readonly DateCase[]): string => {
  const { total, exact, wrong } = scoreCases(list);
  return `${name.padEnd(40)} ${String(total).padStart(5)} ${percent(exact, total).padStart(9)} ${percent(wrong, total).padStart(8)}`;
};

console.log(`${"in scope".padEnd(40)} cases     exact    wrong`);
for (const source of new Set(inScope.map((each) => each.source)))
  console.log(
    row(
      source,
      inScope.filter((each) => each.source === source),
    ),
  );
console.log(row("all", inScope));
console.log(
  row(
    "  that are dates",
    inScope.filter(({ expected }) => expected !== null),
  ),
);
console.log(`\n${"out of scope".padEnd(16)} cases`);
for (const [exclusion, rule] of Object.entries(EXCLUSIONS)) {
  console.log(`${exclusion.padEnd(16)} ${String(cases.filter((each) => each.exclusion === exclusion).length).padStart(5)}  ${rule}`);
}
if (process.argv.includes("--failures")) {
  console.log("");
  for (const { case: each, got } of scoreCases(inScope).failures)
    console.log(`${each.source} ${each.language} ${JSON.stringify(each.text)}: ${got}, not ${each.expected}`);
}
if (process.argv.includes("--excluded"))
  for (const each of cases.filter(({ exclusion }) => exclusion !== null))
    console.log(each.exclusion, "|", each.language, "|", each.text, "|", each.expected);
