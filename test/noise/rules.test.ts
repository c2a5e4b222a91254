import { describe, expect, test } from "vitest";
import { defineNoiseRule, noiseRules, parseDump, stripNoise } from "../../src/index.ts";
import { createNoiseLine } from "../../src/noise/rule.ts";

describe.each(noiseRules)("$name", (rule) => {
  test.each(rule.takes)("takes %j", (line) => {
    expect(rule.matches(createNoiseLine(line))).toBe(true);
  });

  test.each(rule.leaves)("leaves %j", (line) => {
    expect(rule.matches(createNoiseLine(line))).toBe(false);
    // What one rule must leave, no other may take.
    expect(stripNoise([line], { noise: "light" }).removed).toEqual([]);
  });

  test("has examples of both and a description", () => {
    expect(rule.takes.length).toBeGreaterThan(0);
    expect(rule.leaves.length).toBeGreaterThan(0);
    expect(rule.description).toMatch(/\.$/);
    expect(defineNoiseRule(rule)).toBe(rule);
  });
});

test("rule names are unique", () => {
  expect(new Set(noiseRules.map((rule) => rule.name)).size).toBe(noiseRules.length);
});

const dump = " date 2025-11-11 EN\n\nRain fell on the city all Tuesday, and the river rose by half a metre.\n\nShare\n\n\u00A0\n\n* * *\n";

test("rules can be switched off one by one, all at once, and on again", () => {
  const rules = (options: Parameters<typeof parseDump>[1]): string[] =>
    parseDump(dump, options).articles[0]!.removed.map((removal) => removal.rule);
  expect(rules({})).toEqual(["share-line", "invisible-line", "separator-line"]);
  expect(rules({ noiseRules: { "share-line": false } })).toEqual(["invisible-line", "separator-line"]);
  expect(rules({ noise: "off" })).toEqual(["invisible-line"]);
  expect(rules({ noise: "off", noiseRules: { "share-line": true } })).toEqual(["share-line", "invisible-line"]);
});

test("what is not taken is a paragraph", () => {
  expect(parseDump(dump, { noise: "off" }).articles[0]!.paragraphs.slice(1)).toEqual(["Share", "* * *"]);
});

test("a rule that breaks its own examples is not accepted", () => {
  const rule = { name: "every-line", description: "Every line.", takes: ["a"], leaves: ["b"], matches: () => true };
  expect(() => defineNoiseRule(rule)).toThrow(
    expect.objectContaining({ code: "invalid-option", message: expect.stringContaining('must leave "b"') }),
  );
  expect(() => defineNoiseRule({ ...rule, name: "Every Line" })).toThrow(expect.objectContaining({ code: "invalid-option" }));
});
