import { expect, test } from "vitest";
import { restOf } from "../../src/fields/line-rest.ts";
import type { Line } from "../../src/lines/line.ts";

const cut = (line: Line, from: number, to: number): Line => ({
  ...line,
  byteStart: line.byteStart + from,
  byteEnd: line.byteStart + to,
  text: line.text.slice(from, to),
});

/** The rest of a line in which `<…>` stands for the parts that are taken. */
function restOfMarked(marked: string): string[] {
  const text = marked.replace(/[<>]/g, "");
  const taken = [...marked.matchAll(/<([^>]*)>/g)].map((match, at) => {
    const start = match.index - 2 * at;
    return { start, end: start + match[1]!.length };
  });
  const line: Line = { number: 1, byteStart: 100, byteEnd: 100 + text.length, text, traits: 0 };
  const rest = restOf(line, { start: 0, end: text.length }, taken.toReversed(), cut);
  for (const piece of rest) expect(text.slice(piece.byteStart - 100, piece.byteEnd - 100)).toBe(piece.text);
  return rest.map((piece) => piece.text);
}

test.each([
  ["By Anna Writer", ["By Anna Writer"]],
  [" By Anna Writer ", ["By Anna Writer"]],
  ["<11 November 2025>", []],
  ["Riverside, <11 November 2025> (EP)", ["Riverside,", "(EP)"]],
  ["<11 November 2025> \t", []],
  ["<11 November 2025>\u00A0", ["\u00A0"]],
  ["a <b> c <d>", ["a", "c"]],
  ["<a>b<c>", ["b"]],
])("%j leaves %j", (marked, expected) => {
  expect(restOfMarked(marked)).toEqual(expected);
});

test("of a stretch, what stands in it", () => {
  const line: Line = { number: 1, byteStart: 0, byteEnd: 9, text: "a b c d e", traits: 0 };
  const rest = restOf(
    line,
    { start: 2, end: 7 },
    [
      { start: 0, end: 3 },
      { start: 6, end: 9 },
    ],
    cut,
  );
  expect(rest.map(({ text }) => text)).toEqual(["c"]);
});
