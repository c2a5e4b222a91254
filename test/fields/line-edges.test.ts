import { describe, expect, test } from "vitest";
import { beginsInSentences, endsInSoftHyphen, follows, indentOf, isRow, ITEM_START, SENTENCE_END } from "../../src/fields/line-edges.ts";
import type { BodyLine } from "../../src/fields/placed.ts";
import { bodyLinesOf } from "./join-text.ts";

const lineOf = (raw: string): BodyLine => bodyLinesOf(raw)[0]!;

describe("a table's row", () => {
  test.each([
    ["has columns set by two wide gaps", "North Town   twelve   nine"],
    ["has columns set by tabs", "North Town\ttwelve\tnine"],
    ["may have both", "North Town\ttwelve    nine"],
    ["has more numbers than words", "Town 12 9 2"],
    ["has numbers in more than half of its words", "North Town 12 9 2"],
    ["may have marks at its numbers", "Town +3.4% €12 2-1"],
  ])("%s", (_name, raw) => {
    expect(isRow(lineOf(raw))).toBe(true);
  });

  test.each([
    ["one wide gap", "North Town   twelve of the games"],
    ["one tab", "North Town\ttwelve of the games"],
    ["gaps of two blanks", "North Town  twelve  of  the  games"],
    ["an indent and one gap", "   North Town   twelve of the games"],
    ["one gap and blanks at the end", "North Town   twelve of the games   "],
    ["as many numbers as words", "Town 12 Harbour 9"],
    ["three words, however many numbers", "Town 12 9"],
    ["one long number", "Call 202511111111 for the ferry"],
  ])("is no line with %s", (_name, raw) => {
    expect(isRow(lineOf(raw))).toBe(false);
  });
});

describe("a line follows another", () => {
  const at = (number: number, text: string): BodyLine => ({ line: { number, byteStart: 0, byteEnd: 0, traits: 0, text }, text });

  test.each([
    ["directly below it", [at(4, "one"), at(5, "two")], true],
    ["not below a blank line", [at(4, "one"), at(6, "two")], false],
    ["not when it was part of the same line", [at(4, "one"), at(4, "two")], false],
    ["not when it shows nothing", [at(4, "one"), at(5, "")], false],
    ["not when the other shows nothing", [at(4, ""), at(5, "two")], false],
  ])("%s", (_name, lines, expected) => {
    expect(follows(lines, 1)).toBe(expected);
  });

  test("unless it is the first", () => {
    expect(follows([at(1, "one")], 0)).toBe(false);
  });
});

describe("lines begin in the middle of sentences", () => {
  test.each([
    ["when one of four begins with a small letter", ["and rain", "Rain fell", "Rain fell", "Rain fell"], true],
    ["not when one of five does", ["and rain", "Rain fell", "Rain fell", "Rain fell", "Rain fell"], false],
    ["whatever lines in capitals say", ["and rain", "Rain fell", "Rain fell", "Rain fell", "RAIN", "RAIN"], true],
    ["whatever lines that begin with no letter say", ["and rain", "Rain fell", "Rain fell", "Rain fell", "12 days", "“Rain"], true],
    ["in other alphabets, too", ["Вода", "вода", "Νερό", "νερό"], true],
    ["in writing that has no small letters", ["河水上涨", "강물이", "नदी का"], true],
  ])("%s", (_name, texts, expected) => {
    const lines = texts.map(lineOf);
    expect(beginsInSentences(lines, [...lines.keys()])).toBe(expected);
  });

  test("as far as they are asked for", () => {
    const lines = ["and rain", "Rain fell", "Rain fell"].map(lineOf);
    expect(beginsInSentences(lines, [0, 2])).toBe(true);
    expect(beginsInSentences(lines, [1, 2])).toBe(false);
  });
});

test.each([
  ["Rain", ""],
  ["  Rain", "  "],
  ["\tRain fell", "\t"],
  [" \t\u00a0\u3000Rain  ", " \t\u00a0\u3000"],
])("the indent of %j is %j", (raw, indent) => {
  expect(indentOf(lineOf(raw))).toBe(indent);
});

test.each([
  ["the Tues\u00ad", true],
  ["the Tues\u00ad \t", true],
  ["the Tues-", false],
  ["the Tues\u00adday", false],
])("%j ends in a soft hyphen: %s", (raw, expected) => {
  expect(endsInSoftHyphen(raw)).toBe(expected);
});

test.each(["- rain", "•rain", "– Yes.", "> quote", "|cell", "1. rain", "123) rain", "a) rain", "б) дождь"])("%s is an item", (text) => {
  expect(text).toMatch(ITEM_START);
});

test.each(["rain - wind", "1.5 metres", "1234. rain", "ab) rain", "a)rain", "1.", "(a) rain"])("%s is no item", (text) => {
  expect(text).not.toMatch(ITEM_START);
});

test.each(["It fell.", "Did it?", "“It fell.”", "``It fell.''", "it said:", "河水上涨。", "「河水上涨。」", "نزل المطر؟"])(
  "%s ends a sentence",
  (text) => {
    expect(text).toMatch(SENTENCE_END);
  },
);

test.each(["It fell", "it fell,", "it fell;", "It fell (on Tuesday)", "It fell. It"])("%s ends no sentence", (text) => {
  expect(text).not.toMatch(SENTENCE_END);
});
