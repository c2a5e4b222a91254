import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLineFinder, findNextLine, readUnit, SINGLE_BYTES, trimLineEnd, type UnitLayout } from "../../src/lines/scan.ts";
import { check } from "../support/property.ts";

const encoder = new TextEncoder();

function widen(text: string, { bytes, littleEndian }: UnitLayout): Uint8Array {
  const wide = new Uint8Array(text.length * bytes);
  for (let index = 0; index < text.length; index++) wide[index * bytes + (littleEndian ? 0 : bytes - 1)] = text.charCodeAt(index);
  return wide;
}

const layouts: UnitLayout[] = [
  SINGLE_BYTES,
  { bytes: 2, littleEndian: true },
  { bytes: 2, littleEndian: false },
  { bytes: 4, littleEndian: true },
  { bytes: 4, littleEndian: false },
];

describe.each(layouts)("$bytes bytes a unit, little-endian $littleEndian", (unit) => {
  test.each([
    ["LF", "ab\ncd", 3, 2],
    ["CRLF", "ab\r\ncd", 4, 2],
    ["CR", "ab\rcd", 3, 2],
    ["two CRs", "ab\r\rcd", 3, 2],
    ["LF then CR", "ab\n\rcd", 3, 2],
    ["nothing before it", "\ncd", 1, 0],
  ])("%s ends a line", (_, text, next, end) => {
    const bytes = widen(text, unit);
    expect(findNextLine(bytes, 0, false, unit)).toBe(next * unit.bytes);
    expect(trimLineEnd(bytes, 0, next * unit.bytes, unit)).toBe(end * unit.bytes);
  });

  test("a CR at the end waits for what follows, unless nothing can", () => {
    const bytes = widen("ab\r", unit);
    expect(findNextLine(bytes, 0, false, unit)).toBe(-1);
    expect(findNextLine(bytes, 0, true, unit)).toBe(3 * unit.bytes);
  });

  test("a CRLF or a CR and a letter at the end are whole", () => {
    for (const final of [false, true]) {
      expect(findNextLine(widen("ab\r\n", unit), 0, final, unit)).toBe(4 * unit.bytes);
      expect(findNextLine(widen("ab\rc", unit), 0, final, unit)).toBe(3 * unit.bytes);
    }
  });

  test("what is before a line is none of its end", () => {
    expect(trimLineEnd(widen("\nab", unit), unit.bytes, unit.bytes, unit)).toBe(unit.bytes);
    expect(trimLineEnd(widen("\rab", unit), unit.bytes, unit.bytes, unit)).toBe(unit.bytes);
    expect(trimLineEnd(widen("\r\nab", unit), unit.bytes, 2 * unit.bytes, unit)).toBe(unit.bytes);
    expect(trimLineEnd(widen("\r\nab", unit), 0, 2 * unit.bytes, unit)).toBe(0);
  });

  test("a finder finds the same line ends", () => {
    const bytes = widen("ab\ncd\r\n\r\r\u0a0d\u0d0a\u010a\n\nend", unit);
    for (const final of [false, true]) {
      const find = createLineFinder(bytes, unit);
      for (let from = 0; from >= 0 && from < bytes.length;) {
        const next = findNextLine(bytes, from, final, unit);
        expect(find(from, final)).toBe(next);
        from = next;
      }
    }
  });

  test("no end, no next line", () => {
    expect(findNextLine(widen("abcd", unit), 0, true, unit)).toBe(-1);
  });
});

test("other separators of Unicode end no line", () => {
  const bytes = encoder.encode("a\u2028b\u0085c\u000Bd\u000Ce");
  expect(findNextLine(bytes, 0, true, SINGLE_BYTES)).toBe(-1);
});

test("a unit is its bytes in their order, what is cut off counts as nothing", () => {
  const bytes = Uint8Array.of(0x12, 0x34, 0x56, 0x78, 0x9a);
  const read = (index: number, size: 1 | 2 | 4, littleEndian: boolean): number => readUnit(bytes, index, { bytes: size, littleEndian });
  expect([read(1, 1, true), read(1, 1, false)]).toEqual([0x34, 0x34]);
  expect([read(1, 2, true), read(1, 2, false)]).toEqual([0x5634, 0x3456]);
  expect([read(1, 4, true), read(1, 4, false)]).toEqual([0x9a785634, 0x3456789a]);
  expect([read(4, 2, true), read(4, 2, false)]).toEqual([0x9a, 0x9a00]);
});

test("half a unit at the end ends no line", () => {
  expect(findNextLine(Uint8Array.of(0x61, 0, 0x0a), 0, true, { bytes: 2, littleEndian: true })).toBe(-1);
  expect(findNextLine(Uint8Array.of(0x61, 0, 0x0d, 0, 0x0a), 0, true, { bytes: 2, littleEndian: true })).toBe(4);
});

test("wide units that only look like line ends are none", () => {
  // U+0A0D and U+0D0A, and U+010A: the bytes of a line end in other letters.
  const bytes = new Uint8Array([0x0d, 0x0a, 0x0a, 0x0d, 0x0a, 0x01]);
  expect(findNextLine(bytes, 0, true, { bytes: 2, littleEndian: true })).toBe(-1);
});

test("a finder finds the same line ends, however LF and CR are mixed", () => {
  check(fc.array(fc.constantFrom(0x0a, 0x0d, 0x61), { maxLength: 40 }), (values) => {
    const bytes = Uint8Array.from(values);
    for (const final of [false, true]) {
      const find = createLineFinder(bytes, SINGLE_BYTES);
      for (let from = 0; from >= 0 && from < bytes.length;) {
        const next = findNextLine(bytes, from, final, SINGLE_BYTES);
        expect(find(from, final)).toBe(next);
        from = next;
      }
    }
  });
});
