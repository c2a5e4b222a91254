import { describe, expect, test } from "vitest";
import { detectFormat, parseDump } from "../../src/index.ts";

const BODY = "\n\nRain fell on the city all Tuesday, and by evening the river stood half a metre above its usual level.\n";
const parse = (dump: string) => parseDump(dump, { noise: "light" }).articles;

describe("the header line", () => {
  test.each([
    [" date 2025-11-11 EN", "2025-11-11", "en", []],
    [" date 2025-11 русский", "2025-11", "ru", []],
    [" date 2025 zh_TW", "2025", "zh-TW", []],
    [" date 2025-11-11", "2025-11-11", null, []],
    [" date 2025-11-11\tEN", "2025-11-11", "en", []],
    ["date 2025-11-11 EN", "2025-11-11", "en", []],
    ["\uFEFF date 2025-11-11 EN", "2025-11-11", "en", []],
    [" date 2025-11-11 EN and more", "2025-11-11", null, ["EN and more"]],
    [" date 2025-11-11 Video", "2025-11-11", null, ["Video"]],
    [" date 2025-11-11 It", "2025-11-11", null, ["It"]],
    [" date 2025-11-11 (AA)", "2025-11-11", null, ["(AA)"]],
    [" date 2025-11-11 -----", "2025-11-11", null, []],
    [" date 2025-13-45 EN", null, "en", []],
  ])("%j", (line, date, declaredLanguage, before) => {
    const [article] = parse(line + BODY);
    expect(article).toMatchObject({ date, declaredLanguage });
    expect(article!.paragraphs.slice(0, -1)).toEqual(before);
  });

  test.each([
    " date 2025-1-1 EN",
    " date 20251111 EN",
    " Date 2025-11-11 EN",
    " dates 2025-11-11",
    "EN date 2025-11-11",
    " date  2025-11-11",
  ])("%j is no header", (line) => {
    const [article] = parse(line + BODY);
    expect(article!.provenance.header).toBeNull();
    expect(article!.date).toBeNull();
  });
});

test.each("BBC AA NEW new SUN WAR ICE SEE Alabama KA-52 AR-15 co-op US no in".split(" "))("%j behind the date is page text", (word) => {
  const [article] = parse(` date 2025-11-11 ${word}${BODY}`);
  expect(article!.declaredLanguage).toBeNull();
  expect(article!.paragraphs[0]).toBe(word);
});

describe("look-alikes inside a text stay text", () => {
  test.each([
    ["in the middle of a line", `${BODY}It was on date 2025-11-10 EN that it began.`],
    ["without the blank, after a line", `${BODY.trimEnd()}\ndate 2025-11-10 EN`],
    ["a sentence that goes on, after a line", `${BODY.trimEnd()} The\n date 2025-11-10 was a Monday.`],
    ["a sentence that goes on, without the blank", `${BODY}\ndate 2025-11-10 was a Monday.`],
    ["indented further, after a line", `${BODY.trimEnd()}\n    date 2025-11-10 EN`],
  ])("%s", (_, text) => {
    expect(parse(` date 2025-11-11 EN${text}`)).toHaveLength(1);
  });
});

test.each([
  ["directly after a line", `${BODY.trimEnd()}\n date 2025-11-10 EN${BODY}`],
  ["directly after a sentence, small letters behind it", `${BODY.trimEnd()}\n date 2025-11-10 by J. Writer${BODY}`],
  ["after a blank line", `${BODY}\n date 2025-11-10 iPhones sell well${BODY}`],
  ["after a blank line, its own blank trimmed", `${BODY}\ndate 2025-11-10 EN${BODY}`],
  ["after CR line ends", `${BODY}\n date 2025-11-10 EN${BODY}`.replaceAll("\n", "\r")],
  ["with a byte order mark of its own", `${BODY}\uFEFF date 2025-11-10 EN${BODY}`],
])("a header begins a record %s", (_, text) => {
  expect(parse(` date 2025-11-11 EN${text}`).map((article) => article.date)).toEqual(["2025-11-11", "2025-11-10"]);
});

test("a dump may begin without a header", () => {
  const dump = `Some page text.${BODY}\n\n date 2025-11-10 EN${BODY}`;
  expect(detectFormat(dump)).toEqual({ format: "date-header", confidence: 0.9 });
  expect(parse(dump).map((article) => article.date)).toEqual([null, "2025-11-10"]);
});
