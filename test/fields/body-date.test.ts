import { describe, expect, test } from "vitest";
import { findBodyDates, findDateline, isDateLine, isWholeSentence, mayBeDateLine } from "../../src/fields/body-date.ts";
import { dateEvidence } from "../../src/fields/date.ts";

const evidence = () => dateEvidence({ reference: "2025-12-01" });

/** A sentence of a width. */
const sentence = (length: number): string => `${"Rain fell on the town. ".repeat(20).slice(0, length - 2)}x.`;

/** The dates of lines: what they say, their label and place, and whether they stand in the head, at the top, alone. */
function find(...lines: readonly string[]): string[] {
  return findBodyDates(lines, evidence()).map(({ index, date, monthDay, time, problem, label, place, isHead, isTop, isWholeLine }) =>
    [index, date ?? monthDay ?? problem, time, label, place, isHead && "head", isTop && "top", isWholeLine && "whole"]
      .filter((part) => part !== null && part !== false)
      .join(" "),
  );
}

describe("one line", () => {
  test.each([
    ["11 November 2025", "0 2025-11-11 alone head top whole"],
    ["15:00", "0 15:00 alone head top whole"],
    ["9:30", "0 09:30 alone head top whole"],
    ["3 pm", "0 15:00 alone head top whole"],
    ["heute, 7 Uhr", "0 2025-12-01 07:00 alone head top whole"],
    ["03/04/2025", "0 ambiguous alone head top whole"],
    ["二〇二五年十一月十一日", "0 2025-11-11 alone head top whole"],
    ["Published: 11 November 2025", "0 2025-11-11 published labelled head top whole"],
    ["Updated: 11 November 2025, 15:00", "0 2025-11-11 15:00 updated labelled head top whole"],
    ["Published on the website of the town 11 November 2025", "0 2025-11-11 published labelled head top"],
    ["Published 11 November 2025 by Anna Writer", "0 2025-11-11 published labelled head top"],
    ["Published 11 November 2025 by Anna Writer.", null],
    ["Published on the website 11 November 2025.", "0 2025-11-11 published labelled head top whole"],
    ["Published on the town website 11 November 2025.", null],
    ["Riverside | Published on the town website 11 November 2025.", "0 2025-11-11 published labelled head top"],
    ["Published on the town website: 11 November 2025.", "0 2025-11-11 published labelled head top"],
    [`Published${" of".repeat(13)} 11 November 2025`, "0 2025-11-11 published labelled head top"],
    [`Published${" of".repeat(14)} 11 November 2025`, null],
    ["Published 11 November 2025 | one two three four five six seven eight", "0 2025-11-11 published labelled head top"],
    ["Published 11 November 2025 | one two three four five six seven eight nine", null],
    ["Published on the website 11 November 2025 by Anna", "0 2025-11-11 published labelled head top"],
    ["Published on the town website 11 November 2025 by Anna", null],
    ["By Anna Writer | 11 November 2025", "0 2025-11-11 beside head top"],
    ["Anna Mia Tom Uwe Vera Will 11 November 2025", "0 2025-11-11 beside head top"],
    ["Anna Mia Tom Uwe Vera Will Xeno 11 November 2025", null],
    ["Anna 12th Writer 11 November 2025", null],
    ["Anna Writer 11 November 2025", "0 2025-11-11 beside head top"],
    ["Riverside, 11 November 2025", "0 2025-11-11 beside head top"],
    ["New Riverside, 11 November 2025", "0 2025-11-11 beside head top"],
    ["A New Riverside, 11 November 2025", null],
    ["11 November 2025 | 5 min read", "0 2025-11-11 beside head top"],
    ["11 November 2025 – 5 min read", "0 2025-11-11 beside head top"],
    ["11 November 2025 one two three four", "0 2025-11-11 beside head top"],
    ["11 November 2025 one two three four five", null],
    ["11 November 2025 one two three four: five", "0 2025-11-11 beside head top"],
    ["11 November 2025, 15:00 one two three four five", "0 2025-11-11 15:00 beside head top"],
    ["11 November 2025, 15:00 one two three four five six seven eight nine ten eleven twelve", "0 2025-11-11 15:00 beside head top"],
    ["11 November 2025, 15:00 one two three four five six seven eight nine ten eleven twelve last", null],
    ["11 November 2025 | one two three four five six seven eight", "0 2025-11-11 beside head top"],
    ["11 November 2025 | one two three four five six seven eight nine", null],
    ["> 11 November 2025 said so", null],
    ["@reader 11 November 2025 said", null],
    ["The wall fell on 11 November 2025", null],
    ["The wall fell on 11 November 2025.", null],
    ["the wall fell | 11 November 2025", "0 2025-11-11 beside head top"],
    ["the old wall fell | 11 November 2025", "0 2025-11-11 beside head top"],
    ["and so the wall fell | 11 November 2025", null],
    [
      "Riverside, 11 November 2025 one two three four five six seven 12 November 2025",
      "0 2025-11-11 beside head top; 0 2025-11-12 beside head top",
    ],
    ["Riverside, 11 November 2025 one two three four five six seven eight 12 November 2025", null],
    ["11 November 2025 until 12 November 2025", "0 2025-11-11 beside head top; 0 2025-11-12 beside head top"],
    [`heute, 7 Uhr${" ".repeat(18)}`, "0 2025-12-01 07:00 alone head top whole"],
    [`heute, 7 Uhr${" ".repeat(19)}`, null],
    ["Seen at 15:00 in town", null],
    ["November 2025", null],
    ["2025", null],
    ["Room 1234", null],
    ["", null],
    [`11 November 2025 ${"x".repeat(143)}`, "0 2025-11-11 beside head top"],
    [`11 November 2025 ${"x".repeat(144)}`, null],
    [
      "Published: 11 November 2025 Updated: 12 November 2025",
      "0 2025-11-11 published labelled head top whole; 0 2025-11-12 updated labelled head top whole",
    ],
    [
      "Published: 11 November 2025 Updated by the town: 12 November 2025",
      "0 2025-11-11 published labelled head top whole; 0 2025-11-12 updated labelled head top whole",
    ],
    [
      "Published: 11 November 2025 Updated by the old town: 12 November 2025",
      "0 2025-11-11 published labelled head top; 0 2025-11-12 updated labelled head top",
    ],
  ])("%s", (line, expected) => {
    expect(find(line).join("; ")).toBe(expected ?? "");
  });
});

