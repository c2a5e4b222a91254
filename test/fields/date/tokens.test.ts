import { describe, expect, test } from "vitest";
import { tokenize } from "../../../src/fields/date/tokens.ts";
import { ROLE } from "../../../src/fields/date/words.ts";

const textsOf = (text: string): string[] => tokenize(text).map((token) => (token.kind === "number" ? String(token.value) : token.text));

describe("marks", () => {
  test.each([
    ["-", "–—−‑‐―-－"],
    [",", "،、，,"],
    [".", "。.．"],
    [":", "∶:："],
    ["/", "/／"],
    ["!", "!！"],
    ["~", "~～"],
    ["·", "·"],
    ["＀", "＀"], // one before the full-width marks
    ["｟", "｟"], // one behind them
  ])("%s: %s", (mark, writings) => {
    for (const writing of writings) {
      expect(tokenize(writing), writing).toEqual([
        { kind: "mark", text: mark, value: -1, digits: 0, word: null, isSpaced: false, isPersian: false, start: 0, end: 1 },
      ]);
    }
  });

  test("what cannot be seen stands between tokens as a blank does", () => {
    for (const code of [0x200e, 0x200f, 0xfeff, 0x202a, 0x202e, 0x2066, 0x2069, 0x20, 0xa0, 0x9]) {
      const [one, two, ...others] = tokenize(`1${String.fromCharCode(code)}2`);
      expect([one!.isSpaced, two!.isSpaced, others.length], code.toString(16)).toEqual([false, true, 0]);
    }
    for (const code of [0x2030, 0x2031, 0x2065, 0x206a]) {
      expect(
        tokenize(`1${String.fromCharCode(code)}2`).map(({ kind }) => kind),
        code.toString(16),
      ).not.toEqual(["number", "number"]);
    }
  });
});

describe("numbers", () => {
  test("have a value, digits, and the script of Persian ones", () => {
    expect(tokenize("2025")).toEqual([
      { kind: "number", text: "", value: 2025, digits: 4, word: null, isSpaced: false, isPersian: false, start: 0, end: 4 },
    ]);
    expect(tokenize("۹۰")[0]).toMatchObject({ value: 90, digits: 2, isPersian: true });
    expect(tokenize("۰۹")[0]).toMatchObject({ value: 9, digits: 2, isPersian: true });
    expect(tokenize("٩٠")[0]).toMatchObject({ value: 90, isPersian: false });
    expect(tokenize("७०")[0]).toMatchObject({ value: 70, isPersian: false });
    expect(tokenize("12345678901")[0]).toMatchObject({ value: 12345678, digits: 11, end: 11 });
  });

  test("in ideographs have four digits from a thousand on", () => {
    expect(tokenize("二〇二五")[0]).toMatchObject({ kind: "number", text: "", value: 2025, digits: 4, end: 4 });
    expect(tokenize("一〇〇〇")[0]).toMatchObject({ value: 1000, digits: 4 });
    expect(tokenize("十一")[0]).toMatchObject({ value: 11, digits: 0, end: 2 });
    expect(tokenize("二〇二五年")[0]).toMatchObject({ value: 2025, end: 4 });
  });
});

describe("days of the week in brackets", () => {
  test.each<[string, number, string, number]>([
    ["(火)", 2, "ja", 3],
    ["（日）", 0, "ja", 3],
    ["(土)", 6, "ja", 3],
    ["(월)", 1, "ko", 3],
    ["(일)", 0, "ko", 3],
    ["(火・祝)", 2, "ja", 5],
    ["(火・", 2, "ja", 3],
    ["（木)", 4, "ja", 3],
  ])("%s", (text, value, language, end) => {
    expect(tokenize(text)).toEqual([
      {
        kind: "word",
        text: text.slice(0, end),
        value: -1,
        digits: 0,
        word: { roles: ROLE.weekday, meanings: [{ role: ROLE.weekday, value, language }] },
        isSpaced: false,
        isPersian: false,
        start: 0,
        end,
      },
    ]);
    expect(tokenize(`11 ${text}`)[1]).toMatchObject({ isSpaced: true, start: 3 });
  });

  test.each(["(人)", "[火]", "(火]", "(火", "(火-祝)", "("])("no day: %s", (text) => {
    expect(tokenize(text)[0]).toMatchObject({ kind: "mark", text: text[0], word: null, end: 1 });
  });
});

describe("abbreviations with points", () => {
  test.each<[string, readonly string[]]>([
    ["a.m.", ["am"]],
    ["p.m.", ["pm"]],
    ["p.m", ["pm"]],
    ["A.M.", ["am"]],
    ["μ.μ.", ["μμ"]],
    ["พ.ศ.", ["พศ"]],
    ["ก.พ.", ["กพ"]],
    ["e.t.", ["et"]],
    ["a.", ["a", "."]],
    ["x.y.", ["x", ".", "y", "."]],
    ["p.m.x", ["p", ".", "m", ".", "x"]],
    ["abcd.ef.", ["abcd", ".", "ef", "."]],
    ["p.mmmm", ["p", ".", "mmmm"]],
  ])("%s", (text, texts) => {
    expect(textsOf(text)).toEqual(texts);
  });
});

describe("words", () => {
  test.each<[string, readonly string[]]>([
    ["Nov", ["nov"]],
    ["NOVEMBER", ["november"]],
    ["AMNov", ["am", "nov"]],
    ["ESTUpdated", ["est", "updated"]],
    ["ANov", ["anov"]],
    ["aMNov", ["amnov"]],
    ["d'août", ["daoût"]],
    ["eʼlon", ["eʼlon"]],
    ["l’11", ["l", "’", "11"]],
    ["rock'", ["rock", "'"]],
    ["tháng mười một năm", ["tháng mười một", "năm"]],
    ["tháng mười năm", ["tháng mười", "năm"]],
    ["tháng x", ["tháng", "x"]],
    ["tháng, mười", ["tháng", ",", "mười"]],
    ["tháng  mười", ["tháng", "mười"]],
    ["11月", ["11", "月"]],
    ["十一月", ["11", "月"]],
    ["火曜日です", ["火曜日", "です"]],
    ["新闻十一月", ["新闻", "11", "月"]],
    ["午後3", ["午後", "3"]],
    ["令和7", ["令和", "7"]],
  ])("%s", (text, texts) => {
    expect(textsOf(text)).toEqual(texts);
  });

  test("tokens cover all that is no blank, in order", () => {
    const text = "Tue, 11 Nov 2025 (火) 午後3時 ― p.m. tháng mười một　11 พ.ย. 2568";
    let at = 0;
    for (const { start, end } of tokenize(text)) {
      expect(text.slice(at, start).trim()).toBe("");
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(text.slice(at).trim()).toBe("");
  });
});
