import type { Line } from "../lines/line.ts";
import type { SliceLine } from "../lines/slice-line.ts";

/** Columns of a line as decoded, in UTF-16 units. */
export interface Columns {
  readonly start: number;
  readonly end: number;
}

/** All but spaces, tabs and line ends: other blanks have to stand in some span. */
export const INK = /[^ \t\r\n]/;

/** What stands between two columns of a line besides the parts that are taken, in pieces that show something. */
export function restOf(line: Line, { start, end }: Columns, taken: readonly Columns[], slice: SliceLine): Line[] {
  const rest: Line[] = [];
  let from = start;
  const take = (to: number): void => {
    const text = line.text.slice(from, to);
    const first = text.search(INK);
    if (first < 0) return;
    let last = text.length;
    while (!INK.test(text.charAt(last - 1))) last--;
    rest.push(slice(line, from + first, from + last));
  };
  for (const part of [...taken].sort((a, b) => a.start - b.start)) {
    if (part.end <= from || part.start >= end) continue;
    take(part.start);
    from = part.end;
  }
  take(end);
  return rest;
}
