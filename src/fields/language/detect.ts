import { rankParagraphs } from "./paragraphs.ts";
import type { Ranking } from "./rank.ts";
import { createTagFilter } from "./tag-filter.ts";
import { checkText } from "../../stage-input.ts";
import { checkObject } from "../../invalid-option.ts";

/** What {@link detectLanguage} can be told. */
export interface LanguageOptions {
  /**
   * Answer with these languages only: BCP 47 tags as in {@link LanguageGuess.language}; a tag without a
   * script stands for all its scripts (`sr`, `zh`).
   */
  readonly languages?: readonly string[];
}

/** A language that was not chosen. */
export interface LanguageAlternative {
  /** BCP 47 tag. */
  language: string;
  /** 0…1. */
  confidence: number;
}

/** What {@link detectLanguage} gives back. */
export interface LanguageGuess {
  /** BCP 47 tag, with the script where the language has news in two (`zh-Hans`, `sr-Latn`); `und` without evidence. */
  language: string;
  /** 0…1: how often such an answer is right; 0 for `und`. */
  confidence: number;
  /** Other candidates, best first; close relatives (`hr`, `bs`, `sr-Latn`) stand here when they are as likely. */
  alternatives: LanguageAlternative[];
  /** Share of the letters that were read, 0…1, that the answer speaks for: those in its script. */
  share: number;
}

/**
 * The language of a text, by its script and its letter sequences. Of a long text about 600 letters are read,
 * spread over its length. `und` below about ten letters and for digits, addresses and signs.
 *
 * The first call decodes the model (one to two tenths of a second). Never throws on any text.
 *
 * @param text - plain text; markup and addresses in it are passed over
 * @throws {@link NewsdumpError} with code `invalid-option` when `languages` names one that is not known
 *
 * @example
 * ```ts
 * import { detectLanguage } from "newsdump";
 *
 * detectLanguage("Правительство утвердило бюджет на три года").language; // "ru"
 * detectLanguage("24.02.2024 15:00").language; // "und"
 * ```
 */
export function detectLanguage(text: string, options: LanguageOptions = {}): LanguageGuess {
  checkText(text, "a language is told from a string");
  const paragraphs = [text];
  return toGuess(rankParagraphs(paragraphs, createTagFilter(checkObject("options", options).languages)).ranking);
}

/** The public form of a ranking. */
export function toGuess({ candidates, letters, total: all }: Ranking): LanguageGuess {
  const [best, ...others] = candidates;
  if (best === undefined) return { language: "und", confidence: 0, alternatives: [], share: 0 };
  return {
    language: best.language,
    confidence: best.confidence,
    alternatives: others.map(({ language, confidence }) => ({ language, confidence })),
    share: Math.round((letters / all) * 1000) / 1000,
  };
}
