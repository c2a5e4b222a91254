import { NewsdumpError } from "../errors.ts";
import { checkKebabName } from "../invalid-option.ts";
import { cleanText } from "../text/clean.ts";

/** A line as a noise rule sees it. */
export interface NoiseLine {
  /** Cleaned text; empty when the line shows nothing. */
  readonly text: string;
  /** The line as decoded, never blank. */
  readonly raw: string;
  /** Whether the article has a date already. */
  readonly hasDate: boolean;
  /** Whether the article has a time already. */
  readonly hasTime: boolean;
}

/** Takes lines that are not the article. */
export interface NoiseRule {
  /** Kebab-case; stands in the ledger beside every line the rule took. */
  readonly name: string;
  /** What it takes, in one sentence. */
  readonly description: string;
  /** Lines it must take. */
  readonly takes: readonly string[];
  /** Lines it must leave, the closest ones there are. */
  readonly leaves: readonly string[];
  /** Longest line that the rule can take, in UTF-16 units: about longer ones it is not asked. Default: any. */
  readonly maxLength?: number;
  /** Whether the rule takes the line; asked about every line that is not blank, nor longer than `maxLength`. */
  matches(line: NoiseLine): boolean;
}

/**
 * Declares a noise rule and holds it to its own examples: it must take every line of `takes` and none of
 * `leaves`.
 *
 * @throws {@link NewsdumpError} with code `invalid-option` when the name is not kebab-case or an example fails
 *
 * @example
 * ```ts
 * import { defineNoiseRule, parseDump } from "newsdump";
 *
 * const ticker = defineNoiseRule({
 *   name: "ticker-line",
 *   description: "Stock tickers alone on a line.",
 *   takes: ["NYSE: ABC"],
 *   leaves: ["Shares on the NYSE: ABC rose."],
 *   matches: (line) => /^(?:NYSE|NASDAQ): [A-Z]{1,5}$/.test(line.text),
 * });
 *
 * const dump = " date 2025-11-11 Shares rose on Tuesday.\n\nNYSE: ABC\n";
 * const { articles } = parseDump(dump, { extraNoiseRules: [ticker] });
 * articles[0]?.removed[0]?.rule; // "ticker-line"
 * ```
 */
export function defineNoiseRule<Rule extends NoiseRule>(rule: Rule): Rule {
  checkKebabName("a noise rule", rule);
  for (const [examples, expected] of [
    [rule.takes, true],
    [rule.leaves, false],
  ] as const) {
    for (const example of examples) {
      if (rule.matches(createNoiseLine(example)) === expected) continue;
      throw new NewsdumpError("invalid-option", `noise rule ${rule.name} must ${expected ? "take" : "leave"} ${JSON.stringify(example)}`);
    }
  }
  return rule;
}

export function createNoiseLine(raw: string): NoiseLine {
  return { raw, text: cleanText(raw).text, hasDate: true, hasTime: true };
}
