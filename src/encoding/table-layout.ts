import type { MixedCoder } from "./mixed-bits.ts";
import {
  codeCells,
  codeGroups,
  codeLevels,
  codeRange,
  codeSyllables,
  createPicker,
  IDEOGRAPHS,
  IDEOGRAPHS_END,
  membersOf,
  type Cells,
  type Followers,
  type Levels,
  type Picker,
} from "./table-model.ts";

/** Sets of East Asian characters, each with the index of the WHATWG Encoding Standard that holds it. */
export type TableName = "big5" | "jis0208" | "gb18030" | "euc-kr" | "jis0212";

/** Pointers of each index and of one of its rows. */
export const TABLE_SHAPES: Readonly<Record<TableName, { size: number; row: number }>> = {
  big5: { size: 126 * 157, row: 157 },
  jis0208: { size: 60 * 188, row: 94 },
  gb18030: { size: 126 * 190, row: 190 },
  "euc-kr": { size: 126 * 190, row: 190 },
  jis0212: { size: 94 * 94, row: 94 },
};

/** What is known of all sets before any table is made. */
export interface Sets {
  /** On which level each set has an ideograph; Hangul syllables of KS X 1001 are on level 1. */
  levels: Readonly<Record<TableName, Levels>>;
  /** Groups of ideographs within a level, see `codeGroups`; -1 for none. */
  groups: Readonly<Record<TableName, Int32Array>>;
  /** What followed a code point in the tables made so far. */
  followers: Followers;
}

/** Levels of a set need this many code points: two planes with ideographs, 0 and 2. */
const CODE_POINTS = 0x2b000;

/** Sets of which nothing is known. */
export function createSets(): Sets {
  const perTable = <Value>(make: () => Value): Record<TableName, Value> => ({
    big5: make(),
    jis0208: make(),
    gb18030: make(),
    "euc-kr": make(),
    jis0212: make(),
  });
  return {
    levels: perTable(() => new Uint8Array(CODE_POINTS)),
    groups: perTable(() => new Int32Array(0x10000).fill(-1)),
    followers: new Uint16Array(0x10000),
  };
}

/** Levels of HKSCS in Big5: its additions. */
export const ADDITIONS = 3;
/** Level of the ideographs of IBM and NEC in JIS X 0208. */
const VENDORS = 3;
export const EXTENSION_A = 0x3400;
export const EXTENSION_A_END = 0x4db6;
export const EXTENSION_B = 0x20000;
export const EXTENSION_B_END = 0x2a6d7;
export const SYLLABLES = 0xac00;
export const SYLLABLES_END = 0xd7a4;

/** Reads or writes which set has which character. */
export function codeSets(coder: MixedCoder, { levels }: Sets): void {
  const { big5, jis0208, gb18030, jis0212 } = levels;
  const korean = levels["euc-kr"];
  codeLevels(coder, big5, [], ADDITIONS);
  codeLevels(coder, jis0208, [big5], VENDORS);
  codeLevels(coder, gb18030, [big5, jis0208], 2);
  codeLevels(coder, korean, [big5, jis0208, gb18030], 1);
  codeLevels(coder, jis0212, [big5, jis0208, gb18030, korean], 1);
}

/** A stretch of cells that holds one level of a set in the order of its groups. */
export interface GroupedLevel {
  level: number;
  /** Code points of the level outside the unified ideographs. */
  extra: readonly [from: number, to: number];
  /** Pointer of the first cell, and how many cells of a row belong to it from the row's own first one on. */
  start: number;
  rowCells: number;
  /** Bits of a group's number. */
  width: number;
  /** Sets whose groups are known and alike. */
  others: readonly TableName[];
  /** Whether the members of a group ascend; else each is picked. */
  ascending: boolean;
}

const NO_EXTRA = [0, 0] as const;

