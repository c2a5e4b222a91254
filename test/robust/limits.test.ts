import { afterEach, expect, test, vi } from "vitest";
import { defineNoiseRule, parseDump, readDump, type Limits, type ParseOptions, type Rejected } from "../../src/index.ts";
import { createDiagnostic } from "../../src/diagnostics.ts";
import { limitResult } from "../../src/limit-result.ts";
import { DEFAULT_LIMITS } from "../../src/limits.ts";
import { checkPromises } from "../support/invariants.ts";
import { join } from "../fuzz/mutate.ts";
import { frame, utf8 } from "./frame.ts";
import { countInputs } from "./tally.ts";

const LIMITS = Object.keys(DEFAULT_LIMITS);
afterEach(() => void vi.restoreAllMocks());

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
  const { articles } = parseDump(frame("Ring \u0007\n\nShare this article"), {
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

test("diagnostics over the limit are left out of a rejection, its reason never", () => {
  const span = { byteStart: 0, byteEnd: 1, lineStart: 1, lineEnd: 1 };
  for (const most of [0, 1, 3, 9]) {
    const diagnostics = Array.from({ length: 9 }, () => createDiagnostic("control-characters-removed", "1 removed", span));
    diagnostics.push(createDiagnostic("invalid-article", "the article is not valid", span));
    const rejected: Rejected = { reason: "invalid-article", message: "", source: null, index: 0, span, diagnostics };
    const added = limitResult({ kind: "rejected", rejected }, { ...DEFAULT_LIMITS, maxDiagnosticsPerCode: most });
    const counts = rejected.diagnostics.map(({ code }) => code);
    expect(counts.filter((code) => code === "control-characters-removed")).toHaveLength(most);
    expect(counts.filter((code) => code === "invalid-article")).toHaveLength(1);
    expect(added.map(({ code, message }) => [code, message])).toEqual(
      most < 9 ? [["diagnostics-limited", `${9 - most} more were left out`]] : [],
    );
    countInputs("kept diagnostics");
  }
});

const six = join(...["One", "Two", "Three", "Four", "Five", "Six"].map((text, index) => frame(text, `0${index + 1}`)));

test("records over the limit are rejected in one piece, every line of them is counted", () => {
  const all = parseDump(six);
  for (const most of [0, 1, 5, 6, 7, Number.POSITIVE_INFINITY]) {
    const { articles, rejected, report } = checkPromises(six, { limits: { maxRecords: most } });
    expect(articles.map(({ id }) => id)).toEqual(all.articles.slice(0, most).map(({ id }) => id));
    const [surplus, ...others] = rejected;
    expect(others).toEqual([]);
    countInputs("limits on the number of records");
    if (most >= 6) {
      expect(surplus).toBeUndefined();
      continue;
    }
    const first = all.articles[most]!.provenance.span;
    const last = all.articles[5]!.provenance.span;
    expect(surplus).toMatchObject({
      reason: "too-many-records",
      index: most,
      message: expect.stringContaining(`limits.maxRecords (${most})`),
    });
    expect(surplus?.span).toEqual({ ...last, byteStart: first.byteStart, lineStart: first.lineStart });
    expect(report.diagnostics["too-many-records"]).toBe(1);
    expect(report.lines).toMatchObject({ total: all.report.lines.total, blank: all.report.lines.blank });
  }
});

test("a record counts against the limit on records whatever becomes of it", () => {
  const dump = join(utf8(" date 2025-01-01\n"), new Uint8Array(300), utf8("\n"), six);
  const { articles, rejected } = checkPromises(dump, { limits: { maxRecords: 2 } });
  expect(articles).toHaveLength(1);
  expect(rejected.map(({ reason, index }) => [reason, index])).toEqual([
    ["binary-record", 0],
    ["too-many-records", 2],
  ]);
  countInputs("limits on the number of records");
});

test("what is over the limit on records is let go while it passes", async () => {
  const line = utf8(`${"x".repeat(65_535)}\n`);
  function* chunks(): Generator<Uint8Array> {
    yield six;
    for (let count = 0; count < 4096; count++) yield line;
  }
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const reader = readDump(
    (function* () {
      for (const chunk of chunks()) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        yield chunk;
      }
    })(),
    { limits: { maxRecords: 2, maxRecordBytes: Number.POSITIVE_INFINITY }, profile: false },
  );
  const kinds: string[] = [];
  for await (const result of reader) kinds.push(result.kind);
  expect(kinds).toEqual(["article", "article", "rejected"]);
  expect(most).toBeLessThan(64 * 1024 * 1024);
  expect(reader.report.lines.rejected).toBeGreaterThan(4096);
  countInputs("limits on the number of records");
});

test("a record that takes its time is rejected, the others are not", () => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const slow = defineNoiseRule({
    name: "slow",
    description: "Takes 10 ms for a line of the third record.",
    takes: [],
    leaves: [],
    matches({ text }) {
      if (text === "Three") now += 10;
      return false;
    },
  });
  for (const [most, isRejected] of [
    [0, true],
    [9.9, true],
    [10, true],
    [10.1, false],
    [Number.POSITIVE_INFINITY, false],
  ] as const) {
    const { articles, rejected, report } = checkPromises(six, { extraNoiseRules: [slow], limits: { maxRecordTime: most } });
    const slowOnes = rejected.map(({ reason, index }) => [reason, index]);
    if (most === 0) expect(slowOnes).toHaveLength(6);
    else expect(slowOnes).toEqual(isRejected ? [["record-too-slow", 2]] : []);
    expect(articles).toHaveLength(6 - rejected.length);
    expect(report.diagnostics["record-too-slow"] ?? 0).toBe(rejected.length);
    countInputs("limits on a record's time");
  }
  expect(parseDump(six, { limits: { maxRecordTime: 0 } }).rejected[0]?.message).toContain("limits.maxRecordTime (0 ms)");
});

test("a record that takes its time is given up between two of its lines", () => {
  let now = 0;
  let asked = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const slow = defineNoiseRule({
    name: "slow",
    description: "Takes 10 ms for a line.",
    takes: [],
    leaves: [],
    matches() {
      now += 10;
      asked++;
      return false;
    },
  });
  const long = frame(Array.from({ length: 1000 }, (_, index) => `Line ${index} of a text that is long enough.`).join("\n\n"));
  const { rejected } = parseDump(long, { extraNoiseRules: [slow], limits: { maxRecordTime: 95 } });
  expect(rejected.map(({ reason }) => reason)).toEqual(["record-too-slow"]);
  expect(asked).toBe(10);
  countInputs("limits on a record's time");
});

test("a piece that fails or is too slow still says which piece it is", () => {
  const fails = defineNoiseRule({
    name: "fails",
    description: "Fails.",
    takes: [],
    leaves: [],
    matches: ({ text }) => {
      if (text.startsWith("Second")) throw new Error("no");
      return false;
    },
  });
  const dump = ` date 2025-11-11 First line.\nSecond line of the text.\nThird line of the text.\n`;
  const split: ParseOptions = { largeRecords: "split", format: "date-header", languages: false };
  const codes = ({ rejected }: { rejected: Rejected[] }): string[][] =>
    rejected.map(({ diagnostics }) => diagnostics.map(({ code }) => code));
  expect(codes(parseDump(dump, { ...split, limits: { maxRecordBytes: 30 }, extraNoiseRules: [fails] }))).toEqual([
    ["record-piece", "record-failed"],
  ]);
  expect(codes(parseDump(dump, { ...split, limits: { maxRecordBytes: 30, maxRecordTime: 0 } }))[0]).toEqual([
    "record-piece",
    "record-too-slow",
  ]);
});
