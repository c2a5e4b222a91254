// node test/tools/run-ts.mjs test/bench/encoding-repair.ts [-- --quick]
// Mojibake repair: every repair of a line that is clean (sentences of all languages and the decoded development
// set), how much synthetic mojibake is undone, and what a look at clean text costs.
// NEWSDUMP_SHARED names the folder of the shared data (default ../shared).
import { existsSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { decode } from "../../src/encoding/decode.ts";
import { repairLostEscapes } from "../../src/encoding/lost-escapes.ts";
import { repairMojibake } from "../../src/encoding/mojibake.ts";
import { readDevelopmentSet, SHARED } from "./encoding-samples.ts";

interface Sentence {
  language: string;
  text: string;
}

function readSentences(part: string): Sentence[] {
  const file = resolve(SHARED, `data/language/flores-${part}.jsonl.gz`);
  if (!existsSync(file)) return [];
  const rows = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  return rows.map((row) => JSON.parse(row) as Sentence);
}

function tellFalseRepairs(lines: readonly string[]): void {
  let repairs = 0;
  for (const line of lines) {
    const repair = repairMojibake(line) ?? repairLostEscapes(line);
    if (repair === null) continue;
    repairs++;
    let at = 0;
    while (line[at] === repair.text[at]) at++;
    const from = Math.max(0, at - 24);
    console.log(`  ${JSON.stringify(line.slice(from, at + 28))} -> ${JSON.stringify(repair.text.slice(from, at + 24))}`);
  }
  console.log(`${repairs} repairs in ${lines.length} lines`);
}

const STEPS: readonly (readonly string[])[] = [
  ["windows-1252"],
  ["windows-1251"],
  ["iso-8859-1"],
  ["koi8-r"],
  ["ibm866"],
  ["windows-1252", "windows-1252"],
  ["windows-1251", "windows-1251"],
  ["koi8-r", "koi8-r"],
  ["windows-1252", "windows-1251"],
];

/** UTF-8 read in a wrong encoding; `null` where that loses characters. */
function misread(text: string, encoding: string): string | null {
  const bytes = new TextEncoder().encode(text);
  // WHATWG takes the name for windows-1252; readers that obey the standard of old give control characters.
  const wrong = encoding === "iso-8859-1" ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join("") : decode(bytes, encoding).text;
  return wrong.includes("\uFFFD") ? null : wrong;
}

function tellRecall(sentences: readonly Sentence[]): void {
  for (const chain of STEPS) {
    const totals = { all: 0, exact: 0, other: 0 };
    const missed = new Map<string, number>();
    for (const { language, text } of sentences) {
      const wrong = chain.reduce<string | null>((before, encoding) => (before === null ? null : misread(before, encoding)), text);
      if (wrong === null || wrong === text) continue;
      totals.all++;
      const repaired = repairMojibake(wrong);
      if (repaired?.text === text) totals.exact++;
      else missed.set(language, (missed.get(language) ?? 0) + 1);
      if (repaired !== null && repaired.text !== text) totals.other++;
    }
    const most = [...missed].sort((left, right) => right[1] - left[1]).slice(0, 5);
    const exact = ((100 * totals.exact) / totals.all).toFixed(2);
    console.log(
      `${chain.join(", ").padEnd(28)} ${totals.all} lines, ${exact} % put right, ${totals.other} with another text; most missed: ${most.map(([language, count]) => `${language} ${count}`).join(" ")}`,
    );
  }
}

function tellCost(title: string, lines: readonly string[]): void {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  let least = Infinity;
  for (let round = 0; round < 20; round++) {
    const start = performance.now();
    for (const line of lines) repairMojibake(line);
    least = Math.min(least, performance.now() - start);
  }
  console.log(`${title}: ${((least * 1e6) / characters).toFixed(2)} ns a character`);
}

const quick = process.argv.includes("--quick");
const parts = (quick ? ["dev"] : ["train", "dev", "test"]).flatMap(readSentences);
if (parts.length === 0) console.log("The shared data is absent: set NEWSDUMP_SHARED.");
else {
  const decoded = readDevelopmentSet().flatMap(({ bytes, encoding }) => decode(bytes, encoding).text.split("\n"));
  tellFalseRepairs([...parts.map(({ text }) => text), ...decoded]);
  tellRecall(readSentences("dev"));
  const linesOf = (language: string): string[] => parts.filter((row) => row.language === language).map(({ text }) => text);
  for (const language of ["eng_Latn", "fra_Latn", "rus_Cyrl", "zho_Hans", "arb_Arab"]) tellCost(language, linesOf(language));
}
