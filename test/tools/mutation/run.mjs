// Changes the code of a folder in all the small ways Stryker knows and counts the changes that the folder's tests notice.
//   node test/tools/mutation/run.mjs [FOLDER | FILE...]
// Of each folder of src a report is left in coverage/mutation-FOLDER.json; the changes that nobody noticed are printed.
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folders of tests that look at a folder of src; the others take minutes and see little more. */
const TESTS = {
  lines: "lines,text,records",
  records: "records,contract",
  encoding: "encoding,contract",
  noise: "noise,contract",
  fields: "fields,formats,contract",
};
const ENOUGH = 0.85;

const root = fileURLToPath(new URL("../../../", import.meta.url));
const asked = process.argv.slice(2);
const scores = [];
for (const folder of Object.keys(TESTS)) {
  const files = asked.filter((one) => one.startsWith(`src/${folder}/`));
  if (asked.length === 0 || asked.includes(folder)) files.push(`src/${folder}/**/*.ts`);
  if (files.length > 0) scores.push(measure(folder, files));
}
for (const { folder, killed, all } of scores) console.log(`${folder}: ${killed} of ${all} killed (${percent(killed, all)})`);
if (scores.length === 0 || scores.some(({ killed, all }) => all === 0 || killed / all < ENOUGH)) process.exitCode = 1;

function measure(folder, files) {
  const mutated = [...files, "!src/**/*.generated.ts", "!src/**/*.d.ts"].join(",");
  const words = ["stryker", "run", "test/config/stryker.json", "--mutate", mutated];
  const env = { ...process.env, NEWSDUMP_MUTATION_TESTS: TESTS[folder] };
  const run = spawnSync("npx", words, { cwd: root, stdio: "inherit", env });
  const score = { folder, killed: 0, all: 0 };
  if (run.status !== 0) return score;
  const report = `${root}coverage/mutation-${folder}.json`;
  renameSync(`${root}coverage/mutation.json`, report);
  for (const [name, { mutants, source }] of Object.entries(JSON.parse(readFileSync(report, "utf8")).files)) {
    const tried = mutants.filter(({ status }) => status !== "Ignored");
    const alive = tried.filter(({ status }) => status !== "Killed" && status !== "Timeout");
    const killed = tried.length - alive.length;
    score.all += tried.length;
    score.killed += killed;
    console.log(`\n${name}: ${killed} of ${tried.length} killed (${percent(killed, tried.length)})`);
    for (const mutant of alive) console.log(`  ${describe(mutant, source.split("\n"))}`);
  }
  return score;
}

function describe({ location: { start, end }, replacement, status }, lines) {
  const changed = lines[start.line - 1].slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
  return `${start.line} ${status === "NoCoverage" ? "not reached" : "survived"}: ${changed} -> ${oneLine(replacement)}`;
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, " ").slice(0, 100);
}

function percent(part, whole) {
  return whole === 0 ? "nothing tried" : `${((part / whole) * 100).toFixed(1)} %`;
}
