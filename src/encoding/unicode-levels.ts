import { decode } from "./decode.ts";
import { cellLevels, EMPTY_CELL, SET_SHAPES, type CellSet } from "./model.ts";

const ENCODINGS: Readonly<Record<CellSet, string>> = { gb: "gb18030", big5: "big5", jis: "euc-jp", ksx: "euc-kr" };

/**
 * Levels of an East Asian set by UTF-16 code unit instead of cell.
 *
 * @param highest - cells of a higher level are left out: their units get `EMPTY_CELL`
 */
export function unicodeLevels(set: CellSet, highest: number): Uint8Array {
  const levels = new Uint8Array(0x10000).fill(EMPTY_CELL);
  const { first, cells } = SET_SHAPES[set];
  cellLevels(set).forEach((level, index) => {
    if (level === EMPTY_CELL || level > highest) return;
    const cell = index % cells;
    const trail = cells === 94 ? 0xa1 + cell : cell < 63 ? 0x40 + cell : 0x62 + cell;
    const unit = decode(new Uint8Array([first + Math.floor(index / cells), trail]), ENCODINGS[set]).text.charCodeAt(0);
    levels[unit] = Math.min(levels[unit]!, level);
  });
  return levels;
}
