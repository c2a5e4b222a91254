import { describe, expect, test } from "vitest";
import { countUnits, type Piece, samplePieces, WINDOWS } from "../../../src/fields/language/sample.ts";

/** Words of eight letters and a blank behind each. */
const words = (count: number): string => "abcdefgh ".repeat(count);

function textOf(paragraphs: readonly string[], { paragraph, from, to }: Piece): string {
  return paragraphs[paragraph]!.slice(from, to);
}

test("the units of all paragraphs are counted", () => {
  expect(countUnits([])).toBe(0);
  expect(countUnits(["ab", "", "cde"])).toBe(5);
});

describe("a text of up to 720 units", () => {
  test("is read whole", () => {
    expect(samplePieces(["x".repeat(720)])).toEqual([{ paragraph: 0, from: 0, to: 720, window: 0 }]);
    expect(samplePieces([])).toEqual([]);
  });

  test("has each paragraph in the window it begins in", () => {
    expect(samplePieces(["a".repeat(40), "", "b".repeat(9), "c".repeat(31)])).toEqual([
      { paragraph: 0, from: 0, to: 40, window: 0 },
      { paragraph: 2, from: 0, to: 9, window: 4 },
      { paragraph: 3, from: 0, to: 31, window: 4 },
    ]);
    expect(samplePieces(["a".repeat(70), "b".repeat(10)]).map(({ window }) => window)).toEqual([0, 7]);
  });
});

describe("a longer text", () => {
  test("is read through eight windows from word to word, evenly spread", () => {
    const paragraphs = [words(200)];
    const pieces = samplePieces(paragraphs);
    expect(pieces.map(({ window }) => window)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const piece of pieces) {
      const start = Math.floor(225 * piece.window + (225 - 82) / 2);
      expect(piece.from).toBe(Math.ceil(start / 9) * 9);
      expect(piece.to - piece.from).toBe(80);
      expect(textOf(paragraphs, piece)).toMatch(/^abcdefgh .* abcdefgh$/);
    }
  });

  test("is cut inside a word where no blank is near", () => {
    const pieces = samplePieces(["x".repeat(721)]);
    expect(pieces).toHaveLength(WINDOWS);
    expect(pieces[0]).toEqual({ paragraph: 0, from: 4, to: 86, window: 0 });
    expect(pieces[7]).toEqual({ paragraph: 0, from: 634, to: 716, window: 7 });
  });

  test("finds a blank up to 24 units ahead of a window's start and less than 24 before its end", () => {
    // The first window of 1600 units begins at 59 and has 82 units.
    const withBlankAt = (...places: readonly number[]): Piece => {
      const units = [..."x".repeat(1600)];
      for (const place of places) units[place] = " ";
      return samplePieces([units.join("")])[0]!;
    };
    expect(withBlankAt(58)).toMatchObject({ from: 59, to: 141 });
    expect(withBlankAt(57)).toMatchObject({ from: 59, to: 141 });
    expect(withBlankAt(82)).toMatchObject({ from: 83, to: 165 });
    expect(withBlankAt(83)).toMatchObject({ from: 59, to: 141 });
    expect(withBlankAt(141)).toMatchObject({ from: 59, to: 141 });
    expect(withBlankAt(118)).toMatchObject({ from: 59, to: 118 });
    expect(withBlankAt(117)).toMatchObject({ from: 59, to: 141 });
  });

  test("has windows that run on into the next paragraphs, whole ones from their start", () => {
    const paragraphs = ["a".repeat(100), "b".repeat(30), "", "c".repeat(1470)];
    expect(samplePieces(paragraphs).filter(({ window }) => window === 0)).toEqual([
      { paragraph: 0, from: 59, to: 100, window: 0 },
      { paragraph: 1, from: 0, to: 30, window: 0 },
      { paragraph: 3, from: 0, to: 10, window: 0 },
    ]);
  });

  test("has a window that begins with a paragraph at its start", () => {
    const paragraphs = ["a".repeat(59), "b ".repeat(770) + "b"];
    expect(samplePieces(paragraphs)[0]).toMatchObject({ paragraph: 1, from: 0 });
  });
});
