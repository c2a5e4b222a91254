import { describe, expect, test } from "vitest";
import { loadGroup, loadModel, normOf, type GroupRange } from "../../../src/fields/language/model.ts";
import { readSample, type SampleFeatures } from "../../../src/fields/language/sample-features.ts";
import { samplePieces, WINDOWS } from "../../../src/fields/language/sample.ts";
import { createEvidence, findCandidates, scoreTelling } from "../../../src/fields/language/score.ts";
import { SCRIPT } from "../../../src/fields/language/scripts.ts";
import { fitOfWindow, hasTellingRival, isMainScript, weighSample, weighWindow } from "../../../src/fields/language/weigh.ts";
import { ARTICLE_ONE } from "./declaration.ts";

const sampleOf = (...paragraphs: readonly string[]): SampleFeatures => readSample(paragraphs, samplePieces(paragraphs), "all");
const numberOf = (tag: string): number => loadModel().tags.indexOf(tag);

function latin(): GroupRange {
  loadGroup(SCRIPT.LATIN);
  return loadModel().ranges[SCRIPT.LATIN]!;
}

const GERMAN = ARTICLE_ONE["de"]!;
const FRENCH = ARTICLE_ONE["fr"]!;

describe("languages that may be right", () => {
  const group: GroupRange = { firstLanguage: 2, endLanguage: 14, firstRow: 0, endRow: 0 };
  const candidatesFor = (scores: Readonly<Record<number, number>>): number[] => {
    const evidence = createEvidence();
    for (const [language, score] of Object.entries(scores)) evidence.scores[Number(language)] = score;
    return findCandidates(evidence, group);
  };

  test("are those at most 67 levels behind the best", () => {
    expect(candidatesFor({ 3: 200, 4: 133, 5: 132, 13: 150 })).toEqual([3, 13, 4]);
  });

  test("are eight at most, the first of equal ones", () => {
    expect(candidatesFor({ 2: 1, 7: 1 })).toEqual([2, 7, 3, 4, 5, 6, 8, 9]);
  });

  test("are of the group", () => {
    expect(candidatesFor({ 1: 900, 14: 900, 3: 100 })).toEqual([3]);
  });
});

describe("a whole sample", () => {
  test("says the same of the likeliest language whether all are weighed or not", () => {
    const sample = sampleOf(GERMAN.repeat(6));
    const all = weighSample(sample, false).scores.slice();
    const narrowed = weighSample(sample, true).scores.slice();
    const german = numberOf("de");
    expect(all.indexOf(Math.max(...all))).toBe(german);
    expect(narrowed[german]).toBe(all[german]);
    expect(narrowed.filter((score) => score > 0).length).toBeLessThanOrEqual(8);
    expect(all.filter((score) => score > 0).length).toBeGreaterThan(40);
  });

  test("of few rows is weighed for all languages", () => {
    const sample = sampleOf("Alle Menschen sind frei");
    expect(sample.count).toBeLessThan(160);
    const narrowed = weighSample(sample, true).scores.slice();
    expect(narrowed).toEqual(weighSample(sample, false).scores);
    expect(narrowed.filter((score) => score > 0).length).toBeGreaterThan(20);
  });

  test("carries its letters, its features and their set", () => {
    const sample = sampleOf(GERMAN);
    const evidence = weighSample(sample, true);
    expect(evidence.letters[SCRIPT.LATIN]).toBe(sample.letters[SCRIPT.LATIN]);
    expect(evidence.features).toBe(sample.featureEnds[WINDOWS - 1]);
    expect(evidence.set).toBe("all");
  });

  test.each([
    ["of a script with one language", ARTICLE_ONE["el"]!],
    ["of Japanese", ARTICLE_ONE["ja"]!],
    ["of no letters", "2025"],
  ])("%s needs no weighing", (_name, text) => {
    expect(weighSample(sampleOf(text), false).scores.every((score) => score === 0)).toBe(true);
  });
});

describe("a window", () => {
  const mixed = (): SampleFeatures => sampleOf(`${GERMAN.repeat(3)} ${FRENCH.repeat(3)}`);

  test("fits its language, by the mean level of its features", () => {
    const sample = mixed();
    const group = latin();
    const norm = normOf(loadModel(), numberOf("de"), "all");
    const fits = (window: number, tag: string): number => fitOfWindow(sample, window, numberOf(tag), group) / norm;
    expect(fits(0, "de")).toBeGreaterThan(0.85);
    expect(fits(0, "fr")).toBeLessThan(0.7);
    expect(fits(7, "fr")).toBeGreaterThan(0.85);
    expect(fits(7, "de")).toBeLessThan(0.7);
  });

  test("fits the same whether its sum is kept or made anew", () => {
    const sample = mixed();
    const group = latin();
    const anew = Array.from({ length: WINDOWS }, (_, window) => fitOfWindow(sample, window, numberOf("de"), group));
    weighSample(sample, true);
    expect(Array.from({ length: WINDOWS }, (_, window) => fitOfWindow(sample, window, numberOf("de"), group))).toEqual(anew);
    weighSample(sample, false);
    expect(Array.from({ length: WINDOWS }, (_, window) => fitOfWindow(sample, window, numberOf("de"), group))).toEqual(anew);
    expect(weighWindow(sample, 7).scores[numberOf("fr")]! / weighWindow(sample, 7).features).toBeCloseTo(
      fitOfWindow(sample, 7, numberOf("fr"), group),
      9,
    );
  });

  test("has a rival where the telling rows speak for another language", () => {
    const sample = mixed();
    const group = latin();
    expect(hasTellingRival(sample, 0, numberOf("de"), group)).toBe(false);
    expect(hasTellingRival(sample, 0, numberOf("fr"), group)).toBe(true);
    expect(hasTellingRival(sample, 7, numberOf("fr"), group)).toBe(false);
    expect(hasTellingRival(sample, 7, numberOf("de"), group)).toBe(true);
  });

  test("has a rival that is more than eight levels ahead", () => {
    const group = latin();
    const sample = mixed();
    const evidence = createEvidence();
    const { tags } = loadModel();
    for (let window = 0; window < WINDOWS; window++) {
      scoreTelling(evidence, sample.rows, window === 0 ? 0 : sample.rowEnds[window - 1]!, sample.rowEnds[window]!, 1);
      const scores = tags.map((_, language) => evidence.scores[language]!).slice(group.firstLanguage, group.endLanguage);
      const most = Math.max(...scores);
      for (const [index, score] of scores.entries())
        expect(hasTellingRival(sample, window, group.firstLanguage + index, group)).toBe(most > score + 8);
    }
  });

  test.each([
    [6, 4, true],
    [59, 41, false],
    [0, 0, true],
    [10, 0, true],
  ])("with %i letters of a script and %i others is of the script: %s", (own, others, expected) => {
    const letters = new Float64Array(39);
    letters[SCRIPT.LATIN] = own;
    letters[SCRIPT.GREEK] = others;
    const sample = { ...mixed(), windowLetters: [letters] };
    expect(isMainScript(sample, 0, latin())).toBe(expected);
  });
});
