import { expect, test } from "vitest";
import { parseLanguageLabel } from "../../src/fields/language-label.ts";

test.each([
  ["EN", "en"],
  ["eng", "en"],
  ["ENG", "en"],
  ["ger", "de"],
  ["Russian", "ru"],
  ["русский", "ru"],
  ["РУССКИЙ", "ru"],
  ["UA", "uk"],
  ["UK", "uk"],
  ["zh_TW", "zh-TW"],
  ["ZH-hant", "zh-Hant"],
  ["sr-latn-rs", "sr-Latn-RS"],
  ["pt-br", "pt-BR"],
  ["es-419", "es-419"],
  ["Deutsch", "de"],
  ["中文", "zh"],
  ["日本語", "ja"],
  ["العربية", "ar"],
  [" français ", "fr"],
  ["in", "id"],
  ["iw", "he"],
  ["de-latn", "de-Latn"],
  ["DE_AT", "de-AT"],
  ["de-latn-at", "de-Latn-AT"],
  ["franc\u0327ais", "fr"],
])("%j is %s", (label, tag) => {
  expect(parseLanguageLabel(label)).toBe(tag);
});

test.each([
  "",
  "x",
  "Video",
  "Klingonese-x",
  "(AA)",
  "english news today from here",
  "zz",
  "en US",
  "sr-xxxx",
  "sr-xxxx-rs",
  "de-xx",
  "de-latn-xx",
  "zh-tw-at",
  "de-",
  "12",
  "__proto__",
  "constructor",
  "a".repeat(1000),
])("%j is no label", (label) => {
  expect(parseLanguageLabel(label)).toBeNull();
});
