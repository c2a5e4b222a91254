import { describe, expect, test } from "vitest";
import { readArticleDate, type ArticleDate, type DateContext } from "../../src/fields/article-date.ts";
import type { Diagnostic } from "../../src/diagnostics.ts";
import type { Line } from "../../src/lines/line.ts";
import type { SliceLine } from "../../src/lines/slice-line.ts";

/** A byte a unit. */
const slice: SliceLine = (line, from, to) => ({
  ...line,
  byteStart: line.byteStart + from,
  byteEnd: line.byteStart + to,
  text: line.text.slice(from, to),
});

const CONTEXT: DateContext = {
  reference: { year: 2025, month: 12, day: 1 },
  lastYear: 2026,
  order: null,
  headerOrder: null,
  timeZone: null,
};

interface Input {
  readonly date?: string;
  readonly time?: string;
  readonly lines?: readonly string[];
  readonly context?: Partial<DateContext>;
}

/** Header fields stand on lines 1 and 2, the body from line 3 on; a byte a unit. */
function read({ date, time, lines = [], context = {} }: Input): ArticleDate & Record<"codes" | "messages", readonly string[]> {
  const lineOf = (text: string, index: number): Line => ({
    number: index + 1,
    byteStart: index * 1000,
    byteEnd: index * 1000 + text.length,
    text,
    traits: 0,
  });
  const fields = new Map<string, Line>();
  if (date !== undefined) fields.set("date", lineOf(date, 0));
  if (time !== undefined) fields.set("time", lineOf(time, 1));
  const body = lines.map((text, index) => ({ line: lineOf(text, index + 2), text }));
  const diagnostics: Diagnostic[] = [];
  const record = { fields } as unknown as Parameters<typeof readArticleDate>[0];
  const found = readArticleDate(record, body, { ...CONTEXT, ...context }, slice, () => [], diagnostics);
  return { ...found, codes: diagnostics.map(({ code }) => code), messages: diagnostics.map(({ message }) => message) };
}

/** Day, time, source, used lines and what was reported. */
function summary(input: Input): string {
  const { date, time, utcOffset, dateModified, source, usedLines, codes } = read(input);
  const when = [date, time, utcOffset].filter((part) => part !== null).join(" ");
  return [
    when === "" ? "none" : when,
    source,
    dateModified === null ? null : `modified ${dateModified}`,
    usedLines.size === 0 ? null : `lines ${[...usedLines].join(",")}`,
    ...codes,
  ]
    .filter((part) => part !== null)
    .join("; ");
}

const TITLE = "A headline of the paper";
const LEAD = "Rain fell on the town all day, and by evening the river stood half a metre above its usual level, the river service said.";

describe("the header", () => {
  test.each<readonly [string, Input, string]>([
    ["a day", { date: "2025-11-11" }, "2025-11-11; header"],
    ["a month", { date: "2025-11" }, "2025-11; header"],
    ["a day and a time", { date: "2025-11-11 15:00" }, "2025-11-11 15:00; header"],
    ["a time of its own", { date: "2025-11-11", time: "15:00" }, "2025-11-11 15:00; header"],
    ["a time without a day", { time: "15:00" }, "15:00"],
    ["a time that is none", { date: "2025-11-11", time: "soon" }, "2025-11-11; header; time-unreadable"],
    ["two times", { date: "2025-11-11 15:00", time: "16:00" }, "2025-11-11 15:00; header; time-conflict"],
    ["the same time twice", { date: "2025-11-11 15:00", time: "15:00" }, "2025-11-11 15:00; header"],
    ["no date", { date: "soon" }, "none; date-unreadable"],
    ["no day", { date: "2025-02-30" }, "none; impossible-date"],
    ["a placeholder", { date: "1970-01-01" }, "none; date-placeholder"],
    ["the future", { date: "2027-01-01" }, "none; date-out-of-range"],
    ["two readings", { date: "03/04/2025" }, "none; date-ambiguous"],
    ["two readings that the dump settles", { date: "03/04/2025", context: { headerOrder: "dmy" } }, "2025-04-03; header"],
    ["two readings that the caller settles", { date: "03/04/2025", context: { headerOrder: "dmy", order: "mdy" } }, "2025-03-04; header"],
    ["nothing", {}, "none"],
  ])("%s", (_name, input, expected) => {
    expect(summary(input)).toBe(expected);
  });
});

