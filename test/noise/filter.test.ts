import { describe, expect, test, vi } from "vitest";
import { createNoiseLine, type NoiseRule } from "../../src/noise/rule.ts";
import { createNoiseModel, type NoiseModel, probabilityOf } from "../../src/noise/model/noise-model.ts";
import type { NoiseOptions } from "../../src/noise/noise-options.ts";
import { createNoiseFilter, createNoiseTest, stripNoise, type Verdict } from "../../src/noise/strip.ts";
import { BODY, MENU } from "./page.ts";

/** Log odds in the units of margins, to the nearest one on the side of noise. */
const units = (odds: number): number => Math.ceil(odds * 512);

describe("how sure the model must be", () => {
  interface Rated {
    readonly margin: number;
    readonly repeats?: number;
    readonly caution?: number;
  }

  /** The verdict on a line of a record of so many lines. */
  function judge(options: NoiseOptions, { margin, repeats = 0, caution = 0 }: Rated, lineCount = 14): Verdict | null {
    const model: NoiseModel = { rate: () => Int32Array.from({ length: lineCount }, () => margin), cautionOf: () => caution };
    const lines = Array.from({ length: lineCount }, () => ({ text: "Home", blankBefore: 0, hint: 0, repeats }));
    const verdicts = createNoiseFilter(options, () => model).judge(lines);
    expect(verdicts).toHaveLength(lineCount);
    return verdicts![0]!;
  }

  /** The smallest margin that makes noise. */
  function needed(options: NoiseOptions, rated: Omit<Rated, "margin"> = {}, lineCount?: number): number {
    let [low, high] = [-8192, 8192];
    while (high - low > 1) {
      const margin = (low + high) / 2;
      if (judge(options, { ...rated, margin }, lineCount) === null) low = margin;
      else high = margin;
    }
    return high;
  }

  test("depends on the level", () => {
    expect(needed({})).toBe(units(-0.3));
    expect(needed({ noise: "balanced" })).toBe(units(-0.3));
    expect(needed({ noise: "strict" })).toBe(units(-1.3));
    expect(needed({ noise: "light", noiseRules: { model: true } })).toBe(units(-0.3));
  });

  test("is more where there are few lines", () => {
    const of = (lineCount: number): number => needed({}, {}, lineCount);
    expect([1, 5].map(of)).toEqual([units(4.7), units(4.7)]);
    expect([6, 13].map(of)).toEqual([units(3.2), units(3.2)]);
    expect([14, 500].map(of)).toEqual([units(-0.3), units(-0.3)]);
  });

  test("is more for a line that asks for caution", () => {
    expect(needed({}, { caution: 2 })).toBe(units(1.7));
    expect(needed({}, { caution: 2, repeats: 4 })).toBe(units(-0.3));
  });

  test("is less where the line recurs in four other records or more, and less again with each doubling", () => {
    const of = (repeats: number): number => needed({}, { repeats });
    expect([0, 1, 3].map(of)).toEqual([-0.3, -0.3, -0.3].map(units));
    expect([4, 7, 8, 15, 16, 32].map(of)).toEqual([-2.3, -2.3, -2.8, -2.8, -3.3, -3.8].map(units));
    expect([256, 512, 100_000].map(of)).toEqual([-5.3, -5.3, -5.3].map(units));
    expect(needed({}, { repeats: 4 }, 1)).toBe(units(-2.3)); // however few lines there are
  });

  test("is said with the verdict, by the name of what was asked", () => {
    const score = probabilityOf;
    expect(judge({}, { margin: 100 })).toEqual({ rule: "model", score: score(100) });
    expect(judge({}, { margin: 100, repeats: 9 })).toEqual({ rule: "model", score: score(100) });
    expect(judge({}, { margin: -500, repeats: 4 })).toEqual({ rule: "repeated-line", score: score(-500 + 1024) });
    expect(judge({}, { margin: -500, repeats: 8 })).toEqual({ rule: "repeated-line", score: score(-500 + 1280) });
    expect(judge({}, { margin: -500 })).toBeNull();
  });

  test("each of both is switched off by its name", () => {
    expect(judge({ noiseRules: { model: false } }, { margin: 100 })).toBeNull();
    expect(judge({ noiseRules: { model: false } }, { margin: 100, repeats: 4 })?.rule).toBe("repeated-line");
    expect(judge({ noiseRules: { "repeated-line": false } }, { margin: 100, repeats: 4 })?.rule).toBe("model");
    expect(judge({ noiseRules: { "repeated-line": false } }, { margin: -500, repeats: 4 })).toBeNull();
  });

  test("no model is made where there is nothing to judge", () => {
    const createModel = vi.fn<() => NoiseModel>(createNoiseModel);
    const line = { text: "Home", blankBefore: 0, hint: 0, repeats: 0 };
    const of = (options: NoiseOptions) => createNoiseFilter(options, createModel);
    const both = { model: false, "repeated-line": false };
    for (const options of [{ noise: "off" }, { noise: "light" }, { noiseRules: both }] as const) {
      expect(of(options).hasVerdicts).toBe(false);
      expect(of(options).judge([line])).toBeNull();
    }
    for (const one of ["model", "repeated-line"]) expect(of({ noise: "light", noiseRules: { [one]: true } }).hasVerdicts).toBe(true);
    expect(of({}).judge([])).toBeNull();
    expect(createModel).not.toHaveBeenCalled();
    const filter = of({});
    for (const lines of [[line], [line, line]]) expect(filter.judge(lines)).toHaveLength(lines.length);
    expect(createModel).toHaveBeenCalledTimes(1);
  });
});

