// Encodings that the standard does not have: no reference decoder tells what they are.
import { describe, expect, test } from "vitest";
import { findByteOrderMark } from "../../src/encoding/bom.ts";
import { decode, decodeUnits } from "../../src/encoding/decode.ts";
import { unpackPlanes } from "../../src/encoding/euc-tw.ts";
import { johabHangul, johabPair } from "../../src/encoding/johab.ts";
import { unitBytes } from "../../src/encoding/labels.ts";
import { unshiftHz, unshiftIso2022 } from "../../src/encoding/shifted.ts";
import { decodeUtf16, decodeUtf32 } from "../../src/encoding/wide-units.ts";
import { checksum } from "../support/golden.ts";

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const bytesOf = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? ascii(part) : [part])));
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const textOf = (encoding: string, ...parts: (string | number)[]): string => decode(bytesOf(...parts), encoding).text;
const REPLACEMENT = "\uFFFD";

describe("Johab", () => {
  test("has all syllables once, in their order", () => {
    const syllables = range(0x8000, 0xd7ff)
      .map(johabHangul)
      .filter((found) => found !== null && found >= "가" && found <= "힣");
    expect(syllables.join("")).toBe(String.fromCharCode(...range(0xac00, 0xd7a3)));
  });

  test("has the letters alone, as initials, medials and finals", () => {
    const code = (initial: number, medial: number, final: number): number => 0x8000 | (initial << 10) | (medial << 5) | final;
    const read = (codes: number[]): string => codes.map((one) => johabHangul(one) ?? "-").join("");
    expect(read(range(0, 31).map((initial) => code(initial, 2, 1)))).toBe("---ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ-----------".slice(1));
    expect(read(range(0, 31).map((medial) => code(1, medial, 1)))).toBe("---ㅏㅐㅑㅒㅓ--ㅔㅕㅖㅗㅘㅙ--ㅚㅛㅜㅝㅞㅟ--ㅠㅡㅢㅣ--");
    expect(read(range(0, 31).map((final) => code(1, 2, final)))).toBe("--ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁ-ㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ--");
    // Half a syllable is none.
    expect(johabHangul(code(2, 2, 2))).toBeNull();
    expect(johabHangul(code(1, 3, 2))).toBeNull();
    expect(johabHangul(code(1, 2, 1))).toBeNull();
    expect([johabHangul(0x8861), johabHangul(0xd3bd), johabHangul(code(2, 3, 0))]).toEqual(["가", "힣", null]);
  });

  test("has the symbols and Chinese characters of KS X 1001, two of its rows to a lead byte", () => {
    const trails = [...range(0x31, 0x7e), ...range(0x91, 0xfe)];
    for (const [leads, rows] of [
      [range(0xd9, 0xde), range(0xa1, 0xac)],
      [range(0xe0, 0xf9), range(0xca, 0xfd)],
    ] as const) {
      const pairs = leads.flatMap((lead) => trails.map((trail) => [...johabPair(lead, trail)!]));
      expect(pairs).toEqual(rows.flatMap((row) => range(0xa1, 0xfe).map((cell) => [row, cell])));
      const text = textOf("johab", ...leads.flatMap((lead) => trails.flatMap((trail) => [lead, trail])));
      expect(text).toBe(textOf("euc-kr", ...pairs.flat()));
    }
    for (const [lead, trail] of [
      [0xd8, 0x31],
      [0xdf, 0x31],
      [0xfa, 0x31],
      [0xd9, 0x30],
      [0xd9, 0x7f],
      [0xd9, 0x90],
      [0xd9, 0xff],
    ] as const)
      expect(johabPair(lead, trail)).toBeNull();
  });

  test("a bad byte takes its neighbour along, but never ASCII; a backslash is a won sign", () => {
    expect(textOf("johab", "a\\~", 0x88, 0x61)).toBe("a₩~가");
    expect(decode(bytesOf("a", 0xff, "b"), "johab")).toMatchObject({ text: `a${REPLACEMENT}b`, invalid: { count: 1, firstOffset: 1 } });
    expect(decode(bytesOf(0xff, 0xff, "b", 0x80), "johab")).toMatchObject({
      text: `${REPLACEMENT}b${REPLACEMENT}`,
      invalid: { count: 2, firstOffset: 0 },
    });
    expect(textOf("johab", 0x88)).toBe(REPLACEMENT);
    expect(textOf("johab", 0x80, 0x80, 0x88, 0x61)).toBe(`${REPLACEMENT}가`);
    expect(textOf("johab", 0xff, 0x7f, 0xff, 0x80)).toBe(`${REPLACEMENT}\u007f${REPLACEMENT}`);
    // A pair of the set that no character has yet.
    expect(decode(bytesOf(0xda, 0xfe, 0x88, 0x61), "johab").text.endsWith("가")).toBe(true);
  });
});

