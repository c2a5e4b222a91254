import { describe, expect, test } from "vitest";
import { SINGLE_BYTES, type UnitLayout } from "../../src/lines/scan.ts";
import { hasVisibleByte, isBlankLine } from "../../src/records/blank.ts";
import { createLineView } from "../../src/records/line-view.ts";

const LITTLE_PAIRS: UnitLayout = { bytes: 2, littleEndian: true };
const BIG_PAIRS: UnitLayout = { bytes: 2, littleEndian: false };
const MARK = [0xef, 0xbb, 0xbf];

/** Whether bytes are a blank line between two that are not. */
function isBlank(own: readonly number[], unit = SINGLE_BYTES, isHead = false): boolean {
  const around = Array<number>(4).fill(0x41);
  return isBlankLine(Uint8Array.from([...around, ...own, ...around]), 4, 4 + own.length, unit, isHead);
}

describe("lines of single bytes", () => {
  test.each<readonly [string, readonly number[]]>([
    ["nothing", []],
    ["a blank", [0x20]],
    ["a tab", [0x09]],
    ["blanks and tabs", [0x20, 0x09, 0x20]],
  ])("%s is layout", (_, own) => {
    expect(isBlank(own)).toBe(true);
    expect(isBlank(own, SINGLE_BYTES, true)).toBe(true);
    expect(isBlank([...MARK, ...own], SINGLE_BYTES, true)).toBe(true);
    expect(isBlank([...MARK, ...own])).toBe(false);
    expect(isBlank([...own, ...MARK], SINGLE_BYTES, true)).toBe(own.length === 0);
  });

  test.each<readonly [string, readonly number[]]>([
    ["a letter", [0x61]],
    ["a letter behind blanks", [0x20, 0x09, 0x61]],
    ["a letter before a blank", [0x61, 0x20]],
    ["a no-break space", [0xa0]],
    ["a NUL", [0x00]],
    ["a mark and a letter", [...MARK, 0x61]],
    ["two marks", [...MARK, ...MARK]],
    ["the first byte of a mark", [0xef]],
    ["two bytes of a mark", [0xef, 0xbb]],
    ["a mark with another third byte", [0xef, 0xbb, 0x20]],
    ["a mark with another second byte", [0xef, 0x20, 0xbf]],
    ["a mark with another first byte", [0x20, 0xbb, 0xbf]],
  ])("%s is not", (_, own) => {
    expect(isBlank(own)).toBe(false);
    expect(isBlank(own, SINGLE_BYTES, true)).toBe(false);
  });
});

describe.each([
  ["little", LITTLE_PAIRS],
  ["big", BIG_PAIRS],
])("lines of pairs, %s end first", (_, unit) => {
  const wide = (...codes: number[]): number[] =>
    codes.flatMap((code) => (unit.littleEndian ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]));

  test("blanks and tabs are layout, and a mark is at the head", () => {
    expect(isBlank([], unit)).toBe(true);
    expect(isBlank(wide(0x20), unit)).toBe(true);
    expect(isBlank(wide(0x09, 0x20, 0x20), unit)).toBe(true);
    expect(isBlank(wide(0xfeff, 0x20), unit, true)).toBe(true);
    expect(isBlank(wide(0xfeff), unit)).toBe(false);
    expect(isBlank(wide(0x20, 0xfeff), unit, true)).toBe(false);
  });

  test.each([0x61, 0x2020, 0x0909, 0x2000, 0x0900, 0xa0])("U+%s is not", (code) => {
    expect(isBlank(wide(code), unit)).toBe(false);
    expect(isBlank(wide(code), unit, true)).toBe(false);
    expect(isBlank(wide(0x20, code), unit)).toBe(false);
    expect(isBlank(wide(code, 0x20), unit)).toBe(false);
  });
});

describe("what a line shows", () => {
  function isVisible(...own: number[]): boolean {
    const view = createLineView(SINGLE_BYTES, "utf-8");
    view.point(Uint8Array.from([0x41, ...own, 0x41]), 1, 1 + own.length, 1);
    return hasVisibleByte(view);
  }

  const INVISIBLE: readonly (readonly [string, readonly number[]])[] = [
    ["control character", [0x01]],
    ["blank", [0x20]],
    ["no-break space of one byte", [0xa0]],
    ["no-break space", [0xc2, 0xa0]],
    ["soft hyphen", [0xc2, 0xad]],
    ["en quad", [0xe2, 0x80, 0x80]],
    ["right-to-left mark", [0xe2, 0x80, 0x8f]],
    ["line separator", [0xe2, 0x80, 0xa8]],
    ["narrow no-break space", [0xe2, 0x80, 0xaf]],
    ["word joiner", [0xe2, 0x81, 0xa0]],
    ["ideographic space", [0xe3, 0x80, 0x80]],
    ["byte order mark", [0xef, 0xbb, 0xbf]],
  ];

  test("nothing shows nothing", () => {
    expect(isVisible()).toBe(false);
  });

  test.each(INVISIBLE)("a %s shows nothing, and hides nothing", (_, own) => {
    expect(isVisible(...own)).toBe(false);
    expect(isVisible(...own, ...own)).toBe(false);
    expect(isVisible(...own, 0x61)).toBe(true);
    expect(isVisible(0x61, ...own)).toBe(true);
  });

  test("all of them together show nothing", () => {
    const all = INVISIBLE.flatMap(([, own]) => own);
    expect(isVisible(...all)).toBe(false);
    expect(isVisible(...all, 0x2e)).toBe(true);
  });

  test.each<readonly [string, readonly number[]]>([
    ["an exclamation mark", [0x21]],
    ["a byte that is no no-break space", [0xa1]],
    ["an inverted exclamation mark", [0xc2, 0xa1]],
    ["a first byte alone", [0xc2]],
    ["a hyphen", [0xe2, 0x80, 0x90]],
    ["a hyphenation point", [0xe2, 0x80, 0xa7]],
    ["a per mille sign", [0xe2, 0x80, 0xb0]],
    ["two bytes of a space", [0xe2, 0x80]],
    ["two bytes of a space before a letter", [0xe2, 0x80, 0x61]],
    ["a function application", [0xe2, 0x81, 0xa1]],
    ["an ideographic comma", [0xe3, 0x80, 0x81]],
    ["a letter of three bytes", [0xe3, 0x81, 0x80]],
    ["a mark that is not whole", [0xef, 0xbb]],
  ])("%s shows", (_, own) => {
    expect(isVisible(...own)).toBe(true);
    expect(isVisible(0x20, ...own)).toBe(true);
  });
});