/** Levels by group: readings and strokes. */
export const GROUPED_LEVELS: Readonly<Record<TableName, readonly GroupedLevel[]>> = {
  jis0208: [{ level: 1, extra: NO_EXTRA, start: 15 * 94, rowCells: 94, width: 10, others: [], ascending: true }],
  "euc-kr": [{ level: 1, extra: [0xf900, 0xfa0c], start: 73 * 190 + 96, rowCells: 94, width: 10, others: ["jis0208"], ascending: true }],
  gb18030: [{ level: 1, extra: NO_EXTRA, start: 47 * 190 + 96, rowCells: 94, width: 11, others: ["euc-kr", "jis0208"], ascending: true }],
  big5: [
    { level: 1, extra: NO_EXTRA, start: 35 * 157, rowCells: 157, width: 6, others: [], ascending: false },
    { level: 2, extra: [0xfa0c, 0xfa0e], start: 72 * 157, rowCells: 157, width: 6, others: [], ascending: false },
  ],
  jis0212: [],
};

/** Pointer of the `index`th cell of a level. */
export function cellOf({ start, rowCells }: GroupedLevel, row: number, index: number): number {
  return start + Math.floor(index / rowCells) * row + (index % rowCells);
}

/** Code points of a grouped level, ascending. */
export function membersOfLevel(levels: Levels, { level, extra: [from, to] }: GroupedLevel): Int32Array {
  const unified = membersOf(levels, level);
  return Int32Array.from([...unified, ...Array.from({ length: to - from }, (_, index) => from + index)]);
}

/** Reads or writes a table; those that its groups lean on have to be there already. */
export function codeTable(coder: MixedCoder, table: TableName, cells: Cells, sets: Sets): void {
  const levels = sets.levels[table];
  for (const grouped of GROUPED_LEVELS[table]) codeGroupedLevel(coder, table, grouped, cells, sets);
  if (table === "euc-kr") codeSyllables(coder, levels);
  if (table === "big5") {
    codeRange(coder, levels, EXTENSION_A, EXTENSION_A_END);
    codeRange(coder, levels, EXTENSION_B, EXTENSION_B_END);
  }
  codeCells(coder, cells, sourcesOf(table, levels), sets.followers);
}

function codeGroupedLevel(coder: MixedCoder, table: TableName, grouped: GroupedLevel, cells: Cells, sets: Sets): void {
  const groups = sets.groups[table];
  const members = membersOfLevel(sets.levels[table], grouped);
  codeGroups(
    coder,
    members,
    groups,
    grouped.width,
    grouped.others.map((other) => sets.groups[other]),
  );
  const byGroup: number[][] = [];
  for (const code of members) (byGroup[groups[code]!] ??= []).push(code);
  let index = 0;
  for (const group of byGroup) {
    const picker = grouped.ascending || group === undefined ? null : createPicker(Int32Array.from(group), 0);
    for (const code of group ?? []) {
      const at = cellOf(grouped, cells.row, index++);
      cells.units[at] = picker === null ? code : picker.pick(coder, cells.units[at]!);
      cells.done[at] = 1;
    }
  }
}

/** What the cells of a table that are in no group are picked from. */
function sourcesOf(table: TableName, levels: Levels): Parameters<typeof codeCells>[2] {
  const all = (level: number, from?: number, to?: number): Picker => createPicker(membersOf(levels, level, from, to), level);
  switch (table) {
    case "big5": {
      const pickers = [all(ADDITIONS), all(1, EXTENSION_A, EXTENSION_A_END), all(1, EXTENSION_B, EXTENSION_B_END)];
      return [{ from: 0, to: levels.length, pickers }];
    }
    case "jis0208":
      return [
        { from: 47 * 94, to: 84 * 94, pickers: [all(2)] },
        { from: 88 * 94, to: 92 * 94, pickers: [all(VENDORS)] },
        { from: 114 * 94, to: 120 * 94, pickers: [all(VENDORS)] },
      ];
    case "gb18030":
      return [{ from: 0, to: levels.length, pickers: [all(2), all(0)] }];
    case "euc-kr":
      return [{ from: 0, to: levels.length, pickers: [all(1, SYLLABLES, SYLLABLES_END), all(0, SYLLABLES, SYLLABLES_END)] }];
    case "jis0212":
    default:
      return [{ from: 15 * 94, to: levels.length, pickers: [all(1)] }];
  }
}

export { IDEOGRAPHS, IDEOGRAPHS_END };