describe("EUC-TW", () => {
  test("has planes 1 and 2 of CNS 11643", () => {
    const planes = unpackPlanes();
    expect(planes.map((units) => units.length)).toEqual([94 * 94, 94 * 94]);
    // Ideographs on both, 5401 and 7650, and symbols on the first; no cell that the standard leaves empty.
    expect(planes.map((units) => units.filter((unit) => unit !== 0xfffd).length)).toEqual([5867, 7650]);
    expect(planes[0]!.indexOf(0xfffd, 35 * 94)).toBe(35 * 94 + 5401);
    expect(planes[1]!.indexOf(0xfffd)).toBe(7650);
    expect(planes[0]!.subarray(35 * 94, 35 * 94 + 5401).every((unit) => unit >= 0x4e00 && unit <= 0x9fff)).toBe(true);
    expect(planes.map(checksum)).toEqual(["7a627e18", "e61415c3"]);
    expect(String.fromCharCode(planes[0]![35 * 94]!, planes[1]![0]!)).toBe("一乂");
  });

  test("a pair is of the first plane, four bytes name theirs", () => {
    expect(textOf("euc-tw", "a", 0xc4, 0xa1, "b", 0x8e, 0xa1, 0xc4, 0xa1, 0x8e, 0xa2, 0xa1, 0xa1)).toBe("a一b一乂");
    const cells = range(0xa1, 0xfe).flatMap((row) => range(0xa1, 0xfe).map((cell) => [row, cell]));
    expect(textOf("euc-tw", ...cells.flat())).toBe(textOf("euc-tw", ...cells.flatMap((cell) => [0x8e, 0xa1].concat(cell))));
  });

  test.each<[bytes: number[], text: string, count: number]>([
    [[0xff, 0x41], "?A", 1],
    [[0x80, 0xc4, 0xa1], "?一", 1],
    [[0xa0, 0xc4, 0xa1], "?一", 1],
    [[0xc4, 0x41], "?A", 1],
    [[0xc4, 0xa0], "??", 2],
    [[0xc4, 0xff], "??", 2],
    [[0xc4], "?", 1],
    [[0xfe, 0xfe, 0xc4, 0xa1], "?一", 1],
    [[0x8e], "?", 1],
    [[0x8e, 0xa2], "??", 2],
    [[0x8e, 0xa2, 0xa1], "?㊣", 1],
    [[0x8e, 0xa3, 0xc4, 0xa1, 0x41], "?═?A", 2],
    [[0x8e, 0x41, 0xc4, 0xa1], "?A一", 1],
    [[0x8e, 0xa2, 0xc4, 0x41], "?∼A", 1],
    [[0x8e, 0xa2, 0xfe, 0xfe, 0x41], "?A", 1],
  ])("bad bytes: %j", (bytes, text, count) => {
    expect(decode(Uint8Array.from(bytes), "euc-tw")).toEqual({
      encoding: "euc-tw",
      text: text.replaceAll("?", REPLACEMENT),
      invalid: { count, firstOffset: bytes[0] === 0x41 ? 1 : 0 },
    });
  });
});

/** Where each byte of the result comes from. */
const originsOf = ({ bytes, originOf }: ReturnType<typeof unshiftHz>): number[] => Array.from(bytes, (_, offset) => originOf(offset));
const shown = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `<${byte.toString(16)}>`)).join("");

describe("HZ", () => {
  test.each<[written: string, read: string, origins: number[]]>([
    ["ab", "ab", [0, 1]],
    ["~{VP~}x", "<d6><d0>x", [2, 2, 6]],
    ["a~~b", "a~b", [0, 1, 3]],
    ["a~\nb", "ab", [0, 3]],
    ["a~\r\nb", "a~\r\nb", [0, 1, 2, 3, 4]],
    ["~{VP\nVP", "<d6><d0>\nVP", [2, 2, 4, 5, 6]],
    ["~}a~{~{VP", "a<d6><d0>", [2, 7, 7]],
    ["~{V", "V", [2]],
    ["~{V P", "V P", [2, 3, 4]],
    ["~{!~~~~}", "<a1><fe><fe><fe>", [2, 2, 4, 4]],
    ["a~", "a~", [0, 1]],
    ["a~x", "a~x", [0, 1, 2]],
    ["~{!!~}", "<a1><a1>", [2, 2]],
    ["~{ !!~}", " <a1><a1>", [2, 3, 3]],
    ["~{!\u007f\u007f!", "!\u007f\u007f!", [2, 3, 4, 5]],
  ])("%j", (written, read, origins) => {
    const unshifted = unshiftHz(bytesOf(written));
    expect([shown(unshifted.bytes), unshifted.encoding]).toEqual([read, "gbk"]);
    expect(originsOf(unshifted)).toEqual(origins);
    // Asking for a place does not change what was read.
    expect(shown(unshifted.bytes)).toBe(read);
  });

  test("is read as GBK", () => {
    expect(textOf("hz", "~{VPND~} and ~~")).toBe("中文 and ~");
  });
});

