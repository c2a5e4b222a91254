import type { TrainedLanguage } from "./languages.ts";
import { serbianToLatin, uzbekToCyrillic } from "./transliterate.ts";

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŋ: "n",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ƴ: "y",
  ɛ: "e",
  ɔ: "o",
  ə: "e",
  ß: "ss",
  æ: "ae",
  þ: "th",
};
const LATIN_ONLY = /^[^\u0370-\u1dff\u1f00-\u1fff\u2c00-\u{10ffff}]*$/u;
/** Languages whose Arabic letters are often typed on an Arabic keyboard. */
const ARABIC_KEYBOARD: ReadonlySet<string> = new Set(["fa", "ckb", "ur", "sd", "ug", "azb", "ps"]);

/** The sentence in the script its language is trained in. */
export function inTrainedScript(language: TrainedLanguage, sentence: string): string {
  if (language.transliterate === "serbian-latin") return serbianToLatin(sentence);
  if (language.transliterate === "uzbek-cyrillic") return uzbekToCyrillic(sentence);
  return sentence.normalize("NFC");
}

/** A Latin sentence without diacritics and special letters, or `null` where it has none. */
export function withoutDiacritics(sentence: string): string | null {
  const lower = sentence.toLowerCase().normalize("NFC");
  if (!LATIN_ONLY.test(lower)) return null;
  const plain = lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(/[đðøłıħŋɓɗƙƴɛɔəßæþ]/gu, (sign) => PLAIN_LETTERS[sign]!);
  return plain === lower ? null : plain;
}

/** The sentence after a round through capitals, which drops dots and accents in some languages, or `null`. */
export function throughCapitals(sentence: string): string | null {
  const lower = sentence.toLowerCase();
  const back = sentence.toUpperCase().toLowerCase();
  return back === lower ? null : back;
}

/** The sentence with the letters of an Arabic keyboard in place of those of its language, or `null`. */
export function onArabicKeyboard(tag: string, sentence: string): string | null {
  if (!ARABIC_KEYBOARD.has(tag)) return null;
  return sentence.replace(/[یې]/gu, "ي").replace(/ک/gu, "ك").replace(/[ہە]/gu, "ه");
}
