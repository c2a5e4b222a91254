/**
 * The language of a text, with nothing else of the library around it.
 *
 * @module newsdump/language
 */
export { detectArticleLanguage, type ArticleLanguageGuess } from "./article.ts";
export { detectLanguage, type LanguageAlternative, type LanguageGuess, type LanguageOptions } from "./detect.ts";
export type { SecondLanguage } from "./second-language.ts";
export { LANGUAGES } from "./tag-filter.ts";
