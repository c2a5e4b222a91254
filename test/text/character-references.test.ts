import { readFileSync } from "node:fs";
import fc from "fast-check";
import he from "he";
import { expect, test } from "vitest";
import references from "../../src/text/character-references.ts";
import { PACKED_REFERENCES } from "../../src/text/character-references.generated.ts";
import { cleanText } from "../../src/text/clean.ts";
import { check } from "../support/property.ts";

/** Names that HTML knows with a semicolon. */
const HTML_NAMES = 2125;
const names = PACKED_REFERENCES.split(";").flatMap((entry) => entry.slice(entry.indexOf(",") + 1).split(" "));

/** What the library makes of a reference by `he`, which decodes old names inside longer ones, too. */
function byHe(reference: string): string {
  const decoded = he.decode(reference);
  return decoded.length > 1 && decoded.endsWith(";") ? reference : decoded;
}

test("the table is what its script writes from he", async () => {
  const { generate } = (await import(new URL("../tools/text/character-references.mjs", import.meta.url).href)) as {
    generate: () => string;
  };
  expect(generate()).toBe(readFileSync(new URL("../../src/text/character-references.generated.ts", import.meta.url), "utf8"));
});

test("every name is decoded as he does", () => {
  expect(new Set(names).size).toBe(HTML_NAMES);
  for (const name of names) {
    expect([name, references.decode(`&${name};`)]).toEqual([name, he.decode(`&${name};`)]);
    expect(he.decode(`&${name};`)).not.toBe(`&${name};`);
  }
});

test("every number of four hexadecimal digits, and those around the last code point, are decoded as he does", () => {
  const numbers = [...Array(0x10000).keys(), 0x10000, 0x1f600, 0x10fffe, 0x10ffff, 0x110000, 0xffffff];
  const wrong = numbers.flatMap((number) => [`&#${number};`, `&#x${number.toString(16)};`, `&#X${number.toString(16).toUpperCase()};`]);
  expect(wrong.filter((reference) => references.decode(reference) !== byHe(reference))).toEqual([]);
});

test("names that nobody knows stay, as they do with he in cleaned text", () => {
  check(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{1,31}$/), (name) => {
    const reference = `&${name};`;
    expect(references.decode(reference)).toBe(byHe(reference));
    if (references.decode(reference) === reference) expect(cleanText(reference).text).toBe(reference);
  });
});
