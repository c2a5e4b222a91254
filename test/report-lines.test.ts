import { expect, test } from "vitest";
import { parseDump, readDump } from "../src/index.ts";

test("lines are counted the same however the dump is cut into chunks", async () => {
  const record = ` date 2025-11-11 EN\nRain over the city\n\n${"Rain fell on the city all Tuesday, and the river rose.\n\n".repeat(40)}`;
  const bytes = new TextEncoder().encode(record.repeat(60)); // longer than the sample of the head
  const whole = parseDump(bytes).report;
  const chunks = Array.from({ length: Math.ceil(bytes.length / 10_000) }, (_, index) =>
    bytes.subarray(index * 10_000, (index + 1) * 10_000),
  );
  const reader = readDump(chunks);
  for await (const result of reader) expect(result.kind).toBe("article");
  expect(reader.report.lines).toEqual(whole.lines);
  expect(whole.lines.total).toBe(record.split("\n").length * 60 - 60);
  expect(whole.lines.blank).toBe(41 * 60);
});

test("header lines that are in the ledger as a whole count as removed, those of fields do not", () => {
  const text = "Rain fell on the city all Tuesday, and by evening the river stood high.";
  const { articles, report } = parseDump(`Title: Rain\nPages: 4\nDate: 2025-11-11\nShelf: 7\n\n${text}\n`);
  expect(articles[0]!.removed.map(({ rule, text: line }) => [rule, line])).toEqual([
    ["unused-header-line", "Pages: 4"],
    ["unused-header-line", "Shelf: 7"],
  ]);
  expect(report.lines).toEqual({ total: 6, blank: 1, kept: 3, removed: 2, rejected: 0 });
});
