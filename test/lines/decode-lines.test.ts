import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import { decodeLines, type DecodedLines } from "../../src/lines/decode-lines.ts";
import { SINGLE_BYTES, type UnitLayout } from "../../src/lines/scan.ts";
import { findTraits } from "../../src/text/traits.ts";
import { check } from "../support/property.ts";

const POSITION = { byteStart: 1000, lineStart: 7 };
const LITTLE_PAIRS: UnitLayout = { bytes: 2, littleEndian: true };

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const linesOf = (bytes: Uint8Array, encoding: string, unit = SINGLE_BYTES): DecodedLines => decodeLines(bytes, encoding, unit, POSITION);
const textsOf = (bytes: Uint8Array, encoding: string, unit = SINGLE_BYTES): string[] =>
  linesOf(bytes, encoding, unit).lines.map(({ text }) => text);

/** Cut at the line ends first, each line decoded on its own. */
function cutThenDecode(bytes: Uint8Array, encoding: string): DecodedLines {
  const lines: DecodedLines["lines"][number][] = [];
  let count = 0;
  let firstOffset = -1;
  for (const { 0: whole, 1: own = "", index } of String.fromCharCode(...bytes).matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (whole === "") continue; // the end
    const { text, invalid } = decode(bytes.subarray(index, index + own.length), encoding);
    const byteStart = 1000 + index;
    if (invalid !== null) {
      if (count === 0) firstOffset = byteStart + invalid.firstOffset;
      count += invalid.count;
    }
    lines.push({ number: 7 + lines.length, byteStart, byteEnd: byteStart + own.length, text, traits: findTraits(text) });
  }
  return { lines, invalid: count === 0 ? null : { count, firstOffset } };
}

const byte = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0x0a, 0x0d, 0x20, 0x41, 0x6e) },
  { weight: 5, arbitrary: fc.constantFrom(0x81, 0x8f, 0xa1, 0xb0, 0xc3, 0xe2, 0x82, 0xac, 0x30, 0x39) },
  { weight: 1, arbitrary: fc.nat({ max: 255 }) },
);

describe.each(["utf-8", "windows-1251", "shift_jis", "gb18030", "euc-jp", "euc-tw"])("%s", (encoding) => {
  test("lines are what each decodes to on its own, damaged or not", () => {
    check(fc.array(byte, { maxLength: 24 }), (values) => {
      const bytes = Uint8Array.from(values);
      expect(linesOf(bytes, encoding)).toEqual(cutThenDecode(bytes, encoding));
    });
  });
});

test("a line has its number, the range of its bytes without the line end, and its traits", () => {
  expect(linesOf(bytesOf("\xc4\xee\r\n\r\n a\n"), "windows-1251")).toEqual({
    lines: [
      { number: 7, byteStart: 1000, byteEnd: 1002, text: "До", traits: findTraits("До") },
      { number: 8, byteStart: 1004, byteEnd: 1004, text: "", traits: findTraits("") },
      { number: 9, byteStart: 1006, byteEnd: 1008, text: " a", traits: findTraits(" a") },
    ],
    invalid: null,
  });
});

test("wide units are cut by units: a byte of another letter ends no line", () => {
  // U+0A0D stands between two letters, a CR of its own behind them.
  const bytes = Uint8Array.of(0x41, 0, 0x0d, 0x0a, 0x42, 0, 0x0d, 0, 0x43, 0, 0x0d, 0, 0x0a, 0);
  expect(linesOf(bytes, "utf-16le", LITTLE_PAIRS)).toEqual({
    lines: [
      { number: 7, byteStart: 1000, byteEnd: 1006, text: "A\u0a0dB", traits: findTraits("A\u0a0dB") },
      { number: 8, byteStart: 1008, byteEnd: 1010, text: "C", traits: findTraits("C") },
    ],
    invalid: null,
  });
});

test("a record without a byte has no lines", () => {
  for (const encoding of ["utf-8", "windows-1251", "gb18030", "iso-2022-jp"])
    expect(linesOf(new Uint8Array(0), encoding)).toEqual({ lines: [], invalid: null });
});

test("an escape that holds from line to line does so, unless the record is damaged: then each line is on its own", () => {
  // In JIS X 0201 the backslash is a yen sign.
  expect(textsOf(bytesOf("\x1b(J\\\n\\"), "iso-2022-jp")).toEqual(["¥", "¥"]);
  expect(linesOf(bytesOf("\x1b(J\\\n\\\nab\xff\n\xff"), "iso-2022-jp")).toMatchObject({
    lines: [{ text: "¥" }, { text: "\\" }, { text: "ab\uFFFD" }, { text: "\uFFFD" }],
    invalid: { count: 2, firstOffset: 1009 },
  });
});

test("damage in UTF-8 is counted, and its first place given in the dump", () => {
  expect(linesOf(bytesOf("ab\n\xff\xe2\x82\nc\xfe"), "utf-8")).toMatchObject({
    lines: [{ text: "ab" }, { text: "\uFFFD\uFFFD" }, { text: "c\uFFFD" }],
    invalid: { count: 3, firstOffset: 1003 },
  });
});

test("the first damage is the first of the dump, also at its very start", () => {
  const dump = { byteStart: 0, lineStart: 1 };
  for (const encoding of ["utf-8", "gb18030", "iso-2022-jp"])
    expect(decodeLines(bytesOf("\xff\nab\n\xff"), encoding, SINGLE_BYTES, dump).invalid).toEqual({ count: 2, firstOffset: 0 });
});

test("a line end that the encoding takes for none cuts all the same", () => {
  // In HZ a tilde before the line end joins two lines.
  const bytes = bytesOf("one~\ntwo\nthree");
  expect(linesOf(bytes, "hz").invalid).toBeNull();
  expect(linesOf(bytes, "hz").lines.map(({ byteStart, byteEnd }) => bytes.slice(byteStart - 1000, byteEnd - 1000))).toEqual(
    ["one~", "two", "three"].map(bytesOf),
  );
});

test("a line end of the text that the layout of units does not know cuts nothing", () => {
  const bytes = bytesOf("ab\ncd\n..");
  expect(linesOf(bytes, "utf-8", LITTLE_PAIRS).lines).toMatchObject([{ number: 7, byteStart: 1000, byteEnd: 1008, text: "ab\ncd\n.." }]);
});

test("a carriage return within an escape's reach ends a line of its own", () => {
  // Bytes that are no characters part the CR from the LF.
  const { lines } = linesOf(bytesOf("a\r\x1b(B\nb"), "iso-2022-jp");
  expect(lines.map(({ byteStart, byteEnd }) => [byteStart, byteEnd])).toEqual([
    [1000, 1001],
    [1002, 1005],
    [1006, 1007],
  ]);
});

describe("lines of escapes alone", () => {
  test.each([
    ["iso-2022-jp", "\x1b(B", "\x1b"],
    ["hz", "~{~}", "\x1b"],
    ["iso-2022-kr", " \x0e", " \x1b"],
    ["iso-2022-jp", "\t\x1b(B ", "\t \x1b"],
  ])("are not blank: %s %j", (encoding, escapes, text) => {
    const { lines } = linesOf(bytesOf(`${escapes}\n\t \nab`), encoding);
    expect(lines.map((line) => line.text)).toEqual([text, "\t ", "ab"]);
    expect(lines[0]).toEqual({ number: 7, byteStart: 1000, byteEnd: 1000 + escapes.length, text, traits: findTraits(text) });
  });
});
