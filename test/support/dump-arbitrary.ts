import fc from "fast-check";

/** Lines of every kind a dump holds, so that generated dumps meet all branches. */
const line = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, " ")) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "Rain fell on the city all Tuesday, and the river rose by half a metre before evening.",
      "Дождь шёл весь вторник, и к вечеру река поднялась на полметра выше обычного уровня.",
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom("", " ", "\t", "\u00A0", "\u200B \u00AD", "\uFEFF", "&nbsp;") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "15:00",
      "11.11.2025, 15:00",
      "2025-11-11",
      "By Anna Writer | 11.11.2025, 15:00",
      "Riverside, 11.11.2025 (EP)",
      "2025年11月11日 15:00\u3000来源：例报",
      "-----",
      "==========",
      "\f",
      "Share",
      "Читайте также: Курс",
      "© 2025",
      "https://example.org/a",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      " date 2025-11-11 EN",
      " date 2025-11 Rain over the city",
      "date 2025 A look-alike",
      " date 2025-13-40",
      " date 2025-11-11",
      "the date 2025-11-11 is text",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "Date: 2025-11-11",
      "Title: Rain over the city",
      "Lang: ru",
      "Source: Example News",
      "Nonsense: yes",
      "Url: https://example.org/",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("a\u0000b", "&amp;amp; &lt;b&gt;", "e\u0301", "\u001B[31mred", "x\u0085y", "\u2028") },
);

const lineEnd = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");

/** Room for a few records; more lines take time and meet nothing new. */
const MOST_LINES = 14;

/** Text of a dump with mixed line ends, sometimes without a final one. */
export const dumpText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(line, lineEnd), { maxLength: MOST_LINES }), fc.boolean())
  .map(([lines, hasFinalEnd]) => {
    const text = lines.map(([content, end]) => content + end).join("");
    return hasFinalEnd ? text : text.replace(/[\r\n]+$/, "");
  });

/** Bytes in one of several encodings, now and then with damage. */
export const dumpBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: dumpText.map((text) => new TextEncoder().encode(text)) },
  { weight: 2, arbitrary: dumpText.map(encodeUtf16) },
  { weight: 1, arbitrary: dumpText.map(encodeUtf32) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(dumpText, fc.array(fc.nat(), { maxLength: 5 }))
      .map(([text, places]) => damage(new TextEncoder().encode(text), places)),
  },
  { weight: 2, arbitrary: dumpText.map(encodeCyrillic) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
);

function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index++) view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  return bytes;
}

function encodeUtf32(text: string): Uint8Array {
  const codes = [0xfeff, ...[...text].map((character) => character.codePointAt(0)!)];
  const bytes = new Uint8Array(codes.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, code] of codes.entries()) view.setUint32(index * 4, code, false);
  return bytes;
}

/** Windows-1251 for Russian letters, `?` for what it lacks. */
function encodeCyrillic(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    if (code < 0x80) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    return code === 0xa0 ? 0xa0 : 0x3f;
  });
}

function damage(bytes: Uint8Array, places: readonly number[]): Uint8Array {
  for (const place of places) if (bytes.length > 0) bytes[place % bytes.length] = 0x80 + (place % 0x80);
  return bytes;
}
