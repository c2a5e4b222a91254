import { describe, expect, test } from "vitest";
import { joinLines, joinWrapped } from "../../src/fields/wrapped-lines.ts";
import { parseDump } from "../../src/index.ts";
import { joinText } from "./join-text.ts";

const WRAPPED = `The river has fallen by half a metre since Sunday, and the town has
taken down the barriers along the quay, the council said on Tuesday.
Engineers will look at the old bridge before it is opened again for
cars and lorries, which have gone the long way round for some days.

The bridge stays closed until the engineers have seen its pillars,
which takes three days at least.`;

describe("wrapped text", () => {
  test("is joined to paragraphs, which blank lines part", () => {
    expect(joinText(WRAPPED)).toHaveLength(2);
    expect(joinText(WRAPPED)[1]).toBe(
      "The bridge stays closed until the engineers have seen its pillars, which takes three days at least.",
    );
  });

  test("keeps items and short lines apart", () => {
    const lines = joinText(
      `${WRAPPED}\nWhat is open:\n- the quay between the market and the harbour, for people on foot\n  and on bicycles\n- the ferry`,
    );
    expect(lines.slice(2)).toEqual([
      "What is open:",
      "- the quay between the market and the harbour, for people on foot and on bicycles",
      "- the ferry",
    ]);
  });

  test("an indented line after a sentence begins a paragraph", () => {
    const indented = WRAPPED.replace("Engineers will", "   Engineers w.").replace("\n\n", "\n");
    expect(joinText(indented)[1]).toMatch(/^Engineers/);
  });
});

test.each([
  [
    "verse",
    "Rain on the roof\nRain in the street\nRain on the river\nAnd on my feet\nRain in the morning\nRain in the night\nRain on the harbour\nOut of sight",
  ],
  ["a menu", "Home\nNews\nSport\nWeather\nContact\nImprint"],
  [
    "paragraphs of one line each",
    Array.from(
      { length: 6 },
      () => "A line that is longer than any column that people wrap their texts at, which is to say longer than one hundred and ten.",
    ).join("\n"),
  ],
  ["results", "North Town 2-1 South Town\nEast Harbour 0-0 West Bay\nOld Mill 3-2 New Mill\nLake City 1-4 Hill City\nA 1-1 B"],
])("%s is not joined", (_, text) => {
  expect(joinText(text)).toEqual(text.split("\n"));
});

test("a word cut by a hyphen becomes whole, other hyphens stay", () => {
  const lines = (...texts: string[]): string => joinLines(texts.map((text) => ({ text, isCut: false })));
  expect(lines("the first flood-", "ing of the year")).toBe("the first flooding of the year");
  expect(lines("from Monday -", "in the morning")).toBe("from Monday - in the morning");
  expect(lines("the Anglo-", "Saxon kings")).toBe("the Anglo- Saxon kings");
  expect(
    joinLines([
      { text: "the Tues", isCut: true },
      { text: "day after", isCut: false },
    ]),
  ).toBe("the Tuesday after");
  expect(
    joinLines([
      { text: "a", isCut: true },
      { text: "-", isCut: false },
      { text: "b", isCut: false },
    ]),
  ).toBe("ab");
  expect(lines("河水在星期二上涨，", "居民离开了家。")).toBe("河水在星期二上涨，居民离开了家。");
});

test("a removed line between two paragraphs keeps them apart, and the spans cover whole paragraphs", () => {
  const text = ` date 2025-11-11 EN\n${WRAPPED.replace("\n\n", "\nShare\n")}\n`;
  const [article] = parseDump(text).articles;
  expect(article!.paragraphs).toHaveLength(2);
  const [first] = article!.provenance.paragraphs;
  expect(first!.lineEnd - first!.lineStart).toBe(3);
});

describe("what makes a record wrapped", () => {
  /** Lines of one length, each with a first word of four letters. */
  const block = (count: number, length: number): string[] => Array.from({ length: count }, () => `rain ${"x".repeat(length - 5)}`);
  const isJoined = (lines: readonly string[]): boolean => joinText(lines.join("\n")).length < lines.length;

  test.each([
    ["four line ends that agree", block(5, 60), true],
    ["three line ends that agree", block(4, 60), false],
    ["lines of 40 units", block(6, 40), true],
    ["lines of 39 units", block(6, 39), false],
    ["lines of 110 units", block(6, 110), true],
    ["lines of 111 units", block(6, 111), false],
    ["seven of eleven line ends", [...block(7, 60), ...block(5, 30)], true],
    ["seven of twelve line ends", [...block(7, 60), ...block(6, 30)], false],
    ["no room for the next word", [...block(6, 60), ...block(1, 56), ...block(1, 60)], true],
    ["items", block(8, 60).map((line) => `- ${line}`), false],
  ])("%s", (_name, lines, expected) => {
    expect(isJoined(lines)).toBe(expected);
  });

  test("a line with room for the next word ends its paragraph", () => {
    const ends = (length: number): string[] => joinText([...block(5, 60), ...block(1, length), ...block(2, 60)].join("\n"));
    expect(ends(56)).toHaveLength(1);
    expect(ends(55)).toHaveLength(2);
  });

  test.each(["- item", "• item", "– Yes", "1. item", "12) item", "a) item", "> quote"])("%s begins a line of its own", (item) => {
    expect(joinText([...block(5, 60), `${item} ${"y".repeat(40)}`, ...block(2, 60)].join("\n"))[1]).toMatch(item);
  });

  test("a blank line and a gap in the numbers part paragraphs", () => {
    expect(joinText([...block(3, 60), "", ...block(3, 60)].join("\n"))).toHaveLength(2);
  });

  test("an indented line is joined where the one before is no sentence", () => {
    const indented = (end: string): string[] =>
      joinText([...block(5, 60), `${block(1, 58)[0]!}${end}`, `   ${block(1, 57)[0]!}`].join("\n"));
    expect(indented("xx")).toHaveLength(1);
    expect(indented("x.")).toHaveLength(2);
    expect(indented(".”")).toHaveLength(2);
    expect(indented("x:")).toHaveLength(2);
    expect(indented("x,")).toHaveLength(1);
  });

  test("a line that stays alone is joined with none", () => {
    const lines = block(6, 60).map((text, index) => ({ line: { number: index + 1, byteStart: 0, byteEnd: 0, traits: 0, text }, text }));
    const { count, starts } = joinWrapped(lines, (index) => index === 2);
    expect([...starts.subarray(0, count + 1)]).toEqual([0, 2, 3, 6]);
  });

  test("a soft hyphen joins lines of any length", () => {
    expect(joinText([...block(5, 60), "the Tues\u00ad", "day after"].join("\n")).at(-1)).toMatch(/the Tuesday after$/);
  });
});

test.each([
  [["河水上涨", "居民离开"], "河水上涨居民离开"],
  [["河水上涨", "AFP"], "河水上涨 AFP"],
  [["AFP", "河水"], "AFP 河水"],
  [["a", "", "b"], "a  b"],
  [["", "b"], "b"],
  [["flood-", "ing"], "flooding"],
  [["flood\u2010", "ing"], "flooding"],
  [["FLOOD-", "ing"], "FLOOD- ing"],
  [["flood-", "Ing"], "flood- Ing"],
  [["1-", "a"], "1- a"],
])("%j joined are %j", (texts, joined) => {
  expect(joinLines(texts.map((text) => ({ text, isCut: false })))).toBe(joined);
});
