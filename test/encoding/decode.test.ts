import { TextDecoder as Reference } from "@exodus/bytes/encoding.js";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { canonicalEncoding } from "../../src/encoding/labels.ts";
import { singleByteNames } from "../../src/encoding/single-byte.ts";
import { encode } from "./encode.ts";
import { TEXTS } from "./texts.ts";

const STANDARD_SINGLE =
  "windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u ibm866 macintosh x-mac-cyrillic".split(
    " ",
  );
const STANDARD_MULTI = "gbk gb18030 big5 euc-jp shift_jis euc-kr".split(" ");
const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test.each(STANDARD_SINGLE)("%s: every byte as in the standard's index", (encoding) => {
  const { text, invalid } = decode(EVERY_BYTE, encoding);
  expect(text).toBe(new Reference(encoding).decode(EVERY_BYTE));
  expect(text).toHaveLength(256);
  expect(invalid?.count ?? 0).toBe([...text].filter((character) => character === "\uFFFD").length);
  expect(invalid?.firstOffset ?? text.indexOf("\uFFFD")).toBe(text.indexOf("\uFFFD"));
});

test.each(singleByteNames())("%s: every byte one character, its ASCII half ASCII", (encoding) => {
  const { text } = decode(EVERY_BYTE, encoding);
  expect(text).toHaveLength(256);
  expect(text.slice(0x20, 0x7f)).toBe(decode(EVERY_BYTE, "utf-8").text.slice(0x20, 0x7f));
});

test("cells known from the vendors' tables", () => {
  const cells: readonly (readonly [encoding: string, byte: number, character: string])[] = [
    ["ibm437", 0x84, "ä"],
    ["ibm850", 0xe1, "ß"],
    ["ibm852", 0xa5, "ą"],
    ["ibm855", 0xa0, "а"],
    ["ibm862", 0x80, "א"],
    ["ibm737", 0x98, "α"],
    ["ibm775", 0xd1, "č"],
    ["ibm857", 0x8d, "ı"],
    ["ibm858", 0xd5, "€"],
    ["cp1125", 0xf9, "ї"],
    ["koi8-t", 0x8a, "ҳ"],
    ["kz1048", 0xba, "ғ"],
    ["mac-latin2", 0x8b, "č"],
    ["viscii", 0xd0, "Đ"],
    ["tcvn", 0xae, "đ"],
    ["windows-1252", 0x80, "€"],
    ["windows-874", 0xa1, "ก"],
    ["macintosh", 0x8a, "ä"],
  ];
  for (const [encoding, byte, character] of cells) expect(decode(Uint8Array.of(byte), encoding).text).toBe(character);
});

/** All pairs of an encoding that stand for one character, with a blank behind each. */
function allPairs(encoding: string): { bytes: Uint8Array; characters: string[] } {
  const bytes: number[] = [];
  const characters: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = new Reference(encoding).decode(Uint8Array.of(lead, trail));
      if (text.includes("\uFFFD") || [...text].length !== 1) continue;
      bytes.push(lead, trail, 0x20);
      characters.push(text);
    }
  }
  return { bytes: Uint8Array.from(bytes), characters };
}

test.each(STANDARD_MULTI)("%s: all pairs of the index, whole", (encoding) => {
  const { bytes, characters } = allPairs(encoding);
  expect(characters.length).toBeGreaterThan(6000);
  expect(decode(bytes, encoding)).toEqual({ text: characters.map((character) => `${character} `).join(""), encoding, invalid: null });
});

test.each([...STANDARD_MULTI, "iso-2022-jp", "iso-2022-kr", "hz", "johab", "euc-tw", "utf-8", "utf-16le", "utf-16be", "utf-32le"])(
  "%s: cut at every byte, nothing throws and what is whole stays",
  (encoding) => {
    const text = TEXTS.filter(({ language }) => ["ja", "zh", "zh-Hant", "ko"].includes(language))
      .flatMap(({ sentences }) => sentences)
      .find((sentence) => encode(sentence, encoding) !== null)!;
    const bytes = encode(text, encoding)!;
    for (let length = 0; length <= bytes.length; length++) {
      const cut = decode(bytes.subarray(0, length), encoding);
      const kept = cut.text.split("\uFFFD")[0]!.split("\u001b")[0]!;
      // Behind the kept characters may stand the ASCII half of a cut pair or escape.
      expect(text.startsWith(kept.slice(0, -1))).toBe(true);
      if (cut.invalid !== null) expect(cut.invalid.firstOffset).toBeLessThan(Math.max(1, length));
    }
    expect(decode(bytes, encoding).text).toBe(text);
  },
);

test("the first bad byte is told", () => {
  const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
  expect(decode(Uint8Array.from([...ascii("ab"), 0xff, ...ascii("c")]), "gb18030").invalid).toEqual({ count: 1, firstOffset: 2 });
  expect(decode(Uint8Array.from([...ascii("ab"), 0xb0, 0xa1, 0xff, ...ascii("c")]), "euc-kr").invalid).toEqual({
    count: 1,
    firstOffset: 4,
  });
  expect(decode(Uint8Array.from([...ascii("ab"), 0xff]), "utf-8").invalid).toEqual({ count: 1, firstOffset: 2 });
  expect(decode(Uint8Array.from([0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]), "utf-16le").invalid).toEqual({ count: 1, firstOffset: 2 });
});

test("an unknown label is an error, UTF-7 too", () => {
  for (const label of ["utf-7", "x-user-defined", "replacement", "nonsense", ""]) {
    expect(canonicalEncoding(label)).toBeNull();
    expect(() => decode(new Uint8Array(1), label)).toThrowError(expect.objectContaining({ code: "unknown-encoding" }) as Error);
  }
});

