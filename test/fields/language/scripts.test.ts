import { describe, expect, test } from "vitest";
import { createEvidence, type Evidence } from "../../../src/fields/language/score.ts";
import { countLetters, findMainScript, isJapanese, rankScripts } from "../../../src/fields/language/script-gate.ts";
import {
  APOSTROPHE,
  createTable,
  FOLD_BITS,
  letterTable,
  SCRIPT,
  scriptOfHighUnit,
  TABLE_END,
} from "../../../src/fields/language/scripts.ts";

const codeOf = (text: string): number => text.charCodeAt(0);

describe("signs below U+3100", () => {
  const read = (text: string): readonly [number, string] => {
    const entry = createTable()[codeOf(text)]!;
    return [entry >>> FOLD_BITS, String.fromCharCode(entry & 0xffff)];
  };

  test.each([
    ["A", SCRIPT.LATIN, "a"],
    ["z", SCRIPT.LATIN, "z"],
    ["Ž", SCRIPT.LATIN, "ž"],
    ["İ", SCRIPT.LATIN, "i"],
    ["ș", SCRIPT.LATIN, "ş"],
    ["Ț", SCRIPT.LATIN, "ţ"],
    ["ß", SCRIPT.LATIN, "ß"],
    ["Ж", SCRIPT.CYRILLIC, "ж"],
    ["Σ", SCRIPT.GREEK, "σ"],
    ["ع", SCRIPT.ARABIC, "ع"],
    ["ं", SCRIPT.DEVANAGARI, "ं"],
    ["か", SCRIPT.KANA, "か"],
    ["々", SCRIPT.HAN, "々"],
    ["×", SCRIPT.NONE, "×"],
    ["5", SCRIPT.NONE, "5"],
    ["٥", SCRIPT.NONE, "٥"],
    [" ", SCRIPT.NONE, " "],
    ["।", SCRIPT.NONE, "।"],
    ["\u00ad", SCRIPT.IGNORED, "\u00ad"],
    ["\u200b", SCRIPT.IGNORED, "\u200b"],
    ["ـ", SCRIPT.IGNORED, "ـ"],
    ["\u064b", SCRIPT.IGNORED, "\u064b"],
    ["\u0301", SCRIPT.COMMON, "\u0301"],
    ["\u0300", SCRIPT.COMMON, "\u0300"],
    ["\u036f", SCRIPT.COMMON, "\u036f"],
  ])("%j", (text, script, folded) => {
    expect(read(text)).toEqual([script, folded]);
  });

  test("are looked up in one table", () => {
    expect(letterTable()).toBe(letterTable());
    expect(letterTable()).toHaveLength(TABLE_END);
    expect(letterTable()[codeOf("Ж")]).toBe(createTable()[codeOf("Ж")]);
  });

  test.each(["'", "’", "‘", "`", "´", "ʼ", "ʹ", "ʿ", "ˈ"])("%s is an apostrophe", (text) => {
    expect(read(text)).toEqual([SCRIPT.COMMON, String.fromCharCode(APOSTROPHE)]);
  });
});

test.each([
  [0x3100, 0x3104, SCRIPT.NONE],
  [0x3105, 0x312f, SCRIPT.BOPOMOFO],
  [0x3130, 0x31ef, SCRIPT.NONE],
  [0x31f0, 0x31ff, SCRIPT.KANA],
  [0x3200, 0x33ff, SCRIPT.NONE],
  [0x3400, 0x4dbf, SCRIPT.HAN],
  [0x4dc0, 0x4dff, SCRIPT.NONE],
  [0x4e00, 0x9fff, SCRIPT.HAN],
  [0xa000, 0xa63f, SCRIPT.NONE],
  [0xa640, 0xa69f, SCRIPT.CYRILLIC],
  [0xa6a0, 0xa721, SCRIPT.NONE],
  [0xa722, 0xa7bf, SCRIPT.LATIN],
  [0xa7c0, 0xaa5f, SCRIPT.NONE],
  [0xaa60, 0xaa7f, SCRIPT.MYANMAR],
  [0xaa80, 0xab00, SCRIPT.NONE],
  [0xab01, 0xab2e, SCRIPT.ETHIOPIC],
  [0xab2f, 0xabbf, SCRIPT.NONE],
  [0xabc0, 0xabea, SCRIPT.MEETEI],
  [0xabeb, 0xabff, SCRIPT.NONE],
  [0xac00, 0xd7a3, SCRIPT.HANGUL],
  [0xd7a4, 0xf8ff, SCRIPT.NONE],
  [0xf900, 0xfaff, SCRIPT.HAN],
  [0xfb00, 0xffff, SCRIPT.NONE],
])("units %i to %i are of script %i", (first, last, script) => {
  const others: number[] = [];
  for (let code = first; code <= last; code++) if (scriptOfHighUnit(code) !== script) others.push(code);
  expect(others).toEqual([]);
});

describe("the scripts of a text", () => {
  const evidenceOf = (letters: Readonly<Record<number, number>>): Evidence => {
    const evidence = createEvidence();
    for (const [script, count] of Object.entries(letters)) evidence.letters[Number(script)] = count;
    return evidence;
  };

  test("dense ones count more, those of Japanese and Chinese together", () => {
    const { letters } = evidenceOf({
      [SCRIPT.HAN]: 10,
      [SCRIPT.KANA]: 4,
      [SCRIPT.BOPOMOFO]: 2,
      [SCRIPT.HANGUL]: 3,
      [SCRIPT.LATIN]: 7,
    });
    expect(countLetters(letters, SCRIPT.HAN)).toBe(36);
    expect(countLetters(letters, SCRIPT.KANA)).toBe(0);
    expect(countLetters(letters, SCRIPT.BOPOMOFO)).toBe(0);
    expect(countLetters(letters, SCRIPT.HANGUL)).toBe(6);
    expect(countLetters(letters, SCRIPT.LATIN)).toBe(7);
  });

  test("come by their letters, and one with none does not come", () => {
    const evidence = evidenceOf({ [SCRIPT.LATIN]: 5, [SCRIPT.HANGUL]: 4, [SCRIPT.GREEK]: 6, [SCRIPT.COMMON]: 50 });
    expect(rankScripts(evidence)).toEqual([
      { script: SCRIPT.HANGUL, letters: 8 },
      { script: SCRIPT.GREEK, letters: 6 },
      { script: SCRIPT.LATIN, letters: 5 },
    ]);
    expect(findMainScript(evidence)).toBe(SCRIPT.HANGUL);
    expect(rankScripts(evidenceOf({}))).toEqual([]);
    expect(findMainScript(evidenceOf({}))).toBe(SCRIPT.NONE);
    expect(rankScripts(evidenceOf({ [SCRIPT.LATIN]: 1 }))).toEqual([{ script: SCRIPT.LATIN, letters: 1 }]);
  });

  test("of two with as many letters the first is the main one", () => {
    expect(findMainScript(evidenceOf({ [SCRIPT.LATIN]: 5, [SCRIPT.GREEK]: 5 }))).toBe(SCRIPT.LATIN);
  });

  test.each([
    [0, 0, false],
    [1, 0, true],
    [8, 92, true],
    [7, 93, false],
    [0, 10, false],
  ])("%i kana and %i ideographs are Japanese: %s", (kana, han, expected) => {
    expect(isJapanese(evidenceOf({ [SCRIPT.KANA]: kana, [SCRIPT.HAN]: han }))).toBe(expected);
  });
});
