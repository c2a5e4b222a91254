import { createRequire } from "node:module";
import { characterEntities } from "character-entities";
import { describe, expect, test } from "vitest";
import type { ParseOptions } from "../../src/index.ts";
import { join } from "../fuzz/mutate.ts";
import { checkChunks, checkPromises } from "../support/invariants.ts";
import { cutAt } from "../support/cut.ts";
import { codesOf, frame, framed, utf8 } from "./frame.ts";
import { countInputs } from "./tally.ts";

const PLAIN: ParseOptions = { noise: "off", languages: false, repairText: false };
const UTF8: ParseOptions = { ...PLAIN, encoding: "utf-8" };

/** Controls but blanks. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
const SHOWS_NOTHING = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Marks of direction and joining, without anything they could stand beside. */
// oxlint-disable-next-line no-misleading-character-class -- the class is a list of single characters
const MARKS_ALONE = /^[\u200C-\u200F\u202A-\u202E\u2066-\u2069\uFE0E\uFE0F\u034F\u061C\u180E\u3164\u2800 ]*$/;

/** What the guide says a line becomes. */
function expectedText(line: string): string {
  const decoded = line.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,32});/gi, (reference, name: string) =>
    name.startsWith("#x")
      ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      : name.startsWith("#")
        ? String.fromCodePoint(Number(name.slice(1)))
        : (characterEntities[name] ?? reference),
  );
  const text = decoded
    .replaceAll(CONTROLS, "")
    .replaceAll(SHOWS_NOTHING, "")
    .replaceAll(/[\s\u0085]+/g, " ")
    .trim()
    .normalize("NFC");
  return MARKS_ALONE.test(text) ? "" : text;
}

describe("the Big List of Naughty Strings", () => {
  const require = createRequire(import.meta.url);
  const strings = require("big-list-of-naughty-strings") as string[]; // JSON, as its readme says

  test("each comes out as the guide says, and changes nothing around it", () => {
    expect(strings.length).toBeGreaterThan(400);
    for (const text of strings) {
      const lines = text.split(/\r\n|[\r\n]/).map(expectedText);
      const found = framed(checkPromises(frame(text), PLAIN));
      expect(found, JSON.stringify(text)).toEqual(lines.filter((line) => line !== ""));
      countInputs("naughty strings");
    }
  });

  test("each is in exactly one place with all that is done by default", () => {
    for (const text of strings) {
      const { articles, rejected } = checkPromises(frame(text));
      expect([articles.length, rejected.length], JSON.stringify(text)).toEqual([1, 0]);
      expect(articles[0]!.paragraphs.length).toBeGreaterThanOrEqual(2);
      countInputs("naughty strings");
    }
  });

  test("each as a header, a title, a language and a field is a value or text, and its record stays one", () => {
    for (const text of strings) {
      const line = text.replaceAll(/[\r\n]/g, " ");
      for (const dump of [` date 2025-01-02 ${line}\n`, ` date ${line}\n`, `Title: ${line}\nDate: ${line}\nLang: ${line}\n`]) {
        const { articles, rejected } = checkPromises(join(utf8(dump), utf8("\nRain fell on the city all Tuesday, and the river rose.\n")));
        expect(articles.length + rejected.length, JSON.stringify(dump)).toBe(1);
        countInputs("naughty strings");
      }
    }
  });

  test("all of them in one dump, cut into chunks of any length, give what the whole gives", async () => {
    const dump = join(...strings.map((text, index) => frame(text, `${(index % 28) + 1}`.padStart(2, "0"))));
    const whole = checkPromises(dump, PLAIN);
    expect(whole.articles.length + whole.rejected.length).toBe(strings.length);
    for (const length of [97, 4099, 65_537]) {
      const places = Array.from({ length: Math.floor(dump.length / length) }, (_, index) => (index + 1) * length);
      await checkChunks(cutAt(dump, places), whole, PLAIN);
      countInputs("naughty strings");
    }
  });
});

/** References that stand in one record. */
const BATCH = 85;

