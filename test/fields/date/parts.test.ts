import { describe, expect, test } from "vitest";
import { addDays, formatDay, fromPersian, isCalendarDay, isPersianYear, weekdayOf } from "../../../src/fields/date/calendar.ts";
import { digitValue, ideographNumber, isBlank, isDense, isIdeographDigit, isLetter } from "../../../src/fields/date/characters.ts";
import { isTimeZone, offsetIn } from "../../../src/fields/date/time-zone.ts";
import { formatOffset, moscowOffset } from "../../../src/fields/date/zones.ts";

describe("the calendar", () => {
  const dayOf = (text: string) => {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    return { year, month, day };
  };

  test.each([
    ["2025-01-31", true],
    ["2025-01-32", false],
    ["2025-01-00", false],
    ["2025-01-01", true],
    ["2025-04-30", true],
    ["2025-04-31", false],
    ["2025-02-28", true],
    ["2025-02-29", false],
    ["2024-02-29", true],
    ["2024-02-30", false],
    ["2024-03-29", true],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2025-12-31", true],
    ["2025-13-01", false],
    ["2025-00-01", false],
    ["2024-04-31", false],
  ])("whether %s is a day: %s", (text, expected) => {
    expect(isCalendarDay(dayOf(text))).toBe(expected);
  });

  test.each([
    ["2025-11-11", 2],
    ["2025-11-16", 0],
    ["2000-01-01", 6],
    ["1899-12-31", 0],
  ])("the weekday of %s is %i", (text, weekday) => {
    expect(weekdayOf(dayOf(text))).toBe(weekday);
  });

  test.each([
    ["2025-12-31", 1, "2026-01-01"],
    ["2024-03-01", -1, "2024-02-29"],
    ["2025-11-11", 0, "2025-11-11"],
    ["2025-03-29", 2, "2025-03-31"],
  ])("%s and %i days is %s", (text, days, result) => {
    expect(addDays(dayOf(text), days)).toEqual(dayOf(result));
  });

  test("a day is written as precisely as it is known", () => {
    expect([formatDay(2025, null, null), formatDay(2025, 3, null), formatDay(2025, 11, 2)]).toEqual(["2025", "2025-03", "2025-11-02"]);
  });

  test.each([
    ["1300-01-01", "1921-03-21"],
    ["1399-12-30", "2021-03-20"],
    ["1400-01-01", "2021-03-21"],
    ["1404-06-31", "2025-09-22"],
    ["1404-07-01", "2025-09-23"],
    ["1404-07-30", "2025-10-22"],
    ["1404-08-20", "2025-11-11"],
    ["1404-12-29", "2026-03-20"],
    ["1403-12-30", "2025-03-20"],
    ["1408-12-30", "2030-03-20"],
    ["1499-01-01", "2120-03-21"],
    ["1404-12-30", null],
    ["1404-07-31", null],
    ["1404-06-32", null],
    ["1404-11-31", null],
    ["1404-01-00", null],
    ["1404-00-01", null],
    ["1404-13-01", null],
    ["1299-01-01", null],
    ["1500-01-01", null],
  ])("the solar Hijri day %s is %s", (text, day) => {
    expect(fromPersian(dayOf(text))).toEqual(day === null ? null : dayOf(day));
  });

  test.each([
    [1299, false],
    [1300, true],
    [1499, true],
    [1500, false],
  ])("news are dated in the Persian year %i: %s", (year, expected) => {
    expect(isPersianYear(year)).toBe(expected);
  });
});

