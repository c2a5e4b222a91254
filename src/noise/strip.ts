import { createNoiseLine, type NoiseLine, type NoiseRule } from "./rule.ts";
import { noiseRules } from "./rules/index.ts";

/** Which rules run. */
export interface NoiseOptions {
  /** `light`: the rules; `off`: only lines that show nothing are taken. Default `light`. */
  noise?: "off" | "light";
  /** Switches single rules by name, over what `noise` says. */
  noiseRules?: Readonly<Record<string, boolean>>;
  /** Rules of the caller's own, asked after the built-in ones. */
  extraNoiseRules?: readonly NoiseRule[];
}

/** A line that stays. */
export interface KeptLine {
  /** 0-based place in the lines given. */
  index: number;
  /** Cleaned text. */
  text: string;
}

/** A line that was taken out. */
export interface RemovedLine {
  /** 0-based place in the lines given. */
  index: number;
  /** The line as it was given. */
  text: string;
  /** Name of the rule that took it. */
  rule: string;
}

/** What {@link stripNoise} gives back; blank lines are in neither list. */
export interface StrippedLines {
  /** Lines that stay, in their order. */
  kept: KeptLine[];
  /** Lines that were taken out, in their order. */
  removed: RemovedLine[];
}

/** The rule that takes a line, or `null`. */
export type NoiseTest = (line: NoiseLine) => NoiseRule | null;

/** Lines that show nothing never become text, whatever is switched off. */
const ALWAYS_ON = "invisible-line";
const BLANK_LINE = /^[ \t]*$/;

/**
 * Sorts lines into article text and noise, by the rules alone.
 *
 * @param lines - decoded lines without their ends
 *
 * @example
 * ```ts
 * import { stripNoise } from "newsdump";
 *
 * const { kept, removed } = stripNoise(["Rain fell on Tuesday.", "", "Share", "It stopped at noon."]);
 * kept.map((line) => line.text); // ["Rain fell on Tuesday.", "It stopped at noon."]
 * removed; // [{ index: 2, text: "Share", rule: "share-line" }]
 * ```
 */
export function stripNoise(lines: readonly string[], options: NoiseOptions = {}): StrippedLines {
  const findRule = createNoiseTest(options);
  const kept: KeptLine[] = [];
  const removed: RemovedLine[] = [];
  for (const [index, raw] of lines.entries()) {
    if (BLANK_LINE.test(raw)) continue;
    const line = createNoiseLine(raw);
    const rule = findRule(line);
    if (rule === null) kept.push({ index, text: line.text });
    else removed.push({ index, text: raw, rule: rule.name });
  }
  return { kept, removed };
}

/** Selects the rules once for many lines. */
export function createNoiseTest(options: NoiseOptions): NoiseTest {
  const switches = new Map(Object.entries(options.noiseRules ?? {}));
  const isOn = (rule: NoiseRule): boolean => rule.name === ALWAYS_ON || (switches.get(rule.name) ?? options.noise !== "off");
  const active = [...noiseRules, ...(options.extraNoiseRules ?? [])].filter(isOn);
  return (line) => {
    for (const rule of active) if (rule.matches(line)) return rule;
    return null;
  };
}
