import { expect, test } from "vitest";
import { cleanText } from "../../src/text/clean.ts";

test.each([
  ["plain text stays", "Rain fell.", "Rain fell."],
  ["ends are trimmed, runs of blanks become one", "  a \t b  ", "a b"],
  ["no-break and other spaces become blanks", "5\u00A0000\u202Fkm\u3000x", "5 000 km x"],
  ["references are decoded once", "&amp;amp; &lt;b&gt; &#8211; &#x2014;", "&amp; <b> – —"],
  ["references without a semicolon stay", "a?b=1&copy=2 AT&T R&D", "a?b=1&copy=2 AT&T R&D"],
  ["old names inside longer ones stay", "&copyright; &parameter; &notify; &notit; a&semi;", "&copyright; &parameter; &notify; &notit; a;"],
  ["unknown references stay", "&nonsense; &#99999999;", "&nonsense; &#99999999;"],
  ["a line end inside a text is a blank", "Rain fell \n on Tuesday,\r it stopped.", "Rain fell on Tuesday, it stopped."],
  ["a decoded line end is a blank", "a&#10;b&NewLine;c", "a b c"],
  ["references to surrogates and past the end of Unicode become U+FFFD", "&#xD800; &#1114112;", "\uFFFD \uFFFD"],
  ["composes to form C", "cafe\u0301", "café"],
  ["soft hyphens and zero-width spaces go", "co\u00ADop\u200Ber\u2060ate\uFEFF", "cooperate"],
  ["joiners inside words stay", "می\u200Cخواهم", "می\u200Cخواهم"],
  ["a line that shows nothing is empty", " \u200B\u200E\u00AD\u3164&nbsp;", ""],
  ["emoji stay", "☀️ 👩‍👩‍👧", "☀️ 👩‍👩‍👧"],
])("%s", (_, raw, expected) => {
  expect(cleanText(raw).text).toBe(expected);
});

test("control characters are removed and counted, line separators become blanks", () => {
  expect(cleanText("a\u0000b\u001Bc\u0085d\u009De\u2028f\u007F")).toEqual({ text: "abc de f", controlCharacters: 4 });
  expect(cleanText("a&#1;b")).toEqual({ text: "ab", controlCharacters: 1 });
});

test("a text of any length is cleaned, whatever the one before it was", () => {
  for (const words of [40_000, 3, 20_000]) {
    expect(cleanText("ab \u0001\t".repeat(words)).text).toBe(Array<string>(words).fill("ab").join(" "));
  }
});

test("surrogates that stand alone stay", () => {
  expect(cleanText("a\ud83d  \ude00b").text).toBe("a\ud83d \ude00b");
});

/** What cleaning does, said by patterns. */
function cleanByPatterns(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
  const visible = text.replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g, "").replace(/[\u00AD\u200B\u2060\uFEFF]/g, "");
  return visible.replace(/[\s\u0085]+/g, " ").trim();
}

test("every character is kept, taken out or a blank, as patterns say", () => {
  const texts = Array.from({ length: 0x10000 }, (_, code) => `a${String.fromCharCode(code)} \u0001b`);
  const wrong = texts.filter((raw) => raw.normalize("NFC") === raw && cleanText(raw).text !== cleanByPatterns(raw));
  expect(wrong).toEqual([]);
});

test("cleaning is idempotent on text without references", () => {
  const once = cleanText("  e\u0301 \u00A0 x\u200B ").text;
  expect(cleanText(once).text).toBe(once);
});
