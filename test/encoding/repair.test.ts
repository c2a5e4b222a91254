import { expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { repairLostEscapes } from "../../src/encoding/lost-escapes.ts";
import { repairMojibake } from "../../src/encoding/mojibake.ts";
import { TEXTS } from "./texts.ts";

const misread = (text: string, encoding: string): string => decode(new TextEncoder().encode(text), encoding).text;

test.each(["windows-1252", "windows-1251", "koi8-r", "ibm866"])("UTF-8 read as %s is undone, once and twice", (encoding) => {
  for (const { language, sentences } of TEXTS) {
    // Letters of one Latin sentence may be too few to prove an exotic reading.
    if (["fr", "de", "tr"].includes(language) && encoding !== "windows-1252") continue;
    for (const sentence of sentences) {
      const once = misread(sentence, encoding);
      const twice = misread(once, encoding);
      // A cell that the encoding lacks is lost for good, and there is no way back.
      if (!once.includes("\uFFFD")) {
        expect(repairMojibake(once)).toMatchObject({ text: sentence, repaired: true });
      }
      if (!twice.includes("\uFFFD")) {
        expect(repairMojibake(twice)?.text).toBe(sentence);
      }
    }
  }
});

test("where two wrong readings fit, nothing is guessed", () => {
  for (const { sentences } of TEXTS) {
    for (const sentence of sentences) {
      for (const encoding of ["ibm850", "ibm437"])
        expect([sentence, undefined]).toContain(repairMojibake(misread(sentence, encoding))?.text);
    }
  }
});

test("the chain names the wrong readings, the last one first", () => {
  expect(repairMojibake(misread(misread("Сегодня", "windows-1251"), "windows-1252"))?.chain).toEqual(["windows-1252", "windows-1251"]);
});

test("single characters and typographic marks", () => {
  expect(repairMojibake("La cafÃ© du coin")?.text).toBe("La café du coin");
  expect(repairMojibake("donâ€™t â€œworryâ€\u009d")?.text).toBe("don’t “worry”");
  expect(repairMojibake("donâ€™t “worry”")?.text).toBe("don’t “worry”");
});

test("clean text stays as it is", () => {
  const clean = [
    "Plain ASCII.",
    "“AMANHÃ” é um jornal",
    "“AMANHÃ”",
    "MANHÃ – NOITE",
    "Â",
    "СССР – Россия",
    "Р„",
    "Das Maß ist voll – über 30 °C",
    "10 £ ou 12 €",
    "┌──┐ box ├──┤",
    ...TEXTS.flatMap(({ sentences }) => sentences),
  ];
  for (const text of clean) expect([text, repairMojibake(text)]).toEqual([text, null]);
});

test("a text that cannot be put back whole is left alone", () => {
  expect(repairMojibake("cafÃ© et café")).toBeNull();
  expect(repairMojibake("Ð\uFFFDÐ¾Ð²")).toBeNull();
});

test("lost and left-over escapes become line ends and tabs", () => {
  expect(repairLostEscapes("Все новости.nВосемнадцать человек")?.text).toBe("Все новости.\nВосемнадцать человек");
  expect(repairLostEscapes("Сказал он».nnСуд решил")?.text).toBe("Сказал он».\n\nСуд решил");
  expect(repairLostEscapes("He said.nThe court ruled.nThen it rose.")?.text).toBe("He said.\nThe court ruled.\nThen it rose.");
  expect(repairLostEscapes("Первая строка.\\nВторая")?.text).toBe("Первая строка.\nВторая");
  expect(repairLostEscapes("发布会。n记者提问")?.text).toBe("发布会。\n记者提问");
});

test("text with an n of its own stays as it is", () => {
  for (const text of [
    "Сайт news.ru сообщил",
    "C:\\news\\Новости",
    "see example.nThe",
    "Версия 2.nova",
    "iPhone и Samsung",
    "Т.nнет",
    ...TEXTS.flatMap(({ sentences }) => sentences),
  ]) {
    expect([text, repairLostEscapes(text)]).toEqual([text, null]);
  }
});
