import { expect, test } from "vitest";
import { hashLine } from "../../src/noise/line-hash.ts";
import { hashOf } from "./count-of.ts";

test.each([
  ["blanks at the ends", "Read more", "  \tRead more \r"],
  ["blanks in a row", "Read more", "Read \t more"],
  ["capitals", "azAZ read more", "AZaz READ MORE"],
  ["what number it is", "7 days, page 10", "999 days, page 8"],
  ["zero bytes", "Read more", [..."Read more"].join("\0")],
  ["zero bytes in numbers", "page 12", [..."page 12"].join("\0")],
])("a line is the same but for %s", (_, line, other) => {
  expect(hashOf(other)).toBe(hashOf(line));
  expect(hashOf(line)).not.toBe(0);
});

test.each([
  ["Read more", "Readmore"],
  ["page 1 2", "page 12"],
  ["page 1", "page a"],
  ["page 1a", "page a"],
  ["a1b", "ab"],
  ["@@@", "```"],
  ["[[[", "{{{"],
  ["page /", "page 0"],
  ["page :", "page 9"],
  ["ab", "ba"],
])("%j is not %j", (line, other) => {
  expect(hashOf(other)).not.toBe(hashOf(line));
});

test("a line with fewer than two visible characters is none, nor is a number alone", () => {
  for (const text of ["", "   ", "x", " x ", "-", "12", "2024"]) expect(hashOf(text), text).toBe(0);
  for (const text of ["xy", "x y", "1.", "é"]) expect(hashOf(text), text).not.toBe(0);
});

test("a line is hashed from its start to its end", () => {
  const bytes = new TextEncoder().encode("one\ntwo\nthree");
  expect(hashLine(bytes, 4, 7)).toBe(hashOf("two"));
});

test("hashes stay as they are, since profiles are kept", () => {
  expect([hashOf("Read more"), hashOf("12 Days Later"), hashOf("Подписаться"), hashOf("7 + 7")]).toEqual([
    -374066307, 230523093, -551019731, 926559300,
  ]);
});
