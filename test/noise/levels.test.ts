import { describe, expect, test } from "vitest";
import { parseDump, stripNoise, type NoiseLevel } from "../../src/index.ts";
import { createNoiseModel } from "../../src/noise/model/noise-model.ts";
import { BODY, MENU } from "./page.ts";

const TEASERS = ["Ferry to run late", "Ten tips for the garden", "Match of the week", "All videos", "Most popular", "Imprint", "Privacy"];
const page = [...MENU, "", ...BODY.flatMap((line) => [line, ""]), ...TEASERS].join("\n");
const dump = ` date 2025-11-11 EN\n${page}\n`;

describe("levels", () => {
  const parse = (noise: NoiseLevel, noiseRules: Record<string, boolean> = {}) => parseDump(dump, { noise, noiseRules }).articles[0]!;

  test("the text stays and the furniture around it goes, with a score and a span", () => {
    const { paragraphs, removed } = parse("balanced");
    expect(paragraphs).toEqual(BODY);
    expect(removed.map(({ text }) => text)).toEqual([...MENU, ...TEASERS]);
    for (const { rule, score, span } of removed.filter((removal) => removal.rule === "model")) {
      expect(rule).toBe("model");
      expect(score).toBeGreaterThan(0.5);
      expect(score).toBeLessThanOrEqual(1);
      expect(span.lineStart).toBe(span.lineEnd);
    }
    expect(removed.some(({ rule }) => rule === "model")).toBe(true);
  });

  test("light asks the rules alone, and rules give no score", () => {
    const { removed } = parse("light");
    expect(removed.filter(({ rule }) => rule === "model")).toEqual([]);
    for (const { score } of removed) expect(score).toBeNull();
  });

  test("each level takes what the one before it takes", () => {
    const taken = (["off", "light", "balanced", "strict"] as const).map((level) => parse(level).removed.map(({ text }) => text));
    expect(taken[1]).toEqual(expect.arrayContaining(taken[0]!));
    expect(taken[2]).toEqual(expect.arrayContaining(taken[1]!));
    expect(taken[3]).toEqual(expect.arrayContaining(taken[2]!));
  });

  test("the model is switched off and on by its name", () => {
    expect(parse("balanced", { model: false }).removed.filter(({ rule }) => rule === "model")).toEqual([]);
    expect(parse("light", { model: true }).paragraphs).toEqual(BODY);
  });
});

describe("what must stay", () => {
  const paragraphsOf = (lines: readonly string[]): string[] =>
    parseDump(` date 2025-11-11 EN\n${lines.join("\n\n")}\n`).articles[0]!.paragraphs;

  test("an interview's short turns", () => {
    const lines1 = [
      BODY[0]!,
      "– Are you content?",
      "– Yes.",
      "– And the others?",
      "– No. But we work.",
      "– When will it open?",
      "– In March.",
      BODY[1]!,
    ];
    expect(paragraphsOf(lines1)).toEqual(lines1);
  });

  test("results, a heading and a short quote inside a text", () => {
    const before = [...BODY, ...BODY.map((line) => `Later, ${line}`)];
    const after = BODY.map((line) => `${line} So it was.`);
    const lines2 = [...before, "What comes next", ...after];
    expect(paragraphsOf(lines2)).toEqual(lines2);
    const lines3 = [...before, '"Never."', ...after];
    expect(paragraphsOf(lines3)).toEqual(lines3);
    const lines4 = [...before, "North Town 2-1 South Town", "East Harbour 0-0 West Bay", "Old Mill 3-2 New Mill", ...after];
    expect(paragraphsOf(lines4)).toEqual(lines4);
  });

  test("short items", () => {
    const lines5 = ["Rain fell.", "It stopped at noon."];
    expect(paragraphsOf(lines5)).toEqual(lines5);
  });
});

test("a record of nothing but furniture keeps what no rule takes, and says that it is no article", () => {
  const [article] = parseDump(` date 2025-11-11 EN\n${[...MENU, ...TEASERS].join("\n")}\n`).articles;
  expect(article!.paragraphs.length).toBeGreaterThan(0);
  expect(article!.diagnostics.map(({ code }) => code)).toContain("not-an-article");
});

test("a rating is the same with fresh buffers and with used ones, after longer and shorter records", () => {
  const lines = page.split("\n").flatMap((text) => (text === "" ? [] : [{ text, blankBefore: 1, hint: 0, repeats: 0 }]));
  const fresh = [...createNoiseModel().rate(lines).subarray(0, lines.length)];
  const used = createNoiseModel();
  used.rate(Array.from({ length: 40 }, () => lines).flat());
  used.rate(lines.slice(0, 2));
  expect([...used.rate(lines).subarray(0, lines.length)]).toEqual(fresh);
});

test("stripNoise gives the model's score and keeps the order", () => {
  const { kept, removed } = stripNoise(page.split("\n"));
  expect(kept.map(({ text }) => text)).toEqual(BODY);
  expect(removed.map(({ index }) => index)).toEqual(removed.map(({ index }) => index).toSorted((a, b) => a - b));
  expect(removed.some(({ rule, score }) => rule === "model" && score !== null && score > 0.5)).toBe(true);
});
