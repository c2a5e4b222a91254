import { describe, expect, test, vi } from "vitest";
import { decodeUnits } from "../../src/encoding/decode.ts";
import { readUtf8Units, unitsAsText, type TextUnits } from "../../src/encoding/text-units.ts";
import type { Line } from "../../src/lines/line.ts";
import { cutUnitLines } from "../../src/lines/unit-lines.ts";
import { findTraits, TRAIT } from "../../src/text/traits.ts";
import { LINE_CASES, POSITION, rangesOf } from "./line-cases.ts";

const encoder = new TextEncoder();

function cutUtf8(source: string, refused = 0): Line[] | null {
  const bytes = encoder.encode(source);
  const units = readUtf8Units(bytes)!;
  return cutUnitLines(bytes, units, units.isAscii, refused, POSITION);
}

function cutLegacy(bytes: readonly number[], encoding: string): Line[] | null {
  const all = Uint8Array.from(bytes);
  const { units, count, isByteUnit } = decodeUnits(all, encoding)!;
  return cutUnitLines(all, unitsAsText(units, count), isByteUnit, 0, POSITION);
}

test.each(LINE_CASES)("UTF-8: %s", (_, source, expected) => {
  expect(rangesOf(cutUtf8(source))).toEqual(expected);
});

test("pairs of bytes: places in the text are not those in the bytes", () => {
  const bytes = [0xd6, 0xd0, 0xce, 0xc4, 0x0d, 0x0a, 0x61, 0xd6, 0xd0, 0x0a, 0x0a, 0x62, 0xd6, 0xd0];
  expect(rangesOf(cutLegacy(bytes, "gb18030"))).toEqual([
    [7, 0, 4, "中文"],
    [8, 6, 9, "a中"],
    [9, 10, 10, ""],
    [10, 11, 14, "b中"],
  ]);
});

test("single bytes", () => {
  expect(rangesOf(cutLegacy([0xc4, 0x61, 0x0d, 0x0a, 0x0a, 0xee], "windows-1251"))).toEqual([
    [7, 0, 2, "Дa"],
    [8, 4, 4, ""],
    [9, 5, 6, "о"],
  ]);
});

test("nothing has no lines", () => {
  expect(cutUtf8("")).toEqual([]);
});

describe("a carriage return alone", () => {
  test.each(["one\rtwo", "one\r\rtwo\n", "\r\r\n", "é\rtwo\n", "é\r\r\n"])("is not for this way: %j", (source) => {
    expect(cutUtf8(source)).toBeNull();
  });
});

test("a trait that is refused sends the record the long way, any other does not", () => {
  expect(cutUtf8("one\na\u0001é", TRAIT.control)).toBeNull();
  expect(cutUtf8("one\na\u0001é", TRAIT.control | TRAIT.tilde)).toBeNull();
  expect(cutUtf8("one\na\u0001é", TRAIT.tilde)).toHaveLength(2);
});

test("lines have the traits of their text", () => {
  const texts = ["plain", "a  b", "Tom & Jerry", "wide é ", ""];
  expect(cutUtf8(texts.join("\n"))!.map(({ traits }) => traits)).toEqual(texts.slice(0, 4).map(findTraits));
});

test("lines of ASCII are taken from the bytes, in half the memory, wide ones from the units, and those that hold nothing from neither", () => {
  const bytes = encoder.encode("é\nplain\n\nend");
  const found = readUtf8Units(bytes)!;
  const slice = vi.fn<TextUnits["slice"]>(() => "by units");
  const sliceAscii = vi.fn<TextUnits["slice"]>(() => "by bytes");
  const lines = cutUnitLines(bytes, { ...found, slice, sliceAscii }, false, 0, POSITION);
  expect(lines!.map(({ text }) => text)).toEqual(["by units", "by bytes", "", "by bytes"]);
  expect(slice.mock.calls).toEqual([[0, 1]]);
  expect(sliceAscii.mock.calls).toEqual([
    [3, 8],
    [10, 13],
  ]);
});
