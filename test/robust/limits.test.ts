import { expect, test } from "vitest";
import { parseDump, readDump, type Limits, type ParseOptions } from "../../src/index.ts";
import { join } from "../fuzz/mutate.ts";
import { frame, utf8 } from "./frame.ts";
import { countInputs } from "./tally.ts";

const LIMITS = ["maxRecordBytes", "maxRecordLines", "maxLineBytes", "maxDiagnosticsPerCode", "maxRemovedText"] as const;

test("a limit that is no number of at least 0 is an error that names it", () => {
  for (const name of LIMITS) {
    for (const value of [-1, Number.NaN, Number.NEGATIVE_INFINITY, "1", null, true, {}, [], 1n]) {
      const options = { limits: { [name]: value } } as ParseOptions; // what a caller without types may give
      expect(() => parseDump("x", options), name).toThrow(expect.objectContaining({ code: "invalid-option" }));
      expect(() => parseDump("x", options)).toThrow(name);
      expect(() => readDump([], options)).toThrow(name);
      countInputs("limits of a wrong type", 3);
    }
    for (const value of [0, 0.5, 1, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY]) {
      expect(parseDump("Text.", { limits: { [name]: value } }).report.records).toBe(1);
      countInputs("limits at their edges");
    }
  }
});

test("0 means 0: every record is over a limit of none, and nothing is kept of what is not the text", () => {
  for (const name of ["maxRecordBytes", "maxRecordLines", "maxLineBytes"] as const) {
    const { articles, rejected, report } = parseDump(join(frame("One"), frame("Two", "03")), { limits: { [name]: 0 } });
    expect(articles).toEqual([]);
    expect(rejected.map(({ reason }) => reason)).toEqual(["record-too-large", "record-too-large"]);
    expect(rejected.every(({ message }) => message.includes(`limits.${name} (0)`))).toBe(true);
    expect(report.lines.rejected + report.lines.blank).toBe(report.lines.total);
    countInputs("limits at their edges");
  }
  const { articles } = parseDump(frame("Ring \u0007\n\nhttps://example.org/a"), {
    limits: { maxDiagnosticsPerCode: 0, maxRemovedText: 0 },
  });
  expect(articles[0]?.diagnostics.map(({ code }) => code).toSorted()).toEqual(["diagnostics-limited", "removed-text-cut"]);
  expect(articles[0]?.removed.every(({ text }) => text === "…")).toBe(true);
  countInputs("limits at their edges");
});

test("a record at its limit is taken, one over it is rejected with its span", () => {
  const record = frame("Middle");
  const exact: readonly (readonly [keyof Limits, number])[] = [
    ["maxRecordBytes", record.length],
    ["maxRecordLines", parseDump(record).report.lines.total],
    [
      "maxLineBytes",
      Math.max(
        ...new TextDecoder()
          .decode(record)
          .split("\n")
          .map((line) => line.length),
      ),
    ],
  ];
  for (const [name, limit] of exact) {
    expect(parseDump(record, { limits: { [name]: limit } }).articles, name).toHaveLength(1);
    const over = parseDump(record, { limits: { [name]: limit - 1 } });
    expect(
      over.rejected.map(({ reason }) => reason),
      name,
    ).toEqual(["record-too-large"]);
    expect(over.rejected[0]?.span?.byteStart).toBe(0);
    countInputs("limits at their edges", 2);
  }
});

test("diagnostics over the limit are left out of the article, never out of the report", () => {
  const bells = Array.from({ length: 50 }, (_, index) => `Line ${index} rings \u0007 and goes on for some more words.`).join("\n\n");
  for (const most of [0, 1, 7, 49, 50, Number.POSITIVE_INFINITY]) {
    const { articles, report } = parseDump(frame(bells), { noise: "off", languages: false, limits: { maxDiagnosticsPerCode: most } });
    const kept = articles[0]!.diagnostics.filter(({ code }) => code === "control-characters-removed").length;
    expect(kept).toBe(Math.min(50, most));
    expect(report.diagnostics["control-characters-removed"]).toBe(50);
    expect(report.diagnostics["diagnostics-limited"]).toBe(most < 50 ? 1 : undefined);
    countInputs("kept diagnostics");
  }
});

test("a text in the ledger is cut between characters, and its span stays whole", () => {
  const line = `Read also: ${"\u{1F600}".repeat(40)}`;
  for (let most = 0; most <= line.length + 1; most++) {
    const { articles } = parseDump(utf8(` date 2025-01-02 EN\nRain fell on the city.\n\n${line}\n`), { limits: { maxRemovedText: most } });
    const removal = articles[0]!.removed.find(({ rule }) => rule === "read-also-line");
    expect(removal?.text).not.toMatch(/\p{Cs}/u); // half a pair of surrogates
    expect(removal?.text.length).toBeLessThanOrEqual(Math.min(most + 1, line.length));
    expect(removal!.span.byteEnd - removal!.span.byteStart).toBe(utf8(line).length);
    countInputs("kept removed text");
  }
});
