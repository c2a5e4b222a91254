import { expect, test } from "vitest";
import { detectLanguage } from "../../src/fields/language/index.ts";
import { likelyLanguages } from "../../src/fields/likely-languages.ts";

const RUSSIAN = "Уровень воды в реке поднялся на полметра после трёх дней дождя, и город закрыл два моста до конца недели.";
const GERMAN = "Der Fluss ist nach drei Tagen Regen um einen halben Meter gestiegen, und die Stadt hat zwei Brücken gesperrt.";
const SHORT = "Der Fluss steigt nach drei Tagen Regen"; // 38 letters

test.each<[string, readonly string[], string | null, readonly string[]]>([
  ["the text's language", [RUSSIAN], null, ["ru"]],
  ["against a declaration", [RUSSIAN], "EN", ["ru"]],
  ["in the words of a declaration that agrees", [GERMAN], "de-AT", ["de-AT"]],
  ["in the words of a declaration with a script", [RUSSIAN], "ru-Cyrl", ["ru-Cyrl"]],
  ["a line of 40 letters", [`${SHORT}en`], null, ["de"]],
  ["a declaration where the lines are too short", [SHORT, SHORT], "fr", ["fr"]],
  ["nothing where the lines are too short", [SHORT, SHORT], null, []],
  ["nothing where there are no lines", [], null, []],
  ["nothing for a label that is none", [], "Video", []],
  ["a declaration where the text shows none", ["1234567890 1234567890 1234567890 1234567890"], "pl", ["pl"]],
])("%s", (_name, lines, label, expected) => {
  expect(likelyLanguages(lines, label, {})).toEqual(expected);
});

test("the declaration alone where languages are not to be detected", () => {
  expect(likelyLanguages([RUSSIAN], "EN", null)).toEqual(["en"]);
  expect(likelyLanguages([RUSSIAN], null, null)).toEqual([]);
});

test("the first lines of a long text are enough, the short ones not counted", () => {
  const german = Array.from({ length: 16 }, () => GERMAN);
  const russian = Array.from({ length: 60 }, () => RUSSIAN);
  expect(likelyLanguages([...german, ...russian], null, {})).toEqual(["de"]);
  expect(likelyLanguages([...russian, ...german], null, {})).toEqual(["ru"]);
  expect(likelyLanguages([...Array.from({ length: 60 }, () => SHORT), RUSSIAN], null, {})).toEqual(["ru"]);
});

test("a guess that is not sure decides nothing", () => {
  const names = "Beograd Zagreb Sarajevo Podgorica Ljubljana Skopje Split";
  expect(detectLanguage(names).confidence).toBeLessThan(0.8);
  expect(likelyLanguages([names], "mk", {})).toEqual(["mk"]);
  expect(likelyLanguages([names], null, {})).toEqual([]);
});
