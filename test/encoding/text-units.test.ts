// Texts as code units and as bytes: with what the runtime has, and without, they are the same.
import { describe, expect, test } from "vitest";
import { readPortably, readUtf8Bytes, readUtf8Units, unitsAsText } from "../../src/encoding/text-units.ts";
import { joinBlocks, joinUnits, roomForUnits, textOfAnyUnits, textOfLatin1, textOfUnits } from "../../src/encoding/units.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });
const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
const TEXTS = [
  "",
  "plain",
  "é",
  "\ufeffплан 東京 \u07ff\u0800\ud7ff\ue000\uffff",
  "😀\u{10000}\u{10ffff} mixed é",
  "long words é ".repeat(3000),
  "x".repeat(40_000),
];

describe.each([
  ["natively", readUtf8Units],
  ["portably", readPortably],
])("bytes read %s", (_, read) => {
  test("are the units of the text", () => {
    for (const text of TEXTS) {
      const { units } = read(utf8(text))!;
      expect(units).toHaveLength(text.length);
      expect(utf16.decode(units)).toBe(text);
    }
  });

  test("give strings between two units", () => {
    const text = "\ufeffплан 東京 😀 end";
    const { slice } = read(utf8(text))!;
    expect(slice(0, text.length)).toBe(text);
    for (let start = 0; start <= text.length; start++) {
      for (const end of [start, Math.min(start + 1, text.length), text.length]) {
        const expected = text.slice(start, end);
        if (!/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(expected)) expect(slice(start, end)).toBe(expected);
      }
    }
  });

  test("are refused where they are no UTF-8, wherever that is", () => {
    const leads = [0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf3, 0xf4, 0xf5, 0xff];
    const edges = [0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff];
    const wrong: number[][] = [];
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    for (const lead of leads) {
      for (const second of [[], ...edges.map((byte) => [byte])]) {
        for (const rest of [[], [0x80], [0xbf], [0x41], [0xc0], [0x80, 0x80], [0xbf, 0xbf], [0x80, 0x41], [0x41, 0x80], [0x80, 0xc0]]) {
          const bytes = Uint8Array.from([0x61, lead, ...second, ...rest]);
          let expected: string | null = null;
          try {
            expected = strict.decode(bytes);
          } catch {
            // no UTF-8
          }
          const found = read(bytes);
          if ((found === null ? null : utf16.decode(found.units)) !== expected) wrong.push([...bytes]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("only where every byte is a unit a text is called ASCII", () => {
  expect([readPortably(utf8("plain"))!.isAscii, readPortably(utf8("é"))!.isAscii, readUtf8Units(utf8("é"))!.isAscii]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a slice of ASCII is told by its bytes", () => {
  const bytes = utf8("é and plain");
  const { sliceAscii } = readUtf8Units(bytes)!;
  expect(sliceAscii!(3, 6)).toBe("and");
  expect(readPortably(bytes)!.sliceAscii).toBeNull();
});

describe("a text of nearly nothing but ASCII", () => {
  test("is read by its bytes", () => {
    for (const text of ["", "a", "plain words", `${"plain words ".repeat(30)}é`, "x".repeat(40_001)]) {
      const bytes = utf8(text);
      const read = readUtf8Bytes(bytes)!;
      expect(read.isAscii).toBe(bytes.length === text.length);
      for (const own of [read.bytes, new Uint8Array(read.pairs.buffer)])
        expect(new TextDecoder().decode(own.subarray(0, bytes.length))).toBe(text);
      expect(read.slice(0, bytes.length)).toBe(text);
      if (text.length > 4) expect([read.slice(1, 4), read.sliceAscii(1, 4)]).toEqual([text.slice(1, 4), text.slice(1, 4)]);
    }
  });

  test("is told by a sample of its bytes, in which one may be none of ASCII", () => {
    expect(readUtf8Bytes(utf8("éx"))).toBeUndefined();
    expect(readUtf8Bytes(Uint8Array.from([0x61, 0xe9, 0x62]))).toBeNull();
    const sampled = (...places: number[]): Uint8Array => {
      const bytes = new Uint8Array(640).fill(0x61);
      for (const place of places) bytes.set([0xc3, 0xa9], place);
      return bytes;
    };
    expect(readUtf8Bytes(sampled(0))).toBeTruthy();
    expect(readUtf8Bytes(sampled(1, 3, 5, 12, 17))).toBeTruthy();
    expect(readUtf8Bytes(sampled(0, 630))).toBeUndefined();
    expect(readUtf8Bytes(sampled(10, 20))).toBeUndefined();
  });
});

test("units that were decoded already are a text", () => {
  const text = "план 東京";
  const decoded = Uint16Array.from(unitsOf(`${text} and more`));
  const { units, slice, isAscii, sliceAscii } = unitsAsText(decoded.subarray(0), text.length);
  expect([...units]).toEqual(unitsOf(text));
  expect([slice(0, 4), slice(5, 7), slice(3, 3), isAscii, sliceAscii]).toEqual(["план", "東京", "", false, null]);
  const later = unitsAsText(decoded.subarray(5), 2);
  expect([later.slice(0, 2), later.slice(1, 2)]).toEqual(["東京", "京"]);
});

describe("text of code units", () => {
  test.each([
    ["natively", textOfUnits],
    ["portably", joinUnits],
    ["natively, well-formed or not", textOfAnyUnits],
    ["portably, well-formed or not", joinBlocks],
  ])("%s, of any length", (_, join) => {
    for (const length of [0, 1, 47, 48, 49, 50, 4095, 4096, 4097, 9000]) {
      const units = Uint16Array.from({ length: length + 3 }, (__, index) => 0x400 + (index % 500));
      expect(join(units, length)).toBe(Array.from(units.subarray(0, length), (unit) => String.fromCharCode(unit)).join(""));
    }
    const shifted = Uint16Array.from([1, 0x41, 0x42]).subarray(1);
    expect(join(shifted, 2)).toBe("AB");
    expect(join(Uint16Array.from([0xfeff, ...Array<number>(60).fill(0x41)]), 61)).toBe(`\ufeff${"A".repeat(60)}`);
  });

  test.each([
    ["natively", textOfAnyUnits],
    ["portably", joinBlocks],
  ])("%s, with surrogates that stand alone", (_, join) => {
    const text = `${"a".repeat(60)}\ud83d\u0410\ude00`;
    expect(join(Uint16Array.from(unitsOf(text)), text.length)).toBe(text);
  });

  test("the room for units is kept up to a size, and grows", () => {
    // Compared as truths: a failed comparison of arrays this long is never done with telling.
    const first = roomForUnits(10);
    expect(roomForUnits(first.length) === first).toBe(true);
    const larger = roomForUnits(first.length + 1);
    expect(larger === first).toBe(false);
    expect(larger.length).toBeGreaterThan(first.length);
    expect(roomForUnits(10) === larger).toBe(true);
    larger.set([0x41, 0x42]);
    expect(textOfUnits(larger, 2)).toBe("AB");
    const most = 1 << 20;
    expect(roomForUnits(most + 1).length).toBe(most + 1);
    expect(roomForUnits(most + 1) === roomForUnits(most + 1)).toBe(false);
    expect(roomForUnits(most).length).toBe(most);
    expect(roomForUnits(most) === roomForUnits(most)).toBe(true);
  });

  test("bytes of the same number as their code points", () => {
    expect(textOfLatin1(Uint8Array.of(0x41, 0x80, 0xe9, 0xff))).toBe("A\u0080éÿ");
  });
});
