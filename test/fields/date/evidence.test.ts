import { describe, expect, test } from "vitest";
import { parseDate } from "newsdump";

describe("what evidence settles", () => {
  test.each([
    // the order of numbers
    ["03/04/2025", { languages: ["es"] }, "2025-04-03"],
    ["03/04/2025", { languages: ["en-GB"] }, "2025-04-03"],
    ["03/04/2025", { languages: ["en-US"] }, "2025-03-04"],
    ["03/04/2025", { languages: ["en"] }, null],
    ["03-04-2025", { languages: ["ja"] }, "2025-04-03"],
    ["Sunday 12/7/2014", {}, "2014-12-07"],
    ["Dimanche 7/12/2014", {}, "2014-12-07"],
    // names of two months
    ["11 listopada 2025", { languages: ["pl"] }, "2025-11-11"],
    ["11. listopada 2025.", { languages: ["hr"] }, "2025-10-11"],
    ["11. listopadu 2025", {}, "2025-11-11"],
    ["wtorek, 11 listopada 2025", {}, "2025-11-11"],
    ["subota, 11. listopada 2025.", {}, "2025-10-11"],
    ["11 srp 2025", { languages: ["cs"] }, "2025-08-11"],
    ["11. srp 2025.", { languages: ["hr"] }, "2025-07-11"],
    // years of two digits
    ["3 Feb 82", { reference: "2012-08-10" }, "1982-02-03"],
    ["Friday 30-12-16", { reference: "2017-01-05" }, "2016-12-30"],
    ["25.04.24", { reference: "2024-06-01", languages: ["de"] }, "2024-04-25"],
    ["25.04.24", { reference: "2025-06-01", languages: ["ko"] }, "2025-04-24"],
    ["11 พ.ย. 68", {}, "2025-11-11"],
    // today
    ["heute, 7.57 Uhr", { reference: "2024-11-22" }, "2024-11-22"],
    ["Online seit heute, 7.57 Uhr", { reference: "2024-11-22" }, "2024-11-22"],
    ["yesterday", { reference: "2024-03-01" }, "2024-02-29"],
    ["вчера", { reference: "2025-01-01" }, "2024-12-31"],
    ["今日", { reference: new Date("2025-11-11T23:00:00Z") }, "2025-11-11"],
    ["Online seit heute, 7.57 Uhr", {}, null],
    // the last year
    ["2026-01-01", { reference: "2025-12-31" }, "2026-01-01"],
    ["2027-01-01", { reference: "2025-12-31" }, null],
  ])("%s with %j", (text, options, date) => {
    expect(parseDate(text, options)?.date ?? null).toBe(date);
  });

  test("a reference that is no day is an error", () => {
    const wrong = expect.objectContaining({ name: "NewsdumpError", code: "invalid-option" });
    expect(() => parseDate("today", { reference: "2025-02-30" })).toThrow(wrong);
    expect(() => parseDate("today", { reference: "soon" })).toThrow(/reference must be a date/);
    expect(() => parseDate("today", { reference: new Date(Number.NaN) })).toThrow(wrong);
  });
});

describe("calendars and digits", () => {
  test.each([
    ["11 พฤศจิกายน 2568", "2025-11-11"],
    ["11 พฤศจิกายน พ.ศ. 2568", "2025-11-11"],
    ["22 พฤษภาคม 2012", "2012-05-22"],
    ["10 August 2555 BE", "2012-08-10"],
    ["۲۰ آبان ۱۴۰۴", "2025-11-11"],
    ["۱۴۰۴/۰۸/۲۰", "2025-11-11"],
    ["۳۰ اسفند ۱۴۰۳", "2025-03-20"],
    ["30 اسفند 1402", null],
    ["令和7年11月11日", "2025-11-11"],
    ["平成31年4月30日", "2019-04-30"],
    ["令和元年5月1日", "2019-05-01"],
    ["民國114年11月11日", "2025-11-11"],
    ["二〇二五年十一月十一日", "2025-11-11"],
    ["２０２５年１１月１１日", "2025-11-11"],
    ["११ नवंबर २०२५", "2025-11-11"],
    ["১১ নভেম্বর ২০২৫", "2025-11-11"],
    ["14-09-1432 هـ", null],
  ])("%s", (text, date) => {
    expect(parseDate(text)?.date ?? null).toBe(date);
  });
});

describe("times", () => {
  test.each([
    ["Tue, 11 Nov 2025 15:00:30 -0500", "15:00:30", "-05:00"],
    ["Tue, 11 Nov 2025 15:00:30 GMT", "15:00:30", "Z"],
    ["Fri Sep 23 2016 10:34:51 GMT+0800 (CST)", "10:34:51", "+08:00"],
    ["20251111T150030Z", "15:00:30", "Z"],
    ["November 22, 2024 | 3:15 pm EST", "15:15", "-05:00"],
    ["November 22, 2024 3:15 pm CST", "15:15", null],
    ["22 November 2024, 15:15 IST", "15:15", null],
    ["22 November 2024, 15:15 CET", "15:15", "+01:00"],
    ["22 Nov 2024 15:15 WIB", "15:15", "+07:00"],
    ["22.11.2024 15:15 МСК", "15:15", "+03:00"],
    ["22.11.2013 15:15 МСК", "15:15", "+04:00"],
    ["22.11.2024 07.57", "07:57", null],
    ["22 novembre 2024 à 15h30", "15:30", null],
    ["22. november 2024 kl. 15.30", "15:30", null],
    ["2024年11月22日 下午3:15", "15:15", null],
    ["2024년 11월 22일 오후 3시 15분", "15:15", null],
    ["2016年3月20日(日) 21時40分", "21:40", null],
    ["22.11.2024 um 15 Uhr", "15:00", null],
    ["Published Fri, Apr 28 20232:23 PM EDT", "14:23", "-04:00"],
    ["22 November 2024 at midnight", "00:00", null],
  ])("%s", (text, time, utcOffset) => {
    expect(parseDate(text)).toMatchObject({ time, utcOffset });
  });
});

test("any text is read in linear time", () => {
  for (const part of ["1.", "1 ", "a.", "1-1-", "may ", "日1", "(日", "ก.", "de ", "12:00 ", "\uD83D"]) {
    const start = performance.now();
    expect(parseDate(part.repeat(48).slice(0, 96))).toBeNull();
    expect(parseDate(part.repeat(1_000_000))).toBeNull();
    expect(performance.now() - start).toBeLessThan(200);
  }
});
