import { decode } from "./decode.ts";
import { cellLevels, EMPTY_CELL, SET_SHAPES, type CellSet } from "./model.ts";

const ENCODINGS: Readonly<Record<CellSet, string>> = { gb: "gb18030", big5: "big5", jis: "euc-jp", ksx: "euc-kr" };

/**
 * Levels of an East Asian set by UTF-16 code unit instead of cell; none at all where the runtime's decoder does not
 * know the set.
 *
 * @param highest - cells of a higher level are left out: their units get `EMPTY_CELL`
 */
export function unicodeLevels(set: CellSet, highest: number): Uint8Array {
  const byUnit = new Uint8Array(0x10000).fill(EMPTY_CELL);
  const { first, cells } = SET_SHAPES[set];
  const levels = cellLevels(set);
  const wanted: number[] = [];
  levels.forEach((level, index) => {
    if (level !== EMPTY_CELL && level <= highest) wanted.push(index);
  });
  const bytes = Uint8Array.from(
    wanted.flatMap((index) => {
      const cell = index % cells;
      return [first + Math.floor(index / cells), cell + (cells === 94 ? 0xa1 : cell < 63 ? 0x40 : 0x62)];
    }),
  );
  let at = 0;
  // Every cell with a level is one code point: the trainer leaves out all others.
  for (const character of textOf(bytes, ENCODINGS[set])) {
    const unit = character.charCodeAt(0);
    byUnit[unit] = Math.min(byUnit[unit]!, levels[wanted[at++]!]!);
  }
  return byUnit;
}

/** Detection goes on without the sets that cannot be decoded. */
function textOf(bytes: Uint8Array, encoding: string): string {
  try {
    return decode(bytes, encoding).text;
  } catch {
    return "";
  }
}
