import { createFeatureSink, readFeatures } from "../../../src/fields/language/features.ts";
import { HASHES } from "./counts.ts";
import type { TrainedLanguage } from "./languages.ts";
import type { Table } from "./select.ts";
import { inTrainedScript, onArabicKeyboard, withoutDiacritics } from "./variants.ts";

/** Weights are sums of correlated log-likelihoods; this brings them to the scale of odds. */
const TEMPERATURE = 0.25;
const ROUNDS = 2;
const STEP = 0.01;
/** Share of the features left out at random, so that no single one is relied on. */
const DROPOUT = 0.2;

interface Example {
  readonly language: number;
  readonly text: string;
}

/**
 * Moves the weights that are there towards telling short pieces of the training sentences apart (multinomial
 * logistic regression, few small steps from the naive-Bayes weights). Deterministic.
 */
export function refineWeights(
  table: Table,
  languages: readonly TrainedLanguage[],
  sentences: ReadonlyMap<string, readonly string[]>,
): void {
  const random = createRandom(20_240_229);
  const rowOf = new Int32Array(HASHES).fill(-1);
  table.hashes.forEach((hash, row) => (rowOf[hash] = row));
  const examples = languages.flatMap((language, index) =>
    language.sources.flatMap((source) => (sentences.get(source) ?? []).map((text) => ({ language: index, text }))),
  );
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(examples, random);
    for (const example of examples) {
      const text = deform(example, languages[example.language]!, random);
      takeStep(table, rowOf, text, example.language, STEP * (1 - (round / ROUNDS) * 0.8), random);
    }
  }
}

const sink = createFeatureSink();
const rows = new Int32Array(sink.hashes.length);

function takeStep(table: Table, rowOf: Int32Array, text: string, truth: number, step: number, random: () => number): void {
  const { weights, languages } = table;
  const odds = new Float64Array(languages);
  sink.count = 0;
  readFeatures(text, 0, text.length, sink);
  let count = 0;
  for (let index = 0; index < sink.count; index++) {
    const row = rowOf[sink.hashes[index]!]!;
    if (row < 0 || random() < DROPOUT) continue;
    rows[count++] = row;
    for (let language = 0; language < languages; language++) odds[language]! += weights[row * languages + language]!;
  }
  const highest = odds.reduce((a, b) => Math.max(a, b), 0);
  let sum = 0;
  for (let language = 0; language < languages; language++) sum += odds[language] = Math.exp((odds[language]! - highest) * TEMPERATURE);
  for (let language = 0; language < languages; language++) {
    const move = (odds[language]! / sum - (language === truth ? 1 : 0)) * step;
    if (Math.abs(move) < step * 1e-3) continue;
    for (let index = 0; index < count; index++) {
      const at = rows[index]! * languages + language;
      if (weights[at]! > 0) weights[at] = Math.max(1e-6, weights[at]! - move);
    }
  }
}

function deform(example: Example, language: TrainedLanguage, random: () => number): string {
  let text = inTrainedScript(language, example.text);
  const kind = random();
  if (kind < 0.1) text = withoutDiacritics(text) ?? text;
  if (kind > 0.85) text = onArabicKeyboard(language.tag, text) ?? text;
  const length = 25 + random() * random() * 200;
  if (text.length <= length) return text;
  const start = Math.floor(random() * (text.length - length));
  return text.slice(text.lastIndexOf(" ", start) + 1, start + length);
}

/** Numbers from 0 to 1, always the same (a linear congruential generator, Numerical Recipes). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

function shuffle(list: unknown[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other], list[index]];
  }
}
