import { describe, expect, test } from "vitest";
import { type HeadLine, readHead } from "../../../src/fields/title/head-lines.ts";

const lineOf = (text: string): HeadLine => readHead([{ text, number: 1 }])[0]!;

/** A text of a width that ends in `end`. */
const long = (width: number, end: string): string => "a river ".repeat(60).slice(0, width - end.length - 1) + "x" + end;

describe("paragraphs", () => {
  test.each([
    [long(80, "."), true],
    [long(79, "."), false],
    [long(80, "…"), true],
    [long(79, "…"), false],
    [long(80, ""), false],
    [long(260, ""), true],
    [long(259, ""), false],
    [long(259, ":"), false],
    [long(80, "?"), false],
    [`Rain. ${long(80, "?")}`, true],
    [`Rain. ${long(73, "?")}`, false],
    [`Rain. ${long(80, ",")}`, false],
    [`• ${long(90, ".")}`, false],
    [`- ${long(300, "")}`, false],
    [`“${long(90, ".")}”`, true],
    [`河${"水上".repeat(16)}。`, true],
    [`河${"水上".repeat(15)}。`, false],
  ])("%s: %s", (text, isParagraph) => {
    expect(lineOf(text).isParagraph).toBe(isParagraph);
  });
});

describe("dates with little else", () => {
  test.each([
    ["11.11.2025", true],
    ["Published 11 November 2025", true],
    ["Tuesday, 15:00", true],
    ["1/12", true],
    ["9:30", true],
    ["5:5", false],
    ["in 2025", true],
    ["25", false],
    ["year 1850", false],
    ["The town in the year 2025 as seen from the hill above the river by all", false],
    ["The town in the year 2025 as seen from the hill above", true],
    ["2025年11月11日", true],
    ["暴雨过后河水上涨九十2025", false],
    ["2025年的一月二月三月四", true],
    ["2025年的一月二月三月四五", false],
    [`11.11.2025 15:00 ${"12 34 ".repeat(12)}x`, true],
    [`11.11.2025 15:00 ${"12 34 ".repeat(12)}xy`, false],
  ])("%s: %s", (text, isDated) => {
    expect(lineOf(text).isDated).toBe(isDated);
  });
});

describe("names and buttons", () => {
  test.each([
    ["Anna Writer", true],
    ["Anna", false],
    ["Anna writer", false],
    ["One Two Three Four Five", true],
    ["One Two Three Four Five Six", false],
    ["Anna Writer 2025", true],
    ["Anna Writer!", false],
    ["Anna Writer (AP)", false],
    ["Anna | Writer", false],
    ["Анна Писарева", true],
    ["محمد أحمد", false],
  ])("%s: %s", (text, isName) => {
    expect(lineOf(text).isName).toBe(isName);
  });
});

describe("credits", () => {
  test.each([
    ["Foto: dpa", true],
    ["The river (AFP)", true],
    ["The river", false],
    [`The river (AFP) ${long(300, "")}`, false],
    [`• (AFP) ${long(392, "")}`, false],
    [`• (AFP) ${long(391, "")}`, true],
    [`The river (AFP) ${long(80, ".")}`, false],
  ])("%s: %s", (text, hasCredit) => {
    expect(lineOf(text).hasCredit).toBe(hasCredit);
  });
});

describe("labels", () => {
  test.each([
    ["By Anna Writer", "byline"],
    ["Author: Anna Writer", "byline"],
    ["Author Anna Writer", null],
    ["By", "byline"],
    ["Foto:", "credit"],
    ["Section: World", "section"],
    ["URL: www.news.example", "url"],
    ["River rises", null],
    [`By ${long(157, "")}`, "byline"],
    [`By ${long(158, "")}`, null],
    [`By ${long(100, ".")}`, null],
  ])("%s: %s", (text, label) => {
    expect(lineOf(text).label).toBe(label);
  });
});

describe("the head of a record", () => {
  const numbered = (texts: readonly string[]) => texts.map((text, index) => ({ text, number: index + 1 }));
  const paragraph = long(100, ".");

  test("ends with its third paragraph", () => {
    const head = readHead(numbered(["Title", paragraph, "Line", paragraph, paragraph, "Line", paragraph]));
    expect(head.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  test("has thirty lines at most, blank ones not counted", () => {
    expect(readHead(numbered(Array.from({ length: 80 }, (_, index) => (index % 2 === 0 ? "Line" : "")))).map(({ index }) => index)).toEqual(
      Array.from({ length: 30 }, (_, index) => 2 * index),
    );
  });

  test("knows the blank lines before each line, by the numbers of lines", () => {
    const head = readHead([
      { text: "Title", number: 7 },
      { text: "Date", number: 8 },
      { text: "", number: 9 },
      { text: "By Anna Writer", number: 10 },
      { text: paragraph, number: 14 },
      { text: "Line", number: 14 },
    ]);
    expect(head.map(({ gap }) => gap)).toEqual([0, 0, 1, 3, 0]);
  });

  test("of no lines is empty", () => {
    expect(readHead([])).toEqual([]);
  });
});
