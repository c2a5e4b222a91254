import { describe, expect, test } from "vitest";
import { detectArticleLanguage } from "../../../src/fields/language/article.ts";
import { ARTICLE_ONE } from "./declaration.ts";

const of = (language: string): string => ARTICLE_ONE[language]!;
const times = (language: string, count: number): string[] => Array.from({ length: count }, () => of(language));

describe("one language", () => {
  test.each(Object.keys(ARTICLE_ONE))("%s, long and short", (language) => {
    for (const paragraphs of [times(language, 1), times(language, 12)]) {
      const guess = detectArticleLanguage(paragraphs);
      expect(guess.language).toBe(language);
      expect(guess.secondLanguage).toBeNull();
    }
  });

  test("no paragraphs, or empty ones", () => {
    for (const paragraphs of [[], [""], ["", " ", "2024"]]) {
      expect(detectArticleLanguage(paragraphs)).toEqual({
        language: "und",
        confidence: 0,
        alternatives: [],
        share: 0,
        secondLanguage: null,
      });
    }
  });
});

describe("two languages", () => {
  test.each([
    ["ru", "en"],
    ["de", "fr"],
    ["en", "es"],
    ["zh-Hans", "en"],
    ["uk", "ru"],
    ["ko", "ru"],
  ])("%s with a third in %s", (first, second) => {
    const guess = detectArticleLanguage([...times(first, 4), ...times(second, 2), ...times(first, 2)]);
    expect(guess.language).toBe(first);
    expect(guess.secondLanguage).toMatchObject({ language: second, paragraphs: [4, 5] });
    expect(guess.secondLanguage!.share).toBeGreaterThan(0.15);
    expect(guess.share).toBeLessThan(0.9);
  });

  test("less than a fifth is not told", () => {
    expect(detectArticleLanguage([...times("ru", 12), of("en")]).secondLanguage).toBeNull();
  });

  test("names and quotations are no second language", () => {
    const guess = detectArticleLanguage([...times("ru", 3), "Microsoft Windows Server, Google Chrome", of("ru")]);
    expect(guess.secondLanguage).toBeNull();
  });
});

describe("cost", () => {
  test("does not grow with the length of the article", () => {
    const long = Array.from({ length: 200 }, () => of("de").repeat(200));
    detectArticleLanguage(times("de", 12));
    const started = performance.now();
    expect(detectArticleLanguage(long).language).toBe("de");
    expect(performance.now() - started).toBeLessThan(100);
  });
});
