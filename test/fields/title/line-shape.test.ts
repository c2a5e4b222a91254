import { describe, expect, test } from "vitest";
import {
  END_BRACKET,
  END_COLON,
  END_ELLIPSIS,
  END_MARK,
  END_NONE,
  END_STOP,
  endOf,
  estimateWidth,
  type LineShape,
  measureLine,
  measureParagraph,
  START_BULLET,
  START_DIGIT,
  START_QUOTE,
  START_SMALL,
  startsWithBullet,
} from "../../../src/fields/title/line-shape.ts";

const END_COMMA = 5;
const START_CAPITAL = 0;
const START_BRACKET = 4;
const START_CASELESS = 6;

describe("counts of a line", () => {
  test.each<readonly [string, Partial<LineShape>]>([
    [
      "River rises in 3 towns",
      { width: 22, words: 5, letters: 17, digits: 1, dense: 0, casedWords: 4, capitalised: 1, capitals: 1 / 17, start: START_CAPITAL },
    ],
    ["Anna Writer", { words: 2, casedWords: 2, capitalised: 2, capitals: 0.2, letters: 10 }],
    ["НОВОСТИ ДНЯ", { words: 2, casedWords: 2, capitalised: 2, capitals: 1, letters: 10 }],
    ["Ποτάμι στην πόλη", { words: 3, casedWords: 3, capitalised: 1, capitals: 1 / 14 }],
    ["नदी का जल", { words: 3, casedWords: 0, capitalised: 0, capitals: 0, dense: 0, start: START_CASELESS }],
    ["نهر يرتفع", { words: 2, casedWords: 0, capitalised: 0, start: START_CASELESS }],
    ["강이 넘쳤다", { words: 2, letters: 5, dense: 0, width: 6, casedWords: 0 }],
    ["河水上涨", { letters: 4, dense: 1, width: 10, words: 2, casedWords: 0, start: START_CASELESS }],
    ["AI 时代的河", { letters: 6, dense: 4 / 6, width: 13, words: 3, casedWords: 1, capitalised: 1, capitals: 1 }],
    ["สวัสดี", { letters: 6, dense: 1, width: 15 }],
    ["COVID19 and 5G", { words: 3, casedWords: 2, digits: 3, letters: 9 }],
    ["２５人が避難", { digits: 2, letters: 4, dense: 1, words: 3, start: START_DIGIT }],
    ["one,two، three、four", { commas: 3, words: 4 }],
    ["a: b：c", { colons: 2, words: 3 }],
    ["a | b / c > d", { marks: 3, words: 4 }],
    ["İstanbul Su Altında", { capitalised: 0, capitals: 0, casedWords: 3, start: START_SMALL }],
    ["… …", { letters: 0, words: 0, dense: 0, capitals: 0, width: 3 }],
  ])("%s", (text, shape) => {
    expect(measureLine(text, 2)).toMatchObject({ text, gap: 2, ...shape });
  });

  test.each([
    ["The town's river", 0, 3],
    ["The town’s river", 0, 3],
    ["The towns' river", 1, 3],
    ["“Never again” he said", 2, 4],
    ["'Never again' he said", 2, 4],
    ["the year '24", 1, 3],
    ["a river'", 1, 2],
    ["«Река» и «город»", 4, 3],
  ])("%s holds quotes and words", (text, quotes, words) => {
    expect(measureLine(text, 0)).toMatchObject({ quotes, words });
  });

  test.each([
    ["River rises. Town sleeps", 1],
    ["River rises? Town sleeps! Good", 2],
    ["River rises.", 0],
    ["version 2.5 is out", 0],
    ["www.news.example is down", 0],
    ["U.S. river", 1],
    ["U.S.river", 0],
    ["河水上涨。城市沉睡", 1],
    ["河水上涨。1 城市", 0],
    ["He said. “Never again”", 1],
    ["Is it?) No", 1],
    ["नदी बढ़ी। शहर सोया", 1],
  ])("%s has sentence ends inside", (text, innerEnds) => {
    expect(measureLine(text, 0).innerEnds).toBe(innerEnds);
  });

  test.each([
    ["in 1900", true],
    ["in 1899", false],
    ["in 2099 again", true],
    ["in 2100 again", false],
    ["in 1899 again", false],
    ["in 1900 again", true],
    ["in 2099", true],
    ["in 2100", false],
    ["20251", false],
    ["02025", false],
    ["202", false],
    ["٢٠٢٥", true],
    ["2025年", true],
    ["11.11.2025", true],
  ])("whether %s names a year: %s", (text, hasYear) => {
    expect(measureLine(text, 0).hasYear).toBe(hasYear);
  });

  test.each([
    ["at 15:00", true],
    ["at 5:00", true],
    ["at 15：00 sharp", true],
    ["11.11.", true],
    ["12/23", true],
    ["12-23", true],
    ["12,23", false],
    ["15: 00", false],
    ["115:00", false],
    ["15:0", false],
    ["15 00", false],
    ["a:00", false],
    ["1:a00", false],
    ["11:115", true],
  ])("whether %s names a clock or a day: %s", (text, hasClock) => {
    expect(measureLine(text, 0).hasClock).toBe(hasClock);
  });

  test("of a long line the first 400 units are counted, its width is that of all", () => {
    expect(measureLine("ab ".repeat(200), 0)).toMatchObject({ width: 600, letters: 267, words: 134 });
    expect(measureLine("河".repeat(500), 0)).toMatchObject({ width: 1250, letters: 400, words: 200, dense: 1 });
    expect(measureLine(`${"a".repeat(395)} 2025`, 0)).toMatchObject({ digits: 4, hasYear: true });
    expect(measureLine(`${"a".repeat(396)} 2025`, 0)).toMatchObject({ digits: 3, hasYear: false });
  });
});

