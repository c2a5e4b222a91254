/**
 * Accuracy and speed of the language detector and of others, in one run on the development data. Recall is
 * the mean over languages; a language that a detector lacks counts as missed. `--speed` leaves accuracy out,
 * `--accuracy` speed.
 */
import { detectArticleLanguage } from "../../src/fields/language/article.ts";
import { loadGroup, loadModel } from "../../src/fields/language/model.ts";
import { SCRIPT } from "../../src/fields/language/scripts.ts";
import { type Detector, isRight, loadDetectors } from "./language-detectors.ts";
import { type Figure, type FigureGroup, writeMeasured } from "./support/measured.ts";
import { encodingSets, floresSets, goldSets, hasData, type LabelledText, type TextSet } from "./language-sets.ts";

/** Speed is the best of so many rounds, in time of this process: other work on the machine tells less. */
const ROUNDS = 6;
const SPEED_LANGUAGES = new Set("en de fr es ru pl tr id sv hr ar zh-Hans ja hi pt it uk nl cs vi".split(" "));

async function main(): Promise<void> {
  if (!hasData()) {
    console.log("no development data: set NEWSDUMP_SHARED to the folder that holds data/language");
    return;
  }
  const detectors = await loadDetectors();
  const flores = floresSets();
  const sets = process.argv.includes("--speed") ? [] : [...flores, ...encodingSets(), ...goldSets()];
  const groups: FigureGroup[] = [];
  for (const set of sets) groups.push(reportAccuracy(set, detectors));
  writeMeasured("language", groups);
  if (!process.argv.includes("--accuracy")) reportSpeed(flores[2]!.texts, detectors);
}

function reportAccuracy({ name, texts }: TextSet, detectors: readonly Detector[]): FigureGroup {
  const figures: Figure[] = [];
  const languages = new Set(texts.map((text) => text.language));
  console.log(`\n${name}: ${texts.length} texts, ${languages.size} languages`);
  for (const detector of detectors) {
    const recalls = recallByLanguage(texts, detector);
    const values = [...recalls.values()];
    const macro = values.reduce((sum, recall) => sum + recall, 0) / values.length;
    const right = texts.filter((text) => isRight(detector.detect(text.text), text.language)).length / texts.length;
    figures.push([detector.name, Number(percent(right))]);
    const weakest = [...recalls].sort((a, b) => a[1] - b[1]).slice(0, 6);
    console.log(
      `  ${detector.name.padEnd(10)} macro recall ${percent(macro)}  right ${percent(right)}  weakest ${weakest.map(([tag, recall]) => `${tag} ${percent(recall)}`).join(", ")}`,
    );
  }
  return { name: `${name} (${texts.length})`, figures };
}

function recallByLanguage(texts: readonly LabelledText[], { detect }: Detector): Map<string, number> {
  const counts = new Map<string, { all: number; right: number }>();
  for (const { language, text } of texts) {
    const count = counts.get(language) ?? { all: 0, right: 0 };
    count.all++;
    if (isRight(detect(text), language)) count.right++;
    counts.set(language, count);
  }
  return new Map([...counts].map(([language, { all, right }]) => [language, right / all]));
}

function reportSpeed(paragraphs: readonly LabelledText[], detectors: readonly Detector[]): void {
  const started = performance.now();
  loadModel();
  loadGroup(SCRIPT.LATIN);
  const articles = toArticles(paragraphs);
  const joined = articles.map((article) => article.join("\n"));
  const length = Math.round(joined.reduce((sum, text) => sum + text.length, 0) / joined.length);
  console.log(
    `\nspeed: ${articles.length} articles in ${SPEED_LANGUAGES.size} languages, ${length} signs each (model ready after ${Math.round(performance.now() - started)} ms)`,
  );
  reportRate("newsdump, detectArticleLanguage", articles.length, () => articles.forEach((article) => detectArticleLanguage(article)));
  for (const { name, detect } of detectors) reportRate(name, joined.length, () => joined.forEach((text) => detect(text)));
}

function reportRate(name: string, articles: number, run: () => void): void {
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    const started = performance.now();
    let runs = 0;
    do {
      run();
      runs++;
    } while (performance.now() - started < 500);
    best = Math.max(best, (runs * articles * 1e6) / process.cpuUsage(before).user);
  }
  console.log(`  ${name.padEnd(32)} ${Math.round(best)} articles a second of one core`);
}

function toArticles(paragraphs: readonly LabelledText[]): string[][] {
  const articles: string[][] = [];
  for (const language of SPEED_LANGUAGES) {
    const own = paragraphs.filter((paragraph) => paragraph.language === language).map((paragraph) => paragraph.text);
    for (let index = 0; index + 6 <= own.length; index += 3) articles.push(own.slice(index, index + 6));
  }
  return articles;
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}

await main();
