import { checkList, checkObject, invalidOption, isName } from "../invalid-option.ts";
import type { NoiseRule } from "./rule.ts";
import { noiseRules } from "./rules/index.ts";

/** How much is taken for noise; see {@link NoiseOptions}. */
export type NoiseLevel = "off" | "light" | "balanced" | "strict";

/** Which lines are taken. */
export interface NoiseOptions {
  /**
   * `off`: only lines that show nothing are taken; `light`: those that the rules name; `balanced`: those too that
   * the model or their repetition in the dump shows to be furniture; `strict`: also where that is less sure, at the
   * cost of some text. Default `balanced`.
   */
  noise?: NoiseLevel;
  /** Switches single rules by name, over what `noise` says; `model` and `repeated-line` are names too. */
  noiseRules?: Readonly<Record<string, boolean>>;
  /** Rules of the caller's own, asked after the built-in ones. */
  extraNoiseRules?: readonly NoiseRule[];
}

export const NOISE_LEVELS: readonly NoiseLevel[] = ["off", "light", "balanced", "strict"];
/** Names beside those of the rules. */
export const MODEL_RULE = "model";
export const REPEATED_RULE = "repeated-line";

/**
 * The options with their defaults.
 *
 * @throws {@link NewsdumpError} when one of them is wrong
 */
export function checkNoise({ noise, noiseRules: switches = {}, extraNoiseRules }: NoiseOptions): NoiseOptions {
  if (noise !== undefined && !NOISE_LEVELS.includes(noise))
    throw invalidOption("noise", `must be one of ${NOISE_LEVELS.join(", ")}`, noise);
  const extra = checkList("extraNoiseRules", extraNoiseRules).map(checkRule);
  const names = new Set([...noiseRules, ...extra].map((rule) => rule.name).concat(MODEL_RULE, REPEATED_RULE));
  for (const [name, value] of Object.entries(checkObject("noiseRules", switches))) {
    if (typeof value !== "boolean") throw invalidOption(`noiseRules.${name}`, "must be true or false", value);
    if (!names.has(name)) throw invalidOption(`noiseRules.${name}`, `is no rule; there are ${[...names].join(", ")}`);
  }
  return { noise: noise ?? "balanced", noiseRules: switches, extraNoiseRules: extra };
}

function checkRule(rule: NoiseRule): NoiseRule {
  if (typeof rule?.matches !== "function" || !isName(rule.name))
    throw invalidOption("extraNoiseRules", "must have a name and matches", rule);
  const { maxLength = 0 } = rule;
  if (typeof maxLength === "number" && maxLength >= 0) return rule;
  throw invalidOption(`maxLength of the noise rule ${rule.name}`, "must be a number of at least 0", maxLength);
}