describe("where a line stands", () => {
  const text = [sentence(90), sentence(90)];

  test("a lead may stand above it, a second sentence not", () => {
    expect(find("line", sentence(80), "11 November 2025", ...text)).toEqual(["2 2025-11-11 alone head whole"]);
    expect(find("line", sentence(80), sentence(80), "11 November 2025", ...text)).toEqual([]);
    expect(find("line", sentence(79), sentence(80), "11 November 2025", ...text)).toEqual(["3 2025-11-11 alone head whole"]);
    expect(find("line", "x".repeat(120), "x".repeat(120), "11 November 2025", ...text)).toEqual([]);
    expect(find("line", "x".repeat(119), "x".repeat(119), "11 November 2025")).toEqual(["3 2025-11-11 alone head top whole"]);
    expect(find("雨".repeat(44), "雨".repeat(44), "2025年11月11日")).toEqual(["2 2025-11-11 alone head top whole"]);
    expect(find("雨".repeat(45), "雨".repeat(45), "2025年11月11日")).toEqual([]);
    expect(find(`${"雨".repeat(29)}。`, `${"雨".repeat(29)}。`, "2025年11月11日", ...text)).toEqual([]);
  });

  test("three short sentences are as much as a long one, from half its length on", () => {
    const isTop = (line: string): boolean => find(line, line, line, "15:00").length > 0;
    expect([isTop(sentence(39)), isTop(sentence(40))]).toEqual([true, false]);
    expect([isTop(`${"雨".repeat(13)}。`), isTop(`${"雨".repeat(14)}。`)]).toEqual([true, false]);
    expect(isTop(`(${sentence(60)})`)).toBe(false);
    expect(isTop(`${"Did it rain in town, ".repeat(3)}or?`)).toBe(false);
    expect(isTop("x".repeat(60))).toBe(true);
  });

  test("a long paragraph is no lead", () => {
    const long = "The river rose in the night after heavy rain. ".repeat(11).trim();
    expect(find("line", long.slice(-479), "11 November 2025", ...text)).toEqual(["2 2025-11-11 alone head whole"]);
    expect(find("line", long.slice(-480), "11 November 2025", ...text)).toEqual([]);
    expect(find("line", `${"雨".repeat(188)}。`, "2025年11月11日", ...text)).toEqual(["2 2025-11-11 alone head whole"]);
    expect(find("line", `${"雨".repeat(189)}。`, "2025年11月11日", ...text)).toEqual([]);
  });

  test("many short sentences are text, a headline with a stop or two is none", () => {
    const spoken = "We asked for a park, and what we got is a car park.";
    expect(find(spoken, spoken, "11 November 2025")).toEqual(["2 2025-11-11 alone head top whole"]);
    expect(find(spoken, spoken, spoken, "11 November 2025")).toEqual([]);
    expect(find(spoken, spoken, spoken, spoken, spoken, spoken, "11 November 2025", ...text)).toEqual([]);
    const question = `${"x".repeat(90)}?`;
    expect(find(question, question, "11 November 2025")).toEqual(["2 2025-11-11 alone head top whole"]);
  });

  test("below a lead the text goes on", () => {
    expect(find("line", sentence(130), "11 November 2025")).toEqual([]);
    expect(find("line", sentence(130), "11 November 2025", sentence(90), "line")).toEqual([]);
    expect(find("line", sentence(130), "Anna Writer | 11 November 2025", "line")).toEqual([]);
    expect(find("line", sentence(130), "Anna Writer | 11 November 2025", ...text)).toEqual(["2 2025-11-11 beside head"]);
    const filling = Array.from({ length: 39 }, () => "line");
    expect(find("line", sentence(130), "11 November 2025", ...filling, ...text)).toEqual([]);
    expect(find("line", sentence(130), "11 November 2025", ...filling.slice(1), ...text)).toEqual(["2 2025-11-11 alone head whole"]);
    expect(find("line", sentence(130), "Published: 11 November 2025")).toEqual(["2 2025-11-11 published labelled head whole"]);
  });

  test("for longer where neither headline nor author shows the lead", () => {
    expect(find(sentence(130), "11 November 2025", ...text, sentence(90))).toEqual([]);
    expect(find(sentence(130), "11 November 2025", ...text, ...text)).toEqual(["1 2025-11-11 alone head whole"]);
    expect(find(sentence(130), "By Anna Writer", "11 November 2025", ...text)).toEqual(["2 2025-11-11 alone head whole"]);
    expect(find(sentence(130), "Anna Writer | 11 November 2025", ...text)).toEqual(["1 2025-11-11 beside head"]);
  });

  test.each(["The next public meeting:", "次回の会合："])("what %s announces is no date of the article", (line) => {
    expect(find("line", sentence(130), line, "11 November 2025", ...text)).toEqual([]);
  });

  test("the entries of a chronology are all found, so that they contradict each other", () => {
    const entries = ["4 May 1912", sentence(90), "5 June 1950", sentence(90), "6 July 1999", sentence(90)];
    expect(find("line", sentence(90), ...entries)).toEqual(["2 1912-05-04 alone head whole", "4 1950-06-05 alone whole"]);
  });

  test("no sentence stands above it at the top, and only there a time alone counts", () => {
    expect(find(sentence(79), "15:00")).toEqual(["1 15:00 alone head top whole"]);
    expect(find(sentence(80), "15:00")).toEqual([]);
    expect(find(sentence(80).slice(0, -1), "15:00")).toEqual(["1 15:00 alone head top whole"]);
    expect(find("line", `${"雨".repeat(29)}。`, "2025年11月11日", ...text)).toEqual(["2 2025-11-11 alone head whole"]);
    expect(find("line", `${"雨".repeat(28)}。`, "2025年11月11日", ...text)).toEqual(["2 2025-11-11 alone head top whole"]);
  });

  test("the head has thirty lines; labelled dates count below it", () => {
    const filling = Array.from({ length: 29 }, () => "line");
    expect(find(...filling, "11 November 2025")).toEqual(["29 2025-11-11 alone head top whole"]);
    expect(find(...filling, "line", "11 November 2025")).toEqual([]);
    expect(find(...filling, "line", "Published: 11 November 2025")).toEqual(["30 2025-11-11 published labelled top whole"]);
  });

  test("a label may stand alone on the line above", () => {
    expect(find("Updated:", "11 November 2025")).toEqual(["1 2025-11-11 updated labelled head top whole"]);
    expect(find("Updated:", "", "11 November 2025")).toEqual(["2 2025-11-11 updated labelled head top whole"]);
    expect(find("Updated:", "line", "11 November 2025")).toEqual(["2 2025-11-11 alone head top whole"]);
    expect(find("Updated:", "Riverside, 11 November 2025")).toEqual(["1 2025-11-11 beside head top"]);
    expect(find("Updated:", "Published: 11 November 2025")).toEqual(["1 2025-11-11 published labelled head top whole"]);
    expect(find("Updated by all the many helpers of the town", "11 November 2025")).toEqual(["1 2025-11-11 alone head top whole"]);
    expect(find(`Updated ${"x".repeat(22)}`, "11 November 2025")).toEqual(["1 2025-11-11 updated labelled head top whole"]);
    expect(find(`Updated ${"x".repeat(23)}`, "11 November 2025")).toEqual(["1 2025-11-11 alone head top whole"]);
    expect(find("Updated:", "11 November 2025 | 5 min read")).toEqual(["1 2025-11-11 beside head top"]);
    expect(find("Updated:", "• 11 November 2025")).toEqual(["1 2025-11-11 alone head top whole"]);
    expect(find("Updated: 12 November 2025", "11 November 2025")).toEqual([
      "0 2025-11-12 updated labelled head top whole",
      "1 2025-11-11 alone head top whole",
    ]);
  });
});

