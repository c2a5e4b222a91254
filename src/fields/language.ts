import { francAll } from "franc";
import { parseLanguageLabel } from "./language-label.ts";

/** A language a text might be in. */
export interface LanguageAlternative {
  /** BCP 47 tag. */
  language: string;
  /** 0…1. */
  confidence: number;
}

/** What {@link detectLanguage} gives back. */
export interface LanguageGuess {
  /** BCP 47 tag, `und` when there is no evidence. */
  language: string;
  /** 0…1. */
  confidence: number;
  /** Other candidates, best first. */
  alternatives: LanguageAlternative[];
}

const UNDETERMINED: LanguageGuess = { language: "und", confidence: 0, alternatives: [] };
/** Fewer letters are no evidence. */
const FEWEST_LETTERS = 10;
/** Accuracy is flat above this, the cost is not. */
const SAMPLE_LENGTH = 2000;
const LETTER = /\p{L}/gu;
/** A lead of this share over the second candidate is as sure as it gets. */
const FULL_LEAD = 0.1;
const MOST_ALTERNATIVES = 3;

/**
 * The language of a text, by its trigrams ([franc](https://github.com/wooorm/franc)).
 *
 * @param text - running text; of long ones only the first 2,000 characters are read
 *
 * @example
 * ```ts
 * import { detectLanguage } from "newsdump";
 *
 * detectLanguage("Переговоры приостановлены, новый раунд не запланирован.").language; // "ru"
 * detectLanguage("12:30").language; // "und"
 * ```
 */
export function detectLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if ((sample.match(LETTER)?.length ?? 0) < FEWEST_LETTERS) return UNDETERMINED;
  const candidates = francAll(sample, { minLength: FEWEST_LETTERS });
  const [best, second] = candidates;
  if (best === undefined || best[0] === "und") return UNDETERMINED;
  const lead = second === undefined ? 1 : (best[1] - second[1]) / FULL_LEAD;
  const confidence = Math.min(1, 0.3 + 0.7 * lead);
  const alternatives = candidates
    .slice(1, 1 + MOST_ALTERNATIVES)
    .map(([code, score]) => ({ language: tagOf(code), confidence: Math.min(confidence, score) / 2 }));
  return { language: tagOf(best[0]), confidence, alternatives };
}

function tagOf(code: string): string {
  return parseLanguageLabel(code) ?? code;
}
