import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import type { Line } from "../../src/lines/line.ts";
import { createLineSlicer, type SliceLine } from "../../src/lines/slice-line.ts";
import { findTraits } from "../../src/text/traits.ts";
import { check } from "../support/property.ts";

/** Bytes of one or two UTF-16 units. */
type Piece = readonly number[];

const FIRST = 100; // offset of the line's first byte

/** A line of pieces; where each begins in its text and its bytes. */
function createLine(encoding: string, pieces: readonly Piece[]) {
  const bytes = Uint8Array.from(pieces.flat());
  const text = decode(bytes, encoding).text;
  const line: Line = { number: 3, byteStart: FIRST, byteEnd: FIRST + bytes.length, text, traits: findTraits(text) };
  const places = [{ column: 0, byte: 0 }];
  for (const piece of pieces) {
    const { column, byte } = places.at(-1)!;
    const isPair = (text.charCodeAt(column) & 0xfc00) === 0xd800 && (text.charCodeAt(column + 1) & 0xfc00) === 0xdc00;
    places.push({ column: column + (isPair ? 2 : 1), byte: byte + piece.length });
  }
  expect(places.at(-1)!.column).toBe(text.length);
  const bytesOf = vi.fn<(start: number, end: number) => Uint8Array>((start, end) => bytes.subarray(start - FIRST, end - FIRST));
  return { line, places, bytesOf, slice: createLineSlicer(encoding, bytesOf) };
}

const rangeOf = (slice: SliceLine, line: Line, from: number, to: number): [number, number] => {
  const { byteStart, byteEnd } = slice(line, from, to);
  return [byteStart - FIRST, byteEnd - FIRST];
};

/** Parts between two places, with what is said of them and what is right. */
function takeParts(encoding: string, pieces: readonly Piece[]): { found: Line[]; fresh: Line[]; right: Line[] } {
  const { line, places, bytesOf, slice } = createLine(encoding, pieces);
  const parts: { found: Line[]; fresh: Line[]; right: Line[] } = { found: [], fresh: [], right: [] };
  for (const [index, from] of places.entries()) {
    for (const to of places.slice(index + 1)) {
      const text = line.text.slice(from.column, to.column);
      parts.right.push({ number: 3, byteStart: FIRST + from.byte, byteEnd: FIRST + to.byte, text, traits: findTraits(text) });
      parts.found.push(slice(line, from.column, to.column));
      parts.fresh.push(createLineSlicer(encoding, bytesOf)(line, from.column, to.column));
    }
  }
  return parts;
}

const LETTER = [0x61];
const TWO = [0xd0, 0x96];
const THREE = [0xe4, 0xb8, 0xad];
const FOUR = [0xf0, 0x9f, 0x98, 0x80];

describe("UTF-8", () => {
  test.each<readonly [string, readonly Piece[]]>([
    ["every length", [LETTER, TWO, THREE, FOUR, LETTER]],
    ["the last of one and the first of two bytes", [[0x7f], [0xc2, 0x80], LETTER]],
    ["the last of two and the first of three bytes", [[0xdf, 0xbf], [0xe0, 0xa0, 0x80], LETTER]],
    ["the ends of three bytes", [[0xed, 0x9f, 0xbf], [0xee, 0x80, 0x80], [0xef, 0xbf, 0xbf], LETTER]],
    ["the ends of four bytes", [[0xf0, 0x90, 0x80, 0x80], [0xf4, 0x8f, 0xbf, 0xbf], LETTER]],
    ["a replacement character of its own", [[0xef, 0xbf, 0xbd], LETTER, [0xef, 0xbf, 0xbd]]],
    ["the first bytes of one", [[0xef, 0xbf], LETTER, [0xef], LETTER, LETTER]],
    ["the end of one", [[0xbf], [0xbd], [0xef], LETTER, [0xbd], LETTER]],
    ["the end of one behind another byte", [[0xff], [0xbf], [0xbd], LETTER]],
    ["bytes that go on with nothing", [[0x80], [0xbf], [0x80], LETTER, [0x80], [0x80]]],
    ["bytes that never begin a character", [[0xc0], [0x80], [0xc1], [0xbf], [0xf5], [0x80], [0x80], [0xff], [0xbf], LETTER]],
    ["two bytes cut off", [[0xc2], LETTER, [0xdf], TWO, [0xdf]]],
    ["three bytes cut off", [[0xe2, 0x82], LETTER, [0xe2], LETTER, [0xe2, 0x82], TWO, [0xe1, 0x80]]],
    ["four bytes cut off", [[0xf1, 0x80, 0x80], LETTER, [0xf1, 0x80], LETTER, [0xf1], LETTER, [0xf3, 0xbf, 0xbf], THREE, [0xf1, 0xbf]]],
    ["overlong ones", [[0xe0], [0x9f], [0xbf], [0xf0], [0x8f], [0xbf], [0xbf], LETTER]],
    ["just not overlong ones, cut off", [[0xe0, 0xa0], LETTER, [0xf0, 0x90], LETTER, [0xf0, 0x90, 0x80], LETTER]],
    ["surrogates", [[0xed], [0xa0], [0x80], [0xed], [0xbf], [0xbf], LETTER]],
    ["just no surrogates, cut off", [[0xed, 0x9f], LETTER, [0xed, 0x80], LETTER]],
    ["past the end of Unicode", [[0xf4], [0x90], [0x80], [0x80], LETTER]],
    ["just not past the end, cut off", [[0xf4, 0x8f], LETTER, [0xf4, 0x8f, 0xbf], LETTER, [0xf4, 0x80, 0x80], LETTER]],
    [
      "second and third bytes at their ends, cut off",
      [[0xe1, 0x80], LETTER, [0xe1, 0xbf], LETTER, [0xf0, 0xbf, 0x80], [0xf0, 0xbf, 0xbf], LETTER],
    ],
    ["a third byte that the second may not be", [[0xed, 0x9f], [0xff], [0xf4, 0x8f, 0xbf], [0xc0], [0xf0, 0x90, 0x80], LETTER]],
  ])("%s", (_, pieces) => {
    const { found, fresh, right } = takeParts("utf-8", pieces);
    expect(found).toEqual(right);
    expect(fresh).toEqual(right);
  });
});