describe("the text", () => {
  test.each<readonly [string, Input, string]>([
    ["a date alone", { lines: [TITLE, "11 November 2025"] }, "2025-11-11; alone; lines 1"],
    ["a date beside an author", { lines: [TITLE, "By Anna Writer | 11 November 2025"] }, "2025-11-11; beside"],
    ["a labelled date", { lines: [TITLE, "Published: 11 November 2025, 15:00"] }, "2025-11-11 15:00; labelled; lines 1"],
    [
      "a labelled date before one alone",
      { lines: [TITLE, "12 November 2025", "Published: 11 November 2025"] },
      "2025-11-11; labelled; lines 2",
    ],
    [
      "a date alone before one beside an author",
      { lines: [TITLE, "By Anna Writer | 12 November 2025", "11 November 2025"] },
      "2025-11-11; alone; lines 2",
    ],
    ["two dates alone", { lines: [TITLE, "12 November 2025", "11 November 2025"] }, "none; date-ambiguous"],
    ["the same date twice", { lines: [TITLE, "11 November 2025", "11.11.2025"] }, "2025-11-11; alone; lines 1"],
    [
      "two dates alone and an update",
      { lines: [TITLE, "12 November 2025", "11 November 2025", "Updated: 13 November 2025"] },
      "none; modified 2025-11-13; lines 3; date-ambiguous",
    ],
    [
      "an update only",
      { lines: [TITLE, "Updated: 11 November 2025"] },
      "2025-11-11; update; modified 2025-11-11; lines 1; date-from-update",
    ],
    [
      "publication and update",
      { lines: [TITLE, "Published: 11 November 2025", "Updated: 12 November 2025, 15:00"] },
      "2025-11-11; labelled; modified 2025-11-12T15:00; lines 1,2",
    ],
    [
      "an update before publication",
      { lines: [TITLE, "Published: 11 November 2025", "Updated: 10 November 2025"] },
      "2025-11-11; labelled; lines 1",
    ],
    [
      "an update with an offset",
      { lines: [TITLE, "Published: 11 November 2025", "Updated: 11 November 2025, 15:00 CET"] },
      "2025-11-11; labelled; modified 2025-11-11T15:00+01:00; lines 1,2",
    ],
    ["today", { lines: [TITLE, "heute, 7.57 Uhr"] }, "2025-12-01 07:57; alone; lines 1"],
    ["a date that is none", { lines: [TITLE, "31 November 2025"] }, "none; impossible-date"],
    ["a date with two readings", { lines: [TITLE, "03/04/2025"] }, "none; date-ambiguous"],
    ["a date with two readings beside words", { lines: [TITLE, "By Anna Writer | 03/04/2025"] }, "none"],
    ["a date and a time on two lines", { lines: [TITLE, "11 November 2025", "15:00"] }, "2025-11-11 15:00; alone; lines 1,2"],
    ["a time alone", { lines: [TITLE, "15:00"] }, "none"],
    ["labels below the head", { lines: [TITLE, LEAD, LEAD, "Published: 11 November 2025"] }, "2025-11-11; labelled; lines 3"],
    [
      "labels below the head that differ",
      { lines: [TITLE, LEAD, LEAD, "Published: 11 November 2025", "Published: 12 November 2025"] },
      "none",
    ],
    [
      "two dates alone and a labelled one below the head",
      { lines: [TITLE, "12 November 2025", "11 November 2025", LEAD, LEAD, "Published: 11 November 2025"] },
      "2025-11-11; labelled; lines 5",
    ],
    [
      "two dates alone and a dateline",
      { lines: [TITLE, "12 November 2025", "11 November 2025", `RIVERSIDE, Nov. 11, 2025 (EP) - ${LEAD}`] },
      "none; date-ambiguous",
    ],
    ["today where nobody says when that is", { lines: [TITLE, "heute, 7.57 Uhr"], context: { reference: null } }, "none"],
    [
      "a date, and a time of today where nobody says when that is",
      { lines: [TITLE, "11 November 2025", "heute, 7.57 Uhr"], context: { reference: null } },
      "2025-11-11; alone; lines 1",
    ],
    ["a month with a time", { lines: [TITLE, "May 2025, 15:00"] }, "none"],
    ["a dateline with a year", { lines: [`RIVERSIDE, Nov. 11, 2025 (EP) - ${LEAD}`] }, "2025-11-11; dateline"],
    ["a dateline without a year", { lines: [`RIVERSIDE, Nov. 11 (EP) - ${LEAD}`] }, "none"],
    ["a year of two digits and a full one", { lines: [TITLE, "11.11.25", "© 2025"] }, "2025-11-11; alone; lines 1"],
  ])("%s", (_name, input, expected) => {
    expect(summary(input)).toBe(expected);
  });
});

