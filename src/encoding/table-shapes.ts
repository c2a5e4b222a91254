/**
 * Sets of East Asian characters, each with the index of the WHATWG Encoding Standard that holds it; that of Big5 in
 * two halves, as hardly a text needs the additions of Hong Kong.
 */
export type TableName = "big5" | "hkscs" | "jis0208" | "gb18030" | "euc-kr" | "jis0212";

/** Pointers of each index and of one of its rows. */
export const TABLE_SHAPES: Readonly<Record<TableName, { size: number; row: number }>> = {
  big5: { size: 126 * 157, row: 157 },
  hkscs: { size: 126 * 157, row: 157 },
  jis0208: { size: 120 * 94, row: 94 },
  gb18030: { size: 126 * 190, row: 190 },
  "euc-kr": { size: 126 * 190, row: 190 },
  jis0212: { size: 94 * 94, row: 94 },
};

/** Rows of Big5 itself; all others are in the table `hkscs`. */
const BIG5_ROWS = { first: 0xa1 - 0x81, last: 0xf9 - 0x81 } as const;

/** Whether a pointer of Big5 lies in a row of the additions of Hong Kong. */
export function isHkscs(pointer: number): boolean {
  const row = Math.floor(pointer / TABLE_SHAPES.big5.row);
  return row < BIG5_ROWS.first || row > BIG5_ROWS.last;
}
