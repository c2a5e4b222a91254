import { expect, test } from "vitest";
import { decode } from "../../src/encoding/decode.ts";
import type { Line } from "../../src/lines/line.ts";
import { createLineSlicer } from "../../src/lines/slice-line.ts";
import { ENCODERS } from "../fuzz/encoders.ts";

const TEXT = "Größe, Дождь 中文 \u{1F600}\u{1F601} naïve end";
const CASES: readonly (readonly [string, Uint8Array])[] = [
  ["utf-8", ENCODERS[0]!(TEXT)],
  ["utf-16le", ENCODERS[2]!(TEXT)],
  ["utf-16be", ENCODERS[3]!(TEXT)],
  ["utf-32le", ENCODERS[6]!(TEXT)],
  ["windows-1251", ENCODERS[9]!(TEXT)],
  ["gb18030", Uint8Array.of(0x61, 0xd6, 0xd0, 0xce, 0xc4, 0x20, 0x94, 0x39, 0xfc, 0x36, 0x62)],
  ["utf-8", Uint8Array.of(0x61, 0xe2, 0x82, 0x62, 0xff, 0xfe, 0xef, 0xbf, 0xbd, 0x63)],
];

test("parts of a line from left to right, and from anywhere, are the bytes that read as them", () => {
  for (const [encoding, bytes] of CASES) {
    const { text } = decode(bytes, encoding);
    const line: Line = { number: 1, byteStart: 100, byteEnd: 100 + bytes.length, text, traits: 0 };
    const slice = createLineSlicer(encoding, (start, end) => bytes.subarray(start - 100, end - 100));
    for (let from = 0; from < text.length; from++) {
      for (let to = from + 1; to <= text.length; to++) {
        const isInPair = [from, to].some((at) => /^[\uDC00-\uDFFF]/.test(text.slice(at)));
        if (isInPair) continue;
        const part = slice(line, from, to);
        expect(part.text).toBe(text.slice(from, to));
        expect(decode(bytes.subarray(part.byteStart - 100, part.byteEnd - 100), encoding).text, encoding).toBe(part.text);
      }
    }
  }
});
