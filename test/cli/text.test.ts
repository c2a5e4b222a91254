import { describe, expect, test } from "vitest";
import { formatBytes, formatCount, formatDuration, formatNumberOf, formatShare } from "../../src/cli/amounts.ts";
import { formatProgress } from "../../src/cli/progress.ts";
import { toRow } from "../../src/node/row.ts";
import { makeVisible } from "../../src/cli/visible.ts";
import { createReportBuilder } from "../../src/report.ts";

test.each([
  ["plain text, déjà vu, 東京, عربي", "plain text, déjà vu, 東京, عربي"],
  ["a\u0000b\tc\u001B[2J", "a<NUL>b<TAB>c<ESC>[2J"],
  ["\u202Eabc\u2066", "<U+202E>abc<U+2066>"],
  ["\uFEFF\u00A0\u200B\u3000", "<BOM><NBSP><ZWSP><U+3000>"],
  ["می\u200Cخواهم", "می\u200Cخواهم"],
  ["👩\u200D🚀", "👩\u200D🚀"],
  ["a \u200C b\u200D", "a <ZWNJ> b<ZWJ>"],
  ["\uD800x", "<U+D800>x"],
  ["\u{E0041}", "<U+E0041>"],
])("%j made visible", (text, expected) => {
  expect(makeVisible(text)).toBe(expected);
});

test("a row is one line of well-formed Unicode", () => {
  const row = toRow({ "a\u2028": "\u2029\u0085\n\uD800 \u{1F600}" });
  expect(row).toBe(String.raw`{"a\u2028":"\u2029\u0085\n\ud800 ` + '\u{1F600}"}');
  expect(JSON.parse(row)).toEqual({ "a\u2028": "\u2029\u0085\n\uD800 \u{1F600}" });
});

describe("amounts", () => {
  test.each([
    [0, "0 %"],
    [0.123, "12 %"],
    [0.999, "99 %"],
    [1, "100 %"],
  ])("a share of %d", (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
  test.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 kB"],
    [4919, "4.9 kB"],
    [99_949, "99.9 kB"],
    [99_951, "100 kB"],
    [999_499, "999 kB"],
    [999_500, "1.0 MB"],
    [36_100_000_000, "36.1 GB"],
  ])("%i bytes", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
  test.each([
    [400, "0.4 s"],
    [9949, "9.9 s"],
    [9960, "0:10"],
    [65_000, "1:05"],
    [7_389_000, "2:03:09"],
  ])("%i ms", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
  test("counts", () => {
    expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(["0", "999", "1,000", "1,234,567"]);
    expect([0, 1, 2].map((count) => formatNumberOf(count, "file"))).toEqual(["0 files", "1 file", "2 files"]);
  });
});

describe("progress", () => {
  const { report } = createReportBuilder();
  const files = { found: 1, read: 0, unreadable: 0, skipped: 0, bytes: 2_500_000 };
  test.each([
    [{ report, files, totalBytes: 10_000_000 }, 5000, "25 % · 2.5 MB of 10.0 MB · 0 records · 500 kB/s · 0:15 left"],
    [{ report, files, totalBytes: 10_000_000 }, 500, "25 % · 2.5 MB of 10.0 MB · 0 records · 5.0 MB/s"],
    [{ report, files, totalBytes: null }, 5000, "2.5 MB · 0 records · 500 kB/s"],
    [
      { report, files: { ...files, found: 40_000, read: 10_000 }, totalBytes: null },
      5000,
      "25 % · 2.5 MB · file 10,000 of 40,000 · 0 records · 500 kB/s · 0:15 left",
    ],
  ])("%#", (state, elapsed, line) => {
    expect(formatProgress(state, elapsed)).toBe(line);
  });
});
