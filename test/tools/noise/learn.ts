import { createNoiseLine } from "../../../src/noise/rule.ts";
import { createNoiseTest } from "../../../src/noise/strip.ts";
import { CONTEXT_FEATURES, createContextMeter, ROW_FEATURES } from "../../../src/noise/model/context-features.ts";
import { createLineMeter, type ModelLine } from "../../../src/noise/model/line-features.ts";
import { createMarginMeter } from "../../../src/noise/model/margin-features.ts";
import { SURE_ARTICLE, SURE_NOISE } from "../../../src/noise/model/noise-model.ts";
import { packForest, sumTrees } from "../../../src/noise/model/trees.ts";
import { createRandom, growForest, type GrownForest, type TrainingTable } from "./grow-forest.ts";
import type { GoldLine, GoldPage } from "./gold.ts";

/** A line of a sample, and how much more than others it counts. */
type SampleLine = ModelLine & { readonly label: string; readonly emphasis?: number };

/** A page, or what became of it, with the lines as the model sees them. */
export interface Sample {
  readonly site: string;
  readonly document: number;
  readonly lines: readonly SampleLine[];
  /** Weight of the whole page. */
  readonly weight: number;
}

/** Seed of the changed pages. */
export const SAMPLE_SEED = 3;
const FIRST = { trees: 100, leaves: 16, rate: 0.1, seed: 11 };
const SECOND = { trees: 130, leaves: 16, rate: 0.1, seed: 23 };
/** Folds inside the training sites whose first-pass margins the second pass learns from. */
const INNER_FOLDS = 4;
/**
 * Weight of a page as it is, and of what it is changed into. The changed ones keep the model from leaning on how these
 * pages are cut; more of them makes it worse on pages as they are, by cross-validation over sites.
 */
const AS_IT_IS = 0.6;
const CHANGED = 0.15;
/**
 * Weight of a text whose furniture is gone, or all but a little of it: the pages alone would teach that no text ends
 * without furniture behind it.
 */
const CLEAN = 0.2;
/**
 * One page in so many says what the rules take wherever it is not as it is; the others do not, for in many languages and
 * words the rules know no phrase.
 */
