/**
 * Noise on the labelled pages, cross-validated by site: every page is parsed with a model that has seen no page of
 * its site. The measures are those of `score/lines.py` beside the data, which is run on the predictions. `--shipped`
 * uses the model of the library instead (it has seen the pages: only for a look), `--alone` no profile of the set,
 * `--level NAME` another level than `balanced`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtInPasses, createNoiseModel } from "../../src/noise/model/noise-model.ts";
import type { Passes } from "../../src/noise/model/forest-bytes.ts";
import { packForest } from "../../src/noise/model/trees.ts";
import { profileBytes } from "../../src/noise/profile-lines.ts";
import type { NoiseLevel } from "../../src/noise/noise-options.ts";
import type { Article } from "../../src/article.ts";
import { checkOptions, type CheckedOptions } from "../../src/options.ts";
import { createDumpParser } from "../../src/pipeline.ts";
import { createReportBuilder } from "../../src/report.ts";
import { dataPath, hasData } from "../data/shared-data.ts";
import { bareTexts, countLost } from "../tools/noise/bare-texts.ts";
import { GOLD_SETS, readGold, type GoldPage } from "../tools/noise/gold.ts";
import { foldOf, learn, makeSamples, SAMPLE_SEED } from "../tools/noise/learn.ts";

const FOLDS = 5;
const FOLD_SEED = 1;

function main(): void {
  if (!hasData) return;
  const level = (process.argv[process.argv.indexOf("--level") + 1] ?? "") as NoiseLevel;
  const options = checkOptions(process.argv.includes("--level") ? { noise: level } : {});
  const hasProfile = !process.argv.includes("--alone");
  const pages = readGold();
  const passes = process.argv.includes("--shipped") ? [builtInPasses()] : learnFolds(pages);
  const folder = mkdtempSync(join(tmpdir(), "newsdump-noise-"));
  const parse = (page: GoldPage, bytes: Uint8Array, profile: CheckedOptions["profile"]): Article[] => {
    const fold = passes.length === 1 ? 0 : foldOf(page.site, FOLDS, FOLD_SEED);
    const model = { ...options, profile, languages: null, createNoiseModel: () => createNoiseModel(passes[fold]) };
    const parser = createDumpParser(model, createReportBuilder());
    const results = [...parser.push(bytes), ...parser.finish()];
    return results.flatMap((result) => (result.kind === "article" ? [result.article] : []));
  };
  for (const set of GOLD_SETS) {
    const profile = hasProfile && profileBytes(readFileSync(dataPath("gold", `${set}.concat.txt`)));
    const rows = pages.flatMap((page) => {
      if (page.set !== set) return [];
      const articles = parse(page, readFileSync(dataPath("gold", page.file)), profile);
      const { date = null, title = null } = articles[0] ?? {};
      return [
        JSON.stringify({
          file: page.file,
          date,
          lang: page.language,
          title,
          paragraphs: articles.flatMap((article) => article.paragraphs),
        }),
      ];
    });
    const predictions = join(folder, `${set}.jsonl`);
    writeFileSync(predictions, `${rows.join("\n")}\n`);
    const gold = dataPath("gold", `${set}.gold.jsonl`);
    const scores = execFileSync("python3", [dataPath("..", "score", "lines.py"), gold, dataPath("gold"), predictions], {
      encoding: "utf8",
    });
    console.log(`${set}\n${scores}`);
    printBareTexts(
      pages.filter((page) => page.set === set),
      (page, dump) => parse(page, Buffer.from(dump), false),
    );
  }
  rmSync(folder, { recursive: true });
}

/** What of the text is lost where nothing stands behind it. */
function printBareTexts(pages: readonly GoldPage[], parse: (page: GoldPage, dump: string) => Article[]): void {
  const sums = new Map<string, { all: number; lost: number }>();
  for (const page of pages) {
    for (const { name, dump } of bareTexts(page)) {
      const { all, lost } = countLost(page, parse(page, dump));
      const sum = sums.get(name) ?? { all: 0, lost: 0 };
      sums.set(name, { all: sum.all + all, lost: sum.lost + lost });
    }
  }
  for (const [name, { all, lost }] of sums) console.log(`${name}: ${((100 * lost) / all).toFixed(2)} % of the characters lost`);
}

/** A model for each fold of sites, trained on the others. */
function learnFolds(pages: readonly GoldPage[]): Passes[] {
  const samples = makeSamples(pages, SAMPLE_SEED);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { first, second } = learn(samples.filter(({ site }) => foldOf(site, FOLDS, FOLD_SEED) !== fold));
    return { first: packForest(first.roots, first.nodes), second: packForest(second.roots, second.nodes) };
  });
}

main();