describe("other encodings", () => {
  const wide = (...codes: number[]): Piece[] => codes.map((code) => [code & 0xff, code >> 8]);

  test.each<readonly [string, readonly Piece[]]>([
    ["windows-1251", [[0xc4], [0x61], [0xee], [0x20]]],
    ["utf-16le", [...wide(0x61, 0x416, 0x62), [0x3d, 0xd8, 0x00, 0xde], ...wide(0x63, 0x100, 0x64)]],
    [
      "utf-16be",
      [
        [0, 0x61],
        [0x04, 0x16],
        [0xd8, 0x3d, 0xde, 0x00],
        [0, 0],
        [0, 0x62],
      ],
    ],
    [
      "utf-32le",
      [
        [0x61, 0, 0, 0],
        [0, 0xf6, 1, 0],
        [0x62, 0, 0, 0],
        [0x16, 4, 0, 0],
        [0x63, 0, 0, 0],
      ],
    ],
    ["gb18030", [LETTER, [0xd6, 0xd0], [0x94, 0x39, 0xfc, 0x36], LETTER, [0x81, 0x30, 0x81, 0x30], [0xce, 0xc4], [0x31]]],
    ["shift_jis", [LETTER, [0x82, 0xa0], [0xb1], [0x83, 0x5c], [0xb2], LETTER]],
    ["euc-jp", [LETTER, [0x8f, 0xb0, 0xa1], [0xa4, 0xa2], [0x8e, 0xb1], [0x8f, 0xb0, 0xa2], LETTER]],
    [
      "iso-2022-jp",
      [[0x61], [0x62], [0x1b, 0x24, 0x42, 0x24, 0x22], [0x24, 0x24], [0x1b, 0x28, 0x42, 0x63], [0x64], [0x1b, 0x28, 0x4a, 0x5c], [0x5c]],
    ],
    ["hz", [[0x61], [0x62], [0x7e, 0x7b, 0x3c, 0x3a], [0x4b, 0x79], [0x7e, 0x7d, 0x63], [0x64]]],
    ["euc-tw", [LETTER, [0x8e, 0xa2, 0xa1, 0xa1], [0xc4, 0xe3], [0x8e, 0xa2, 0xa1, 0xa2], [0x8e, 0xa2, 0xa1, 0xa3], LETTER]],
    ["iso-2022-kr", [[0x1b, 0x24, 0x29, 0x43, 0x61], [0x0e, 0x30, 0x21], [0x30, 0x22], [0x0f, 0x63], [0x64]]],
  ])("%s: every part is the bytes that read as it", (encoding, pieces) => {
    const { found, fresh, right } = takeParts(encoding, pieces);
    expect(found).toEqual(right);
    expect(fresh).toEqual(right);
  });
});

test("characters of four bytes, which read as more when they are cut off, move no part", () => {
  const pieces = fc.array(fc.constantFrom<Piece>([0x61], [0x8e, 0xa2, 0xa1, 0xa1], [0xc4, 0xe3]), { minLength: 1, maxLength: 12 });
  check(pieces, (own) => {
    const { found, fresh, right } = takeParts("euc-tw", own);
    expect(found).toEqual(right);
    expect(fresh).toEqual(right);
  });
});

