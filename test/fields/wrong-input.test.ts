import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/fields/date.ts";
import { parseLanguageLabel } from "../../src/fields/language-label.ts";
import { detectArticleLanguage, detectLanguage } from "../../src/fields/language/index.ts";

const refusal = (code: string, message: string | RegExp): unknown =>
  expect.objectContaining({ name: "NewsdumpError", code, message: expect.stringMatching(message) as string });

const bare: unknown = Object.create(null); // has no text

describe("what is no text is refused", () => {
  const wrong = [undefined, null, 5, 10n, true, {}, bare, Symbol("text"), () => {}] as unknown[] as never[];

  test.each<[string, (value: never) => unknown, string]>([
    ["parseDate", (value) => parseDate(value), "a date is read from a string"],
    ["parseLanguageLabel", (value) => parseLanguageLabel(value), "the label of a language must be a string"],
    ["detectLanguage", (value) => detectLanguage(value), "a language is told from a string"],
    ["detectArticleLanguage", (value) => detectArticleLanguage(value), "paragraphs must be a list of strings"],
    ["detectArticleLanguage, in its list", (value) => detectArticleLanguage([value]), "paragraphs must be a list of strings"],
  ])("by %s", (_name, call, rule) => {
    for (const value of wrong) expect(() => call(value)).toThrow(refusal("invalid-input", `^${rule}, not `));
  });

  test("and no list of one, either", () => {
    expect(() => detectArticleLanguage("text" as never)).toThrow(
      refusal("invalid-input", /^paragraphs must be a list of strings, not string$/),
    );
    expect(() => parseDate(["2025-11-11"] as never)).toThrow(refusal("invalid-input", /^a date is read from a string, not object$/));
  });
});

describe("wrong options are refused by name", () => {
  const calls: readonly [string, (options: never) => unknown][] = [
    ["parseDate", (options) => parseDate("2025-11-11", options)],
    ["detectLanguage", (options) => detectLanguage("text", options)],
    ["detectArticleLanguage", (options) => detectArticleLanguage(["text"], options)],
  ];

  test.each(calls)("options that are none, by %s", (_name, call) => {
    for (const options of [null, 5, "text", []] as unknown[] as never[])
      expect(() => call(options)).toThrow(refusal("invalid-option", /^options must be an object, not /));
  });

  test.each(calls)("languages that are no list of tags, by %s", (_name, call) => {
    for (const languages of ["en", 5, {}, [5], [null], ["en", bare]])
      expect(() => call({ languages } as never)).toThrow(refusal("invalid-option", /^languages must (?:be a list|name languages)/));
  });

  test("a list with what is no tag, by parseDate", () => {
    expect(() => parseDate("2025-11-11", { languages: ["en", 5 as never] })).toThrow(
      refusal("invalid-option", /^languages must be a list of language tags, not en,5$/),
    );
  });

  test.each([
    ["a number", 5],
    ["nothing", null],
    ["an object", {}],
    ["a word", "yesterday"],
    ["an empty text", ""],
    ["a year", "2025"],
    ["a day and more", "2025-11-11 and later"],
    ["a day that is not in the calendar", "2025-02-29"],
    ["a day before 1800", "1799-12-31"],
    ["a date that is none", new Date(Number.NaN)],
  ])("a reference that is %s, by parseDate", (_name, reference) => {
    expect(() => parseDate("2025-11-11", { reference: reference as never })).toThrow(
      refusal("invalid-option", /^reference must be a date like 2025-11-11, not/),
    );
  });
});