describe("ISO-2022-KR and ISO-2022-CN", () => {
  test.each<[written: string, encoding: string, read: string, inner: string, origins: number[]]>([
    ["ab", "iso-2022-kr", "ab", "euc-kr", [0, 1]],
    ["ab", "iso-2022-cn", "ab", "gbk", [0, 1]],
    ["\u001b$)C\u000e0!\u000fx", "iso-2022-kr", "<b0><a1>x", "euc-kr", [5, 5, 8]],
    ["\u001b$)A\u000eVP\u000fx", "iso-2022-cn", "<d6><d0>x", "gbk", [5, 5, 8]],
    ["\u001b$)G\u000eD!", "iso-2022-cn", "<c4><a1>", "euc-tw", [5, 5]],
    ["\u001b$)X\u000eVP", "iso-2022-cn", "<d6><d0>", "gbk", [5, 5]],
    ["a\u001b$)", "iso-2022-kr", "a", "euc-kr", [0]],
    ["\u001b$(C", "iso-2022-kr", "\u001b$(C", "euc-kr", [0, 1, 2, 3]],
    ["\u001b(B", "iso-2022-kr", "\u001b(B", "euc-kr", [0, 1, 2]],
    ["\u000e0!\n0!", "iso-2022-kr", "<b0><a1>\n0!", "euc-kr", [1, 1, 3, 4, 5]],
    ["\u000e0 !", "iso-2022-kr", "0 !", "euc-kr", [1, 2, 3]],
    ["\u000e0", "iso-2022-kr", "0", "euc-kr", [1]],
    ["\u000e~~!!\u007f!", "iso-2022-kr", "<fe><fe><a1><a1>\u007f!", "euc-kr", [1, 1, 3, 3, 5, 6]],
  ])("%j in %s", (written, encoding, read, inner, origins) => {
    const unshifted = unshiftIso2022(bytesOf(written), encoding);
    expect([shown(unshifted.bytes), unshifted.encoding]).toEqual([read, inner]);
    expect(originsOf(unshifted)).toEqual(origins);
  });

  test("are read as the encoding of the set", () => {
    expect(textOf("iso-2022-kr", "\u001b$)C\u000e0!\u000f a")).toBe("가 a");
    expect(textOf("iso-2022-cn", "\u001b$)G\u000eD!\u000f a")).toBe("一 a");
  });
});

describe("UTF-32", () => {
  const quads = (littleEndian: boolean, ...codes: number[]): Uint8Array => {
    const bytes = new Uint8Array(codes.length * 4);
    codes.forEach((code, index) => new DataView(bytes.buffer).setUint32(index * 4, code, littleEndian));
    return bytes;
  };

  test.each([true, false])("little endian: %s", (littleEndian) => {
    const read = (...codes: number[]) => decodeUtf32(quads(littleEndian, ...codes), littleEndian);
    expect(read(0, 0x41, 0xd7ff, 0xe000, 0xffff, 0x1_0000, 0x1_f600, 0x10_ffff)).toEqual({
      text: "\0A\ud7ff\ue000\uffff\u{10000}\u{1f600}\u{10ffff}",
      invalid: null,
    });
    expect(read(0x41, 0xd800, 0xdfff, 0x11_0000, 0xffff_ffff, 0x42)).toEqual({
      text: `A${REPLACEMENT.repeat(4)}B`,
      invalid: { count: 4, firstOffset: 4 },
    });
    expect(decodeUtf32(quads(littleEndian, 0x41, 0x42).subarray(0, 7), littleEndian)).toEqual({
      text: `A${REPLACEMENT}`,
      invalid: { count: 1, firstOffset: 4 },
    });
    expect(decodeUtf32(new Uint8Array(0), littleEndian)).toEqual({ text: "", invalid: null });
    const shifted = Uint8Array.from([9, ...quads(littleEndian, 0x41)]).subarray(1);
    expect(decodeUtf32(shifted, littleEndian).text).toBe("A");
    expect(textOf(littleEndian ? "utf-32le" : "utf-32be", ...quads(littleEndian, 0x1f600))).toBe("\u{1f600}");
  });
});