test("labels are read as the standard, IANA, Python and Windows write them", () => {
  const labels: Readonly<Record<string, string>> = {
    CP1251: "windows-1251",
    " latin1 ": "windows-1252",
    ISO_8859_2: "iso-8859-2",
    "Shift-JIS": "shift_jis",
    cp932: "shift_jis",
    "ks_c_5601-1987": "euc-kr",
    cp949: "euc-kr",
    "TIS-620": "windows-874",
    cp850: "ibm850",
    IBM437: "ibm437",
    cp866: "ibm866",
    "HZ-GB-2312": "hz",
    "ISO-2022-KR": "iso-2022-kr",
    johab: "johab",
    cp1361: "johab",
    "EUC-TW": "euc-tw",
    "x-mac-ce": "mac-latin2",
    "mac-roman": "macintosh",
    MacCyrillic: "x-mac-cyrillic",
    "UTF-16": "utf-16le",
    utf_8_sig: "utf-8",
    "utf-32": "utf-32le",
    koi8_r: "koi8-r",
    "KOI8-T": "koi8-t",
    gb2312: "gbk",
    "Big5-HKSCS": "big5",
    "TCVN5712-1": "tcvn",
    windows1251: "windows-1251",
    iso88592: "iso-8859-2",
  };
  for (const [label, name] of Object.entries(labels)) expect([label, canonicalEncoding(label)]).toEqual([label, name]);
});

describe("sequences around every edge of the ranges, alone and cut by the end", () => {
  const LEADS = [
    0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0x8e, 0x8f, 0x90, 0x9f, 0xa0, 0xa1, 0xa2, 0xc6, 0xc7, 0xc8, 0xdf, 0xe0, 0xe3, 0xef, 0xf0, 0xf4,
    0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff,
  ];
  const TRAILS = [
    0x21, 0x2f, 0x30, 0x31, 0x39, 0x3a, 0x40, 0x41, 0x5a, 0x62, 0x64, 0x7e, 0x7f, 0x80, 0x81, 0xa0, 0xa1, 0xa3, 0xa5, 0xdf, 0xe0, 0xfc,
    0xfd, 0xfe, 0xff,
  ];
  const FOLLOWERS = [
    [],
    [0x41],
    [0x80],
    [0x81],
    [0xa1],
    [0xfe],
    [0xff],
    [0x81, 0x30],
    [0xfe, 0x39],
    [0x81, 0x2f],
    [0x81, 0x3a],
    [0xa1, 0x41],
  ];

  test.each(STANDARD_MULTI)("%s", (encoding) => {
    const reference = new Reference(encoding, { ignoreBOM: true });
    const wrong: unknown[] = [];
    for (const lead of LEADS) {
      for (const trail of [[], ...TRAILS.map((byte) => [byte])]) {
        for (const rest of FOLLOWERS) {
          const bytes = Uint8Array.from([0x61, lead, ...trail, ...rest]);
          const { text, invalid } = decode(bytes, encoding);
          const expected = reference.decode(bytes);
          const first = invalid?.firstOffset ?? bytes.length;
          const isRight =
            text === expected &&
            (invalid?.count ?? 0) === expected.split("\uFFFD").length - 1 &&
            reference.decode(bytes.subarray(0, first)) === expected.split("\uFFFD")[0];
          if (!isRight) wrong.push([[...bytes].map((byte) => byte.toString(16)).join(" "), text, expected, invalid]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("ISO-2022-JP: every escape before every other, with characters between", () => {
    const reference = new Reference("iso-2022-jp", { ignoreBOM: true });
    const escapes = [
      "\u001b(B",
      "\u001b(J",
      "\u001b(I",
      "\u001b$@",
      "\u001b$B",
      "\u001b(H",
      "\u001b$",
      "\u001b(",
      "\u001b",
      "\u001b$C",
      "",
    ];
    const characters = [
      "",
      "0!",
      "0",
      "\\~",
      "!~",
      " ",
      "\u007f",
      "~~",
      "!",
      "_",
      "`",
      "\n",
      "\u000e",
      "\u000f",
      "\u0080",
      "\u00ff",
      "0\u0080",
      "\u00b0!",
    ];
    const wrong: unknown[] = [];
    for (const first of escapes) {
      for (const between of characters) {
        for (const second of escapes) {
          for (const behind of ["", "0!", "1"]) {
            const bytes = Uint8Array.from(`a${first}${between}${second}${behind}`, (character) => character.charCodeAt(0));
            const { text, invalid } = decode(bytes, "iso-2022-jp");
            const expected = reference.decode(bytes);
            if (text !== expected || (invalid?.count ?? 0) !== expected.split("\uFFFD").length - 1)
              wrong.push([[...bytes], text, expected, invalid]);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("four bytes of GB 18030", () => {
  const bytesOf = (pointer: number): number[] => [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];

  test("stand for the characters without a pair, and for the other planes", () => {
    const pointers = [0, 1, 7456, 7457, 7458, 33_569, 33_570, 39_393, 39_394, 39_418, 39_419, 189_000, 189_001, 1_237_574, 1_237_575];
    for (let pointer = 0; pointer < 39_420; pointer += 7) pointers.push(pointer);
    const bytes = Uint8Array.from(pointers.flatMap(bytesOf));
    expect(decode(bytes, "gb18030")).toEqual({ text: new Reference("gb18030").decode(bytes), encoding: "gb18030", invalid: null });
  });

  test("between and behind the two ranges there are none", () => {
    for (const pointer of [39_420, 100_000, 188_999, 1_237_576, 1_587_599])
      expect(decode(Uint8Array.from([0x61, ...bytesOf(pointer), 0x62]), "gb18030")).toMatchObject({
        text: "a\uFFFDb",
        invalid: { count: 1, firstOffset: 1 },
      });
  });
});
