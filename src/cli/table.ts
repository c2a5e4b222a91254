import type { Painter } from "./style.ts";

/** Stands between two columns. */
const GAP = "  ";

/** Rows under a head, each column as wide as its widest cell. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[], paint: Painter): string {
  const widths = head.map((cell) => cell.length);
  for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  const format = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join(GAP)
      .trimEnd();
  return [paint("bold", format(head)), ...rows.map(format)].join("\n");
}