const HIDING = 2;
/** Items of lists and tables that a page was given count so much more than its other lines: they have many forms. */
const ITEM_EMPHASIS = 4;
/** Words of an item's phrase at most, in short lists and in long ones. */
const FEW_WORDS = 4;
const MANY_WORDS = 14;
/** Short records: pieces of a page of so many lines. */
const PIECES = 2;
const LONGEST_PIECE = 8;
/** Between two sentences. */
const SENTENCE_BREAK = /(?<=[.!?…]["'»”’)]?)\s+(?=[\p{Lu}\p{Lo}"'«“„–])|(?<=[。！？]["”’」』）]?)(?=[^"”’」』）])/u;
const WORD = /^\p{L}{2,20}$/u;
const DIALOGUE_DASHES = ["– ", "— ", "- "];
const findRule = createNoiseTest({ noise: "light" });

/** Number of the rule group that takes a line. */
function hintOf(text: string): number {
  return findRule(createNoiseLine(text)) === null ? 0 : 1;
}

/** Other pages of the same set that have the line. */
function countRepeats(pages: readonly GoldPage[]): (page: GoldPage, text: string) => number {
  const counts = new Map<string, Map<string, number>>();
  const key = (text: string): string => text.toLowerCase().replace(/\d+/g, "0");
  for (const { set, lines } of pages) {
    let ofSet = counts.get(set);
    if (ofSet === undefined) counts.set(set, (ofSet = new Map()));
    for (const text of new Set(lines.map((line) => key(line.text)))) ofSet.set(text, (ofSet.get(text) ?? 0) + 1);
  }
  return (page, text) => (text.length > 120 ? 0 : counts.get(page.set)!.get(key(text))! - 1);
}

/** The pages as they are, and changed: without what stands before and after the body, with the furniture of others. */
export function makeSamples(pages: readonly GoldPage[], seed: number): Sample[] {
  const random = createRandom(seed);
  const repeats = countRepeats(pages);
  const samples: Sample[] = [];
  for (const [document, page] of pages.entries()) {
    const scored = page.lines.filter(({ label }) => label === "keep" || label === "noise").length;
    if (scored === 0) continue;
    const whole = page.lines.map((line) => ({ ...line, hint: hintOf(line.text), repeats: repeats(page, line.text) }));
    const add = (lines: Sample["lines"], share: number): void => {
      samples.push({ site: page.site, document, lines, weight: share / Math.sqrt(scored) });
    };
    const isSaid = document % HIDING === 0;
    const alone = whole.map((line) => ({ ...line, hint: isSaid ? line.hint : 0, repeats: 0 }));
    add(whole, AS_IT_IS);
    add(alone, AS_IT_IS);
    const first = whole.findIndex(({ label }) => label === "keep");
    const last = whole.findLastIndex(({ label }) => label === "keep");
    if (first < 0) continue;
    const addChanged = (lines: Sample["lines"]): void => add(lines, CHANGED * Math.min(1, lines.length / alone.length));
    addChanged(alone.slice(Math.max(0, first - Math.floor(random() * 3)), last + 1 + Math.floor(random() * 3)));
    for (let piece = 0; piece < PIECES; piece++) {
      const from = Math.floor(random() * alone.length);
      const lines = alone.slice(from, from + 1 + Math.floor(random() * LONGEST_PIECE));
      if (lines.some(({ label }) => label === "keep")) addChanged(lines);
    }
    addChanged(shorten(alone, random));
    const brief = shorten(alone, random);
    const from = Math.floor(random() * brief.length);
    addChanged(brief.slice(from, from + 2 + Math.floor(random() * 8)));
    const foreign = pages[Math.floor(random() * pages.length)]!.lines;
    addChanged(withLists(withLists(alone, foreign, random), foreign, random));
    const other = pages[Math.floor(random() * pages.length)]!;
    const furniture = alongside(other.lines, random);
    addChanged([...furniture.before.map(withoutHints), ...alone, ...furniture.after.map(withoutHints)]);
    for (const lines of cleanTexts(alone, () => pages[Math.floor(random() * pages.length)]!.lines, random)) {
      if (lines.some(({ label }) => label === "keep")) add(lines, CLEAN * Math.min(1, lines.length / alone.length));
    }
  }
  return samples;
}

/** The page's text alone, in short paragraphs, behind its own head, behind another's, and between few lines of a third. */
function cleanTexts(page: Sample["lines"], anotherPage: () => readonly GoldLine[], random: () => number): Sample["lines"][] {
  const text = page.filter(({ label }) => label === "keep");
  const title = page.find(({ label }) => label === "title");
  const headline = title === undefined || random() < 0.3 ? [] : [{ ...title, label: "keep" }];
  const clean = (): Sample["lines"] => cutOff(spaceOut([...headline, ...text], random), random);
  /** Behind the headline as often as before it: many dumps put it above the page. */
  const behind = (before: Sample["lines"], lines: Sample["lines"]): Sample["lines"] => {
    const from = random() < 0.5 ? headline.length : 0;
    return [...lines.slice(0, from), ...before, ...lines.slice(from)];
  };
  const head = page.slice(
    0,
    page.findIndex(({ label }) => label === "keep"),
  );
  const another = alongside(anotherPage(), random);
  const few = fewLines(anotherPage(), random);
  return [
    clean(),
    shorten(clean(), random),
    [...head, ...clean()],
    behind(another.before.map(withoutHints), clean()),
    [...behind(few.before.map(withoutHints), clean()), ...few.after.map(withoutHints)],
  ];
}

/** Ends the text somewhere, as one that is cut off or a short one. */
function cutOff(lines: Sample["lines"], random: () => number): Sample["lines"] {
  return random() < 0.4 ? lines : lines.slice(0, 2 + Math.floor(random() * lines.length));
}

/** Blank lines as they are, or the same between all lines. */
function spaceOut(lines: Sample["lines"], random: () => number): Sample["lines"] {
  const kind = random();
  if (kind < 0.4) return lines;
  const blankBefore = kind < 0.7 ? 0 : 1;
  return lines.map((line, index) => ({ ...line, blankBefore: index === 0 ? line.blankBefore : blankBefore }));
}

/** The page as one whose paragraphs are single sentences, some of them turns of a dialogue. */
function shorten(lines: Sample["lines"], random: () => number): Sample["lines"] {
  const dash = random() < 0.2 ? DIALOGUE_DASHES[Math.floor(random() * DIALOGUE_DASHES.length)]! : "";
  return lines.flatMap((line) => {
    if (line.label !== "keep") return [line];
    const sentences = line.text.split(SENTENCE_BREAK);
    const taken = sentences.filter(() => random() < 0.5).slice(0, 4);
    return (taken.length === 0 ? sentences.slice(0, 1) : taken).map((sentence, place) => ({
      label: line.label,
      hint: line.hint,
      repeats: line.repeats,
      text: (random() < 0.5 ? dash : "") + sentence.trim(),
      blankBefore: place === 0 ? line.blankBefore : Math.max(1, Math.min(3, line.blankBefore)),
    }));
  });
}

/** The page with a list or table between two of its paragraphs, of words from the text of `source`. */
function withLists(lines: Sample["lines"], source: readonly GoldLine[], random: () => number): Sample["lines"] {
  const words = source.flatMap(({ label, text }) => (label === "keep" ? text.split(" ") : [])).filter((word) => WORD.test(word));
  const inside = lines.flatMap(({ label }, index) => (label === "keep" && lines[index + 1]?.label === "keep" ? [index] : []));
  if (words.length < 20 || inside.length === 0) return lines;
  const place = inside[Math.floor(random() * inside.length)]!;
  const style = LIST_STYLES[Math.floor(random() * LIST_STYLES.length)]!;
  const pick = (): string => words[Math.floor(random() * words.length)]!;
  const number = (): string => String(Math.floor(random() * (random() < 0.5 ? 10 : 1000)));
  const areNames = random() < 0.5;
  const gap = random() < 0.6 ? 0 : 1;
  const mostWords = random() < 0.3 ? MANY_WORDS : FEW_WORDS;
  const phrase = (): string => {
    const chosen = Array.from({ length: 1 + Math.floor(random() * mostWords) }, pick);
    return (areNames ? chosen.map((word) => word[0]!.toUpperCase() + word.slice(1)) : chosen).join(" ");
  };
  const itemOf = (text: string, blankBefore: number): SampleLine => ({
    ...lines[place]!,
    text: text[0]!.toUpperCase() + text.slice(1),
    blankBefore,
    hint: 0,
    repeats: 0,
    emphasis: ITEM_EMPHASIS,
  });
  const introduction = random() < 0.5 ? [itemOf(`${phrase()}:`, 1)] : [];
  const items = Array.from({ length: 2 + Math.floor(random() * 8) }, (_, index) =>
    itemOf(style(phrase, number, index + 1), index === 0 ? 1 - introduction.length : gap),
  );
  return [...lines.slice(0, place + 1), ...introduction, ...items, ...lines.slice(place + 1)];
}

type ListStyle = (phrase: () => string, number: () => string, index: number) => string;

/** Ways to write an item: bullets, numbers, results, amounts, labels, bare words. */
const LIST_STYLES: readonly ListStyle[] = [
  (phrase) => `- ${phrase()}`,
  (phrase, number) => `• ${number()} ${phrase()}`,
  (phrase, _number, index) => `${index}. ${phrase()}`,
  (phrase, number) => `${phrase()} ${number()}:${number()} ${phrase()}`,
  (phrase, number) => `${phrase()} ${number()}-${number()} ${phrase()}`,
  (phrase, number) => `${number()} ${phrase()}`,
  (phrase, number) => `${phrase()}: ${number()}`,
  (phrase, number) => `${phrase()} ${number()} ${number()} ${number()}`,
  (phrase) => `${phrase()}: ${phrase()}`,
  (phrase) => `${phrase()}, ${phrase()}`,
];

function withoutHints({ text, blankBefore, label }: GoldLine): SampleLine {
  return { text, blankBefore, label, hint: 0, repeats: 0 };
}

/** Runs of a page's furniture from before and behind its body. */
function alongside(lines: readonly GoldLine[], random: () => number): { before: GoldLine[]; after: GoldLine[] } {
  const first = lines.findIndex(({ label }) => label === "keep");
  const last = lines.findLastIndex(({ label }) => label === "keep");
  const isNoise = ({ label }: GoldLine): boolean => label === "noise";
  const head = lines.slice(0, Math.max(0, first)).filter(isNoise);
  const tail = lines.slice(last + 1).filter(isNoise);
  return { before: head.slice(Math.floor(random() * head.length)), after: tail.slice(0, Math.ceil(random() * tail.length)) };
}

/** A few short lines of a page's furniture, as of a small site: some before a text and some behind it, or on one side. */
function fewLines(lines: readonly GoldLine[], random: () => number): { before: GoldLine[]; after: GoldLine[] } {
  const first = lines.findIndex(({ label }) => label === "keep");
  const isShort = ({ label, text }: GoldLine): boolean => label === "noise" && text.length <= 40;
  const blankBefore = random() < 0.5 ? 0 : 1;
  const take = (from: readonly GoldLine[]): GoldLine[] => {
    const chosen = from.filter(isShort);
    const start = Math.floor(random() * Math.max(1, chosen.length - 3));
    return chosen.slice(start, start + 1 + Math.floor(random() * 8)).map(({ text, label }) => ({ text, label, blankBefore }));
  };
  const side = random();
  return {
    before: side < 0.7 ? take(lines.slice(0, Math.max(0, first))) : [],
    after: side > 0.4 ? take(lines.slice(lines.findLastIndex(({ label }) => label === "keep") + 1)) : [],
  };
}

/** First-pass rows of all samples. */
function firstTable(samples: readonly Sample[]): TrainingTable {
  const meter = createLineMeter();
  const context = createContextMeter();
  const count = samples.reduce((sum, { lines }) => sum + lines.length, 0);
  const table = emptyTable(count, CONTEXT_FEATURES);
  let at = 0;
  for (const { lines, document, weight } of samples) {
    context.begin(meter.measure(lines), lines.length);
    const rows = context.place(0, lines.length);
    for (const [index, { label, text, emphasis = 1 }] of lines.entries()) {
      table.rows.set(rows.subarray(index * ROW_FEATURES, index * ROW_FEATURES + CONTEXT_FEATURES), at * CONTEXT_FEATURES);
      table.labels[at] = label === "noise" ? 1 : 0;
      table.weights[at] = label === "noise" || label === "keep" ? weight * emphasis * lineWeight(label, text) : 0;
      table.documents[at++] = document;
    }
  }
  return table;
}

/** Losing a long line of the article costs more than keeping a short line of furniture. */
const LONG_TEXT = 60;
const LONG_WEIGHT = 1.5;

function lineWeight(label: string, text: string): number {
  return label === "keep" && text.length > LONG_TEXT ? LONG_WEIGHT : 1;
}

function emptyTable(count: number, columns: number): TrainingTable & { rows: Float32Array } {
  return {
    rows: new Float32Array(count * columns),
    columns,
    labels: new Uint8Array(count),
    weights: new Float64Array(count),
    documents: new Int32Array(count),
  };
}

/** Both passes of the model. */
export interface GrownPasses {
  readonly first: GrownForest;
  readonly second: GrownForest;
}

/** Trains both passes on samples. */
export function learn(samples: readonly Sample[]): GrownPasses {
  const table = firstTable(samples);
  const first = growForest(table, FIRST);
  const folds = samples.map(({ site }) => foldOf(site, INNER_FOLDS, 7));
  const margins = new Int32Array(table.labels.length);
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const weights = table.weights.slice();
    forEachRow(samples, (index, row) => void (folds[index] === fold && (weights[row] = 0)));
    const { roots, nodes } = growForest({ ...table, weights }, { ...FIRST, seed: FIRST.seed + 1 + fold });
    const forest = packForest(roots, nodes);
    forEachRow(
      samples,
      (index, row) =>
        void (folds[index] === fold && (margins[row] = sumTrees(forest, table.rows, row * CONTEXT_FEATURES, SURE_ARTICLE, SURE_NOISE))),
    );
  }
  const rows = new Float32Array(margins.length * ROW_FEATURES);
  for (let row = 0; row < margins.length; row++)
    rows.set(table.rows.subarray(row * CONTEXT_FEATURES, (row + 1) * CONTEXT_FEATURES), row * ROW_FEATURES);
  const marginMeter = createMarginMeter();
  let at = 0;
  for (const { lines } of samples) {
    const end = at + lines.length;
    const ofSample = rows.subarray(at * ROW_FEATURES, end * ROW_FEATURES);
    marginMeter.begin(margins.subarray(at, end), ofSample, ROW_FEATURES, lines.length);
    marginMeter.add(ofSample, 0, lines.length);
    at = end;
  }
  return { first, second: growForest({ ...table, rows, columns: ROW_FEATURES }, SECOND) };
}

function forEachRow(samples: readonly Sample[], visit: (sample: number, row: number) => void): void {
  let row = 0;
  for (const [index, { lines }] of samples.entries()) for (let line = 0; line < lines.length; line++) visit(index, row++);
}

/** A fold for a site, the same every time. */
export function foldOf(site: string, folds: number, seed: number): number {
  let hash = seed;
  for (let at = 0; at < site.length; at++) hash = (Math.imul(hash ^ site.charCodeAt(at), 0x01000193) ^ (hash >>> 13)) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) % folds;
}
