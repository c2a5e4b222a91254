import { describe, expect, test } from "vitest";
import { CONTEXT_FEATURES, REACH } from "../../src/noise/model/context-features.ts";
import { LINE, type ModelLine } from "../../src/noise/model/line-features.ts";
import { createNoiseModel, LINES_AT_ONCE, probabilityOf } from "../../src/noise/model/noise-model.ts";
import { type Forest, packForest } from "../../src/noise/model/trees.ts";
import { linesOf } from "./feature-records.ts";

/** As many trees that say the same of every line. */
const constant = (value: number, trees = 1): Forest =>
  packForest(
    Array.from({ length: trees }, () => 0),
    [{ feature: -1, border: 0, link: value }],
  );
/** A tree that says one thing of a feature up to a border, and another above it. */
const stump = (feature: number, border: number, low: number, high: number): Forest =>
  packForest(
    [0],
    [
      { feature, border, link: 1 },
      { feature: -1, border: 0, link: low },
      { feature: -1, border: 0, link: high },
    ],
  );
const rate = (first: Forest, second: Forest, lines: readonly ModelLine[]): number[] => [
  ...createNoiseModel({ first, second }).rate(lines).subarray(0, lines.length),
];
const ownMargin = CONTEXT_FEATURES + REACH;

describe("a rating", () => {
  test("is what the second pass says, which sees what the first said", () => {
    const first = stump(LINE.width, 50, 300, -300);
    const page = linesOf(`Home\n${"a".repeat(60)}\n${"b".repeat(50)}\nNews`);
    expect(rate(first, stump(ownMargin, 0, -100, 100), page)).toEqual([100, -100, 100, 100]);
    expect(rate(first, stump(ownMargin + 1, 0, -100, 100), page)).toEqual([-100, 100, 100, 100]); // no line is furniture
  });

  test("is of every line of a long record, and of a short one behind it", () => {
    // No two short lines stand side by side, which would be a list.
    const lines = (count: number): ModelLine[] =>
      linesOf(Array.from({ length: count }, (_, index) => "a".repeat(40 + 40 * (index % 3))).join("\n"));
    const passes = { first: constant(10), second: stump(LINE.width, 40, 7, -7) };
    const used = createNoiseModel(passes);
    for (const count of [64, 65, 200, 3, LINES_AT_ONCE, LINES_AT_ONCE + 1, 2 * LINES_AT_ONCE + 2, 0]) {
      const page = lines(count);
      expect([...used.rate(page).subarray(0, page.length)]).toEqual(page.map(({ text }) => (text.length > 40 ? -7 : 7)));
    }
  });

  test("is brought nearer to that of the other items of a list", () => {
    const page = linesOf("Home\nNews\nWeather");
    expect(rate(constant(0), stump(LINE.width, 6, 0, 300), page)).toEqual([50, 50, 200]);
  });

  test("of a sure line is not exact, but of one that recurs it is when it is article", () => {
    const [line] = linesOf("Home");
    const recurring = { ...line!, repeats: 1 };
    expect(rate(constant(0), constant(-600, 8), [line!])).toEqual([-2400]);
    expect(rate(constant(0), constant(-600, 8), [recurring])).toEqual([-4800]);
    expect(rate(constant(0), constant(600, 8), [line!])).toEqual([2400]);
    expect(rate(constant(0), constant(600, 8), [recurring])).toEqual([2400]);
    expect(rate(constant(0), constant(-200, 8), [line!])).toEqual([-1600]);
  });

  test("the first pass stops there, too", () => {
    const page = linesOf("Home");
    expect(rate(constant(-600, 8), stump(ownMargin, -3000, 1, 2), page)).toEqual([2]);
    expect(rate(constant(600, 8), stump(ownMargin, 3000, 1, 2), page)).toEqual([1]);
  });
});

describe("caution", () => {
  const SENTENCE = `${"a".repeat(99)}.`;
  const model = createNoiseModel({ first: constant(0), second: constant(0) });
  /** Caution about a record's first line. */
  const cautionOf = (page: string): number => {
    model.rate(linesOf(page));
    return model.cautionOf(0);
  };

  test("is for a line that reads like a sentence", () => {
    expect(cautionOf("It rained in Norvale.")).toBe(2);
    expect(cautionOf("Did it rain in Norvale?")).toBe(2);
    expect(cautionOf("今天下雨了，河水上涨。")).toBe(2);
    expect(cautionOf("It rained in Norvale")).toBe(0);
    expect(cautionOf("It rained in Norvale…")).toBe(0);
    expect(cautionOf("2 inches fell in Norvale.")).toBe(0);
    expect(cautionOf("it rained in Norvale.")).toBe(0);
    expect(cautionOf("It rained in Norvale.\thint 1")).toBe(0);
  });

  test("is for a line from 20 wide on", () => {
    expect(cautionOf(`A${"a".repeat(18)}.`)).toBe(2);
    expect(cautionOf(`A${"a".repeat(17)}.`)).toBe(0);
  });

  test("is for records of fewer than six sentences, whatever record came before", () => {
    const page = (sentences: number): string => ["It rained in Norvale.", ...Array.from({ length: sentences }, () => SENTENCE)].join("\n");
    expect(cautionOf(page(6))).toBe(0);
    expect(cautionOf(page(20))).toBe(0);
    expect(cautionOf(page(5))).toBe(2);
  });
});

test("a margin is a probability of three digits", () => {
  expect([-5000, -512, 0, 512, 5000].map(probabilityOf)).toEqual([0, 0.269, 0.5, 0.731, 1]);
});
