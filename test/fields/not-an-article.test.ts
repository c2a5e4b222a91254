import { describe, expect, test } from "vitest";
import { findArticleDoubt } from "../../src/fields/not-an-article.ts";
import type { PlacedText } from "../../src/fields/placed.ts";

const SPAN = { byteStart: 0, byteEnd: 1, lineStart: 1, lineEnd: 1 };
const paragraphs = (...texts: readonly string[]): PlacedText[] => texts.map((text) => ({ text, span: SPAN }));
const many = (count: number, text: string): string[] => Array.from({ length: count }, () => text);
const doubt = (texts: readonly string[], taken = 0, isAllNoise = false): string | null =>
  findArticleDoubt(paragraphs(...texts), taken, isAllNoise);

const SENTENCE = `${"The river rose by half a metre. ".repeat(3).slice(0, 79)}.`; // 80 wide
const ITEM = "River rises again";
const NOTHING_READS = "no line reads like the text of an article";

describe("what the noise filter would have left nothing of", () => {
  test("is none where there are six paragraphs", () => {
    expect(doubt(many(6, SENTENCE), 0, true)).toBe(NOTHING_READS);
    expect(doubt(many(5, SENTENCE), 0, true)).toBeNull();
    expect(doubt(many(5, SENTENCE), 100, true)).toBeNull();
  });
});

describe("a few lines left over from a page", () => {
  test.each<[string, readonly string[], number, string | null]>([
    ["six taken of two left", many(2, ITEM), 6, NOTHING_READS],
    ["five taken of one left", many(1, ITEM), 5, null],
    ["eight taken of three left", many(3, ITEM), 8, null],
    ["nine taken of three left", many(3, ITEM), 9, NOTHING_READS],
    ["a sentence among them", [ITEM, SENTENCE], 20, null],
    ["nothing left", [], 6, NOTHING_READS],
  ])("%s", (_name, texts, taken, expected) => {
    expect(doubt(texts, taken)).toBe(expected);
  });

  test.each<[string, boolean]>([
    [SENTENCE, true],
    [SENTENCE.slice(1), false],
    [SENTENCE.slice(0, -1), false],
    [`${SENTENCE.slice(0, -1)}:`, true],
    [`${SENTENCE}”`, true],
    [`${SENTENCE}x”`, false],
    ["雨".repeat(29) + "。", true],
    ["雨".repeat(28) + "。", false],
    ["雨".repeat(40), false],
    [`${"ฝน".repeat(20)}.`, true],
    [`${"дождь ".repeat(6)}.`, false],
  ])("%#: a sentence of a text", (text, isSentence) => {
    expect(doubt([text], 6)).toBe(isSentence ? null : NOTHING_READS);
  });
});

describe("a ticker", () => {
  const ticker = (times: number, others: number, time = "15:04"): string | null =>
    doubt([...many(times, `${time} The river rose.`), ...many(others, SENTENCE)]);

  test("has six paragraphs and three of ten that begin with a time", () => {
    expect(ticker(6, 0)).toBe("a ticker: 6 of 6 paragraphs begin with a time");
    expect(ticker(5, 0)).toBeNull();
    expect(ticker(6, 14)).toBe("a ticker: 6 of 20 paragraphs begin with a time");
    expect(ticker(6, 15)).toBeNull();
  });

  test.each<[string, boolean]>([
    ["9:04", true],
    ["09:04", true],
    ["23:59", true],
    ["24:00", false],
    ["15:60", false],
    ["15h04", true],
    ["15.04", true],
    ["15.04.", false],
    ["15.04,", false],
    ["15.04%", false],
    ["15.045", false],
    ["(15:04)", true],
    ["– 15:04", true],
    ["[[15:04", true],
    ["[[[15:04", false],
    ["A 15:04", false],
    ["z 15:04", false],
    ["Ж 15:04", false],
    ["@15:04", true],
    ["_15:04", true],
    ["«15:04", true],
    ["{15:04", true],
    ["1504", false],
  ])("%s", (time, isTime) => {
    expect(ticker(6, 0, time)).toBe(isTime ? "a ticker: 6 of 6 paragraphs begin with a time" : null);
  });
});

describe("a list", () => {
  const listOf = (sentences: number, items: number): string | null => doubt([...many(sentences, SENTENCE), ...many(items, ITEM)]);
  const told = (sentences: number, count: number): string => `a list: ${sentences} of ${count} paragraphs read like sentences of a text`;

  test("is twelve paragraphs of which fewer than one in ten reads like a sentence", () => {
    expect(listOf(0, 11)).toBeNull();
    expect(listOf(0, 12)).toBe(told(0, 12));
    expect(listOf(3, 37)).toBe(told(3, 40));
    expect(listOf(4, 36)).toBeNull();
    expect(listOf(12, 0)).toBeNull();
  });
});
