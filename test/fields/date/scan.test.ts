import { expect, test } from "vitest";
import { scanLine } from "../../../src/fields/date/scan.ts";
import { dateEvidence } from "../../../src/fields/date.ts";

const evidence = () => dateEvidence({ reference: "2025-12-01" });

/** The dates of a line as they stand in it, and the words before, between and behind them. */
function scan(text: string): string {
  const { dates, before, between, after } = scanLine(text, evidence());
  const cut = (tokens: readonly { readonly start: number; readonly end: number }[]): string =>
    tokens.map(({ start, end }) => text.slice(start, end)).join(" ");
  if (dates.length === 0) return cut(before);
  const found = dates.map(({ start, end, label }) => `[${text.slice(start, end)}]${label === null ? "" : ` ${label}`}`);
  return [cut(before), found.join(` ${cut(between)} `.replace(/ +/g, " ")), cut(after)].filter((part) => part !== "").join(" | ");
}

test.each([
  ["11 November 2025", "[11 November 2025]"],
  ["15:00", "[15:00]"],
  ["99:99", "99 99"],
  ["Riverside, 11 November 2025, town", "Riverside | [11 November 2025] | town"],
  ["Published: 11 November 2025, updated: 12 November 2025", "Published | [11 November 2025] published updated [12 November 2025] updated"],
  ["from 11.11.2025 until 12.11.2025 in town", "from | [11.11.2025] until [12.11.2025] | in town"],
  ["11.11.2025 15:00 and 12.11.2025 16:00", "[11.11.2025 15:00] and [12.11.2025 16:00]"],
  ["10 - 22 August 2012", "10 22 August 2012"],
  ["10 ~ 22 August 2012", "10 22 August 2012"],
  ["2010 - 22 August 2012", "2010 | [22 August 2012]"],
  ["22 August 2012 - 2014", "[22 August 2012] | 2014"],
  ["22 August 2012 - 14:00", "[22 August 2012 - 14:00]"],
  ["22 August 2012 - 5 min read", "[22 August 2012] | 5 min read"],
  ["22 August 2012 14:00 - 15", "[22 August 2012 14:00] | 15"],
  ["May", "May"],
  ["May 2", "[May 2]"],
  ["May 2025", "May 2025"],
  ["1.2.3.2025", "1 2 3 2025"],
  ["A/11.11.2025", "A | [11.11.2025]"],
  ["7/11.11.2025", "7 11 11 2025"],
  ["7 /11.11.2025", "7 | [11.11.2025]"],
  ["7/ 11.11.2025", "7 | [11.11.2025]"],
  ["No. 7, 11.11.2025", "No 7 | [11.11.2025]"],
  ["heute, 7 Uhr", "[heute, 7 Uhr]"],
  ["gestern", "[gestern]"],
  ["令和7年11月11日", "[令和7年11月11日]"],
  ["下午3:15", "[下午3:15]"],
  ["no date at all", "no date at all"],
  ["", ""],
])("%s", (text, expected) => {
  expect(scan(text)).toBe(expected);
});

test("a clock alone is read the same time and again", () => {
  expect(scanLine("15:00", evidence())).toBe(scanLine("15:00", evidence()));
  expect(scanLine("15:00", evidence()).dates[0]).toMatchObject({ date: null, time: "15:00", start: 0, end: 5 });
});
