import { describe, expect, test } from "vitest";
import { defineTextFormat, type RecordHeader } from "../../src/formats/format.ts";
import { decodeLines } from "../../src/lines/decode-lines.ts";
import type { Line } from "../../src/lines/line.ts";
import { SINGLE_BYTES } from "../../src/lines/scan.ts";
import { spanOf, splitHeader, withoutHeader, type TextRecord } from "../../src/records/text-record.ts";

const FIRST = 50; // offset of the record's first byte
const TEXT = "Дата 2025 Rain\nby Anna\nfirst\n🌧 second";

const bytes = new TextEncoder().encode(TEXT);
const lines = decodeLines(bytes, "utf-8", SINGLE_BYTES, { byteStart: FIRST, lineStart: 4 }).lines;
const bytesOf = (start: number, end: number): Uint8Array => bytes.subarray(start - FIRST, end - FIRST);

/** The record as a format reads it that finds this header; the texts that the format was asked about. */
function split(header: RecordHeader | null, headerLine = 0): { record: TextRecord; asked: readonly string[] } {
  let asked: readonly string[] = [];
  const format = defineTextFormat({
    name: "made-up",
    detect: () => 0,
    startsRecord: () => false,
    readHeader: (texts) => {
      asked = texts;
      return header;
    },
  });
  return { record: splitHeader(lines, headerLine, format, "utf-8", bytesOf), asked };
}

const shown = (line: Line | undefined): unknown => line && [line.number, line.byteStart - FIRST, line.byteEnd - FIRST, line.text];

describe("a header", () => {
  test("of whole lines: its span has no line end, the body begins behind it", () => {
    const { record, asked } = split({
      end: { line: 2, column: 0 },
      fields: { date: { line: 0, start: 5, end: 9 }, title: { line: 0, start: 10, end: 14 }, byline: { line: 1, start: 3, end: 7 } },
    });
    expect(asked).toEqual(TEXT.split("\n"));
    expect(record.header).toEqual({ byteStart: FIRST, byteEnd: FIRST + 26, lineStart: 4, lineEnd: 5 });
    expect([...record.fields.keys()]).toEqual(["date", "title", "byline"]);
    expect([...record.fields.values()].map(shown)).toEqual([
      [4, 9, 13, "2025"],
      [4, 14, 18, "Rain"],
      [5, 22, 26, "Anna"],
    ]);
    expect(record.body).toEqual(lines.slice(2));
    expect(record.unused).toEqual([]);
  });

  test("may end within a line: the rest of that line is the body's first", () => {
    const { record } = split({ end: { line: 0, column: 9 }, fields: { date: { line: 0, start: 5, end: 9 } } });
    expect(record.header).toEqual({ byteStart: FIRST, byteEnd: FIRST + 13, lineStart: 4, lineEnd: 4 });
    expect(record.body.map(shown)).toEqual([[4, 13, 18, " Rain"], ...lines.slice(1).map(shown)]);
  });

  test("may end within a later line", () => {
    const { record } = split({ end: { line: 1, column: 3 }, fields: {} });
    expect(record.header).toEqual({ byteStart: FIRST, byteEnd: FIRST + 22, lineStart: 4, lineEnd: 5 });
    expect(record.body.map(shown)).toEqual([[5, 22, 26, "Anna"], ...lines.slice(2).map(shown)]);
  });

  test("may be all there is", () => {
    const { record } = split({ end: { line: 4, column: 0 }, fields: {} });
    expect(record.header).toMatchObject({ byteEnd: FIRST + bytes.length, lineEnd: 7 });
    expect(record.body).toEqual([]);
  });

  test("with lines of no use has them apart", () => {
    const { record } = split({ end: { line: 2, column: 0 }, fields: {}, unused: [{ line: 1, start: 0, end: 7 }] });
    expect(record.unused.map(shown)).toEqual([[5, 19, 26, "by Anna"]]);
  });

  test("with a field that holds nothing does not have that field", () => {
    const { record } = split({
      end: { line: 1, column: 0 },
      fields: { title: { line: 0, start: 4, end: 4 }, byline: { line: 0, start: 5, end: 4 }, date: { line: 0, start: 5, end: 6 } },
    });
    expect([...record.fields.keys()]).toEqual(["date"]);
  });
});

test("lines before the header go to the body, ahead of what follows it", () => {
  const { record, asked } = split({ end: { line: 1, column: 0 }, fields: { byline: { line: 0, start: 3, end: 7 } } }, 1);
  expect(asked).toEqual(TEXT.split("\n").slice(1));
  expect(shown(record.fields.get("byline"))).toEqual([5, 22, 26, "Anna"]);
  expect(record.header).toEqual({ byteStart: FIRST + 19, byteEnd: FIRST + 26, lineStart: 5, lineEnd: 5 });
  expect(record.body).toEqual([lines[0], ...lines.slice(2)]);
});

