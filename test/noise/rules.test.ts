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

describe("lines at the edge of a rule", () => {
  const takerOf = (line: string): string | undefined => stripNoise([line], { noise: "light" }).removed[0]?.rule;

  test("a drawn rule is of any of its characters, three or more", () => {
    for (const character of "-=_*~#+.·•–—―|/\\<>^…◆■□●○★☆※═─━▬▪♦") {
      expect(takerOf(character.repeat(3)), character).toBe("separator-line");
      expect(takerOf(`${character} ${character} ${character}`), character).toBe("separator-line");
      expect(takerOf(character.repeat(2)), character).not.toBe("separator-line");
    }
    for (const text of ["---a", "a---", "111", "åäö", "雨雨雨", "!!!"]) expect(takerOf(text), text).toBeUndefined();
  });

  test("an address may stand in brackets, and in capitals", () => {
    for (const text of [
      "(https://norvale.example/a)",
      "[www.norvale.example]",
      "<https://norvale.example>",
      "HTTPS://NORVALE.EXAMPLE",
      "WWW.norvale.example",
    ])
      expect(takerOf(text), text).toBe("url-line");
    for (const text of ["{https://norvale.example}", "xhttps://norvale.example", "www.a b.example", "https://"])
      expect(takerOf(text), text).toBeUndefined();
  });

  test("a time may begin with any digit", () => {
    for (const text of ["00:30", "09:05", "9:05"]) expect(takerOf(text), text).toBe("time-line");
    expect(takerOf("/9:05")).toBeUndefined();
  });

  test("a copyright notice may begin with a small letter", () => {
    expect(takerOf("copyright 2024 Norvale Post")).toBe("copyright-line");
    expect(takerOf("(C) 2024 Norvale Post")).toBe("copyright-line");
  });

  test("times and days are taken where the article has one already", () => {
    const [time, date] = ["time-line", "date-line"].map((name) => noiseRules.find((rule) => rule.name === name)!);
    const line = { text: "", raw: "", hasDate: false, hasTime: false };
    expect(time!.matches({ ...line, text: "15:00", hasDate: true })).toBe(false);
    expect(time!.matches({ ...line, text: "15:00", hasTime: true })).toBe(true);
    expect(date!.matches({ ...line, text: "2025-11-11", hasTime: true })).toBe(false);
    expect(date!.matches({ ...line, text: "2025-11-11", hasDate: true })).toBe(true);
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
  expect(() => defineNoiseRule({ ...rule, matches: () => false })).toThrow(
    expect.objectContaining({ code: "invalid-option", message: expect.stringContaining('must take "a"') }),
  );
});

test.each(["Every Line", "every_line", "-line", "line-", "a--b", "1-line", ""])("a rule must not be called %j", (name) => {
  const rule = { name, description: "The letter a.", takes: ["a"], leaves: ["b"], matches: ({ text }: { text: string }) => text === "a" };
  expect(() => defineNoiseRule(rule)).toThrow(
    expect.objectContaining({ code: "invalid-option", message: expect.stringContaining(`kebab-case, not "${name}"`) }),
  );
  expect(defineNoiseRule({ ...rule, name: "a-line2" }).name).toBe("a-line2");
});