describe("a date in the text", () => {
  const PLAN = "The mill will be turned into ninety flats, the planning board decided on Monday by seven votes to four.";
  const TEXT = Array.from({ length: 5 }, () => PLAN);
  const SHORT = Array.from({ length: 5 }, () => "We asked for a park and got a car park, she said.");
  const WRAPPED = Array.from({ length: 5 }, () => [
    "The mill on Canal Street will be turned into ninety flats, the",
    "planning board of the town decided on Monday by seven votes to",
    "four; work is to begin in the spring.",
  ]).flat();
  const GERMAN = Array.from(
    { length: 5 },
    () => "Die Mühle wird zu neunzig Wohnungen umgebaut, beschloss der Bauausschuss am Montag mit sieben Stimmen.",
  );
  const JAPANESE = Array.from({ length: 5 }, () => "市議会は月曜日、運河沿いの古い工場を九十戸の住宅に建て替える計画を七対四で承認した。");
  const ARABIC = Array.from(
    { length: 5 },
    () => "قرر مجلس المدينة يوم الاثنين تحويل المصنع القديم على القناة إلى تسعين شقة بسبعة أصوات مقابل أربعة.",
  );

  test.each<readonly [string, readonly string[], string]>([
    ["of a chronology", [TITLE, ...TEXT, "The history of the mill:", "4 May 1912", PLAN, PLAN], "none"],
    ["of a chronology from the top", [TITLE, "4 May 1912", PLAN, "5 June 1950", PLAN, "6 July 1999", PLAN], "none; date-ambiguous"],
    ["of a chronology below a lead", [TITLE, PLAN, "4 May 1912", PLAN, "5 June 1950", PLAN], "none; date-ambiguous"],
    ["of an event", [TITLE, ...TEXT, "Saturday, 14 June 2025, 7 pm", "Town hall"], "none"],
    ["of an event below one sentence", [TITLE, PLAN, "Saturday, 14 June 2025, 7 pm", "Town hall"], "none"],
    ["of an event in German", [TITLE, ...GERMAN, "Samstag, 14. Juni 2025, 19 Uhr", "im Rathaus."], "none"],
    ["of an event in Japanese", [TITLE, ...JAPANESE, "2025年6月14日 19:00", "市役所"], "none"],
    ["of an event in Arabic", [TITLE, ...ARABIC, "14 يونيو 2025", "البلدية"], "none"],
    ["of an event below an interview", [TITLE, ...SHORT, "Saturday, 14 June 2025, 7 pm"], "none"],
    ["of an event below wrapped text", [TITLE, "", ...WRAPPED, "Saturday, 14 June 2025, 7 pm"], "none"],
    ["of a teaser", [TITLE, ...TEXT, "Related", "Council tax to rise", "12.03.2024", "Bakery closes"], "none"],
    ["of a teaser with its section", [TITLE, ...TEXT, "Most read", "Council tax to rise", "Politics | 12.03.2024"], "none"],
    ["of a teaser without a headline above", [...TEXT, "Most read", "Council tax to rise", "12 March 2024"], "none"],
    [
      "of a comment",
      [TITLE, "By Anna Writer", "3 March 2021", ...TEXT, "2 Comments", "mill79", "4 March 2021 at 08:15", "What about the bats?"],
      "2021-03-03; alone; lines 2",
    ],
    [
      "of a comment below one sentence",
      [TITLE, "3 March 2021", PLAN, "mill79", "4 March 2021", "What about the bats?"],
      "2021-03-03; alone; lines 1",
    ],
    ["below a lead", [TITLE, PLAN, "3 March 2021", ...TEXT], "2021-03-03; alone; lines 2"],
    [
      "below a lead in German",
      [TITLE, GERMAN[0]!, "Von Anna Writer", "3. März 2021, 15:00 Uhr", ...GERMAN],
      "2021-03-03 15:00; alone; lines 3",
    ],
    ["below a lead in Japanese", [TITLE, JAPANESE[0]!, "2021年3月3日 15:00", ...JAPANESE], "2021-03-03 15:00; alone; lines 2"],
    ["above wrapped text", [TITLE, "Riverside, 3 March 2021", "", ...WRAPPED], "2021-03-03; beside"],
    ["with its label below the text", [TITLE, ...TEXT, "Published: 3 March 2021"], "2021-03-03; labelled; lines 6"],
  ])("%s", (_name, lines, expected) => {
    expect(summary({ lines })).toBe(expected);
  });
});

