import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDump, readDump, type DumpResult } from "../../src/index.ts";
import { dateHeader } from "../../src/formats/date-header.ts";
import { SINGLE_BYTES } from "../../src/lines/scan.ts";
import { createRecordCutter } from "../../src/records/cutter.ts";
import { LINE_HEAD_BYTES } from "../../src/records/line-view.ts";
import { cutAt } from "../support/cut.ts";
import { check } from "../support/property.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function cut(text: string, chunkBytes: number, maxRecordBytes = Infinity) {
  const cutter = createRecordCutter({ format: dateHeader, unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes });
  const bytes = encode(text);
  const records: { text: string; lines: [number, number]; isOversize: boolean; span: [number, number] }[] = [];
  const keep = (cutRecords: ReturnType<typeof cutter.push>): void => {
    for (const { bytes: own, span, isOversize } of cutRecords) {
      records.push({
        text: new TextDecoder().decode(own),
        lines: [span.lineStart, span.lineEnd],
        isOversize,
        span: [span.byteStart, span.byteEnd],
      });
    }
    cutter.release();
  };
  for (let start = 0; start < bytes.length; start += chunkBytes) keep(cutter.push(bytes.slice(start, start + chunkBytes)));
  keep(cutter.finish());
  return { records, lines: cutter.counts().lines };
}

test("cuts at headers and leaves blank lines out", () => {
  const { records, lines } = cut("\n date 2025-11-11 A\ntext\n\n\n date 2025-11-12 B\n\n", 1000);
  expect(records.map((record) => record.text)).toEqual([" date 2025-11-11 A\ntext", " date 2025-11-12 B"]);
  expect(records.map((record) => record.lines)).toEqual([
    [2, 3],
    [6, 6],
  ]);
  expect(lines).toBe(7);
});

test("a byte order mark alone is layout at the head, and a line of its own further down", () => {
  const bytes = Uint8Array.from([
    97, 0, 98, 10, 239, 187, 191, 10, 32, 100, 97, 116, 220, 32, 50, 48, 50, 53, 45, 49, 49, 45, 49, 49, 32, 69, 78,
  ]);
  const { lines } = parseDump(bytes).report;
  expect(lines.blank + lines.kept + lines.removed + lines.rejected).toBe(lines.total);
  expect(parseDump("\uFEFF\n").report).toMatchObject({ records: 0, lines: { total: 1, blank: 1 } });
  expect(parseDump(" date 2025-11-11 EN\nRain fell.\n\uFEFF\nIt stopped.").articles[0]!.removed.map(({ rule }) => rule)).toEqual([
    "invisible-line",
  ]);
});

test("invisible lines before a header belong to its record", () => {
  const { records } = cut("\u00A0\n\u200B\n date 2025-11-11 A\n", 1000);
  expect(records).toHaveLength(1);
});

describe("records and lines over the limit", () => {
  const long = "Y".repeat(3 * LINE_HEAD_BYTES);
  const dump = [
    " date 2025-11-11 A",
    "short",
    ` date 2025-11-12 ${long}`,
    "after",
    " date 2025-11-13 C",
    long,
    " date 2025-11-14 D",
    "x\n".repeat(3000),
    " date 2025-11-15 E",
    "end",
  ].join("\n");

  test.each([100, 3000, LINE_HEAD_BYTES, 5000, 6000, 2 * LINE_HEAD_BYTES, 20_000])("limit %i: chunks change nothing", (limit) => {
    const whole = cut(dump, dump.length, limit);
    expect(whole.records).toHaveLength(5);
    expect(whole.records.map((record) => record.isOversize)).toEqual([
      false,
      limit < long.length,
      limit < long.length,
      limit < 6020,
      false,
    ]);
    for (const chunkBytes of [7, 64, 1000, 4096, 5001, 9000]) expect(cut(dump, chunkBytes, limit)).toEqual(whole);
  });

  test("memory is bounded by the limit, not by the record", async () => {
    const chunk = encode(`${"z".repeat(999)}\n`.repeat(256));
    let pushed = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield encode(" date 2025-11-11 A\n");
      for (; pushed < 400; pushed++) yield chunk;
      yield encode(" date 2025-11-12 B\nlast\n");
    }
    const before = process.memoryUsage().arrayBuffers;
    let peak = 0;
    const results: DumpResult[] = [];
    for await (const result of readDump(endless(), { limits: { maxRecordBytes: 1024 * 1024 } })) {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
      results.push(result);
    }
    expect(results.map((result) => result.kind)).toEqual(["rejected", "article"]);
    expect(peak).toBeLessThan(50 * 1024 * 1024);
  });
});

