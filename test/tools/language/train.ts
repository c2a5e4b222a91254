/**
 * Makes `src/fields/language/model.generated.ts` from the FLORES training sentences and the character counts
 * of Wikipedia; `--check` compares with what is there instead of writing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAX_LEVEL } from "../../../src/fields/language/model-layout.ts";
import { countFeatures, HASHES } from "./counts.ts";
import { findParents, type LevelTable } from "./encode.ts";
import { GROUPS } from "./groups.ts";
import { measureNorms } from "./norms.ts";
import { refineWeights } from "./refine.ts";
import { selectFeatures, type Table, WEIGHT_RANGE } from "./select.ts";
import { readSentences } from "./sentences.ts";
import { type EncodedGroup, formatModule } from "./format-module.ts";

const OUTPUT = join("src", "fields", "language", "model.generated.ts");

function quantise(table: Table): LevelTable {
  const levels = new Uint8Array(table.weights.length);
  for (let index = 0; index < levels.length; index++) {
    levels[index] = Math.min(MAX_LEVEL, Math.round((table.weights[index]! * MAX_LEVEL) / WEIGHT_RANGE));
  }
  return { hashes: table.hashes, levels, languages: table.languages };
}

function createModule(): string {
  const sentences = readSentences("train");
  const taken = new Uint8Array(HASHES);
  const groups: EncodedGroup[] = [];
  for (const { script, rows, languages } of GROUPS) {
    const counts = languages.map((language) =>
      countFeatures(
        language,
        language.sources.flatMap((source) => sentences.get(source) ?? []),
      ),
    );
    const table = selectFeatures(counts, rows, taken);
    refineWeights(table, languages, sentences);
    const quantised = quantise(table);
    const parents = findParents(quantised);
    const tags = languages.map((language) => language.tag);
    const priors = languages.map((language) => Number(Math.log(language.prior ?? 1).toFixed(2)));
    groups.push({ script, languages: tags, priors, norms: measureNorms(quantised, languages, sentences), parents, table: quantised });
  }
  return formatModule(groups);
}

const text = createModule();
if (!process.argv.includes("--check")) writeFileSync(OUTPUT, text);
else if (readFileSync(OUTPUT, "utf8") === text) console.log(`${OUTPUT} is what the data give`);
else {
  console.error(`${OUTPUT} is not what the data give; run the script without --check`);
  process.exitCode = 1;
}