describe("UTF-16", () => {
  test.each<[units: number[], odd: boolean, text: string, invalid: { count: number; firstOffset: number } | null]>([
    [[0x41, 0xd83d, 0xde00], false, "A\u{1f600}", null],
    [[0x41], true, "A?", { count: 1, firstOffset: 2 }],
    [[], true, "?", { count: 1, firstOffset: 0 }],
    [[0xd83d], false, "?", { count: 1, firstOffset: 0 }],
    [[0xd83d], true, "?", { count: 1, firstOffset: 0 }],
    [[0xde00], true, "??", { count: 2, firstOffset: 0 }],
    [[0x41, 0xde00, 0xd83d], false, "A??", { count: 2, firstOffset: 2 }],
    [[0xd83d, 0xd83d, 0xde00, 0x42], false, "?\u{1f600}B", { count: 1, firstOffset: 0 }],
    [[0xd83d, 0xe000, 0xd7ff], false, "?\ue000\ud7ff", { count: 1, firstOffset: 0 }],
    [[0xd83d, 0xde00, 0xd83d], true, "\u{1f600}?", { count: 1, firstOffset: 4 }],
  ])("%j, an odd byte behind them: %s", (units, odd, text, invalid) => {
    for (const littleEndian of [true, false]) {
      const bytes = units.flatMap((unit) => (littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]));
      if (odd) bytes.push(0x41);
      expect(decodeUtf16(Uint8Array.from(bytes), littleEndian)).toEqual({ text: text.replaceAll("?", REPLACEMENT), invalid });
    }
  });
});

test("code units are given for single bytes and pairs only, and say which of the two it is", () => {
  const single = decodeUnits(bytesOf("a", 0xe6), "windows-1251")!;
  expect([...single.units.subarray(0, single.count)]).toEqual([0x61, 0x436]);
  expect(single).toMatchObject({ count: 2, invalid: null, isByteUnit: true });
  const pairs = decodeUnits(bytesOf("a", 0xd6, 0xd0, 0xff), "gb18030")!;
  expect([...pairs.units.subarray(0, pairs.count)]).toEqual([0x61, 0x4e2d, 0xfffd]);
  expect(pairs).toMatchObject({ count: 3, invalid: { count: 1, firstOffset: 3 }, isByteUnit: false });
  for (const encoding of ["utf-8", "utf-16le", "johab", "hz", "iso-2022-jp"]) expect(decodeUnits(bytesOf("a"), encoding)).toBeNull();
});

test("single bytes: bad ones are counted from the first, texts of any length are read", () => {
  for (let length = 0; length < 12; length++) {
    const high = range(0, length - 1).map((index) => 0xe0 + index);
    expect(textOf("windows-1251", ...high)).toBe(String.fromCharCode(...high.map((byte) => byte - 0xe0 + 0x430)));
    expect(textOf("windows-1252", "abcdefghijkl".slice(0, length), 0x80)).toBe(`${"abcdefghijkl".slice(0, length)}€`);
    expect(textOf("windows-1252", ...high)).toBe(String.fromCharCode(...high));
  }
  const { text, invalid } = decode(bytesOf("ab", 0xaa, "c", 0xaa, 0xe1), "windows-1253");
  expect([text, invalid]).toEqual([`ab${REPLACEMENT}c${REPLACEMENT}α`, { count: 2, firstOffset: 2 }]);
  expect(textOf("viscii", 0x02, "a", 0x05)).toBe("ẲaẴ");
  expect(textOf("iso-8859-8-i", 0xe0)).toBe("א");
});

test("byte order marks, the longer before the shorter", () => {
  for (const [bytes, encoding] of [
    [[0xff, 0xfe, 0, 0], "utf-32le"],
    [[0, 0, 0xfe, 0xff], "utf-32be"],
    [[0xef, 0xbb, 0xbf], "utf-8"],
    [[0x84, 0x31, 0x95, 0x33], "gb18030"],
    [[0xff, 0xfe, 0, 1], "utf-16le"],
    [[0xfe, 0xff], "utf-16be"],
    [[0xef, 0xbb], null],
    [[0x84, 0x31, 0x95], null],
    [[0xff], null],
    [[], null],
  ] as const)
    expect([bytes, findByteOrderMark(Uint8Array.from(bytes))]).toEqual([bytes, encoding]);
});

test("bytes of a code unit", () => {
  expect(["utf-16le", "utf-16be", "utf-32le", "utf-32be", "utf-8", "gb18030", "windows-1252"].map(unitBytes)).toEqual([
    2, 2, 4, 4, 1, 1, 1,
  ]);
});