describe("rules", () => {
  const rule = (name: string, maxLength?: number): NoiseRule & { matches: ReturnType<typeof vi.fn> } => ({
    name,
    description: "Every line.",
    takes: [],
    leaves: [],
    ...(maxLength === undefined ? {} : { maxLength }),
    matches: vi.fn<NoiseRule["matches"]>(() => true),
  });
  const find = (text: string, ...extraNoiseRules: readonly NoiseRule[]): string | undefined =>
    createNoiseTest({ extraNoiseRules })(createNoiseLine(text))?.name;

  test("are asked about lines up to their longest", () => {
    const short = rule("short", 5);
    expect(find("Hello", short)).toBe("short");
    expect(find("Hello!", short)).toBeUndefined();
    expect(find("Hello ".repeat(500), short)).toBeUndefined();
    expect(short.matches).toHaveBeenCalledTimes(1);
  });

  test("of no longest line are asked about any", () => {
    for (const text of ["Hello", "Hello ".repeat(10), "Hello ".repeat(500)])
      expect(find(text, rule("short", 5), rule("any"))).toMatch(/short|any/);
    expect(find("Hello ".repeat(500), rule("short", 5), rule("any"))).toBe("any");
    expect(find(`https://norvale.example/${"a".repeat(800)}`)).toBe("url-line");
    expect(find("-".repeat(800))).toBe("separator-line");
  });

  test("of the longest lines are asked about those, too", () => {
    expect(find("Hello ".repeat(50).trim(), rule("long", 299))).toBe("long");
    expect(find("Hello ".repeat(50).trim(), rule("long", 298))).toBeUndefined();
  });

  test("of the caller's come after the built-in ones, in their order", () => {
    expect(find("Share", rule("mine"))).toBe("share-line");
    expect(find("Hello", rule("mine"), rule("other"))).toBe("mine");
  });
});

describe("stripNoise", () => {
  const page = [
    ...MENU,
    "",
    "Share",
    "\u00A0",
    ...BODY.flatMap((line) => [line, "", " \t"]),
    "Share",
    "All videos",
    "Read more",
    "Most popular",
    "",
    "Imprint",
  ];

  test("asks the model about each line as it stands: the blank lines before it, and whether a rule takes it", () => {
    const { rate } = createNoiseModel();
    const line = (text: string, blankBefore = 0, hint = 0) => ({ text, blankBefore, hint, repeats: 0 });
    const [first, ...body] = BODY;
    const lines = [
      ...MENU.map((text) => line(text)),
      line("Share", 1, 1),
      line(first!, 1), // the line that shows nothing counts as blank
      ...body.map((text) => line(text, 2)),
      line("Share", 2, 1),
      line("All videos"),
      line("Read more", 0, 1),
      line("Most popular"),
      line("Imprint", 1),
    ];
    const margins = rate(lines);
    const scores = lines.flatMap(({ text, hint }, index) => (hint === 0 && !BODY.includes(text) ? [probabilityOf(margins[index]!)] : []));
    const { removed } = stripNoise(page);
    expect(removed.filter(({ rule }) => rule === "model").map(({ score }) => score)).toEqual(scores);
  });

  test("gives every line that shows something, in its order", () => {
    const { kept, removed } = stripNoise(page);
    expect(kept).toEqual(BODY.map((text) => ({ index: page.indexOf(text), text })));
    expect(removed.map(({ index }) => index)).toEqual(
      [...page.keys()].filter((index) => (page[index]!.trim() !== "" && !BODY.includes(page[index]!)) || page[index] === "\u00A0"),
    );
    expect(removed.filter(({ rule }) => rule !== "model")).toEqual([
      { index: 8, text: "Share", rule: "share-line", score: null },
      { index: 9, text: "\u00A0", rule: "invisible-line", score: null },
      { index: 22, text: "Share", rule: "share-line", score: null },
      { index: 24, text: "Read more", rule: "read-also-line", score: null },
    ]);
  });

  test("blank lines are in neither list", () => {
    expect(stripNoise(["", "  ", "It rained.", " \t "])).toEqual({ kept: [{ index: 2, text: "It rained." }], removed: [] });
    expect(stripNoise([])).toEqual({ kept: [], removed: [] });
  });

  test("where the model would leave nothing, what no rule takes stays", () => {
    const menu = [...MENU, "Share", ...MENU, "Share", ...MENU];
    const { kept, removed } = stripNoise(menu, { noise: "strict" });
    expect(removed.map(({ text }) => text)).toEqual(["Share", "Share"]);
    expect(kept.length).toBe(3 * MENU.length);
  });
});
