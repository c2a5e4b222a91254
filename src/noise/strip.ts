import { checkObject } from "../invalid-option.ts";
import { checkTexts } from "../stage-input.ts";
import { createNoiseModel, probabilityOf, type NoiseModel } from "./model/noise-model.ts";
import type { ModelLine } from "./model/line-features.ts";
import { MARGIN_UNITS } from "./model/trees.ts";
import { checkNoise, MODEL_RULE, REPEATED_RULE, type NoiseLevel, type NoiseOptions } from "./noise-options.ts";
import { createNoiseLine, type NoiseLine, type NoiseRule } from "./rule.ts";
import { noiseRules } from "./rules/index.ts";

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
  /** Name of the rule that took it, or `model`. */
  rule: string;
  /** How sure it is noise, 0…1, where the model took it; `null` for rules, which see no more or less. */
  score: number | null;
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

/** Why the context of a line makes it noise. */
export interface Verdict {
  /** `model` or `repeated-line`. */
  readonly rule: string;
  /** How sure it is noise, 0…1. */
  readonly score: number;
}

/** Tells the noise of one dump; has buffers of its own. */
export interface NoiseFilter {
  readonly findRule: NoiseTest;
  /** Whether there is anything to judge. */
  readonly hasVerdicts: boolean;
  /**
   * Verdicts on lines by what stands around them and how often they recur, one a line, `null` for those that stay;
   * `null` as a whole when there is nothing to judge.
   */
  judge(lines: readonly ModelLine[]): (Verdict | null)[] | null;
}

/** Lines that show nothing never become text, whatever is switched off. */
const ALWAYS_ON = "invisible-line";
const BLANK_LINE = /^[ \t]*$/;

/** Log odds from which a line is noise. */
const THRESHOLDS: Readonly<Record<NoiseLevel, number>> = { off: Infinity, light: Infinity, balanced: -0.3, strict: -1.3 };
/** So few lines, and so few more, are little to learn from: what the model says of them must be surer. */
const FEW_LINES = 6;
const FEW_LINES_EXTRA = 5;
const SOME_LINES = 14;
const SOME_LINES_EXTRA = 3.5;
/** Records beside its own that a line recurs in before that alone counts. */
const FEWEST_REPEATS = 4;
/** Log odds that as many repeats add, and that each doubling adds. */
const REPEAT_BONUS = 2;
const DOUBLING_BONUS = 0.5;
const MOST_BONUS = 5;

/**
 * Sorts lines into article text and noise.
 *
 * @param lines - decoded lines of one record, without their ends
 *
 * @example
 * ```ts
 * import { stripNoise } from "newsdump";
 *
 * const { kept, removed } = stripNoise(["Rain fell on Tuesday.", "", "Share", "It stopped at noon."]);
 * kept.map((line) => line.text); // ["Rain fell on Tuesday.", "It stopped at noon."]
 * removed; // [{ index: 2, text: "Share", rule: "share-line", score: null }]
 * ```
 */
export function stripNoise(lines: readonly string[], options: NoiseOptions = {}): StrippedLines {
  checkTexts(lines, "lines must be a list of strings");
  const filter = createNoiseFilter(checkNoise(checkObject("options", options)));
  const visible: (ModelLine & KeptLine & { rule: string | null })[] = [];
  const removed: RemovedLine[] = [];
  let last = -1;
  for (const [index, raw] of lines.entries()) {
    if (BLANK_LINE.test(raw)) continue;
    const line = createNoiseLine(raw);
    const rule = filter.findRule(line)?.name ?? null;
    if (rule !== null) removed.push({ index, text: raw, rule, score: null });
    if (line.text === "") continue;
    const blankBefore = last < 0 ? 0 : index - last - 1;
    visible.push({ index, text: line.text, blankBefore, hint: rule === null ? 0 : 1, repeats: 0, rule });
    last = index;
  }
  const verdicts = filter.judge(visible);
  const stays = visible.map(({ rule }, at) => rule === null && !verdicts?.[at]);
  const isAllGone = !stays.includes(true);
  const kept: KeptLine[] = [];
  for (const [at, { index, text, rule }] of visible.entries()) {
    if (rule !== null) continue;
    const verdict = isAllGone ? null : verdicts?.[at];
    if (verdict) removed.push({ index, text: lines[index]!, ...verdict });
    else kept.push({ index, text });
  }
  return { kept, removed: removed.sort((a, b) => a.index - b.index) };
}

/** Selects the rules once for many lines. */
export function createNoiseTest(options: NoiseOptions): NoiseTest {
  const switches = new Map(Object.entries(options.noiseRules ?? {}));
  const isOn = (rule: NoiseRule): boolean => rule.name === ALWAYS_ON || (switches.get(rule.name) ?? options.noise !== "off");
  const active = [...noiseRules, ...(options.extraNoiseRules ?? [])].filter(isOn);
  const longest = active.reduce((length, { maxLength = 0 }) => Math.max(length, maxLength), 0);
  const forLong = active.filter(({ maxLength }) => maxLength === undefined); // most lines are long, and most rules are not for them
  return (line) => {
    const { length } = line.text;
    for (const rule of length > longest ? forLong : active) if (length <= (rule.maxLength ?? length) && rule.matches(line)) return rule;
    return null;
  };
}

/** Creates the filter of one dump; `createModel` is for models under test. */
export function createNoiseFilter(options: NoiseOptions, createModel: () => NoiseModel = createNoiseModel): NoiseFilter {
  const level = options.noise ?? "balanced";
  const isJudged = level === "balanced" || level === "strict";
  const hasModel = options.noiseRules?.[MODEL_RULE] ?? isJudged;
  const hasRepeats = options.noiseRules?.[REPEATED_RULE] ?? isJudged;
  const threshold = THRESHOLDS[isJudged ? level : "balanced"] * MARGIN_UNITS;
  let model: NoiseModel | null = null; // made when the first record has come

  function verdictOf({ repeats }: ModelLine, margin: number, needed: number, fewExtra: number): Verdict | null {
    if (hasModel && margin >= needed + fewExtra) return { rule: MODEL_RULE, score: probabilityOf(margin) };
    if (!hasRepeats || repeats < FEWEST_REPEATS) return null;
    const surer = margin + repeatBonus(repeats) * MARGIN_UNITS;
    return surer >= needed ? { rule: REPEATED_RULE, score: probabilityOf(surer) } : null;
  }

  return {
    findRule: createNoiseTest(options),
    hasVerdicts: hasModel || hasRepeats,
    judge(lines) {
      if ((!hasModel && !hasRepeats) || lines.length === 0) return null;
      model ??= createModel();
      const { rate, cautionOf } = model;
      const margins = rate(lines);
      const fewExtra = extraOf(lines.length) * MARGIN_UNITS;
      return lines.map((line, index) => verdictOf(line, margins[index]!, threshold + cautionOf(index) * MARGIN_UNITS, fewExtra));
    },
  };
}

function extraOf(lineCount: number): number {
  if (lineCount < FEW_LINES) return FEW_LINES_EXTRA;
  return lineCount < SOME_LINES ? SOME_LINES_EXTRA : 0;
}

/** Log odds that repetition adds: a line of many records is furniture in any language. */
function repeatBonus(repeats: number): number {
  let bonus = REPEAT_BONUS;
  for (let count = repeats; count >= 2 * FEWEST_REPEATS && bonus < MOST_BONUS; count /= 2) bonus += DOUBLING_BONUS;
  return bonus;
}
