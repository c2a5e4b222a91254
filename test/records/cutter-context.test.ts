import { describe, expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { defineTextFormat, type LineView, type RecordContext, type TextFormat } from "../../src/formats/format.ts";
import { SINGLE_BYTES, type UnitLayout } from "../../src/lines/scan.ts";
import { createRecordCutter, type CutRecord, type CutterOptions } from "../../src/records/cutter.ts";
import { LINE_HEAD_BYTES } from "../../src/records/line-view.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

type StartsRecord = (line: LineView, context: RecordContext) => boolean;

const formatOf = (startsRecord: StartsRecord): TextFormat =>
  defineTextFormat({ name: "made-up", detect: () => 0, startsRecord, readHeader: () => null });

const isHash: StartsRecord = (line) => line.byteAt(0) === 0x23;

interface Cut {
  readonly records: readonly CutRecord[];
  readonly texts: readonly string[];
  readonly lines: number;
  readonly blank: number;
  readonly isDone: boolean;
}

/** Pushes a dump in chunks, and releases after each, as those who read do. */
function cut(startsRecord: StartsRecord, chunks: readonly (string | Uint8Array)[], options: Partial<CutterOptions> = {}): Cut {
  const cutter = createRecordCutter({
    format: formatOf(startsRecord),
    unit: SINGLE_BYTES,
    wideEncoding: "utf-8",
    maxRecordBytes: Number.POSITIVE_INFINITY,
    ...options,
  });
  const records: CutRecord[] = [];
  const texts: string[] = [];
  const keep = (found: readonly CutRecord[]): void => {
    for (const record of found) {
      records.push(record);
      texts.push(decode(record.bytes, options.wideEncoding ?? "utf-8").text);
    }
    cutter.release();
  };
  for (const chunk of chunks) keep(cutter.push(typeof chunk === "string" ? encode(chunk) : chunk));
  keep(cutter.finish());
  return { records, texts, ...cutter.counts(), isDone: cutter.isDone() };
}

const bytesOneByOne = (text: string): Uint8Array[] => Array.from(encode(text), (byte) => Uint8Array.of(byte));

describe("what a record says of itself", () => {
  const dump = "\n\u00a0\n#one\ntext\n\nmore\n\n\n#two\n \nend\n\n";

  test.each([
    ["at once", [dump]],
    ["byte by byte", bytesOneByOne(dump)],
  ])("pushed %s", (_, chunks) => {
    const { records, texts, lines, blank } = cut(isHash, chunks);
    expect(texts).toEqual(["\u00a0\n#one\ntext\n\nmore", "#two\n \nend"]);
    expect(records).toMatchObject([
      {
        span: { byteStart: 1, byteEnd: 19, lineStart: 2, lineEnd: 6 },
        nonBlankLines: 4,
        headerLine: 1,
        isOversize: false,
        isSurplus: false,
        piece: null,
        nextStart: 22,
      },
      {
        span: { byteStart: 22, byteEnd: 32, lineStart: 9, lineEnd: 11 },
        nonBlankLines: 2,
        headerLine: 0,
        isOversize: false,
        isSurplus: false,
        piece: null,
        nextStart: 34,
      },
    ]);
    expect([lines, blank]).toEqual([12, 6]);
  });

  test("a record that no line started has no header line", () => {
    const { records } = cut(isHash, ["before\n#one\n"]);
    expect(records.map(({ headerLine }) => headerLine)).toEqual([null, 0]);
  });

  test("the first of two headers is the one, when nothing is seen above the second", () => {
    const isStart: StartsRecord = (line) => line.byteAt(0) === 0x23 || line.byteAt(0) === 0xc2;
    const { records, texts } = cut(isStart, ["\u00a0\n\u00a0\n#one\n"]);
    expect(texts).toEqual(["\u00a0\n\u00a0\n#one"]);
    expect(records[0]!.headerLine).toBe(0);
  });

  test("a dump without a line end is a record, one of blank lines is none", () => {
    expect(cut(isHash, ["#one"])).toMatchObject({ texts: ["#one"], lines: 1, blank: 0 });
    expect(cut(isHash, ["\n \n\t"])).toMatchObject({ texts: [], lines: 3, blank: 3 });
    expect(cut(isHash, [])).toMatchObject({ texts: [], lines: 0, blank: 0 });
    expect(cut(isHash, ["", "#one", ""])).toMatchObject({ texts: ["#one"], lines: 1 });
  });
});

describe("what a format is told of a line", () => {
  interface Told {
    readonly number: number;
    readonly text: string;
    readonly isFirst: boolean;
    readonly blankBefore: number;
    readonly previous: string | null;
  }

  function tell(chunks: readonly (string | Uint8Array)[], options: Partial<CutterOptions> = {}): Told[] {
    const told: Told[] = [];
    cut(
      (line, context) => {
        const { isFirst, blankBefore, previous } = context;
        told.push({ number: line.number, text: line.text, isFirst, blankBefore, previous: previous === null ? null : previous.text });
        return isHash(line, context);
      },
      chunks,
      options,
    );
    return told;
  }

  const dump = "\n\n\u00a0\n#one\n\ntext\r\n\r\n \r\nmore\n#two";
  const expected: readonly Told[] = [
    { number: 3, text: "\u00a0", isFirst: true, blankBefore: 2, previous: null },
    { number: 4, text: "#one", isFirst: true, blankBefore: 0, previous: "\u00a0" },
    { number: 6, text: "text", isFirst: false, blankBefore: 1, previous: "#one" },
    { number: 9, text: "more", isFirst: false, blankBefore: 2, previous: "text" },
    { number: 10, text: "#two", isFirst: false, blankBefore: 0, previous: "more" },
  ];

  test("is its number, its text, the blank lines before it and the last one that is not blank", () => {
    expect(tell([dump])).toEqual(expected);
  });

  test("is the same byte by byte, also where a chunk is written over", () => {
    expect(tell(bytesOneByOne(dump))).toEqual(expected);
  });

  test("is as much when a part of a dump begins with a record", () => {
    const range = { start: 500, startsRecord: true, end: Number.POSITIVE_INFINITY };
    expect(tell(["one\ntext"], { range })).toEqual([{ number: 2, text: "text", isFirst: false, blankBefore: 0, previous: "one" }]);
    expect(tell(["one\ntext"], { range: { ...range, startsRecord: false } })[0]).toMatchObject({ text: "one", isFirst: true });
  });

  test("is its head alone where it is over the limits, once", () => {
    const long = "x".repeat(3 * LINE_HEAD_BYTES);
    const texts = tell([`#one\n${long.slice(0, 5000)}`, long.slice(5000, 9000), `${long.slice(9000)}\nend`], { maxRecordBytes: 100 });
    expect(texts.map(({ number, text }) => [number, text.length])).toEqual([
      [1, 4],
      [2, LINE_HEAD_BYTES],
      [3, 3],
    ]);
  });
});

describe("what is held between two chunks", () => {
  test("is the line before, also where its chunk is written over", () => {
    const previous: (string | null)[] = [];
    const format = formatOf((_, context) => {
      previous.push(context.previous === null ? null : context.previous.text);
      return false;
    });
    const cutter = createRecordCutter({ format, unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes: 1000 });
    for (const text of ["one\n", "two\nthree\nfo", "ur\n", "five\n"]) {
      const chunk = encode(text);
      cutter.push(chunk);
      cutter.release();
      chunk.fill(0x2e);
    }
    expect(previous).toEqual([null, "one", "two", "three", "four"]);
  });

  test("is the head of a line over the limits, which the format is asked about without the rest", () => {
    const asked: string[] = [];
    const format = formatOf((line, context) => {
      asked.push(line.text);
      return isHash(line, context);
    });
    const cutter = createRecordCutter({ format, unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes: 100 });
    const push = (text: string): number => {
      const { length } = cutter.push(encode(text));
      cutter.release();
      return length;
    };
    push("a\n".repeat(100));
    asked.length = 0;
    const head = `#${"x".repeat(LINE_HEAD_BYTES - 1)}`;
    expect(push(head)).toBe(0);
    expect(asked).toEqual([]);
    expect(push("y")).toBe(1);
    expect(asked).toEqual([head]);
    push("z".repeat(5000));
    push("\n#two\n");
    expect(asked).toEqual([head, "#two"]);
    expect(cutter.finish()).toMatchObject([{ span: { byteStart: 200 + LINE_HEAD_BYTES + 5002, lineStart: 102 } }]);
  });
});

describe("the line that follows", () => {
  /** A line starts a record when the one below it is a rule. */
  const isRuled: StartsRecord = (line, context) => line.text.startsWith("T") && context.next()?.text === "---";
  const dump = "T one\n---\ntext\nT is no title\nT two\n---\nend\nT last\n---";

  test.each([
    ["at once", [dump]],
    ["byte by byte", bytesOneByOne(dump)],
    ["between a line and the one it asks for", ["T one\n", "---", "\ntext\nT is no title\nT two", "\n---\nend\nT last\n---"]],
  ])("is waited for: pushed %s", (_, chunks) => {
    const { texts, lines } = cut(isRuled, chunks);
    expect(texts).toEqual(["T one\n---\ntext\nT is no title", "T two\n---\nend", "T last\n---"]);
    expect(lines).toBe(9);
  });

  const nextOf = (chunks: readonly string[], options: Partial<CutterOptions> = {}): (readonly [string, string | null, number])[] => {
    const seen: (readonly [string, string | null, number])[] = [];
    cut(
      (line, context) => {
        const next = context.next();
        seen.push([line.text.slice(0, 8), next === null ? null : next.text.slice(0, 8), next === null ? -1 : next.number]);
        return isHash(line, context);
      },
      chunks,
      options,
    );
    return seen;
  };

  test("may be blank, and is none at the end", () => {
    expect(nextOf(["one\n\ntwo\n"])).toEqual([
      ["one", "", 2],
      ["two", null, -1], // asked before the end has come, and again
      ["two", null, -1],
    ]);
    expect(nextOf(["one\ntwo"])).toEqual([
      ["one", null, -1],
      ["one", "two", 2],
      ["two", null, -1],
    ]);
  });

  test("is told again when it has come", () => {
    expect(nextOf(["one\ntw", "o\nend\n"])).toEqual([
      ["one", null, -1],
      ["one", "two", 2],
      ["two", "end", 3],
      ["end", null, -1],
      ["end", null, -1],
    ]);
  });

  test("is not waited for once its head is there", () => {
    const head = "x".repeat(LINE_HEAD_BYTES);
    expect(nextOf([`one\n${head.slice(1)}`, "x", "yz\n"])).toEqual([
      ["one", null, -1],
      ["one", "xxxxxxxx", 2],
      ["xxxxxxxx", null, -1],
      ["xxxxxxxx", null, -1],
    ]);
  });

  test("is none after a line that is over the limits", () => {
    const long = "x".repeat(LINE_HEAD_BYTES + 1);
    expect(nextOf([`${long}\ntwo\n`], { maxRecordBytes: 50 })[0]).toEqual(["xxxxxxxx", null, -1]);
    expect(nextOf([`${long.slice(2)}\ntwo\n`], { maxRecordBytes: 50 })[0]).toEqual(["xxxxxxxx", "two", 2]);
  });
});

describe("parts of a dump", () => {
  const dump = "#one\ntext\n#two\nmore\n#three\nend\n";
  const second = { start: 10, startsRecord: true, end: 20 };

  test("have the offsets of the dump and the lines of their own", () => {
    const { records, texts, lines, isDone } = cut(isHash, [dump.slice(10)], { range: second });
    expect(texts).toEqual(["#two\nmore"]);
    expect(records[0]).toMatchObject({
      span: { byteStart: 10, byteEnd: 19, lineStart: 1, lineEnd: 2 },
      headerLine: 0,
      nextStart: 20,
    });
    expect([lines, isDone]).toEqual([2, true]);
  });

  test("are done at their end, and pass over what comes then", () => {
    const options = { format: formatOf(isHash), unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes: 1000, range: second };
    const cutter = createRecordCutter(options);
    expect(cutter.push(encode(dump.slice(10, 19)))).toEqual([]);
    cutter.release();
    expect(cutter.isDone()).toBe(false);
    expect(cutter.push(encode(dump.slice(19, 20)))).toHaveLength(1);
    cutter.release();
    expect(cutter.isDone()).toBe(true);
    expect(cutter.push(encode(dump.slice(20)))).toEqual([]);
    expect(cutter.finish()).toEqual([]);
  });

  test("that begin with a known record need no format to say so", () => {
    const { records } = cut(() => false, ["one\ntwo\n"], { range: { ...second, end: Number.POSITIVE_INFINITY } });
    expect(records.map(({ headerLine }) => headerLine)).toEqual([0]);
    const other = cut(() => false, ["one\ntwo\n"], { range: { ...second, startsRecord: false, end: Number.POSITIVE_INFINITY } });
    expect(other.records.map(({ headerLine }) => headerLine)).toEqual([null]);
  });

  test("a whole dump is done at no offset", () => {
    expect(cut(isHash, [dump]).isDone).toBe(false);
  });

  test("the mark at a part's head is a line of its own", () => {
    const mark = "\uFEFF\n#one\n";
    expect(cut(isHash, [mark])).toMatchObject({ blank: 1, texts: ["#one"] });
    const range = { start: 10, startsRecord: false, end: Number.POSITIVE_INFINITY };
    expect(cut(isHash, [mark], { range })).toMatchObject({ blank: 0, texts: ["\uFEFF\n#one"] });
  });
});

describe("a bound on records", () => {
  const dump = "#one\ntext\n#two\nmore\n#three\nend\n#four\n";

  test.each([0, 1, 2, 3])("all that follows the first %i is one more, without its bytes", (maxRecords) => {
    for (const chunks of [[dump], bytesOneByOne(dump)]) {
      const { records, texts, lines } = cut(isHash, chunks, { maxRecords });
      const all = ["#one\ntext", "#two\nmore", "#three\nend"];
      expect(texts).toEqual([...all.slice(0, maxRecords), ""]);
      expect(records.map(({ isSurplus }) => isSurplus)).toEqual([...Array<boolean>(maxRecords).fill(false), true]);
      expect(records.at(-1)).toMatchObject({
        span: {
          byteStart: dump
            .split("#")
            .slice(0, maxRecords + 1)
            .join("#").length,
          byteEnd: dump.length - 1,
          lineEnd: 7,
        },
        headerLine: maxRecords === 0 ? null : 0,
      });
      expect(lines).toBe(7);
    }
  });

  test("that holds all of them changes nothing", () => {
    expect(cut(isHash, [dump], { maxRecords: 4 }).records.map(({ isSurplus }) => isSurplus)).toEqual([false, false, false, false]);
  });
});

describe.each<readonly [string, UnitLayout]>([
  ["utf-16le", { bytes: 2, littleEndian: true }],
  ["utf-16be", { bytes: 2, littleEndian: false }],
  ["utf-32le", { bytes: 4, littleEndian: true }],
])("%s", (encoding, unit) => {
  function widen(text: string): Uint8Array {
    const wide = new Uint8Array(text.length * unit.bytes);
    const view = new DataView(wide.buffer);
    for (let index = 0; index < text.length; index++) {
      if (unit.bytes === 4) view.setUint32(index * 4, text.charCodeAt(index), unit.littleEndian);
      else view.setUint16(index * 2, text.charCodeAt(index), unit.littleEndian);
    }
    return wide;
  }

  const dump = "\uFEFF\n\n#one\r\nте\u0a0dкст\r\r \r\n#two\nend\r";

  test.each([1, 2, 3, 5, 7, 1000])("is cut by units, in chunks of %i bytes", (size) => {
    const bytes = widen(dump);
    const chunks: Uint8Array[] = [];
    for (let start = 0; start < bytes.length; start += size) chunks.push(bytes.slice(start, start + size));
    const { records, lines, blank } = cut(isHash, chunks, { unit, wideEncoding: encoding });
    expect(records.map(({ span }) => [span.byteStart, span.byteEnd, span.lineStart, span.lineEnd])).toEqual([
      [3 * unit.bytes, 15 * unit.bytes, 3, 4],
      [20 * unit.bytes, 28 * unit.bytes, 7, 8],
    ]);
    expect([lines, blank]).toEqual([8, 4]);
  });

  test("a unit that is cut off by the end of the dump belongs to the last line", () => {
    const bytes = widen("#one\ntext!").slice(0, -1);
    const { records } = cut(isHash, [bytes.slice(0, 9), bytes.slice(9)], { unit, wideEncoding: encoding });
    expect(records.map(({ span }) => [span.byteStart, span.byteEnd])).toEqual([[0, bytes.length]]);
  });

  test("the head of a line over the limits is as many units", () => {
    const lengths: number[] = [];
    const long = widen(`${"x".repeat(LINE_HEAD_BYTES + 3)}\nend`);
    const chunks = [long.slice(0, LINE_HEAD_BYTES * unit.bytes + 3), long.slice(LINE_HEAD_BYTES * unit.bytes + 3)];
    const { lines } = cut(
      (line) => {
        lengths.push(line.length);
        return false;
      },
      chunks,
      { unit, wideEncoding: encoding, maxRecordBytes: 10 },
    );
    expect(lengths).toEqual([LINE_HEAD_BYTES, 3]);
    expect(lines).toBe(2);
  });
});

describe("a record over the limit", () => {
  const dump = "#one\n12345\n\n#two\nend";

  test("is one whose lines up to the next record are more", () => {
    const sizes = (maxRecordBytes: number): unknown => cut(isHash, [dump], { maxRecordBytes }).records.map(({ isOversize }) => isOversize);
    expect(sizes(12)).toEqual([false, false]);
    expect(sizes(11)).toEqual([true, false]);
    expect(sizes(8)).toEqual([true, false]);
    expect(sizes(7)).toEqual([true, true]);
  });

  test("has its place, and no bytes", () => {
    for (const chunks of [[dump], bytesOneByOne(dump)]) {
      const { records } = cut(isHash, chunks, { maxRecordBytes: 10 });
      expect(records[0]).toMatchObject({
        bytes: new Uint8Array(0),
        span: { byteStart: 0, byteEnd: 10, lineStart: 1, lineEnd: 2 },
        nonBlankLines: 2,
        headerLine: 0,
        piece: null,
        nextStart: 12,
      });
      expect(records[1]!.bytes).toEqual(encode("#two\nend"));
    }
  });

  test("is let go of as soon as that is known", () => {
    const cutter = createRecordCutter({ format: formatOf(isHash), unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes: 10 });
    const chunk = encode("12345\n".repeat(500));
    cutter.push(encode("#one\n"));
    cutter.release();
    for (let count = 0; count < 3; count++) {
      expect(cutter.push(chunk)).toEqual([]);
      cutter.release();
    }
    const [record] = cutter.finish();
    expect(record).toMatchObject({ isOversize: true, nonBlankLines: 1501, span: { byteStart: 0, byteEnd: 9004, lineEnd: 1501 } });
  });
});

describe("a record in pieces", () => {
  const split = (chunks: readonly (string | Uint8Array)[], options: Partial<CutterOptions> = {}): Cut =>
    cut(isHash, chunks, { splitsLarge: true, maxRecordBytes: 12, ...options });
  const piecesOf = ({ records }: Cut): unknown =>
    records.map(({ span, piece }) => [
      span.lineStart,
      span.lineEnd,
      piece && [piece.number, piece.previous?.lineStart ?? null, piece.goesOn],
    ]);

  test("is cut before the line with which it would be over the limit", () => {
    const dump = "#one\n123456\n1\n12345678\n1\n\n#two\nend\n";
    for (const chunks of [[dump], bytesOneByOne(dump)]) {
      const found = split(chunks);
      expect(found.texts).toEqual(["#one\n123456", "1\n12345678", "1", "#two\nend"]);
      expect(piecesOf(found)).toEqual([
        [1, 2, [1, null, true]],
        [3, 4, [2, 1, true]],
        [5, 5, [3, 3, false]],
        [7, 8, null],
      ]);
      expect(found.records.map(({ headerLine, nextStart }) => [headerLine, nextStart])).toEqual([
        [0, 12],
        [null, 23],
        [null, 26],
        [0, 35],
      ]);
    }
  });

  test("is cut at blank lines, too, which belong to no piece", () => {
    const found = split(["#one\n1234\n\n\n\n5678\n#two\n"]);
    expect(found.texts).toEqual(["#one\n1234", "5678", "#two"]);
    expect(piecesOf(found)).toEqual([
      [1, 2, [1, null, true]],
      [6, 6, [2, 1, false]],
      [7, 7, null],
    ]);
  });

  test("has as many bytes as the limit at most, line ends and all", () => {
    expect(split(["#one\n123456\n#two\n"]).texts).toEqual(["#one\n123456", "#two"]);
    expect(split(["#one\n1234567\n#two\n"]).texts).toEqual(["#one", "1234567", "#two"]);
  });

  test("has a line that is over the limit alone for a piece without bytes", () => {
    const found = split([`#one\n${"x".repeat(20)}\nend\n#two\n`]);
    expect(found.texts).toEqual(["#one", "", "end", "#two"]);
    expect(found.records.map(({ isOversize }) => isOversize)).toEqual([false, true, false, false]);
  });

  test("is not made where records are dropped whole, or no longer counted", () => {
    const dump = "#one\n123456\n1\n#two\n123456\n1\n";
    expect(split([dump], { splitsLarge: false }).records.map(({ piece, isOversize }) => [piece, isOversize])).toEqual([
      [null, true],
      [null, true],
    ]);
    const bounded = split([dump], { maxRecords: 1 });
    expect(piecesOf(bounded)).toEqual([
      [1, 2, [1, null, true]],
      [3, 3, [2, 1, false]],
      [4, 6, null],
    ]);
    expect(bounded.records.map(({ isSurplus }) => isSurplus)).toEqual([false, false, true]);
  });
});