describe("a record has no header", () => {
  test.each<readonly [string, RecordHeader | null, number]>([
    ["when the format finds none", null, 0],
    ["when the format finds none below the first lines", null, 2],
    ["when it ends where it begins", { end: { line: 0, column: 0 }, fields: {} }, 0],
  ])("%s", (_, header, headerLine) => {
    const { record } = split(header, headerLine);
    expect(record).toEqual({ header: null, fields: new Map(), unused: [], body: lines });
    expect(record).toEqual(withoutHeader(lines));
  });
});

describe("a field is within the header", () => {
  const end = { line: 1, column: 3 };

  test.each([
    { line: 0, start: 10, end: 14 },
    { line: 1, start: 0, end: 3 },
  ])("%o is", (range) => {
    expect(split({ end, fields: { title: range } }).record.fields.has("title")).toBe(true);
    expect(split({ end, fields: {}, unused: [range] }).record.unused).toHaveLength(1);
  });

  test.each([
    { line: 1, start: 0, end: 4 },
    { line: 1, start: 3, end: 7 },
    { line: 2, start: 0, end: 1 },
  ])("%o is refused", (range) => {
    const message = "format made-up gives a field behind the header's end";
    expect(() => split({ end, fields: { title: range } })).toThrow(new RangeError(message));
    expect(() => split({ end, fields: {}, unused: [range] })).toThrow(new RangeError(message));
  });
});

describe("a header that is none is refused", () => {
  const refusal = new RangeError("format made-up gives a header that is none");
  const end = { line: 2, column: 0 };

  test.each([
    ["nothing at all", undefined],
    ["no end", { fields: {} }],
    ["an end that is no place", { end: 2, fields: {} }],
    ["an end that is null", { end: null, fields: {} }],
    ["an end behind the last line", { end: { line: 5, column: 0 }, fields: {} }],
    ["an end in a line behind the last", { end: { line: 4, column: 1 }, fields: {} }],
    ["an end before the first line", { end: { line: -1, column: 0 }, fields: {} }],
    ["an end between two lines", { end: { line: 0.5, column: 0 }, fields: {} }],
    ["an end in a line that is no number", { end: { line: "1", column: 0 }, fields: {} }],
    ["an end before its line", { end: { line: 1, column: -1 }, fields: {} }],
    ["an end between two columns", { end: { line: 1, column: 1.5 }, fields: {} }],
    ["an end without a column", { end: { line: 1 }, fields: {} }],
    ["an end inside a character", { end: { line: 3, column: 1 }, fields: {} }],
    ["no fields", { end }],
    ["fields that are null", { end, fields: null }],
    ["fields in a list", { end, fields: [] }],
    ["unused lines that are no list", { end, fields: {}, unused: { line: 0, start: 0, end: 1 } }],
    ["unused lines that are null", { end, fields: {}, unused: null }],
  ])("%s", (_name, header) => {
    expect(() => split(header as RecordHeader)).toThrow(refusal);
  });

  test("but an end behind a character of two units is none of these", () => {
    const { record } = split({ end: { line: 3, column: 2 }, fields: {} });
    expect(record.body.map(shown)).toEqual([[7, 37, 44, " second"]]);
  });
});

describe("a field that is no range of a line is refused", () => {
  const end = { line: 4, column: 0 };

  test.each([
    ["a number", 5],
    ["null", null],
    ["a list", [0, 0, 4]],
    ["a range of a line that is not there", { line: -1, start: 0, end: 4 }],
    ["a range of no line", { line: 0.5, start: 0, end: 4 }],
    ["a range from before the line", { line: 0, start: -1, end: 4 }],
    ["a range from between two columns", { line: 0, start: 0.5, end: 4 }],
    ["a range to between two columns", { line: 0, start: 0, end: 3.5 }],
    ["a range to no column", { line: 0, start: 0, end: Number.NaN }],
    ["a range from inside a character", { line: 3, start: 1, end: 8 }],
    ["a range to inside a character", { line: 3, start: 0, end: 1 }],
  ])("%s", (_name, range) => {
    const refusal = new RangeError("format made-up gives a field that is no range of a line");
    expect(() => split({ end, fields: { title: range as never } })).toThrow(refusal);
    expect(() => split({ end, fields: {}, unused: [range as never] })).toThrow(refusal);
  });

  test("but one that is left out, or holds nothing, is no field", () => {
    const nothing = { line: 3, start: 1, end: 1 };
    expect(split({ end, fields: { title: undefined as never, byline: nothing } }).record.fields.size).toBe(0);
  });

  test("and one of whole characters is a field", () => {
    expect(split({ end, fields: { title: { line: 3, start: 0, end: 2 } } }).record.fields.get("title")?.text).toBe("🌧");
  });
});

test("the span of a line is its bytes and its number", () => {
  expect(spanOf(lines[1]!)).toEqual({ byteStart: FIRST + 19, byteEnd: FIRST + 26, lineStart: 5, lineEnd: 5 });
});