describe("signs of dates", () => {
  const codeOf = (text: string): number => text.charCodeAt(0);

  test.each([..."0٠۰०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐０"])("digits from %s on count", (zero) => {
    for (let value = 0; value < 10; value++) expect(digitValue(codeOf(zero) + value)).toBe(value);
    expect(digitValue(codeOf(zero) - 1)).toBe(-1);
    expect(digitValue(codeOf(zero) + 10)).toBe(-1);
  });

  test.each([
    ["〇", 0],
    ["七", 7],
    ["十", 10],
    ["十一", 11],
    ["二十", 20],
    ["二十五", 25],
    ["百", 100],
    ["一百一十四", 114],
    ["二〇二五", 2025],
    ["二○二五", 2025],
    ["二零二五", 2025],
    ["二千二十五", 2025],
    ["千九百八十九", 1989],
  ])("%s is %i", (text, value) => {
    expect(ideographNumber(text)).toBe(value);
    for (const character of text) expect(isIdeographDigit(character)).toBe(true);
  });

  test("other ideographs are no numbers", () => {
    expect(["年", "月", "人", "1"].some(isIdeographDigit)).toBe(false);
  });

  test.each([" ", "\t", "\u00a0", "\u2000", "\u2009", "\u200b", "\u202f", "\u3000"])("%j is a blank", (sign) => {
    expect(isBlank(codeOf(sign))).toBe(true);
  });

  test.each(["\n", "a", "\u1fff", "\u200c", "\u2030", "\u3001", "-"])("%j is no blank", (sign) => {
    expect(isBlank(codeOf(sign))).toBe(false);
  });

  test.each([..."azAZªº°ßéЖμعमก年月강〇々Ａｚ", "\u200c", "\u200d", "\u1fff", "\u2c00", "\u2fff", "\u3040", "\uff66"])(
    "%j is a letter",
    (sign) => {
      expect(isLetter(codeOf(sign))).toBe(true);
    },
  );

  test.each([
    ..."@[`{0/: ×÷²–—…“”€、。「」・（）：！０＠［｀｛٠५،؛؟۔।॥٪٭๏",
    "\u2000",
    "\u2bff",
    "\u3000",
    "\u303f",
    "\ud83d",
    "\udc00",
    "\ue000",
    "\uf8ff",
    "\ufffd",
    "\uff65",
  ])("%j is no letter", (sign) => {
    expect(isLetter(sign === "๏" ? 0xe2f : codeOf(sign))).toBe(false);
  });

  test("nothing stands behind the end of a text", () => {
    expect(isLetter("".charCodeAt(0))).toBe(false);
  });

  test.each([
    ["\u0dff", false],
    ["\u0e00", true],
    ["\u0eff", true],
    ["\u0f00", false],
    ["\u0fff", false],
    ["\u1000", true],
    ["\u109f", true],
    ["\u10a0", false],
    ["\u177f", false],
    ["\u1780", true],
    ["\u17ff", true],
    ["\u1800", false],
    ["\u3006", false],
    ["\u3007", true],
    ["\u3008", false],
    ["\u303f", false],
    ["\u3040", true],
    ["\u30ff", true],
    ["\u3100", false],
    ["\u33ff", false],
    ["\u3400", true],
    ["\u9fff", true],
    ["\ua000", false],
    ["\uabff", false],
    ["\uac00", true],
    ["\ud7a3", true],
    ["\ud7a4", false],
    ["a", false],
  ])("%j is of writing without blanks: %s", (sign, expected) => {
    expect(isDense(codeOf(sign))).toBe(expected);
  });
});

describe("offsets", () => {
  test.each([
    [0, "Z"],
    [60, "+01:00"],
    [-60, "-01:00"],
    [345, "+05:45"],
    [-210, "-03:30"],
    [840, "+14:00"],
    [-5, "-00:05"],
  ])("%i minutes are %s", (minutes, text) => {
    expect(formatOffset(minutes)).toBe(text);
  });

  test.each([
    ["2011-03-26", null],
    ["2011-03-27", "+04:00"],
    ["2014-10-25", "+04:00"],
    ["2014-10-26", null],
    ["2014-10-27", "+03:00"],
    ["2025-11-11", "+03:00"],
    ["2025-11", null],
    ["2025", null],
  ])("Moscow on %s is at %s", (date, offset) => {
    expect(moscowOffset(date)).toBe(offset);
  });

  test.each([
    ["Europe/Berlin", "2025-03-30T01:59:59", "+01:00"],
    ["Europe/Berlin", "2025-03-30T02:00:00", null],
    ["Europe/Berlin", "2025-03-30T02:59:59", null],
    ["Europe/Berlin", "2025-03-30T03:00:00", "+02:00"],
    ["Europe/Berlin", "2025-10-26T01:59:59", "+02:00"],
    ["Europe/Berlin", "2025-10-26T02:00:00", null],
    ["Europe/Berlin", "2025-10-26T02:59:59", null],
    ["Europe/Berlin", "2025-10-26T03:00:00", "+01:00"],
    ["Asia/Kolkata", "2025-06-01T00:00:00", "+05:30"],
    ["America/St_Johns", "2025-01-01T12:00:00", "-03:30"],
    ["UTC", "2025-06-01T00:00:00", "Z"],
    ["Pacific/Apia", "2011-12-30T12:00:00", null],
    ["Pacific/Apia", "2011-12-31T12:00:00", "+14:00"],
    ["Pacific/Apia", "2011-12-29T12:00:00", "-10:00"],
  ])("%s at %s is at %s", (timeZone, local, offset) => {
    expect(offsetIn(timeZone, local)).toBe(offset);
  });

  test("zones are those that the runtime knows", () => {
    expect(["UTC", "Europe/Berlin", "Asia/Kathmandu"].every(isTimeZone)).toBe(true);
    expect(["Mars/Olympus", "", "Berlin"].some(isTimeZone)).toBe(false);
  });
});
