// East Asian tables come from the runtime's own decoder: what happens when it is missing or wrong.
import { TextDecoder as Reference } from "@exodus/bytes/encoding.js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readStandardRows, STANDARD_ROWS } from "../../src/encoding/standard-rows.ts";
import { ROWS_CHECKSUM } from "../../src/encoding/tables.generated.ts";

const Native = globalThis.TextDecoder;

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Fresh modules, which have made no table yet. */
const load = () => import("../../src/index.ts");

/** Knows UTF-8 and UTF-16 only, as runtimes without tables do. */
class UnicodeDecoder extends Native {
  constructor(label = "utf-8", options: TextDecoderOptions = {}) {
    if (!label.startsWith("utf")) throw new RangeError(`no converter for ${label}`);
    super(label, options);
  }
}

/** Reads one character of one encoding wrong. */
function oneWrong(encoding: string, right: string, wrong: string): typeof TextDecoder {
  return class extends Native {
    override decode(bytes?: Uint8Array): string {
      const text = super.decode(bytes);
      return this.encoding === encoding ? text.replace(right, wrong) : text;
    }
  };
}

const CHINESE = Uint8Array.from([0xd6, 0xd0, 0xb9, 0xfa, 0xa3, 0xac, 0xd6, 0xd0, 0xb9, 0xfa]); // 中国，中国
const unavailable = expect.objectContaining({ name: "NewsdumpError", code: "unavailable-encoding" }) as Error;

test("this runtime's decoder has the rows that the tables were made with", () => {
  const { texts, checksum } = readStandardRows(Native);
  expect(checksum).toBe(ROWS_CHECKSUM);
  expect(texts.map(({ length }) => length)).toEqual(STANDARD_ROWS.map(({ count }) => count));
});

test("no single cell may differ", () => {
  const { texts } = readStandardRows(Native);
  const labels = STANDARD_ROWS.map(({ table }) => (table.startsWith("jis") ? "euc-jp" : table));
  // A character of each stretch: its first, one from the middle and its last.
  for (const [index, text] of texts.entries()) {
    for (const at of [0, text.length >> 1, text.length - 1]) {
      const { checksum } = readStandardRows(oneWrong(labels[index]!, text[at]!, "\uFFFD"));
      expect(checksum).not.toBe(ROWS_CHECKSUM);
    }
  }
});

test.each([
  ["knows Unicode only", UnicodeDecoder],
  ["reads a character of GB 2312 wrong", oneWrong("gb18030", "国", "圀")],
  ["reads a character of another set wrong", oneWrong("euc-kr", "가", "각")],
  ["loses a character", oneWrong("big5", "一", "")],
])("a decoder that %s makes no wrong text", async (_, Decoder) => {
  vi.stubGlobal("TextDecoder", Decoder);
  const { decode, detectEncoding, parseDump } = await load();
  for (const encoding of ["gb18030", "gbk", "big5", "euc-kr", "shift_jis", "euc-jp", "iso-2022-jp", "hz", "johab", "euc-tw"]) {
    const shifted = { "iso-2022-jp": "\u001b$B0!", hz: "~{VP~}" }[encoding];
    const bytes = shifted === undefined ? Uint8Array.of(0xd8, 0xb1) : new TextEncoder().encode(shifted);
    expect(() => decode(bytes, encoding), encoding).toThrow(unavailable);
  }
  expect(() => parseDump(CHINESE, { encoding: "gb18030" })).toThrow(unavailable);
  // All others are as ever.
  expect(decode(Uint8Array.of(0xc4, 0xee), "windows-1251").text).toBe("До");
  expect(decode(Uint8Array.of(0x41), "gb18030").text).toBe("A");
  expect(detectEncoding(CHINESE).encoding).toBe("gb18030");
  const utf8 = detectEncoding(new TextEncoder().encode("Дождь"), { declared: "gb18030" });
  expect([utf8.encoding, utf8.declaredRejected]).toEqual(["utf-8", true]);
  const wide = Uint8Array.from(
    [..."新闻日报，北京的天气"].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]),
  );
  expect(() => detectEncoding(wide)).not.toThrow();
});

test("a replacement of the decoder is taken once it is there", async () => {
  vi.stubGlobal("TextDecoder", UnicodeDecoder);
  const { decode } = await load();
  expect(() => decode(CHINESE, "gb18030")).toThrow(unavailable);
  vi.stubGlobal("TextDecoder", Reference);
  expect(decode(CHINESE, "gb18030").text).toBe("中国，中国");
});

test("no native decoder says anything outside the rows: symbols and extensions are the library's own", async () => {
  const asked: string[] = [];
  vi.stubGlobal(
    "TextDecoder",
    class extends Native {
      override decode(bytes?: Uint8Array): string {
        if (!this.encoding.startsWith("utf")) asked.push(`${this.encoding} ${bytes?.length}`);
        return super.decode(bytes);
      }
    },
  );
  const { decode } = await load();
  // Cells that Node's native decoders read as windows-950, ibm-943 and ibm-970, or not at all.
  for (const [encoding, bytes] of [
    ["big5", [0x87, 0x40, 0xa1, 0x45, 0x88, 0x62, 0xfe, 0xfe]],
    ["shift_jis", [0x81, 0x60, 0x87, 0x40, 0xfa, 0x55, 0xf0, 0x40]],
    ["euc-kr", [0x81, 0x41, 0xa1, 0xad, 0xc6, 0x52]],
    ["gb18030", [0xa2, 0xe3, 0xa3, 0xa0, 0xa8, 0xbc, 0xfe, 0x59, 0x81, 0x40]],
  ] as const) {
    expect(decode(Uint8Array.from(bytes), encoding).text, encoding).toBe(new Reference(encoding).decode(Uint8Array.from(bytes)));
  }
  expect(asked.length).toBe(STANDARD_ROWS.length);
});