test("two dumps of the same record give it the same id wherever it stands", () => {
  const record = " date 2025-11-11 A\nSome text that is here.";
  const alone = parseDump(record).articles[0]!;
  const amid = parseDump(`\n\n date 2024-01-01 B\nOther.\n\n${record}\n\n\n date 2024-01-02 C\nMore.`).articles[1]!;
  expect(amid.id).toBe(alone.id);
});

describe("records that are split", () => {
  const MOST = 60;
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }).map((length) => "x".repeat(length)) },
    { weight: 2, arbitrary: fc.constantFrom("", " ", "\u00A0") },
    { weight: 1, arbitrary: fc.integer({ min: 61, max: 90 }).map((length) => "y".repeat(length)) },
    { weight: 1, arbitrary: fc.constant(" date 2025-11-11 A") },
  );
  const dump = fc.array(line, { maxLength: 40 }).map((lines) => encode(lines.join("\n")));

  function split(bytes: Uint8Array, chunks: readonly Uint8Array[]) {
    const options = { format: dateHeader, unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes: MOST, splitsLarge: true };
    const cutter = createRecordCutter(options);
    const records: Omit<ReturnType<typeof cutter.push>[number], "bytes">[] = [];
    const keep = (found: ReturnType<typeof cutter.push>): void => {
      for (const { bytes: own, ...record } of found) {
        const { byteStart, byteEnd } = record.span;
        expect(own).toEqual(record.isOversize ? new Uint8Array(0) : bytes.slice(byteStart, byteEnd));
        records.push(record);
      }
      cutter.release();
    };
    for (const chunk of chunks) keep(cutter.push(chunk));
    keep(cutter.finish());
    return records;
  }

  test("are the same however the bytes are cut, hold every visible line once, and name the piece before", () => {
    check(fc.tuple(dump, fc.array(fc.nat(), { maxLength: 6 })), ([bytes, places]) => {
      const records = split(bytes, [bytes]);
      expect(split(bytes, cutAt(bytes, places))).toEqual(records);
      expect(records.reduce((sum, { nonBlankLines }) => sum + nonBlankLines, 0)).toBe(
        new TextDecoder()
          .decode(bytes)
          .split("\n")
          .filter((text) => !/^ *$/.test(text)).length,
      );
      for (const [index, { span, piece, isOversize }] of records.entries()) {
        expect(isOversize).toBe(isOversize && span.lineStart === span.lineEnd);
        expect(span.byteEnd - span.byteStart <= MOST || isOversize).toBe(true);
        const before = records[index - 1];
        const isLinked = (piece?.number ?? 1) > 1;
        expect(piece?.previous ?? null).toEqual(isLinked ? before!.span : null);
        if (isLinked) expect(before!.piece).toMatchObject({ number: piece!.number - 1, goesOn: true });
      }
    });
  });

  test("count as one record, also when blank lines alone follow the last of them", () => {
    const text = ` date 2025-11-11 ${"a".repeat(20)}\n${"b".repeat(30)}\n${"\n".repeat(40)} date 2025-11-12 C\n date 2025-11-13 D\n`;
    const options = { format: dateHeader, unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes: 64, splitsLarge: true, maxRecords: 2 };
    const cutter = createRecordCutter(options);
    const records = [...cutter.push(new TextEncoder().encode(text)), ...cutter.finish()];
    expect(records.map(({ span, piece, isSurplus }) => [span.lineStart, piece?.number ?? null, isSurplus])).toEqual([
      [1, 1, false],
      [2, 2, false],
      [43, null, false],
      [44, null, true],
    ]);
  });

  test("end before the next header, also when invisible lines alone are left", () => {
    const text = ` date 2025-11-11 A\n${"a".repeat(50)}\n${"\u00A0\n".repeat(9)} date 2025-11-12 B\nText.\n`;
    const { articles } = parseDump(text, {
      limits: { maxRecordBytes: 80 },
      largeRecords: "split",
      format: "date-header",
      languages: false,
    });
    expect(articles.map(({ date, paragraphs }) => [date, paragraphs.at(-1)])).toEqual([
      ["2025-11-11", "a".repeat(50)],
      ["2025-11-12", "Text."],
    ]);
  });
});