test.each([
  ["11 November 2025", true],
  ["Published: 11 November 2025, 15:00", true],
  ["2025年11月11日", true],
  ["二〇二五年十一月十一日", true],
  ["20 November", false],
  ["15:00", false],
  ["© 2025", false],
  ["Riverside, 11 November 2025", false],
  ["11 November 2025 in town", false],
  [`11 November 2025${" ".repeat(144)}`, true],
  [`11 November 2025${" ".repeat(145)}`, false],
])("whether %j is a day and nothing else: %s", (line, expected) => {
  expect(isDateLine(line, evidence())).toBe(expected);
});

test.each([
  ["11 November 2025", true],
  ["Riverside, 17 March 2004 (nd)", true],
  ["The river rose.", false],
  ["5 p", false],
  ["3 pm", true],
  ["2025", true],
  [`1${"x".repeat(13)}2${"x".repeat(20)}`, true],
  [`1${"x".repeat(14)}2${"x".repeat(20)}`, false],
  [`Room 123 ${"x".repeat(30)}`, false],
  [`Room 1234 ${"x".repeat(30)}`, true],
  [`٠٠:٠٠ ${"x".repeat(30)}`, true],
  [`11 November 2025 ${"x".repeat(43)}`, true],
  [`11 November 2025 ${"x".repeat(44)}`, false],
])("whether %j may be a line for a date: %s", (line, expected) => {
  expect(mayBeDateLine(line)).toBe(expected);
});