test.each([
  ["River rises.", END_STOP],
  ["River rises.”", END_STOP],
  ["河水上涨。", END_STOP],
  ["नदी बढ़ी।", END_STOP],
  ["River rises?", END_MARK],
  ["River rises!)", END_MARK],
  ["هل يرتفع النهر؟", END_MARK],
  ["River rises…", END_ELLIPSIS],
  ["River rises...", END_ELLIPSIS],
  ["River rises..", END_ELLIPSIS],
  ["River rises…»", END_ELLIPSIS],
  ["River:", END_COLON],
  ["河：", END_COLON],
  ["River,", END_COMMA],
  ["نهر،", END_COMMA],
  ["River (photos)", END_BRACKET],
  ["River [video]", END_BRACKET],
  ["河水【图】", END_BRACKET],
  ["River rises”", END_NONE],
  ["River (“rises”)", END_BRACKET],
  ["River “(rises)”", END_NONE],
  ["River rises", END_NONE],
  ["River 2.5", END_NONE],
  [")", END_BRACKET],
  ["”)", END_BRACKET],
])("%s ends with kind %i", (text, end) => {
  expect(endOf(text)).toBe(end);
  expect(measureLine(text, 0).end).toBe(end);
});

test.each([
  ["River rises", START_CAPITAL],
  ["river rises", START_SMALL],
  ["Река", START_CAPITAL],
  ["река", START_SMALL],
  ["Ճ", START_CAPITAL],
  ["3 towns", START_DIGIT],
  ["٣ مدن", START_DIGIT],
  ["“Never”", START_QUOTE],
  ["«Река»", START_QUOTE],
  ["「河」", START_QUOTE],
  ["(photo)", START_BRACKET],
  ["【图】", START_BRACKET],
  ["- river", START_BULLET],
  ["• river", START_BULLET],
  ["> river", START_BULLET],
  ["河水", START_CASELESS],
  ["نهر", START_CASELESS],
  ["강이", START_CASELESS],
  ["… river", START_CASELESS],
  ["@river", START_CASELESS],
])("%s begins with kind %i", (text, start) => {
  expect(measureLine(text, 0).start).toBe(start);
  expect(startsWithBullet(text)).toBe(start === START_BULLET);
});

test.each([
  ["plain words", 11],
  ["1234", 4],
  ["河水上涨了", 12.5],
  ["河水 river", 8 * (1 + (1.5 * 2) / 7)],
  [`${"a".repeat(24)}河水`, 26],
  [`${"a".repeat(23)}河水`, 25 * (1 + 1.5 / 24)],
])("the width of %s is told by its first letters", (text, width) => {
  expect(estimateWidth(text)).toBeCloseTo(width, 9);
});

test("a paragraph keeps its width, its end and a capital start", () => {
  expect(measureParagraph("Some text.", 120, END_STOP)).toEqual({
    text: "Some text.",
    gap: 0,
    width: 120,
    words: 0,
    letters: 10,
    digits: 0,
    dense: 0,
    capitalised: 0,
    casedWords: 0,
    capitals: 0,
    commas: 0,
    colons: 0,
    quotes: 0,
    marks: 0,
    innerEnds: 0,
    end: END_STOP,
    start: START_CAPITAL,
    hasYear: false,
    hasClock: false,
  });
});
