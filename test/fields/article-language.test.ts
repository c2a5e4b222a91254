import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { type ArticleLanguage, readLanguage } from "../../src/fields/article-language.ts";
import { detectArticleLanguage, type LanguageOptions } from "../../src/fields/language/index.ts";

const GERMAN = "Der Fluss ist nach drei Tagen Regen um einen halben Meter gestiegen, und die Stadt hat zwei Brücken gesperrt.";
const FRENCH = "Après trois jours de pluie, la rivière est montée d'un demi-mètre, et la ville a fermé deux de ses ponts.";
/** Rather Norwegian than Danish. */
const NORDIC = "Elven steg etter regn i natten.";
/** Names, which are written so in several languages. */
const NAMES = "Beograd Zagreb Sarajevo Podgorica Ljubljana Skopje Split";

interface Input {
  readonly texts?: readonly string[];
  readonly title?: string;
  readonly label?: string;
  readonly options?: LanguageOptions | null;
}

/** What is found, and what is reported with its message. */
function read({ texts = [], title, label, options = {} }: Input): ArticleLanguage & { readonly reported: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const paragraphs = texts.map((text, index) => ({ text, span: { byteStart: 0, byteEnd: 0, lineStart: index + 1, lineEnd: index + 1 } }));
  const found = readLanguage(paragraphs, title ?? null, label ?? null, options, diagnostics);
  return { ...found, reported: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

describe("the language is told", () => {
  test.each<[string, Input, string]>([
    ["from the paragraphs", { texts: [GERMAN] }, "de"],
    ["from the paragraphs, whatever the title says", { texts: [GERMAN], title: FRENCH }, "de"],
    ["from the title where there are no paragraphs", { title: GERMAN }, "de"],
    ["among those that are asked for", { texts: [GERMAN], options: { languages: ["de", "fr"] } }, "de"],
    ["from nothing else", { label: "de" }, "und"],
    ["not when nobody asks", { texts: [GERMAN], options: null }, "und"],
  ])("%s", (_name, input, language) => {
    expect(read(input).language).toBe(language);
  });

  test("and it is reported when it is not", () => {
    expect(read({}).reported).toEqual(["language-undetermined: the text gives no evidence of its language"]);
    expect(read({ texts: [GERMAN], options: null }).reported).toEqual([]);
  });
});

describe("the declared language", () => {
  test.each<[string, Input, string | null, readonly string[]]>([
    ["agrees", { texts: [GERMAN], label: "DE" }, "de", []],
    ["agrees with a country", { texts: [GERMAN], label: "de_AT" }, "de-AT", []],
    ["is another", { texts: [GERMAN], label: "fr" }, "fr", ["language-mismatch: declared fr, but the text is de"]],
    ["is none", { texts: [GERMAN], label: "Video" }, "Video", ['unknown-language-label: "Video" is no language label']],
    ["is not there", { texts: [GERMAN] }, null, []],
    ["is all there is", { texts: [GERMAN], label: "fr", options: null }, "fr", []],
  ])("%s", (_name, input, declared, reported) => {
    const found = read(input);
    expect(found.declared).toBe(declared);
    expect(found.reported).toEqual(reported);
  });

  test("is contradicted by a sure guess, and by another when it is not even an alternative", () => {
    const mismatches = (text: string, label: string): number => read({ texts: [text], label }).reported.length;
    for (const [text, isSure] of [
      [NORDIC, true],
      [NAMES, false],
    ] as const) {
      const { language, confidence, alternatives } = detectArticleLanguage([text]);
      expect(confidence >= 0.8).toBe(isSure);
      const other = alternatives.find((alternative) => alternative.language !== language)!;
      expect(mismatches(text, other.language)).toBe(isSure ? 1 : 0);
      expect(mismatches(text, "ja")).toBe(1);
    }
  });
});

test("a second language is reported with its share and its paragraphs", () => {
  const { reported } = read({ texts: [GERMAN, GERMAN, FRENCH, GERMAN, FRENCH] });
  expect(reported).toEqual([expect.stringMatching(/^second-language: \d\d % of the letters are fr: paragraphs 3, 5$/)]);
});