test.each([
  [sentence(80), true],
  [sentence(79), false],
  [sentence(80).slice(0, -1), false],
  [`${"雨".repeat(29)}。`, true],
  [`${"雨".repeat(28)}。`, false],
])("whether %j is a whole sentence: %s", (line, expected) => {
  expect(isWholeSentence(line)).toBe(expected);
});

describe("datelines", () => {
  const rest = "Rain fell on the town all day, and by evening the river had risen by half a metre.";
  const at = (...lines: readonly string[]): string | null => {
    const found = findDateline(lines, evidence());
    return found && `${found.index} ${found.date ?? found.monthDay}`;
  };

  test.each([
    [`RIVERSIDE, Nov. 11 (EP) - ${rest}`, "0 11-11"],
    [`RIVERSIDE, Nov. 11 — ${rest}`, "0 11-11"],
    [`RIVERSIDE, 11 November 2025 – ${rest}`, "0 2025-11-11"],
    [`RIVERSIDE, Nov. 11 (EP) ${rest}`, "0 11-11"],
    [`LA PAZ, 21 mayo 2019 (AFP) - ${rest}`, "0 2019-05-21"],
    [`LA PAZ, 21 de mayo de 2019 (AFP) - ${rest}`, "0 2019-05-21"],
    [`La Paz, 21 may. 2019 (EFE).- ${rest}`, "0 2019-05-21"],
    [`LA PAZ, 21 abr 2019 (EFE) - ${rest}`, "0 2019-04-21"],
    [`LISBON, Sept 30 (Meridian) - ${rest}`, "0 09-30"],
    [`Житомир, 26 квітня. - ${rest}`, "0 04-26"],
    [`МОСКВА, 11 ноября - ${rest}`, "0 11-11"],
    [`新华社北京11月11日电 ${rest}`, "0 11-11"],
    [`LA CASA del MAR, Nov. 11 - ${rest}`, "0 11-11"],
    [`LA CASA della VIA, Nov. 11 - ${rest}`, null],
    [`Nov. 11 - ${rest}`, null],
    [`RIVERSIDE, Nov. 11 to Nov. 12 - ${rest}`, null],
    [`RIVERSIDE, November 2025 - ${rest}`, null],
    [`RIVERSIDE - ${rest}`, null],
    [`the river rose on Nov. 11 - ${rest}`, null],
    [`One Two Six Ten Old New, Nov. 11 - ${rest}`, "0 11-11"],
    [`One Two Six Ten Old New Red, Nov. 11 - ${rest}`, null],
    [`RIVERSIDE, Nov. 11 ${rest.slice(0, 69)} - ${rest}`, null],
    ["RIVERSIDE, Nov. 11 - Rain fell on the town.", null],
    ["RIVERSIDE, Nov. 11 - Rain fell on all the to.", "0 11-11"],
    ["RIVERSIDE, Nov. 11 - Rain fell on all the t.", null],
    [`RIVERSIDE, Nov. 11 ${"X".repeat(69)} - ${rest}`, "0 11-11"],
    [`RIVERSIDE, Nov. 11 ${"X".repeat(70)} - ${rest}`, null],
  ])("%s", (line, expected) => {
    expect(at(line)).toBe(expected);
  });

  test("are of the head, below its top, and no whole lines", () => {
    expect(findDateline([`RIVERSIDE, Nov. 11 (EP) - ${rest}`], evidence())).toMatchObject({
      index: 0,
      place: "dateline",
      isHead: true,
      isTop: false,
      isWholeLine: false,
    });
  });

  test("stand in the first three paragraphs", () => {
    const dateline = `RIVERSIDE, Nov. 11 (EP) - ${rest}`;
    expect(at("line", rest, rest, "line", dateline)).toBe("4 11-11");
    expect(at(rest, rest, rest, dateline)).toBeNull();
  });
});
