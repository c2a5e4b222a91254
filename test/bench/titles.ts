// Headlines found and headlines invented, cross-validated by site, for every set and language of the development data.
import { TITLE_THRESHOLD } from "../../src/fields/title/find-title.ts";
import { crossValidate, type Outcome, tally } from "../tools/titles/learn.ts";
import { readRecords } from "../tools/titles/records.ts";

const SEEDS = [1, 2, 3];
const records = readRecords();
const outcomes = SEEDS.flatMap((seed) => crossValidate(records, seed));

function row(name: string, chosen: readonly Outcome[]): void {
  const cells = [-1, -0.7, TITLE_THRESHOLD, -0.2, 0].map((threshold) => {
    const { right, present, wrong, absent } = tally(chosen, threshold);
    const share = (part: number, all: number): string => (all === 0 ? "   –" : ((100 * part) / all).toFixed(1).padStart(5));
    return `${share(right, present)} /${share(wrong, absent)}`;
  });
  const { present, absent } = tally(chosen, 0);
  const counts = `${present / SEEDS.length} + ${absent / SEEDS.length}`;
  console.log(`${name.padEnd(14)} ${counts.padStart(10)}   ${cells.join("   ")}`);
}

console.log(
  `cross-validated by site, ${SEEDS.length} ways of dealing sites: right where the headline is in the text / claimed where it is not, %`,
);
console.log(`${"".padEnd(14)} ${"records".padStart(10)}   thresholds -1, -0.7, ${TITLE_THRESHOLD} (used), -0.2, 0`);
row(
  "fundus + aed",
  outcomes.filter(({ record }) => record.set === "fundus" || record.set === "aed"),
);
for (const set of new Set(records.map((record) => record.set)))
  row(
    set,
    outcomes.filter(({ record }) => record.set === set),
  );
row("all", outcomes);
const languages = [...new Set(records.map((record) => record.language))].sort();
for (const language of languages)
  row(
    `  ${language}`,
    outcomes.filter(({ record }) => record.language === language),
  );
