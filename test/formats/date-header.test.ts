import { describe, expect, test } from "vitest";
import { dateHeader } from "../../src/formats/date-header.ts";
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

describe("a line that is nearly a header", () => {
  const lookAlikes = (line: string) => {
    const [article, ...others] = parse(` date 2025-11-11 EN${BODY.trimEnd()} The\n${line}${BODY}`);
    expect(others).toEqual([]);
    return article!.diagnostics.filter(({ code }) => code === "header-look-alike");
  };

  test.each([
    "  date 2025-11-12 EN",
    "\tdate 2025-11-12 EN",
    "\u00a0date 2025-11-12 EN",
    "date 2025-11-12 EN",
    " Date 2025-11-12 EN",
    " DATE 2025-11-12 EN",
    " date: 2025-11-12 EN",
    " date : 2025-11-12 EN",
    " date=2025-11-12 EN",
    "Date: 2025-11-12 EN",
    " date 12.11.2025 EN",
    " date 2025/11/12 EN",
    " date 2025/11/12",
    " date 12 November 2025 EN",
    " date 20251112 EN",
    " date 20251112",
    " Date 2025-11-12",
    " date  2025-11-12 EN",
    " date 2025-11-12T08:00 EN",
    " date 2025-11-12T08:00:00Z",
    " date 2025-11-12, EN",
    " date 20251112 (EN)",
    " date 25-11-12 EN",
    " date unknown EN",
    " date EN",
    " date 12.11.2025 русский",
    " Date 2025-11-12 The bridge is open",
    " date 2025/11/12 Мост открыт",
  ])("%j is reported where it stands", (line) => {
    const found = lookAlikes(line);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: "warning", span: { lineStart: 4, lineEnd: 4 } });
    expect(found[0]!.message).toContain("line 4");
  });

  test.each([
    " date 2025-11-12 was a day of rain in the whole valley.",
    " Date 2025-11-12 was a day of rain.",
    "date 2025 was the slogan.",
    "Date: 12 November 2025",
    "Date: 2025-11-12",
    "Date of birth: 12.11.2025",
    "    Date: 12.11.2025",
    "Date night in the US",
    " Dates 2025-11-12 EN",
    " Update 2025-11-12 EN",
    "Dated 2025-11-12 EN",
    " date palms grow in 12 of the valleys, and 40 in EN",
    "The header date 2025-11-12 EN",
    "Date",
    " date",
    ` date 2025 ${"x".repeat(200)} EN`,
  ])("%j is not", (line) => {
    expect(lookAlikes(line)).toEqual([]);
  });

  test("is reported in a dump without any header, too", () => {
    const [article] = parse(`Some page text.${BODY} DATE 2025-11-12 EN${BODY}`);
    expect(article!.diagnostics.map(({ code }) => code)).toContain("header-look-alike");
  });

  test("long runs of blanks cost no more than other lines", () => {
    for (const line of [` date${" ".repeat(200_000)}x`, `${" ".repeat(200_000)}date x`, ` date: ${"1 ".repeat(100_000)}EN`]) {
      const start = performance.now();
      expect(dateHeader.resemblesHeader(line)).toBe(false);
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});

test("a dump may begin without a header", () => {
  const dump = `Some page text.${BODY}\n\n date 2025-11-10 EN${BODY}`;
  expect(detectFormat(dump)).toEqual({ format: "date-header", confidence: 0.9 });
  expect(parse(dump).map((article) => article.date)).toEqual([null, "2025-11-10"]);
});
