import { describe, expect, test, vi } from "vitest";
import type { TextBytes } from "../../src/encoding/text-units.ts";
import { cutByteLines } from "../../src/lines/byte-lines.ts";
import type { Line } from "../../src/lines/line.ts";
import { findTraits, TRAIT } from "../../src/text/traits.ts";

const encoder = new TextEncoder();
const POSITION = { byteStart: 1000, lineStart: 7 };

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

const rangesOf = (lines: Line[] | null): unknown =>
  lines?.map(({ number, byteStart, byteEnd, text }) => [number, byteStart - 1000, byteEnd - 1000, text]);

test.each([
  [
    "LF",
    "one\ntwo",
    [
      [7, 0, 3, "one"],
      [8, 4, 7, "two"],
    ],
  ],
  [
    "CRLF",
    "one\r\ntwo",
    [
      [7, 0, 3, "one"],
      [8, 5, 8, "two"],
    ],
  ],
  ["an LF at the end", "one\n", [[7, 0, 3, "one"]]],
  ["a CRLF at the end", "one\r\n", [[7, 0, 3, "one"]]],
  ["a CR at the end", "one\r", [[7, 0, 3, "one"]]],
  [
    "empty lines",
    "\n\r\n\na",
    [
      [7, 0, 0, ""],
      [8, 1, 1, ""],
      [9, 3, 3, ""],
      [10, 4, 5, "a"],
    ],
  ],
  [
    "a wide line before an LF",
    "é1\ntwo",
    [
      [7, 0, 3, "é1"],
      [8, 4, 7, "two"],
    ],
  ],
  [
    "a wide line before a CRLF",
    "é1\r\ntwo",
    [
      [7, 0, 3, "é1"],
      [8, 5, 8, "two"],
    ],
  ],
  [
    "a wide line at the end",
    "1\né",
    [
      [7, 0, 1, "1"],
      [8, 2, 4, "é"],
    ],
  ],
  [
    "a wide line before a CR at the end",
    "1\né\r",
    [
      [7, 0, 1, "1"],
      [8, 2, 4, "é"],
    ],
  ],
])("%s", (_, source, expected) => {
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