test("every named reference of the HTML Standard is its characters, with a semicolon, and once", () => {
  const names = Object.keys(characterEntities);
  expect(names.length).toBe(2125); // those of the standard that end in a semicolon
  for (let start = 0; start < names.length; start += BATCH) {
    const lines = names.slice(start, start + BATCH).flatMap((name) => [
      [`Before &${name}; after`, expectedText(`Before ${characterEntities[name]} after`)],
      [`Before &amp;${name}; after`, `Before &${name}; after`],
      [`Before &${name} after`, `Before &${name} after`],
    ]);
    const found = framed(checkPromises(frame(lines.map(([line]) => line).join("\n\n")), PLAIN));
    expect(found).toEqual(lines.map(([, text]) => text));
    countInputs("named references", lines.length);
  }
});

/** Sections of Markus Kuhn's decoder stress test, by what they ask of a decoder; the bytes are made from the definition of UTF-8. */
describe("what a UTF-8 decoder is asked", () => {
  const encode = (code: number): number[] => [...utf8(String.fromCodePoint(code))];

  test("first and last characters of each length, and the edges of what is assigned, are read", () => {
    for (const code of [0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff, 0xd7ff, 0xe000, 0xfffd, 0xfffe, 0xfdd0, 0xfdef, 0x1fffe, 0x7e]) {
      const parsed = checkPromises(frame(join(utf8("Edge "), Uint8Array.from(encode(code)), utf8(" end"))), UTF8);
      expect(framed(parsed)).toEqual([expectedText(`Edge ${String.fromCodePoint(code)} end`)]);
      expect(codesOf(parsed)).not.toContain("invalid-bytes");
      countInputs("decoder stress");
    }
  });

  /** Bytes, and how many U+FFFD the WHATWG standard makes of them. */
  const damaged: readonly (readonly [string, readonly number[], number])[] = [
    ["every continuation byte in a row", Array.from({ length: 64 }, (_, index) => 0x80 + index), 64],
    ["lead bytes of two, each before a blank", Array.from({ length: 32 }, (_, index) => [0xc0 + index, 0x20]).flat(), 32],
    ["lead bytes of three, each before a blank", Array.from({ length: 16 }, (_, index) => [0xe0 + index, 0x20]).flat(), 16],
    ["lead bytes of four, each before a blank", Array.from({ length: 8 }, (_, index) => [0xf0 + index, 0x20]).flat(), 8],
    ["lead bytes of five and six, each before a blank", [0xf8, 0x20, 0xf9, 0x20, 0xfc, 0x20, 0xfd, 0x20], 4],
    ["sequences without their last byte, one after the other", [0xc3, 0xe2, 0x82, 0xf0, 0x9f, 0x98, 0xdf, 0xef, 0xbf, 0xf4, 0x8f, 0xbf], 6],
    ["sequences of five and six bytes", [0xf8, 0x88, 0x80, 0x80, 0x80, 0xfc, 0x84, 0x80, 0x80, 0x80, 0x80], 11],
    ["bytes that are in no sequence", [0xfe, 0xff, 0xfe, 0xfe, 0xff, 0xff], 6],
    ["overlong forms of a slash", [0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xf0, 0x80, 0x80, 0xaf], 9],
    ["the longest overlong forms", [0xc1, 0xbf, 0xe0, 0x9f, 0xbf, 0xf0, 0x8f, 0xbf, 0xbf], 9],
    ["overlong forms of NUL", [0xc0, 0x80, 0xe0, 0x80, 0x80, 0xf0, 0x80, 0x80, 0x80], 9],
    ["single surrogates", [0xed, 0xa0, 0x80, 0xed, 0xad, 0xbf, 0xed, 0xae, 0x80, 0xed, 0xaf, 0xbf, 0xed, 0xb0, 0x80, 0xed, 0xbf, 0xbf], 18],
    ["pairs of surrogates", [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80, 0xed, 0xaf, 0xbf, 0xed, 0xbf, 0xbf], 12],
  ];

  test("each malformed sequence is as many U+FFFD as the WHATWG standard says, and as many are counted", () => {
    for (const [name, bytes, count] of damaged) {
      const parsed = checkPromises(frame(join(utf8("Before|"), Uint8Array.from(bytes), utf8("|after"))), UTF8);
      const [line = ""] = framed(parsed);
      expect(line.startsWith("Before|") && line.endsWith("|after"), name).toBe(true);
      expect(line.replaceAll(/[^\uFFFD]/g, ""), name).toHaveLength(count);
      const diagnostic = parsed.articles[0]!.diagnostics.find(({ code }) => code === "invalid-bytes");
      expect(diagnostic?.message, name).toContain(`${count} `);
      countInputs("decoder stress");
    }
  });
});