test.each<readonly [string, readonly Piece[]]>([
  [
    "utf-16le",
    [
      [0x61, 0],
      [0xfd, 0xff],
      [0x20, 0],
      [0x00, 0xdc],
      [0x3d, 0xd8, 0x00, 0xde],
    ],
  ],
  [
    "utf-16be",
    [
      [0, 0x61],
      [0xff, 0xfd],
      [0, 0x20],
      [0xdc, 0x00],
      [0xd8, 0x3d, 0xde, 0x00],
    ],
  ],
  [
    "utf-32le",
    [
      [0x61, 0, 0, 0],
      [0xfd, 0xff, 0, 0],
      [0, 0, 0x11, 0],
      [0, 0xf6, 1, 0],
    ],
  ],
  ["gb18030", [[0x61], [0x84, 0x31, 0xa4, 0x37], [0xd6, 0xd0], [0x20]]],
  ["gbk", [[0x61], [0x84, 0x31, 0xa4, 0x37], [0xd6, 0xd0], [0x80]]],
  ["euc-kr", [[0x61], [0xc9, 0xa1], [0xb0, 0xa1], [0x20]]],
])("%s: U+FFFD, written or in the place of what is none, has all its bytes", (encoding, choices) => {
  const pieces = fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 8 });
  check(pieces, (own) => {
    const { found, fresh, right } = takeParts(encoding, own);
    expect(found).toEqual(right);
    expect(fresh).toEqual(right);
  });
});

test("escapes behind the last character belong to its part", () => {
  const bytes = Uint8Array.of(0x61, 0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42);
  const line: Line = { number: 3, byteStart: FIRST, byteEnd: FIRST + 9, text: "aあ", traits: findTraits("aあ") };
  const slice = createLineSlicer("iso-2022-jp", (start, end) => bytes.subarray(start - FIRST, end - FIRST));
  expect(rangeOf(slice, line, 0, 1)).toEqual([0, 1]);
  expect(rangeOf(slice, line, 1, 2)).toEqual([1, 9]);
  expect(rangeOf(slice, line, 1, 20)).toEqual([1, 9]);
});

test("a whole line is the line itself", () => {
  const { line, slice } = createLine("utf-8", [LETTER, TWO]);
  expect(slice(line, 0, 2)).toBe(line);
  expect(slice(line, 0, 1)).not.toBe(line);
  expect(slice(line, 1, 2)).not.toBe(line);
});

test("columns past the ends of a text stay past its start, and end with it", () => {
  for (const encoding of ["utf-8", "gb18030", "iso-2022-jp"]) {
    const { line, slice } = createLine(encoding, encoding === "utf-8" ? [TWO, LETTER, LETTER] : [LETTER, LETTER, LETTER]);
    expect(rangeOf(slice, line, 1, 9)[1]).toBe(line.byteEnd - FIRST);
    expect(slice(line, -1, 1).byteStart).toBe(FIRST - 1);
  }
});

test("a place inside a character is within its bytes", () => {
  const { line, slice } = createLine("utf-16le", [
    [0x61, 0],
    [0x3d, 0xd8, 0x00, 0xde],
    [0x62, 0],
  ]);
  const [, inside] = rangeOf(slice, line, 0, 2);
  expect(inside).toBeGreaterThanOrEqual(2);
  expect(inside).toBeLessThanOrEqual(6);
  expect(rangeOf(slice, line, 3, 4)).toEqual([6, 8]);
});

test("the bytes of a line are asked for once as long as its parts come from left to right", () => {
  const { line, slice, bytesOf } = createLine("utf-8", [LETTER, TWO, THREE, LETTER]);
  slice(line, 0, 1);
  slice(line, 1, 2);
  slice(line, 2, 4);
  expect(bytesOf.mock.calls).toEqual([[FIRST, FIRST + 7]]);
  slice(line, 1, 2);
  expect(bytesOf).toHaveBeenCalledTimes(2);
  slice({ ...line }, 2, 3);
  expect(bytesOf).toHaveBeenCalledTimes(3);
});

test("a slicer serves the lines of a record in any order", () => {
  const bytes = new TextEncoder().encode("Жab\nдождь");
  const slice = createLineSlicer("utf-8", (start, end) => bytes.subarray(start, end));
  const first: Line = { number: 1, byteStart: 0, byteEnd: 4, text: "Жab", traits: 0 };
  const second: Line = { number: 2, byteStart: 5, byteEnd: 15, text: "дождь", traits: 0 };
  expect(slice(first, 1, 2)).toMatchObject({ number: 1, byteStart: 2, byteEnd: 3, text: "a" });
  expect(slice(second, 2, 3)).toMatchObject({ number: 2, byteStart: 9, byteEnd: 11, text: "ж" });
  expect(slice(first, 2, 3)).toMatchObject({ number: 1, byteStart: 3, byteEnd: 4, text: "b" });
});