describe("header and text", () => {
  test.each<readonly [string, Input, string]>([
    ["a month and its day", { date: "2025-11", lines: [TITLE, "11 November 2025"] }, "2025-11-11; alone; lines 1"],
    ["a month and a day of another", { date: "2025-11", lines: [TITLE, "11 December 2025"] }, "2025-11; header; date-conflict"],
    ["a day and the same day", { date: "2025-11-11", lines: [TITLE, "11 November 2025, 15:00"] }, "2025-11-11 15:00; header; lines 1"],
    ["a day and another", { date: "2025-11-11", lines: [TITLE, "12 November 2025, 15:00"] }, "2025-11-11; header; date-conflict"],
    ["a day and another below a sentence", { date: "2025-11-11", lines: [LEAD, "12 November 2025"] }, "2025-11-11; header"],
    ["a day and a time", { date: "2025-11-11", lines: [TITLE, "15:00"] }, "2025-11-11 15:00; header; lines 1"],
    ["a day with its time and another time", { date: "2025-11-11 14:00", lines: [TITLE, "15:00"] }, "2025-11-11 14:00; header"],
    ["a day and a time of another, without its year", { date: "2025-11-11", lines: [TITLE, "12 November, 15:00"] }, "2025-11-11; header"],
    ["a day and a time of one that is none", { date: "2025-11-11", lines: [TITLE, "31 November 2025, 15:00"] }, "2025-11-11; header"],
    ["a day and the month of an update", { date: "2025-11-11", lines: [TITLE, "Updated: December 2025"] }, "2025-11-11; header"],
    ["a day, its time and another time", { date: "2025-11-11", time: "14:00", lines: [TITLE, "15:00"] }, "2025-11-11 14:00; header"],
    ["a day and a time of today", { date: "2025-11-11", lines: [TITLE, "today, 15:00"] }, "2025-11-11 15:00; header; lines 1"],
    ["a day and a time of an update", { date: "2025-11-11", lines: [TITLE, "Updated: 15:00"] }, "2025-11-11; header"],
    ["a month and a time", { date: "2025-11", lines: [TITLE, "15:00"] }, "2025-11; header"],
    ["a month and a dateline", { date: "2025-11", lines: [`RIVERSIDE, Nov. 11 (EP) - ${LEAD}`] }, "2025-11-11; dateline"],
    ["a month and a dateline of another", { date: "2025-11", lines: [`RIVERSIDE, Dec. 11 (EP) - ${LEAD}`] }, "2025-11; header"],
    ["a year and a dateline", { date: "2025", lines: [`RIVERSIDE, Nov. 11 (EP) - ${LEAD}`] }, "2025; header"],
    ["a year and a dateline with its year", { date: "2025", lines: [`RIVERSIDE, Nov. 11, 2025 (EP) - ${LEAD}`] }, "2025-11-11; dateline"],
    ["a month that settles two readings", { date: "2025-04", lines: [TITLE, "03/04/2025"] }, "2025-04-03; alone; lines 1"],
    ["a day that settles two readings", { date: "2025-04-03", lines: [TITLE, "03/04/2025, 15:00"] }, "2025-04-03 15:00; header; lines 1"],
    ["a month and today", { date: "2025-11", lines: [TITLE, "heute, 7.57 Uhr"] }, "2025-11; header"],
    ["a month and a date that is none", { date: "2025-11", lines: [TITLE, "31 November 2025"] }, "2025-11; header; impossible-date"],
    ["a day and a date that is none", { date: "2025-11-11", lines: [TITLE, "31 November 2025"] }, "2025-11-11; header"],
    [
      "a day and an update",
      { date: "2025-11-11", lines: [TITLE, "Updated: 12 November 2025"] },
      "2025-11-11; header; modified 2025-11-12; lines 1",
    ],
  ])("%s", (_name, input, expected) => {
    expect(summary(input)).toBe(expected);
  });
});

