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

test.each([
  ["parts that reach in from both sides", [0, 3], [6, 9], ["c"]],
  ["a part that ends before it", [0, 1], [4, 5], ["b", "d"]],
  ["a part that begins behind it", [4, 5], [10, 11], ["b", "d"]],
  ["a part that begins where it ends", [4, 5], [7, 9], ["b", "d"]],
  ["a part inside another", [2, 5], [3, 4], ["d"]],
  ["parts that overlap", [2, 4], [3, 6], ["d"]],
  ["parts that touch", [2, 4], [4, 6], ["d"]],
] as const)("of a stretch with %s, what stands in it", (_name, [start, end], [secondStart, secondEnd], expected) => {
  const line: Line = { number: 1, byteStart: 0, byteEnd: 11, text: "a b c d e f", traits: 0 };
  const taken = [
    { start, end },
    { start: secondStart, end: secondEnd },
  ];
  const rest = restOf(line, { start: 2, end: 7 }, taken, cut);
  expect(rest.map(({ text }) => text)).toEqual(expected);
});
