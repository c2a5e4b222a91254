import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { cleanAlone, createLineCleaner } from "../../src/fields/line-cleaner.ts";
import type { Line } from "../../src/lines/line.ts";
import { findTraits } from "../../src/text/traits.ts";

const lineOf = (text: string): Line => ({ number: 3, byteStart: 10, byteEnd: 10 + text.length, text, traits: findTraits(text) });

/** What becomes of a line, and what is noted. */
function cleaned(text: string, repairs = true) {
  const diagnostics: Diagnostic[] = [];
  const cleaner = createLineCleaner(
    repairs,
    (line, from, to) => ({ ...line, text: line.text.slice(from, to), byteStart: line.byteStart + from, byteEnd: line.byteStart + to }),
    diagnostics,
  );
  const line = lineOf(text);
  const parts = cleaner.restoreLines(line);
  const texts = parts === null ? [cleaner.clean(line)] : parts.map((part) => cleaner.clean(part));
  return { parts, texts, notes: diagnostics.map(({ code, message }) => `${code}: ${message}`), originals: cleaner.originals };
}

describe("a line", () => {
  test("is cleaned, and nothing is noted of it", () => {
    expect(cleaned("  The   river\u00a0rose &amp; fell ")).toEqual({
      parts: null,
      texts: ["The river rose & fell"],
      notes: [],
      originals: [],
    });
  });

  test("misread is repaired, and kept as it was", () => {
    expect(cleaned("The CafÃ© by the river")).toEqual({
      parts: null,
      texts: ["The Café by the river"],
      notes: ["mojibake-repaired: line 3 was UTF-8 read as windows-1252"],
      originals: [
        {
          rule: "repaired-text",
          score: null,
          text: "The CafÃ© by the river",
          span: { byteStart: 10, byteEnd: 32, lineStart: 3, lineEnd: 3 },
        },
      ],
    });
    expect(cleaned("The CafÃ© by the river", false).texts).toEqual(["The CafÃ© by the river"]);
    expect(cleaned("The CafÃƒÂ© by the river").notes).toEqual([
      "mojibake-repaired: line 3 was UTF-8 read as windows-1252, then as windows-1252",
    ]);
  });

  test("with Cyrillic or Latin leads of misreadings that are none stays", () => {
    for (const text of ["São Paulo à noite", "Рис и Сыр РФ"]) expect(cleaned(text)).toMatchObject({ texts: [text], notes: [] });
  });

  test("loses control characters, which is told where something is left", () => {
    expect(cleaned("The\u0001 river\u0002").notes).toEqual(["control-characters-removed: 2 removed from line 3"]);
    expect(cleaned("The\u0001 river\u0002").texts).toEqual(["The river"]);
    expect(cleaned("\u0001\u0002")).toMatchObject({ texts: [""], notes: [] });
  });

  test("in which line ends lost their backslash is several", () => {
    const { parts, texts, notes, originals } = cleaned("Все новости.nВосемнадцать человек.tДети");
    expect(texts).toEqual(["Все новости.", "Восемнадцать человек. Дети"]);
    expect(parts!.map(({ text, byteStart, byteEnd }) => [text, byteStart, byteEnd])).toEqual([
      ["Все новости.", 10, 22],
      ["Восемнадцать человек.\tДети", 23, 49],
    ]);
    expect(notes).toEqual(["lost-escapes-restored: 2 put back in line 3"]);
    expect(originals.map(({ text }) => text)).toEqual(["Все новости.nВосемнадцать человек.tДети"]);
    expect(cleaned("Все новости.nВосемнадцать человек", false)).toMatchObject({ parts: null, notes: [] });
  });

  test("of which two ends in a row were lost has no part between them", () => {
    expect(cleaned("Сказал он».nnСуд решил").parts?.map(({ text, byteStart }) => [text, byteStart])).toEqual([
      ["Сказал он».", 10],
      ["Суд решил", 23],
    ]);
  });

  test("whose parts are alike has each in its own place", () => {
    expect(cleaned("Да, да.nДа, да.nДа, да.").parts?.map(({ byteStart, byteEnd }) => [byteStart, byteEnd])).toEqual([
      [10, 17],
      [18, 25],
      [26, 33],
    ]);
  });
});

describe("the bytes of a field read back", () => {
  test.each<[string, boolean, string]>([
    ["The  river rose", true, "The river rose"],
    ["The river\nrose", true, "The river rose"],
    ["The river\r\nrose\rand fell", true, "The river rose and fell"],
    ["The ri\u00ad\nver rose", true, "The river rose"],
    ["CafÃ©\nby the river", true, "Café by the river"],
    ["CafÃ©\nby the river", false, "CafÃ© by the river"],
    ["CafÃ©", true, "Café"],
    ["CafÃ©", false, "CafÃ©"],
    ["Все новости.nВосемнадцать", false, "Все новости.nВосемнадцать"],
    ["Все новости.tВосемнадцать", true, "Все новости. Восемнадцать"],
    ["", true, ""],
  ])("%j", (raw, repairs, text) => {
    expect(cleanAlone(raw, repairs)).toBe(text);
  });
});
