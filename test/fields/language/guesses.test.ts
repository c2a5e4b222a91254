import { expect, test } from "vitest";
import { detectArticleLanguage } from "../../../src/fields/language/article.ts";
import { detectLanguage, type LanguageGuess } from "../../../src/fields/language/detect.ts";
import { goldenOf } from "../../support/golden.ts";
import { ARTICLE_ONE } from "./declaration.ts";

// Levels and norms were learnt from features and sums as they are; a guess that moves says that one of them has changed.
const GOLDEN = new URL("guesses.json", import.meta.url);

const of = (language: string): string => ARTICLE_ONE[language]!;

/** Texts in one language and another, as articles. */
const ARTICLES: Readonly<Record<string, () => readonly string[]>> = {
  "one paragraph": () => [of("da")],
  "many paragraphs": () => Array.from({ length: 14 }, () => of("nn")),
  "a relative's paragraph": () => [of("da"), of("da"), of("sv"), of("da")],
  "a third in another script": () => [of("ru"), of("ru"), of("ru"), of("en"), of("en")],
  "a third in the same script": () => [of("de"), of("de"), of("fr"), of("de"), of("fr"), of("de")],
  "half and half": () => [of("es"), of("it"), of("es"), of("it"), of("es")],
  "a long second paragraph": () => [of("pl"), of("pl"), of("pl"), of("cs").repeat(3)],
  "a short stranger": () => [of("pt"), of("pt"), "Breaking news today", of("pt")],
  "two strangers": () => [of("hu"), of("hu"), of("hu"), of("fi"), of("fi"), of("et"), of("hu")],
  "a single language script": () => [of("el"), of("el"), of("el"), of("en"), of("en")],
  "Japanese and Chinese": () => [of("ja"), of("ja"), of("ja"), of("zh-Hans"), of("zh-Hans")],
  "Chinese and English": () => [of("zh-Hant").repeat(3), of("en"), of("zh-Hant")],
  "three hundred paragraphs": () => Array.from({ length: 300 }, (_, index) => (index % 3 === 0 ? of("tr") : of("vi"))),
};

const LENGTHS = [14, 40, 90, 1000] as const;

function describeGuess({ language, confidence, alternatives, share }: LanguageGuess): string {
  const all = [{ language, confidence }, ...alternatives].map((one) => `${one.language} ${one.confidence}`);
  return `${all.join(", ")}; ${share}`;
}

/** What is guessed of the start of each text, of it many times over, and among some languages only. */
function guessText(text: string): string[] {
  return [
    ...LENGTHS.map((length) => detectLanguage(text.slice(0, length))),
    detectLanguage(`${text} `.repeat(8)),
    detectLanguage(text.repeat(8), { languages: ["de", "en", "ru", "zh", "ar", "nb", "da", "es"] }),
  ].map(describeGuess);
}

function guessArticle(paragraphs: readonly string[]): unknown {
  const { secondLanguage, ...guess } = detectArticleLanguage(paragraphs);
  return { guess: describeGuess(guess), secondLanguage };
}

test.each(Object.entries(ARTICLE_ONE))("guesses of %s", (language, text) => {
  const guesses = guessText(text);
  expect(guesses).toEqual(goldenOf(GOLDEN, guesses, language));
});

test.each(Object.keys(ARTICLES))("guesses of an article: %s", (name) => {
  const guess = guessArticle(ARTICLES[name]!());
  expect(guess).toEqual(goldenOf(GOLDEN, guess, name));
});
