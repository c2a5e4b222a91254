import { describe, expect, test } from "vitest";
import { parseDate, readDate } from "../../src/fields/date.ts";
import { readTime } from "../../src/fields/time.ts";

describe("dates with one meaning", () => {
  test.each([
    ["2025", "2025"],
    ["2025-11", "2025-11"],
    ["2025-11-11", "2025-11-11"],
    ["2025/11/1", "2025-11-01"],
    ["2025.11.11", "2025-11-11"],
    ["11.11.2025", "2025-11-11"],
    ["1.2.2025", "2025-02-01"],
    ["25/12/2025", "2025-12-25"],
    ["12/25/2025", "2025-12-25"],
    ["5/5/2025", "2025-05-05"],
    ["2025年11月11日", "2025-11-11"],
    ["2025年11月", "2025-11"],
    ["11 ноября 2025 г.", "2025-11-11"],
    ["11. November 2025", "2025-11-11"],
    ["11. Nov. 2025", "2025-11-11"],
    ["11 de noviembre de 2025", "2025-11-11"],
    ["1er mai 2025", "2025-05-01"],
    ["November 11, 2025", "2025-11-11"],
    ["Nov. 11, 2025", "2025-11-11"],
    ["November 2025", "2025-11"],
    ["ноябрь 2025", "2025-11"],
    ["11 novembre 2025", "2025-11-11"],
    ["١١ نوفمبر ٢٠٢٥", "2025-11-11"],
    ["29.02.2024", "2024-02-29"],
    ["29.02.2000", "2000-02-29"],
    ["1850-05-05", "1850-05-05"],
    ["1900-05-05", "1900-05-05"],
    ["1970-01-02", "1970-01-02"],
  ])("%s is %s", (text, date) => {
    expect(parseDate(text)?.date).toBe(date);
  });

  test.each([
    ["11.11.2025, 15:00", "2025-11-11", "15:00", null],
    ["2025-11-11T15:00:30+03:00", "2025-11-11", "15:00:30", "+03:00"],
    ["2025-11-11T15:00-05:00", "2025-11-11", "15:00", "-05:00"],
    ["2025-11-11T15:00Z", "2025-11-11", "15:00", "Z"],
    ["2025-11-11 15:00:30.123456", "2025-11-11", "15:00:30", null],
    ["November 11, 2025 | 3:15 pm", "2025-11-11", "15:15", null],
    ["2025年11月11日 9:05", "2025-11-11", "09:05", null],
  ])("%s has a time", (text, date, time, utcOffset) => {
    expect(parseDate(text)).toEqual({ date, time, utcOffset });
  });
});

describe("no date is made up", () => {
  test.each(["03/04/2025", "11.11.25", "03-04-05", "11 listopada 2025", "3 Feb 82", "1.2.03", "Nov 11, '25"])(
    "%s has several meanings",
    (text) => {
      expect(readDate(text)).toBe("ambiguous");
      expect(parseDate(text)).toBeNull();
    },
  );

  test.each(["0000-00-00", "1900-01-01", "1970-01-01", "01.01.1970", "January 1, 1970", "1970-01-01T00:00:00Z"])(
    "%s is a placeholder",
    (text) => {
      expect(readDate(text)).toBe("placeholder");
    },
  );

  test.each(["9999-01-01", "1799-12-31", "11.11.2099", "5 May 2555"])("%s is out of range", (text) => {
    expect(readDate(text)).toBe("out-of-range");
  });

  test.each([
    "yesterday",
    "on 9 November 1989 the wall fell",
    "10 - 22 August 2012",
    "10 août - 12 septembre 2013",
    "2014-04-18 13:00 - 16:00",
    "August 10, 345 BC",
    "192.168.1.12",
    "1.2.3.2025",
    "2025-W46-2",
    "12 min read",
    "5 May",
    "Marta 2",
    "9:30",
    "Olympia 2024 Paris",
    "v1.2.2024.3",
    "+49 30 2025 11 11",
    "\uD800 2025-11-11",
    "",
    "Tuesday",
    "11 November",
    "2025-1111",
    "2025/11-11",
    "2025-11/11",
    "202/-11-11",
    "2025-1x-11",
    "19:5-11-11",
    "2025 people",
    "12 monkeys 1995",
    "2025-11-11 and later",
    "2025-11 15:00",
    "2025-11-11 -1:00",
    "2025-11-11 +15:30",
    "x".repeat(5000),
  ])("%j", (text) => {
    expect(readDate(text)).toBe("unreadable");
  });

  test.each([
    "2025-02-30",
    "2025-13-01",
    "2025-13-12",
    "31.04.2025",
    "29.02.2025",
    "29.02.1900",
    "2025-00-10",
    "31 November 2025",
    "32 January 2015",
  ])("%s is impossible", (text) => {
    expect(readDate(text)).toBe("impossible");
  });
});

