import { TextDecoder as Reference } from "@exodus/bytes/encoding.js";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { readDump } from "../../src/index.ts";
import { shortVectorOf, STANDARD_MULTI, vectorsOf } from "./vectors.ts";

const STANDARD_SINGLE =
  "windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u ibm866 macintosh x-mac-cyrillic".split(
    " ",
  );
const STANDARD = [...STANDARD_SINGLE, ...STANDARD_MULTI, "utf-8"];

/** U+FFFD that is no damage: GB 18030 and UTF-16 can write it. */
const WRITTEN: Readonly<Record<string, number>> = { gb18030: 1, gbk: 1, "utf-16le": 1, "utf-16be": 1 };

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new Reference(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Text, number of bad sequences and the place of the first are as the reference decoder makes them. */
function expectAsReference(bytes: Uint8Array, encoding: string): void {
  const { text, invalid } = decode(bytes, encoding);
  const expected = new Reference(encoding, { ignoreBOM: true }).decode(bytes);
  if (text !== expected) {
    const at = [...expected].findIndex((_, index) => expected[index] !== text[index]);
    expect([at, text.slice(at - 5, at + 10)]).toEqual([at, expected.slice(at - 5, at + 10)]);
  }
  expect(invalid === null).toBe(isValid(bytes, encoding));
  if (invalid === null) return;
  // Up to the first bad byte all is valid, with it it is not.
  const { firstOffset } = invalid;
  expect(firstOffset).toBeLessThan(bytes.length);
  const prefix = bytes.subarray(0, firstOffset);
  expect(isValid(prefix, encoding)).toBe(true);
  const before = new Reference(encoding, { ignoreBOM: true }).decode(prefix);
  expect(text.startsWith(`${before}\uFFFD`)).toBe(true);
}

describe("the vectors of the standard's encodings", () => {
  test.each(STANDARD)("%s: all at once", (encoding) => {
    const bytes = vectorsOf(encoding);
    expectAsReference(bytes, encoding);
    const { text, invalid } = decode(bytes, encoding);
    const replacements = text.split("\uFFFD").length - 1;
    expect((invalid?.count ?? 0) + (bytes.length > 300 ? (WRITTEN[encoding] ?? 0) : 0)).toBe(replacements);
  });

  test.each(STANDARD)("%s: cut at every byte", (encoding) => {
    const bytes = shortVectorOf(encoding);
    for (let length = 0; length <= bytes.length; length++) expectAsReference(bytes.subarray(0, length), encoding);
    for (let start = 0; start < bytes.length; start += 7) expectAsReference(bytes.subarray(start, start + 40), encoding);
    expect(bytes.length).toBeGreaterThan(200);
  });
});

/** Records are decoded whole, so the decoder has no state to lose at a cut; this shows that none is lost around it. */
describe("a dump of each encoding, read in two chunks cut at every byte", () => {
  test.each(STANDARD)("%s", async (encoding) => {
    const wide = encoding.startsWith("utf-16");
    const write = (text: string): number[] => {
      const bytes = [...text].map((character) => character.charCodeAt(0));
      return wide ? bytes.flatMap((byte) => (encoding === "utf-16le" ? [byte, 0] : [0, byte])) : bytes;
    };
    const isText = (byte: number): boolean => wide || byte >= 0x20 || byte === 0x1b;
    const vector = shortVectorOf(encoding).filter(isText);
    const close = encoding === "iso-2022-jp" ? "\u001b(B" : "";
    // A record of control characters and damage only is no text: words stand between the pieces.
    const piecesOf = (from: number, count: number): number[] => {
      const out: number[] = [];
      for (let at = from; at < from + count * 6; at += 6)
        out.push(...vector.subarray(at, at + 6), ...write(`${close} and some words of the text `));
      return out;
    };
    const middle = Math.floor(vector.length / 12) * 6;
    const dump = Uint8Array.from([
      ...write(" date 2025-11-11 The head of the record \n"),
      ...piecesOf(middle, 5),
      ...write("x\n date 2025-11-12 Another record \n"),
      ...piecesOf(0, 2),
      ...write("x\n"),
    ]);
    const read = async (chunks: Uint8Array[]): Promise<string> => {
      const results = [];
      for await (const result of readDump(chunks, { encoding, format: "date-header" })) results.push(result);
      return JSON.stringify(results);
    };
    const whole = await read([dump]);
    expect(whole.split('"kind":"article"').length).toBe(3);
    for (let cut = 1; cut < dump.length; cut++) expect(await read([dump.subarray(0, cut), dump.subarray(cut)])).toBe(whole);
  });
});

describe("the first bad byte is told by its place in the input", () => {
  const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
  test.each<[encoding: string, bytes: number[], firstOffset: number]>([
    // Behind shifts that vanish from the text.
    ["hz", [...ascii("ab~{VPND~}~~cd"), 0xff, ...ascii("x")], 14],
    ["hz", [...ascii("~{VPND~}"), 0xff, ...ascii("x")], 8],
    ["iso-2022-kr", [0x1b, ...ascii("$)C"), 0x0e, 0x30, 0x21, 0x0f, 0x20, 0xff, 0x41], 9],
    ["iso-2022-cn", [0x1b, ...ascii("$)A"), 0x0e, 0x56, 0x50, 0x0f, 0x20, 0xff, 0x41], 9],
    ["euc-tw", [...ascii("a"), 0x8e, 0xa2, 0xa1, 0xa1, 0xc4, 0xe3, 0xff, 0x41], 7],
    ["johab", [...ascii("a"), 0x88, 0x61, 0x8a, 0x61, 0xff, 0x41], 5],
    ["utf-32le", [0x41, 0, 0, 0, 0, 0xf6, 1, 0, 0, 0, 0x11, 0], 8],
    ["iso-2022-jp", [0x1b, ...ascii("$B"), 0x30, 0x21, 0x1b, ...ascii("(B"), 0xff], 8],
    ["gb18030", [0x84, 0x31, 0xa4, 0x37, 0x81, 0x30, 0x81, 0x30, 0xff], 8],
  ])("%s", (encoding, bytes, firstOffset) => {
    expect(decode(Uint8Array.from(bytes), encoding).invalid).toEqual({ count: 1, firstOffset });
  });
});
