import { createMixedReader } from "./mixed-bits.ts";
import { codeSets, codeTable, createSets, TABLE_SHAPES, type Sets, type TableName } from "./table-layout.ts";
import { createCells, type Cells } from "./table-model.ts";
import { PACKED_TABLES } from "./tables.generated.ts";

/** Tables in the order they were packed; each leans on some before it. */
const NEEDS: Readonly<Record<TableName, readonly TableName[]>> = {
  big5: [],
  jis0208: ["big5"],
  "euc-kr": ["jis0208"],
  gb18030: ["euc-kr"],
  jis0212: ["gb18030"],
};

let sets: Sets | null = null;
const tables = new Map<TableName, Cells>();

/**
 * An index of the [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/#indexes), unpacked at first use.
 *
 * @returns by pointer the low 16 bits of the code point, 0 where there is none, and whether it is on plane 2
 */
export function indexTable(table: TableName): Cells {
  const made = tables.get(table);
  if (made !== undefined) return made;
  for (const needed of NEEDS[table]) indexTable(needed);
  if (sets === null) {
    sets = createSets();
    codeSets(createMixedReader(PACKED_TABLES.sets), sets);
  }
  const { size, row } = TABLE_SHAPES[table];
  const cells = createCells(size, row);
  codeTable(createMixedReader(PACKED_TABLES[table]), table, cells, sets);
  tables.set(table, cells);
  return cells;
}