test.each<readonly [Input, readonly string[]]>([
  [{ date: "soon" }, ['the header\'s date is "soon"']],
  [{ date: "2025-11-11", time: "soon" }, ['the header\'s time is "soon"']],
  [{ date: "2025-11-11 15:00", time: "16:00" }, ["the header's date says 15:00, its time says 16:00"]],
  [{ date: "2025-11-11", lines: [TITLE, "12 November 2025"] }, ["the header says 2025-11-11, line 4 says 2025-11-12"]],
  [{ lines: [TITLE, "Published: 31 November 2025 by Anna"] }, ['line 4 says "31 November 2025"']],
  [{ lines: [TITLE, "Updated: 11 November 2025"] }, ["only an update tells the day, 2025-11-11"]],
  [
    { lines: [TITLE, "12 November 2025", "11 November 2025", "12.11.2025"] },
    ["the text gives 2025-11-12 and 2025-11-11, and nothing tells which is the article's"],
  ],
])("%j is reported in words", (input, messages) => {
  expect(read(input).messages).toEqual(messages);
});

describe("the instant", () => {
  test.each<readonly [Input, string | null]>([
    [{ date: "2025-11-11 15:00" }, null],
    [{ date: "2025-11-11 15:00 CET" }, "2025-11-11T15:00:00+01:00"],
    [{ date: "2025-11-11 15:00:30 CET" }, "2025-11-11T15:00:30+01:00"],
    [{ date: "2025-11-11", context: { timeZone: "Asia/Tokyo" } }, null],
    [{ date: "2025-11", time: "15:00", context: { timeZone: "Asia/Tokyo" } }, null],
    [{ date: "2025-11-11", time: "15:00", context: { timeZone: "Asia/Tokyo" } }, "2025-11-11T15:00:00+09:00"],
  ])("%j", (input, expected) => {
    expect(read(input).publishedAt).toBe(expected);
  });
});

test("date, time and update say where they stand", () => {
  const lineOf = (span: { readonly lineStart: number } | null): number | undefined => span?.lineStart;
  const where = (input: Input): (number | undefined)[] => {
    const { spans } = read(input);
    return [lineOf(spans.date), lineOf(spans.time), lineOf(spans.dateModified)];
  };
  expect(where({ date: "2025-11-11 15:00" })).toEqual([1, 1, undefined]);
  expect(where({ date: "2025-11-11", time: "15:00" })).toEqual([1, 2, undefined]);
  expect(where({ date: "2025-11-11", lines: [TITLE, "15:00"] })).toEqual([1, 4, undefined]);
  expect(where({ lines: [TITLE, "11 November 2025", "15:00", "Updated: 12 November 2025"] })).toEqual([4, 5, 6]);
  expect(where({})).toEqual([undefined, undefined, undefined]);
});

test("the span of a date beside something else is the date's own", () => {
  const where = (line: string): readonly string[] => {
    const { spans, usedParts } = read({ lines: [TITLE, line] });
    const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => line.slice(start, end);
    const { date } = spans;
    return [date === null ? "" : line.slice(date.byteStart - 3000, date.byteEnd - 3000), ...(usedParts.get(1) ?? []).map(cut)];
  };
  expect(where("By Anna Writer | 11 November 2025, 15:00")).toEqual(["11 November 2025, 15:00", "11 November 2025, 15:00"]);
  expect(where("Riverside, 11 November 2025 (EP)")).toEqual(["11 November 2025", "11 November 2025"]);
  expect(where("2025年11月11日 15:00　来源：例报")).toEqual(["2025年11月11日 15:00", "2025年11月11日 15:00"]);
  expect(where("Published: 11 November 2025")).toEqual(["Published: 11 November 2025"]);
});
