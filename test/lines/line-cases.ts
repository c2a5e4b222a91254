import type { Line } from "../../src/lines/line.ts";

/** Where the records of these tests stand in their dump. */
export const POSITION = { byteStart: 1000, lineStart: 7 };

/** Number, byte range in the record, and text of a line. */
type LineRange = readonly [number: number, start: number, end: number, text: string];

/** What every way to cut a record makes of its line ends. */
export const LINE_CASES: readonly (readonly [name: string, source: string, expected: readonly LineRange[]])[] = [
  [
    "LF",
    "one\ntwo",
    [
      [7, 0, 3, "one"],
      [8, 4, 7, "two"],
    ],
  ],
  [
    "CRLF",
    "one\r\ntwo",
    [
      [7, 0, 3, "one"],
      [8, 5, 8, "two"],
    ],
  ],
  ["an LF at the end", "one\n", [[7, 0, 3, "one"]]],
  ["a CRLF at the end", "one\r\n", [[7, 0, 3, "one"]]],
  ["a CR at the end", "one\r", [[7, 0, 3, "one"]]],
  [
    "empty lines",
    "\n\r\n\na",
    [
      [7, 0, 0, ""],
      [8, 1, 1, ""],
      [9, 3, 3, ""],
      [10, 4, 5, "a"],
    ],
  ],
  [
    "a wide line before an LF",
    "é1\ntwo",
    [
      [7, 0, 3, "é1"],
      [8, 4, 7, "two"],
    ],
  ],
  [
    "a wide line before a CRLF",
    "é1\r\ntwo",
    [
      [7, 0, 3, "é1"],
      [8, 5, 8, "two"],
    ],
  ],
  [
    "a wide line at the end",
    "1\né",
    [
      [7, 0, 1, "1"],
      [8, 2, 4, "é"],
    ],
  ],
  [
    "a wide line before a CR at the end",
    "1\né\r",
    [
      [7, 0, 1, "1"],
      [8, 2, 4, "é"],
    ],
  ],
  ["a wide line alone before a CR at the end", "é\r", [[7, 0, 2, "é"]]],
  [
    "wide lines",
    "Дождь\r\nи😀\n\nend",
    [
      [7, 0, 10, "Дождь"],
      [8, 12, 18, "и😀"],
      [9, 19, 19, ""],
      [10, 20, 23, "end"],
    ],
  ],
];

/** Lines as these cases have them. */
export function rangesOf(lines: readonly Line[] | null): LineRange[] | undefined {
  return lines?.map(({ number, byteStart, byteEnd, text }) => [number, byteStart - POSITION.byteStart, byteEnd - POSITION.byteStart, text]);
}
