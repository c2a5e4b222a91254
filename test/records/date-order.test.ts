import { describe, expect, test } from "vitest";
import { defineTextFormat } from "../../src/formats/format.ts";
import { SINGLE_BYTES, type UnitLayout } from "../../src/lines/scan.ts";
import { readDateOrder } from "../../src/records/date-order.ts";

/** Records of two lines: a hash with the date behind it, a text. */
const hashDate = defineTextFormat({
  name: "hash-date",
  detect: () => 0,
  startsRecord: (line) => line.byteAt(0) === 0x23,
  readHeader: ([first = ""]) =>
    first.startsWith("#") ? { end: { line: 1, column: 0 }, fields: { date: { line: 0, start: 1, end: first.length } } } : null,
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const dumpOf = (...dates: string[]): string => dates.map((date) => `#${date}\nText of it.\n`).join("\n");
const orderOf = (...dates: string[]): unknown => readDateOrder(encode(dumpOf(...dates)), hashDate, SINGLE_BYTES, "utf-8");

describe("days over twelve tell the order", () => {
  test.each([
    ["25/12/2024", "dmy"],
    ["13/12/2024", "dmy"],
    ["13/01/2024", "dmy"],
    ["12/25/2024", "mdy"],
    ["12/13/2024", "mdy"],
    ["1/31/2024", "mdy"],
    ["20/1/2024", "dmy"],
    ["9/20/2024", "mdy"],
    ["25-12-2024", "dmy"],
    ["12-25-2024", "mdy"],
    ["25/12/24", "dmy"],
    ["12-25-24", "mdy"],
    ["Published on 25/12/2024 at 10:00", "dmy"],
    ["1/2/2024 25/12/2024", null],
    ["12/12/2024", null],
    ["12/11/2024", null],
    ["25/13/2024", null],
    ["13/25/2024", null],
    ["25/12-2024", null],
    ["25-12/2024", null],
    ["125/12/2024", null],
    ["25/112/2024", null],
    ["25/12/202", null],
    ["25/12/20245", null],
    ["25/12/2", null],
    ["25.12.2024", null],
    ["2024/12/25", null],
    ["2024-12-25", null],
    ["25 December 2024", null],
    ["a word or two too many, and then 25/12/2024", null],
  ])("%s: %s", (date, order) => {
    expect(orderOf(date)).toBe(order);
  });
});

test("one such day among many dates is enough", () => {
  expect(orderOf("1/2/2024", "3/4/2024", "25/4/2024", "5/6/2024")).toBe("dmy");
  expect(orderOf("1/2/2024", "4/25/2024", "3/4/2024", "5/6/2024")).toBe("mdy");
});

test("days in each place tell nothing, however many they are", () => {
  expect(orderOf("25/12/2024", "12/25/2024")).toBeNull();
  expect(orderOf("25/12/2024", "25/12/2024", "12/25/2024")).toBeNull();
  expect(orderOf("12/25/2024", "12/25/2024", "25/12/2024")).toBeNull();
});

test("no dates, no order", () => {
  expect(readDateOrder(new Uint8Array(0), hashDate, SINGLE_BYTES, "utf-8")).toBeNull();
  expect(orderOf()).toBeNull();
  expect(orderOf("", "")).toBeNull();
});

test("dates of the text are none of a header", () => {
  expect(readDateOrder(encode("#no date\n25/12/2024\n"), hashDate, SINGLE_BYTES, "utf-8")).toBeNull();
  expect(readDateOrder(encode("25/12/2024\ntext\n"), hashDate, SINGLE_BYTES, "utf-8")).toBeNull();
});

test("a header counts below lines that show nothing, and where the head of the dump ends", () => {
  expect(readDateOrder(encode("\u00a0\n#25/12/2024"), hashDate, SINGLE_BYTES, "utf-8")).toBe("dmy");
  expect(readDateOrder(encode("\n\n#1/2/2024\nЖ\n#12/25/2024"), hashDate, SINGLE_BYTES, "utf-8")).toBe("mdy");
});

test("a long text is no hindrance", () => {
  expect(readDateOrder(encode(`#1/2/2024\n${"Text. ".repeat(2000)}\n#25/12/2024\n`), hashDate, SINGLE_BYTES, "utf-8")).toBe("dmy");
});

describe.each<readonly [string, UnitLayout]>([
  ["utf-16le", { bytes: 2, littleEndian: true }],
  ["utf-16be", { bytes: 2, littleEndian: false }],
  ["utf-32le", { bytes: 4, littleEndian: true }],
  ["utf-32be", { bytes: 4, littleEndian: false }],
])("%s", (encoding, unit) => {
  test.each([
    ["25/12/2024", "dmy"],
    ["12-25-24", "mdy"],
    ["1/31/2024", "mdy"],
    ["31/1/2024", "dmy"],
    ["1/2/2024", null],
  ])("%s: %s", (date, order) => {
    const text = dumpOf(date);
    const wide = new Uint8Array(text.length * unit.bytes);
    for (let index = 0; index < text.length; index++)
      wide[index * unit.bytes + (unit.littleEndian ? 0 : unit.bytes - 1)] = text.charCodeAt(index);
    expect(readDateOrder(wide, hashDate, unit, encoding)).toBe(order);
  });
});

test("a head that cannot hold such dates is not cut into records", () => {
  const format = defineTextFormat({ ...hashDate, startsRecord: () => expect.unreachable("asked") });
  for (const text of [
    "#25.12.2024 and/or",
    "#2024-1",
    "1/",
    "a/b/c",
    "/1/",
    "x/1/",
    "a /1/",
    "a:/1/",
    "1:/1/",
    "1/x-2",
    "1-234-",
    "1//",
    "1--2",
    "1/234/",
  ])
    expect(readDateOrder(encode(`${text}\n`), format, SINGLE_BYTES, "utf-8")).toBeNull();
});
