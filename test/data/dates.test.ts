import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDump } from "newsdump";
import { chronoCases, dateparserCases, readRows, scoreCases } from "../support/date-cases.ts";
import { dataPath, hasData } from "./shared-data.ts";

/** Of the cases in scope. */
const LEAST_EXACT = 0.97;
const MOST_WRONG = 0.005;

describe.skipIf(!hasData)("date phrases of other libraries' tests", () => {
  const cases = hasData
    ? [
        ...chronoCases(readRows(dataPath("dates", "chrono-cases.jsonl"))),
        ...dateparserCases(readRows(dataPath("dates", "dateparser-cases.jsonl"))),
      ]
    : [];
  const inScope = cases.filter(({ exclusion }) => exclusion === null);

  it("are read right, or not at all", () => {
    const { total, exact, wrong } = scoreCases(inScope);
    console.log(`dates: ${exact} of ${total} exact, ${wrong} wrong`);
    expect(total).toBeGreaterThan(350);
    expect(exact / total).toBeGreaterThanOrEqual(LEAST_EXACT);
    expect(wrong / total).toBeLessThanOrEqual(MOST_WRONG);
  });

  it("that are out of scope are hardly ever read wrong either", () => {
    const excluded = cases.filter(
      ({ exclusion, expected }) => expected !== null && exclusion !== null && !["day order", "at odds", "year alone"].includes(exclusion),
    );
    const { total, wrong, failures } = scoreCases(excluded);
    console.log(
      `out of scope: ${wrong} of ${total} wrong`,
      failures.filter(({ got }) => got !== null).map(({ case: each, got }) => `${each.text}: ${got}`),
    );
    expect(wrong / total).toBeLessThanOrEqual(2 * MOST_WRONG);
  });
});

interface GoldRow {
  readonly file: string;
  readonly header_date: string | null;
  readonly date: string | null;
}

describe.skipIf(!hasData)("the gold sets' dates", () => {
  /** The header has the day, or a line has it: the day's number, the month's or its name nearby, the year or its last digits. */
  it("are right where the day stands in header or body, and seldom wrong", () => {
    const counts = { all: 0, right: 0, wrong: 0, standing: 0, standingRight: 0, standingWrong: 0 };
    for (const set of ["fundus", "aed", "zh69"]) {
      const rows = readFileSync(dataPath("gold", `${set}.gold.jsonl`), "utf8")
        .trim()
        .split("\n");
      for (const { file, header_date: header, date } of rows.map((row) => JSON.parse(row) as GoldRow)) {
        if (date === null) continue;
        const bytes = readFileSync(dataPath("gold", file));
        const got = parseDump(bytes, { format: "date-header" }).articles[0]?.date ?? null;
        const isRight = got === date;
        const isWrong = got !== null && !date.startsWith(got);
        const isStanding = header === date || standsIn(bytes.toString("utf8"), date);
        counts.all++;
        counts.right += Number(isRight);
        counts.wrong += Number(isWrong);
        counts.standing += Number(isStanding);
        counts.standingRight += Number(isStanding && isRight);
        counts.standingWrong += Number(isStanding && isWrong);
      }
    }
    console.log("gold dates:", counts);
    expect(counts.standingRight / counts.standing).toBeGreaterThanOrEqual(0.9);
    expect(counts.wrong / counts.all).toBeLessThanOrEqual(0.02);
  });
});

/** Whether a short line holds the day, the month (as a number or a name) and the year (two digits at least). */
function standsIn(text: string, date: string): boolean {
  const [year = "", month = "", day = ""] = date.split("-");
  const number = (value: string): string => `0?${Number(value)}`;
  const name = new Date(`${date}T00:00Z`);
  const names = ["en", "de", "no", "sv", "da", "es", "fr", "cs", "nl"].flatMap((language) => [
    name.toLocaleDateString(language, { month: "short", timeZone: "UTC" }).replace(".", ""),
  ]);
  const years = `(?:${year}|(?<!\\d)${year.slice(2)}(?!\\d))`;
  const months = `(?:${names.join("|")})\\p{L}*\\.?`;
  const forms = [
    `${year}[-./年] ?${number(month)}[-./月] ?${number(day)}(?!\\d)`,
    `(?<!\\d)${number(day)}[-./] ?${number(month)}[-./] ?${years}`,
    `(?<!\\d)${number(month)}[-./]${number(day)}[-./]${years}`,
    `(?<!\\d)${number(day)}(?:\\.|th|st|nd|rd)? ${months},? ${years}`,
    `${months} ${number(day)}(?:th|st|nd|rd)?,? ${years}`,
  ].map((form) => new RegExp(form, "iu"));
  return text.split("\n").some((line) => line.length <= 200 && forms.some((form) => form.test(line)));
}
