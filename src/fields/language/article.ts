import { type LanguageGuess, type LanguageOptions, toGuess } from "./detect.ts";
import { rankParagraphs } from "./paragraphs.ts";
import { findSecondLanguage, hasStranger, type SecondLanguage } from "./second-language.ts";
import { createTagFilter } from "./tag-filter.ts";
import { checkTexts } from "../../stage-input.ts";
import { checkObject } from "../../invalid-option.ts";

/** What {@link detectArticleLanguage} gives back. */
export interface ArticleLanguageGuess extends LanguageGuess {
  /** Another language with a fifth of the letters or more, or `null`. */
  secondLanguage: SecondLanguage | null;
}

/**
 * The language of an article, read from about 600 letters spread over its paragraphs, and a second language
 * where one has a fifth of the letters. The paragraphs are read one by one only when the sample shows two.
 *
 * @param paragraphs - the body, without what is not the article
 * @throws {@link NewsdumpError} with code `invalid-option` when `languages` names one that is not known
 *
 * @example
 * ```ts
 * import { detectArticleLanguage } from "newsdump";
 *
 * const guess = detectArticleLanguage([
 *   "Правительство утвердило бюджет на три года, сообщает министерство финансов.",
 *   "Депутаты рассмотрят документ в первом чтении уже на следующей неделе.",
 * ]);
 * guess.language; // "ru"
 * guess.secondLanguage; // null
 * ```
 */
export function detectArticleLanguage(paragraphs: readonly string[], options: LanguageOptions = {}): ArticleLanguageGuess {
  checkTexts(paragraphs, "paragraphs must be a list of strings");
  const allowed = createTagFilter(checkObject("options", options).languages);
  const { ranking, sample } = rankParagraphs(paragraphs, allowed);
  const guess = toGuess(ranking);
  if (guess.language === "und" || !hasStranger(sample, guess, allowed)) return { ...guess, secondLanguage: null };
  const { secondLanguage, share } = findSecondLanguage(paragraphs, guess, allowed);
  if (secondLanguage === null) return { ...guess, secondLanguage, share };
  // How sure the first language is, its own paragraphs say; over all of them the second one speaks against it.
  const others = new Set(secondLanguage.paragraphs);
  const own = toGuess(
    rankParagraphs(
      paragraphs.filter((_, index) => !others.has(index)),
      allowed,
    ).ranking,
  );
  const first = own.language === guess.language ? own : guess;
  return { ...first, secondLanguage, share };
}
