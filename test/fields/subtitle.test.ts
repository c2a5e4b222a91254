import { expect, test } from "vitest";
import { isSubtitle } from "../../src/fields/subtitle.ts";
import { readHead } from "../../src/fields/title/head-lines.ts";

const TITLE = "River rises by half a metre after three days of rain";
const TEXT = "The river rose by half a metre on Tuesday after three days of rain, and the town closed two of its bridges.";

/** Whether the line below the headline is a second one, with these lines below it. */
function isSecond(line: string, ...below: readonly string[]): boolean {
  return isSubtitle(readHead([TITLE, line, ...below].map((text, index) => ({ text, number: index + 1 }))), 0);
}

test.each([
  ["Two of the bridges stay closed until the end", true],
  ["Will two of the bridges stay closed?", true],
  ["Two of the bridges stay closed until the end.", false],
  ["Two of the bridges stay closed until the end:", false],
  ["Two of the bridges are cl.", false],
  ["Two of the bridges are closed", false],
  ["Two of the bridges are closed!", true],
  ["Bridges closeduntiltheendofweek", false],
  ["Two brid gescloseduntil theendof week", true],
  ["Two bridges closeduntil theendofweek", false],
  ["two of the bridges stay closed until the end", false],
  ["- Two of the bridges stay closed until the end", false],
  ["Two of the bridges stay closed until 15:00 at least", false],
  ["Two of the bridges | closed until the end", false],
  ["Closed. Two of the bridges. Until the end of week", false],
  ["Closed. Two of the bridges until the end of week", true],
  ["Two Of The Bridges Stay Closed until the End", true],
  ["Two Of The Bridges Stay Closed Until The End", false],
  ["Two Of The Bridges Stay Closed until The End", false],
  ["By Anna Writer and all the others of the town", false],
  ["Two of the bridges stay closed (Photo: Anna Writer)", false],
  ["11 November 2025", false],
  ["Anna Maria Lena Writerinnenhausen Ufer", false],
  [`Two ${"bridges are ".repeat(16)}old`, true],
  [`Two ${"bridges are ".repeat(16)}olden`, false],
  ["两座桥将一直关闭到周末，学校停课", true],
  ["两座桥关闭到周末", false],
])("%s: %s", (line, expected) => {
  expect(isSecond(line, "11.11.2025", TEXT)).toBe(expected);
});

test("a date, an author, a name or the text stands closely below", () => {
  const line = "Two of the bridges stay closed until the end";
  expect(isSecond(line, "11.11.2025")).toBe(true);
  expect(isSecond(line, "By Anna Writer")).toBe(true);
  expect(isSecond(line, "Anna Writer")).toBe(true);
  expect(isSecond(line, TEXT)).toBe(true);
  expect(isSecond(line, "line", TEXT)).toBe(true);
  expect(isSecond(line, "line", "line", TEXT)).toBe(false);
  expect(isSecond(line, "line")).toBe(false);
  expect(isSecond(line)).toBe(false);
  expect(isSecond(TEXT, TEXT)).toBe(false);
  expect(isSubtitle(readHead([{ text: TITLE, number: 1 }]), 0)).toBe(false);
});
