import { describe, expect, test, vi } from "vitest";
import type { TextBytes } from "../../src/encoding/text-units.ts";
import { cutByteLines } from "../../src/lines/byte-lines.ts";
import type { Line } from "../../src/lines/line.ts";
import { findTraits, TRAIT } from "../../src/text/traits.ts";
import { LINE_CASES, POSITION, rangesOf } from "./line-cases.ts";

const encoder = new TextEncoder();

/** In memory that holds line ends behind the text, from one read before. */
function textBytesOf(source: string, left = 0x0a0a): TextBytes {
  const pairs = new Uint16Array(source.length + 100).fill(left);
  const bytes = new Uint8Array(pairs.buffer);
  bytes.set(encoder.encode(source));
  const slice = (start: number, end: number): string => new TextDecoder().decode(bytes.subarray(start, end));
  return { bytes, pairs, isAscii: false, slice, sliceAscii: slice };
}

function cut(source: string, refused = 0): Line[] | null {
  return cutByteLines(textBytesOf(source), encoder.encode(source).length, refused, POSITION);
}

test.each(LINE_CASES)("%s", (_, source, expected) => {
  expect(rangesOf(cut(source))).toEqual(expected);
});

test("what is in memory behind the text ends no line of it, and is none of its traits", () => {
  for (const left of [0x0a0a, 0x0d0d, 0x4141, 0xc3c3, 0x410a, 0x0a41]) {
    const text = textBytesOf("1\né", left);
    expect(rangesOf(cutByteLines(text, 4, TRAIT.control, POSITION))).toEqual([
      [7, 0, 1, "1"],
      [8, 2, 4, "é"],
    ]);
  }
});

test("nothing has no lines", () => {
  expect(cut("")).toEqual([]);
});

describe("a carriage return alone", () => {
  test.each(["one\rtwo", "one\r\rtwo\n", "\r\r\n", "é one\rtwo\n", "é one\rtwo", "é one\rtwo\r\n", "é one\r\r\n"])(
    "is not for this way: %j",
    (source) => {
      expect(cut(source)).toBeNull();
    },
  );
});

test("lines have the traits of their text, wide or not", () => {
  const texts = ["plain", "a  b", " edge", "Tom & Jerry", "~", "wide é", "wide  é ", "", "\u00a0é"];
  const lines = cut(`${texts.join("\n")}\n`)!;
  for (const [index, text] of texts.entries()) {
    expect(lines[index]!.text).toBe(text);
    expect(lines[index]!.traits & findTraits(text)).toBe(findTraits(text));
    expect((lines[index]!.traits & TRAIT.wide) !== 0).toBe(/[^ -~]/.test(text));
  }
});

test.each([
  ["in a line of ASCII", `one\na\u0001b\n`],
  ["before a wide character", `one\na\u0001é\n`],
  ["behind a wide character", `one\né\u0001b\n`],
])("a trait that is refused %s sends the record the long way, any other does not", (_, source) => {
  expect(cut(source, TRAIT.control)).toBeNull();
  expect(cut(source, TRAIT.control | TRAIT.tilde)).toBeNull();
  expect(cut(source, TRAIT.tilde)).toHaveLength(2);
});

test("lines of ASCII are not decoded, and those that hold nothing are not looked at", () => {
  const text = textBytesOf("é\nplain\n\nend");
  const slice = vi.fn<TextBytes["slice"]>(() => "decoded");
  const sliceAscii = vi.fn<TextBytes["slice"]>(() => "by bytes");
  const lines = cutByteLines({ ...text, slice, sliceAscii }, 13, 0, POSITION);
  expect(lines!.map((line) => line.text)).toEqual(["decoded", "by bytes", "", "by bytes"]);
  expect(slice.mock.calls).toEqual([[0, 2]]);
  expect(sliceAscii.mock.calls).toEqual([
    [3, 8],
    [10, 13],
  ]);
});
