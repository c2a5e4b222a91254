import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../src/fields/language/detect.ts";
import { ARTICLE_ONE } from "./declaration.ts";

const languageOf = (text: string): string => detectLanguage(text).language;
const entries = Object.entries(ARTICLE_ONE);
const withAccents = entries.filter(([, text]) => /[\u00c0-\u024f]/u.test(text));

describe("forms of the same text", () => {
  test.each(entries)("%s in capitals", (language, text) => {
    expect(languageOf(text.toUpperCase())).toBe(language);
  });

  test.each(withAccents)("%s without diacritics", (language, text) => {
    const plain = text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/gu, "")
      .replace(/đ/gu, "d")
      .replace(/ł/gu, "l")
      .replace(/ı/gu, "i")
      .replace(/ø/gu, "o");
    const guess = detectLanguage(plain);
    expect([guess.language, ...guess.alternatives.map((alternative) => alternative.language)]).toContain(language);
  });

  test.each(entries)("%s decomposed", (language, text) => {
    expect(detectLanguage(text.normalize("NFD"))).toEqual(detectLanguage(text.normalize("NFKC")));
    expect(languageOf(text.normalize("NFD"))).toBe(language);
  });

  test("full-width letters", () => {
    const wide = ARTICLE_ONE["en"]!.replace(/[a-z]/giu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    expect(languageOf(wide)).toBe("en");
  });
});

describe("markup and furniture", () => {
  test.each(["ru", "fr", "de"])("%s in HTML", (language) => {
    const html = `<article class="story story--wide"><p style="margin:0 auto">${ARTICLE_ONE[language]!}</p><br/><a href="https://www.news.example/english/words/in/the/path">…</a></article>`;
    expect(languageOf(html)).toBe(language);
  });

  test("named entities", () => {
    expect(languageOf("Les d&eacute;put&eacute;s fran&ccedil;ais ont vot&eacute; le budget de l&rsquo;ann&eacute;e")).toBe("fr");
  });

  test("numeric entities", () => {
    const entities = [...ARTICLE_ONE["ru"]!].map((sign) => `&#${sign.codePointAt(0)!};`).join("");
    expect(languageOf(entities)).toBe("ru");
    expect(languageOf("&#1114112;&#x110000;&#0;")).toBe("und");
  });

  test("byline and address before the text", () => {
    expect(languageOf(`By John Smith, Reuters https://www.news.example/2024/02/24/story\n${ARTICLE_ONE["uk"]!}`)).toBe("uk");
    expect(languageOf(`By John Smith, Reuters https://www.news.example/2024/02/24/story\n${ARTICLE_ONE["it"]!}`)).toBe("it");
  });

  test("English header over Russian body", () => {
    const guess = detectLanguage(`EN Breaking news today, published by the news desk\n${ARTICLE_ONE["ru"]!}`);
    expect(guess.language).toBe("ru");
    expect(guess.share).toBeGreaterThan(0.7);
    expect(guess.share).toBeLessThan(0.9);
  });

  test("Latin look-alikes inside Cyrillic words", () => {
    const latin: Record<string, string> = { а: "a", е: "e", о: "o", р: "p", с: "c", у: "y", х: "x" };
    const mixed = ARTICLE_ONE["ru"]!.replace(/[аеорсух]/gu, (sign) => latin[sign]!);
    expect(mixed).not.toBe(ARTICLE_ONE["ru"]);
    expect(languageOf(mixed)).toBe("ru");
  });
});

describe("size and damage", () => {
  const FIVE_MEGABYTES = 5 * 1024 * 1024;

  test("one word of 5 MB is read in no time", () => {
    const word = "ж".repeat(FIVE_MEGABYTES);
    detectLanguage("");
    const started = performance.now();
    detectLanguage(word);
    detectLanguage("a".repeat(FIVE_MEGABYTES));
    expect(performance.now() - started).toBeLessThan(200);
  });

  test.each(["<", "&", "@", "a@", "&#", "<a ", "https://", "\u0301"])("a long run of %j is read in no time", (sign) => {
    const started = performance.now();
    detectLanguage(sign.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(200);
  });

  test("lone surrogates change nothing", () => {
    const text = ARTICLE_ONE["pl"]!;
    expect(languageOf(`\udc00${text.split(" ").join(" \ud83d ")}\ud800`)).toBe("pl");
  });

  test("every length of every text gives an answer", () => {
    for (const text of Object.values(ARTICLE_ONE)) {
      for (let length = 0; length <= text.length; length += 7) {
        const guess = detectLanguage(text.slice(0, length));
        expect(guess.confidence).toBeGreaterThanOrEqual(0);
        expect(guess.share).toBeLessThanOrEqual(1);
      }
    }
  });
});
