import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../src/fields/language/detect.ts";
import { LANGUAGES } from "../../../src/fields/language/tag-filter.ts";
import { ARTICLE_ONE } from "./declaration.ts";

const languageOf = (text: string): string => detectLanguage(text).language;

describe("languages", () => {
  test.each(Object.entries(ARTICLE_ONE))("%s is recognised", (language, text) => {
    const guess = detectLanguage(text);
    expect(guess.language).toBe(language);
    expect(guess.confidence).toBeGreaterThan(0.6);
    expect(guess.confidence).toBeLessThanOrEqual(1);
    expect(guess.share).toBe(1);
  });

  test("at least a hundred tags, each canonical", () => {
    expect(LANGUAGES.length).toBeGreaterThan(100);
    expect(Intl.getCanonicalLocales(LANGUAGES as string[])).toEqual(LANGUAGES);
  });

  test.each([
    ["Сва људска бића рађају се слободна и једнака", "sr-Cyrl"],
    ["საქართველოს მთავრობამ ბიუჯეტი დაამტკიცა", "ka"],
    ["ประชาชนทุกคนเกิดมามีอิสระ", "th"],
    ["政府昨日公布了新的预算案", "zh-Hans"],
    ["政府昨日公布了新的預算案", "zh-Hant"],
    ["政府は新しい予算案を発表した", "ja"],
    ["日経平均株価、終値は続伸", "ja"],
  ])("%s is %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe("no evidence", () => {
  test.each([
    "",
    " \n\t",
    "2024-02-24 15:00",
    "https://www.news.example/a/very/long/path.html",
    "😀😀😀 🇪🇺",
    "Reuters",
    "1 234 567,89 €",
    "...",
    "«—»",
    "desk@news.example",
    "\ud800\udc00\ud800",
    "\u0301\u0302\u0303",
  ])("%j is und", (text) => {
    expect(detectLanguage(text)).toEqual({ language: "und", confidence: 0, alternatives: [], share: 0 });
  });

  test("a language that is not known gets no confident answer", () => {
    // Volapük and Esperanto-like nonsense; Tetum; Hawaiian, all but the first from Article 1 of the Declaration.
    const texts = [
      "Bevü pükenäm valik votik tidodavs vemo pedugons fa nols e lekans nulik, kels pedunons bevü pops distik vola at",
      "Hānau kū'oki'a nā kānaka apau loa, a ua kau like ka hanohano a me nā pono kīvila ma luna o kākou pākahi.",
    ];
    for (const text of texts) expect(detectLanguage(text).confidence).toBeLessThan(0.8);
  });
});

describe("close relatives", () => {
  test("are among the alternatives where the text does not tell", () => {
    const guess = detectLanguage("Predsjednik vlade danas je razgovarao s novinarima");
    const all = [guess.language, ...guess.alternatives.map((alternative) => alternative.language)];
    expect(all).toEqual(expect.arrayContaining(["hr", "bs"]));
    expect(guess.confidence).toBeLessThan(0.95);
  });

  test("confidences fall and do not exceed one together", () => {
    for (const text of Object.values(ARTICLE_ONE)) {
      const guess = detectLanguage(text.slice(0, 40));
      const confidences = [guess.confidence, ...guess.alternatives.map((alternative) => alternative.confidence)];
      expect([...confidences].sort((a, b) => b - a)).toEqual(confidences);
      expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThan(1.003);
    }
  });
});

describe("options", () => {
  test("only the languages named are answered", () => {
    expect(detectLanguage(ARTICLE_ONE["nn"]!, { languages: ["nb", "sv"] }).language).toBe("nb");
    expect(detectLanguage(ARTICLE_ONE["sr-Cyrl"]!, { languages: ["sr", "ru"] }).language).toBe("sr-Cyrl");
    expect(detectLanguage(ARTICLE_ONE["en"]!, { languages: ["ru"] }).language).toBe("und");
    expect(detectLanguage(ARTICLE_ONE["en"]!, { languages: [] }).language).toBe("und");
  });

  test("an unknown tag is an error that names it", () => {
    expect(() => detectLanguage("", { languages: ["tlh"] })).toThrowError(/languages.*"tlh"/u);
    expect(() => detectLanguage("", { languages: ["tlh"] })).toThrowError(expect.objectContaining({ code: "invalid-option" }));
  });
});
