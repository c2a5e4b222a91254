import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { detectEncoding } from "../../src/encoding/detect.ts";
import { decodeLines } from "../../src/lines/decode-lines.ts";
import type { Line } from "../../src/lines/line.ts";
import { SINGLE_BYTES } from "../../src/lines/scan.ts";
import type { readUtf8Lines } from "../../src/lines/utf8-lines.ts";
import { check } from "../support/property.ts";

const position = { byteStart: 1000, lineStart: 7 };
const encoder = new TextEncoder();

/** The module on a runtime with or without native conversion. */
async function load(isNative: boolean): Promise<typeof readUtf8Lines> {
  if (!isNative) {
    vi.stubGlobal("process", undefined);
    vi.stubGlobal("Buffer", undefined);
  }
  vi.resetModules();
  const module = await import("../../src/lines/utf8-lines.ts");
  vi.unstubAllGlobals();
  return module.readUtf8Lines;
}

const withoutTraits = ({ number, byteStart, byteEnd, text }: Line): Omit<Line, "traits"> => ({ number, byteStart, byteEnd, text });

afterEach(() => {
  vi.unstubAllGlobals();
});

const character = fc.oneof(
  fc.constantFrom(..."\n\n  ab&.nЯ中é\u00a0\u0301😀", "\r\n"),
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((text) => !/\p{Cs}/u.test(text)),
);
const dense = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(""));
/** Nearly all ASCII, so that it is read as bytes: a few other characters in a hundred. */
const sparse = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(..."\n\n  ab.nt&Z", "\r\n"), weight: 200 }, { arbitrary: character, weight: 3 }), {
    minLength: 100,
    maxLength: 200,
  })
  .map((characters) => characters.join(""));
const text = fc.oneof(dense, sparse);

describe.each([true, false])("native conversion: %s", (isNative) => {
  test("the short way gives what the long way gives, or nothing", async () => {
    const read = await load(isNative);
    let taken = 0;
    check(text, (source) => {
      const bytes = encoder.encode(source);
      const found = read(bytes, position);
      if (found === null) return;
      taken++;
      const encoding = detectEncoding(bytes);
      const { lines } = decodeLines(bytes, encoding.encoding, SINGLE_BYTES, position);
      expect(found.lines.map(withoutTraits)).toEqual(lines.map(withoutTraits));
      for (const [index, { traits }] of lines.entries()) expect(found.lines[index]!.traits & traits).toBe(traits);
      if (!/^[^]{0,3}$/.test(source)) expect(found.encoding).toEqual(encoding);
    });
    expect(taken).toBeGreaterThan(30);
  });

  test.each(["\uFEC0 text", "\uFF7F text", "\u2EFF text", "\u20BF text", "\uFEBF text", "a\u017F text"])(
    "%s begins with a letter, which shares bytes with a byte order mark",
    async (source) => {
      const read = await load(isNative);
      expect(read(encoder.encode(source), position)!.lines).toMatchObject([{ text: source }]);
    },
  );

  test("a record of ASCII is told from others in UTF-8", async () => {
    const read = await load(isNative);
    expect(read(encoder.encode("plain text"), position)!.encoding).toMatchObject({ encoding: "utf-8", evidence: "ascii", confidence: 1 });
    expect(read(encoder.encode("größer"), position)!.encoding).toMatchObject({ encoding: "utf-8", evidence: "utf-8-valid", confidence: 1 });
  });

  test.each([
    ["bytes that are not UTF-8", Uint8Array.of(0x61, 0xe9, 0x62)],
    ["a character that is cut off", encoder.encode("Дождь").slice(0, -1)],
    ["an overlong sequence", Uint8Array.of(0xc1, 0x81)],
    ["a surrogate", Uint8Array.of(0xed, 0xa0, 0x80)],
    ["past the end of Unicode", Uint8Array.of(0xf4, 0x90, 0x80, 0x80)],
    ["a byte order mark", encoder.encode("\uFEFFa")],
    ["a NUL", encoder.encode("a\u0000b")],
    ["escapes of ISO-2022-JP", encoder.encode("\u001B$B$3$s\u001B(B")],
    ["escapes of HZ", encoder.encode("~{<:Ky~}")],
    ["carriage returns alone", encoder.encode("a\rb")],
  ])("%s take the long way", async (_, bytes) => {
    const read = await load(isNative);
    expect(read(bytes, position)).toBeNull();
  });
});
