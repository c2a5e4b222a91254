import { describe, expect, test } from "vitest";
import { createWordTable } from "../../../src/fields/title/words.ts";

function compare(known: string, asked: string): { readonly share: number; readonly found: number } {
  const table = createWordTable();
  table.add(known);
  return table.compare(asked);
}

describe("words of four letters or more", () => {
  test.each([
    ["The river rose in spring", "River rose again", 2 / 3, 2],
    ["The river rose in spring", "RIVER ROSE", 1, 2],
    ["The rivers rose", "A riverside town", 0.5, 1],
    ["The bridge fell", "The bride fell", 0.5, 1],
    ["The old sea", "The old sea", 0, 0],
    ["It fell", "Snow fell", 0.5, 1],
    ["", "River rose", 0, 0],
    ["River rose", "", 0, 0],
    ["River rose", "one two 123", 0, 0],
    ["Река поднялась выше", "Река снова выше", 2 / 3, 2],
    ["River1rose", "river rose", 1, 2],
    ["a riveted door", "a river", 0, 0],
  ])("%j and %j", (known, asked, share, found) => {
    expect(compare(known, asked)).toEqual({ share, found });
  });
});

describe("pairs of letters where no blanks stand between words", () => {
  test("three in two pairs are a match, and two or three pairs a word", () => {
    // Pairs asked: 河水, 水上, 上涨, of which the first two are known.
    expect(compare("河水上升", "河水上涨")).toEqual({ share: 1, found: 0.8 });
    // Pairs asked: 河水, 水下, 下降, of which one is known.
    expect(compare("河水上升", "河水下降")).toEqual({ share: 0.5, found: 0.4 });
  });

  test("the order of the letters counts", () => {
    expect(compare("河水", "水河")).toEqual({ share: 0, found: 0 });
  });

  test("do not cross other signs and other scripts", () => {
    expect(compare("河，水", "河水").found).toBe(0);
    expect(compare("河a水", "河水").found).toBe(0);
    expect(compare("河水", "河 水")).toEqual({ share: 0, found: 0 });
  });

  test("half of words and half of pairs count as words", () => {
    expect(compare("河水", "河水 river")).toEqual({ share: 0.5, found: 1 });
    expect(compare("河水", "河水，上涨 river")).toEqual({ share: 0.5, found: 0.4 });
  });
});

test("the first 400 units of a text are read", () => {
  const filling = "x ".repeat(198);
  expect(compare(`${filling}rose`, "rose").found).toBe(1);
  expect(compare(`${filling} rose`, "rose").found).toBe(0);
});

test("a table forgets what it held", () => {
  const table = createWordTable();
  table.add("river");
  table.clear();
  table.add("bridge");
  expect(table.compare("river bridge")).toEqual({ share: 0.5, found: 1 });
});

test("a table takes some two thousand words and no more", () => {
  const table = createWordTable();
  const word = (number: number): string => [...String(10_000 + number)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");
  for (let number = 0; number < 6000; number++) table.add(word(number));
  let held = 0;
  for (let number = 0; number < 6000; number++) held += table.compare(word(number)).found;
  expect(held).toBe(2049);
  expect(table.compare(word(0)).found).toBe(1);
  expect(table.compare(word(5999)).found).toBe(0);
});
