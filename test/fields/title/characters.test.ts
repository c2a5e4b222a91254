import { describe, expect, test } from "vitest";
import { BLANK, DENSE_LETTER, DIGIT, digitValue, foldCase, isCased, kindOf, LETTER } from "../../../src/fields/title/characters.ts";

const OTHER = 0;
const codeOf = (text: string): number => text.charCodeAt(0);
const inHex = (code: number): string => `U+${code.toString(16).padStart(4, "0").toUpperCase()}`;

/** The first and the last unit of each stretch of one kind, all the others between them. */
const STRETCHES: readonly (readonly [first: number, last: number, kind: number])[] = [
  [0x00, 0x08, OTHER],
  [0x09, 0x09, BLANK],
  [0x0a, 0x1f, OTHER],
  [0x20, 0x20, BLANK],
  [0x21, 0x2f, OTHER],
  [0x30, 0x39, DIGIT],
  [0x3a, 0x40, OTHER],
  [0x41, 0x5a, LETTER],
  [0x5b, 0x60, OTHER],
  [0x61, 0x7a, LETTER],
  [0x7b, 0x9f, OTHER],
  [0xa0, 0xa0, BLANK],
  [0xa1, 0xa9, OTHER],
  [0xaa, 0xaa, LETTER],
  [0xab, 0xb4, OTHER],
  [0xb5, 0xb5, LETTER],
  [0xb6, 0xb9, OTHER],
  [0xba, 0xba, LETTER],
  [0xbb, 0xbf, OTHER],
  [0xc0, 0xd6, LETTER],
  [0xd7, 0xd7, OTHER],
  [0xd8, 0xf6, LETTER],
  [0xf7, 0xf7, OTHER],
  [0xf8, 0x5ff, LETTER],
  [0x600, 0x60f, OTHER],
  [0x610, 0x61a, LETTER],
  [0x61b, 0x61b, OTHER],
  [0x61f, 0x61f, OTHER],
  [0x620, 0x65f, LETTER],
  [0x660, 0x669, DIGIT],
  [0x66a, 0x66a, OTHER],
  [0x66b, 0x6d3, LETTER],
  [0x6d4, 0x6d4, OTHER],
  [0x6d5, 0x6ef, LETTER],
  [0x6f0, 0x6f9, DIGIT],
  [0x6fa, 0x963, LETTER],
  [0x964, 0x965, OTHER],
  [0x966, 0x96f, DIGIT],
  [0x970, 0x9e5, LETTER],
  [0x9e6, 0x9ef, DIGIT],
  [0xa66, 0xa6f, DIGIT],
  [0xae6, 0xaef, DIGIT],
  [0xb66, 0xb6f, DIGIT],
  [0xbe6, 0xbef, DIGIT],
  [0xc66, 0xc6f, DIGIT],
  [0xce6, 0xcef, DIGIT],
  [0xd66, 0xd6f, DIGIT],
  [0xd70, 0xdff, LETTER],
  [0xe00, 0xe4f, DENSE_LETTER],
  [0xe50, 0xe59, DIGIT],
  [0xe5a, 0xecf, DENSE_LETTER],
  [0xed0, 0xed9, DIGIT],
  [0xeda, 0xeff, DENSE_LETTER],
  [0xf00, 0xfff, LETTER],
  [0x1000, 0x103f, DENSE_LETTER],
  [0x1040, 0x1049, DIGIT],
  [0x104a, 0x109f, DENSE_LETTER],
  [0x10a0, 0x177f, LETTER],
  [0x1780, 0x17df, DENSE_LETTER],
  [0x17e0, 0x17e9, DIGIT],
  [0x17ea, 0x17ff, DENSE_LETTER],
  [0x1800, 0x1fff, LETTER],
  [0x2000, 0x2bff, OTHER],
  [0x2c00, 0x2dff, LETTER],
  [0x2e00, 0x3004, OTHER],
  [0x3005, 0x3007, DENSE_LETTER],
  [0x3008, 0x303f, OTHER],
  [0x3040, 0x30fa, DENSE_LETTER],
  [0x30fb, 0x30fb, OTHER],
  [0x30fc, 0xa4cf, DENSE_LETTER],
  [0xa4d0, 0xd7af, LETTER],
  [0xd7b0, 0xdfff, DENSE_LETTER],
  [0xe000, 0xf8ff, OTHER],
  [0xf900, 0xfaff, DENSE_LETTER],
  [0xfb00, 0xfdff, LETTER],
  [0xfe00, 0xfe6f, OTHER],
  [0xfe70, 0xfeff, LETTER],
  [0xff00, 0xff0f, OTHER],
  [0xff10, 0xff19, DIGIT],
  [0xff1a, 0xff20, OTHER],
  [0xff21, 0xff5a, DENSE_LETTER],
  [0xff5b, 0xff65, OTHER],
  [0xff66, 0xff9d, DENSE_LETTER],
  [0xff9e, 0xffff, OTHER],
];

test.each(STRETCHES.map(([first, last, kind]) => [inHex(first), inHex(last), kind, first, last] as const))(
  "%s to %s are of kind %i",
  (_first, _last, kind, first, last) => {
    const others: string[] = [];
    for (let code = first; code <= last; code++) if (kindOf(code) !== kind) others.push(inHex(code));
    expect(others).toEqual([]);
  },
);

describe("digits", () => {
  test.each(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９"])(
    "%s count from 0 to 9",
    (digits) => {
      expect([...digits].map((digit) => digitValue(codeOf(digit)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    },
  );

  test.each(["/", ":", "a", "²", "م", "॰", "٪", "。", "＿"])("%s is none", (sign) => {
    expect(digitValue(codeOf(sign))).toBe(-1);
  });
});

test.each([
  ["a", true],
  ["Ж", true],
  ["Ω", true],
  ["\u058f", true],
  ["\u0590", false],
  ["א", false],
  ["\u1dff", false],
  ["\u1e00", true],
  ["\u1fff", true],
  ["\u2000", false],
  ["\u2bff", false],
  ["\u2c00", true],
  ["\u2dff", true],
  ["\u2e00", false],
  ["河", false],
])("%j belongs to a script with capitals: %s", (letter, expected) => {
  expect(isCased(codeOf(letter))).toBe(expected);
});

describe("folding of case", () => {
  // Letters of labels: what the standard library folds to one unit, without the signs that only look like letters.
  const FOLDED = [
    [0x41, 0x5a],
    [0xc0, 0xd6],
    [0xd8, 0xde],
    [0x100, 0x12f],
    [0x132, 0x137],
    [0x139, 0x148],
    [0x14a, 0x177],
    [0x179, 0x17e],
    [0x391, 0x3a1],
    [0x3a3, 0x3a9],
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x1ea0, 0x1ef9],
  ] as const;

  test.each(FOLDED.map(([first, last]) => [inHex(first), inHex(last), first, last] as const))(
    "%s to %s fold as in Unicode",
    (_first, _last, first, last) => {
      for (let code = first; code <= last; code++)
        expect(String.fromCharCode(foldCase(code))).toBe(String.fromCharCode(code).toLowerCase());
    },
  );

  test.each(["@", "[", "`", "z", "0", "×", "ß", "ÿ", "ΐ", "ά", "α", "Ґ".toLowerCase(), "ὀ", "河", "א"])("%s stays", (sign) => {
    expect(foldCase(codeOf(sign))).toBe(codeOf(sign));
  });
});