describe("what may stand beside a date", () => {
  test.each([
    ["a label", "Published: 11 November 2025"],
    ["a label of one word without a colon", "Published 11 November 2025"],
    ["a label of several words", "Online since Tuesday, 11 November 2025"],
    ["a label and three words", "Published by us at: 11 November 2025"],
    ["a label and four words", "Published by us at noon 11 November 2025"],
    ["a full stop", "11 November 2025."],
    ["a comma", "11 November 2025,"],
    ["a closing bracket", "11 November 2025)"],
    ["blanks, up to 96 characters in all", `11${" ".repeat(81)}November 2025`],
  ])("%s", (_name, text) => {
    expect(readDate(text)).toEqual({ date: "2025-11-11", time: null, utcOffset: null });
  });

  test.each([
    ["a word that is no label", "Rain 11 November 2025"],
    ["a label behind another word of dates", "Tuesday published 11 November 2025"],
    ["a label behind a number", "12 published 11 November 2025"],
    ["a label and five words", "Published by us at last: 11 November 2025"],
    ["a label and another mark", "Published - 11 November 2025"],
    ["a mark before a label", "(Published: 11 November 2025"],
    ["a semicolon", "11 November 2025;"],
    ["two marks", "11 November 2025.."],
    ["blanks, more than 96 characters in all", `11${" ".repeat(82)}November 2025`],
  ])("not %s", (_name, text) => {
    expect(readDate(text)).toBe("unreadable");
  });

  test("a label needs a date", () => {
    for (const text of ["Published", "Published:", "Published: 15:00", "Published: Tuesday"]) expect(readDate(text)).toBe("unreadable");
  });
});

describe("a reference", () => {
  test.each([
    ["2025-11-11", "2025-11-11"],
    ["2025-11-11T23:00:00-05:00", "2025-11-11"],
    ["1800-01-01", "1800-01-01"],
    [new Date("2025-11-11T23:30:00-05:00"), "2025-11-12"],
  ])("%s is %s", (reference, day) => {
    expect(parseDate("today", { reference })?.date).toBe(day);
  });

  test("settles the last year that is read", () => {
    expect(parseDate("2012-05-06", { reference: "2011-01-01" })?.date).toBe("2012-05-06");
    expect(parseDate("2013-05-06", { reference: "2011-01-01" })).toBeNull();
  });
});

test.each([
  ["15:00", "15:00", null],
  ["9:05:30", "09:05:30", null],
  ["3:15 pm", "15:15", null],
  ["12:00 a.m.", "00:00", null],
  ["12:30 PM", "12:30", null],
  ["15:00 GMT", "15:00", "Z"],
  ["15:00 UTC+3", "15:00", "+03:00"],
  ["15:00+0530", "15:00", "+05:30"],
  ["15:00 Uhr", "15:00", null],
  ["15:00 UTC-5", "15:00", "-05:00"],
  ["15:00:30-05:00", "15:00:30", "-05:00"],
  [`15:00${" ".repeat(35)}`, "15:00", null],
])("time %s", (text, time, utcOffset) => {
  expect(readTime(text)).toEqual({ time, utcOffset });
});

test.each([
  "24:00",
  "15:60",
  "13:00 pm",
  "0:00 am",
  "15",
  "15:0",
  "-1:00",
  "at 15:00",
  "15:00 sharp",
  "15:00+15:00",
  "15:00+03:17",
  "09:00-13:00",
  "10:00-11",
  "3:2",
  "11 November, 15:00",
  "2025-11-11 15:00",
  "11.11.2025",
  "Tuesday",
  "Tuesday, 15:00",
  "today, 15:00",
  `15:00${" ".repeat(36)}`,
])("%s is no time", (text) => {
  expect(readTime(text)).toBeNull();
});
