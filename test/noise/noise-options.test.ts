import { describe, expect, test } from "vitest";
import { stripNoise } from "../../src/index.ts";
import { checkNoise, type NoiseOptions } from "../../src/noise/noise-options.ts";

const rule = { name: "own-line", description: "", takes: [], leaves: [], matches: () => false };

test("what is left out has its default", () => {
  expect(checkNoise({})).toEqual({ noise: "balanced", noiseRules: {}, extraNoiseRules: [] });
});

test("what is right stays as it is", () => {
  const all = { noise: "strict", noiseRules: { model: false, "repeated-line": true, "own-line": false }, extraNoiseRules: [rule] } as const;
  expect(checkNoise(all)).toEqual(all);
  for (const noise of ["off", "light", "balanced", "strict"] as const) expect(checkNoise({ noise }).noise).toBe(noise);
  expect(checkNoise({ extraNoiseRules: [{ ...rule, maxLength: 0 }] }).extraNoiseRules).toHaveLength(1);
});

describe("refuses", () => {
  test.each<[string, unknown, string]>([
    ["another level", { noise: "loud" }, "noise must be one of off, light, balanced, strict, not loud"],
    ["no level", { noise: null }, "noise must be one of off, light, balanced, strict, not null"],
    ["switches that are a list", { noiseRules: [true] }, "noiseRules must be an object, not true"],
    ["switches that are none", { noiseRules: null }, "noiseRules must be an object, not null"],
    ["a switch that is neither on nor off", { noiseRules: { model: 1 } }, "noiseRules.model must be true or false, not 1"],
    ["rules that are no list", { extraNoiseRules: {} }, "extraNoiseRules must be a list, not [object Object]"],
    ["a rule that is none", { extraNoiseRules: [null] }, "extraNoiseRules must have a name and matches, not null"],
    [
      "a rule without a name",
      { extraNoiseRules: [{ ...rule, name: "" }] },
      "extraNoiseRules must have a name and matches, not [object Object]",
    ],
    [
      "a rule that matches nothing",
      { extraNoiseRules: [{ name: "own-line" }] },
      "extraNoiseRules must have a name and matches, not [object Object]",
    ],
    [
      "a length below 0",
      { extraNoiseRules: [{ ...rule, maxLength: -1 }] },
      "maxLength of the noise rule own-line must be a number of at least 0, not -1",
    ],
    [
      "a length that is none",
      { extraNoiseRules: [{ ...rule, maxLength: "3" }] },
      "maxLength of the noise rule own-line must be a number of at least 0, not 3",
    ],
  ])("%s", (_, options, message) => {
    for (const call of [() => checkNoise(options as NoiseOptions), () => stripNoise(["text"], options as NoiseOptions)])
      expect(call).toThrow(expect.objectContaining({ name: "NewsdumpError", code: "invalid-option", message }));
  });

  test("a rule that is not there, and says which are", () => {
    const message = /^noiseRules\.own-line is no rule; there are invisible-line, .*, byline-line, model, repeated-line$/;
    expect(() => checkNoise({ noiseRules: { "own-line": true } })).toThrow(message);
  });

  test("lines that are no strings", () => {
    for (const lines of [undefined, null, "text", [5], ["text", null]] as unknown[] as never[])
      expect(() => stripNoise(lines)).toThrow(expect.objectContaining({ name: "NewsdumpError", code: "invalid-input" }));
  });
});
