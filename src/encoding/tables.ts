import { createMixedReader } from "./mixed-bits.ts";
import { standardTexts } from "./standard-rows.ts";
import { codeTable, createSets, TWO_PLANES, type Sets } from "./table-layout.ts";
import type { Cells } from "./table-model.ts";
import type { TableName } from "./table-shapes.ts";
import { PACKED_TABLES } from "./tables.generated.ts";

let sets: Sets | null = null;
const tables = new Map<TableName, Cells>();

/**
 * An index of the [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/#indexes), made at first use: the
 * rows of the national standards by the runtime's own decoder, the rest unpacked.
 *
 * @returns by pointer the low 16 bits of the code point, 0 where there is none, and whether it is on plane 2
 * @throws NewsdumpError with code `unavailable-encoding` when the runtime's decoder is missing or wrong
 */
export function indexTable(table: TableName): Cells {
  const made = tables.get(table);
  if (made !== undefined) return made;
  sets ??= createSets(standardTexts());
  const cells = sets.cells[table];
  const additions = new Uint8Array(table === "hkscs" ? TWO_PLANES : 0);
  codeTable(createMixedReader(PACKED_TABLES[table]), table, cells, additions, sets);
  tables.set(table, cells);
  return cells;
}
