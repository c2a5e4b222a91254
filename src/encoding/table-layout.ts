import type { MixedCoder } from "./mixed-bits.ts";
import { pointerOf, STANDARD_ROWS } from "./standard-rows.ts";
import {
  codeCells,
  codeMembers,
  codeRange,
  createCells,
  createPicker,
  membersOf,
  type Cells,
  type Members,
  type Picker,
  type Source,
} from "./table-model.ts";
import { TABLE_SHAPES, type TableName } from "./table-shapes.ts";

/** What is known of all sets before a table is made: what the standards' own rows tell. */
export interface Sets {
  /** Which code points each set has there. */
  standard: Readonly<Record<TableName, Members>>;
  /** Tables with the cells of those rows. */
  cells: Readonly<Record<TableName, Cells>>;
}

/** Members of a set need this many places in the basic plane, and with plane 2. */
const BASIC_PLANE = 0x10000;
export const TWO_PLANES = 0x2b000;
export const EXTENSION_A = 0x3400;
export const EXTENSION_A_END = 0x4db6;
export const EXTENSION_B = 0x20000;
export const EXTENSION_B_END = 0x2a6d7;
const SYLLABLES = 0xac00;
const SYLLABLES_END = 0xd7a4;

/** Sets as the texts of {@link STANDARD_ROWS} show them. */
export function createSets(texts: readonly string[]): Sets {
  const perTable = <Value>(make: (table: TableName) => Value): Record<TableName, Value> => ({
    big5: make("big5"),
    hkscs: make("hkscs"),
    jis0208: make("jis0208"),
    gb18030: make("gb18030"),
    "euc-kr": make("euc-kr"),
    jis0212: make("jis0212"),
  });
  const sets = {
    standard: perTable(() => new Uint8Array(BASIC_PLANE)),
    cells: perTable((table) => createCells(TABLE_SHAPES[table].size, TABLE_SHAPES[table].row)),
  };
  STANDARD_ROWS.forEach((rows, index) => {
    const { units, done } = sets.cells[rows.table];
    const members = sets.standard[rows.table];
    const text = texts[index]!;
    for (let at = 0; at < text.length; at++) {
      const pointer = pointerOf(rows, at);
      units[pointer] = text.charCodeAt(at);
      done[pointer] = 1;
      members[text.charCodeAt(at)] = 1;
    }
  });
  return sets;
}

/**
 * Reads or writes what the standard's rows of a table leave open: symbols and extensions.
 *
 * @param cells - the table; a reader fills it
 * @param additions - ideographs of Hong Kong; a reader fills them
 */
export function codeTable(coder: MixedCoder, table: TableName, cells: Cells, additions: Members, { standard }: Sets): void {
  const { big5, gb18030, jis0208, jis0212, "euc-kr": korean } = standard;
  if (table === "hkscs") {
    codeMembers(coder, additions, big5, [gb18030, jis0208, korean, jis0212]);
    codeRange(coder, additions, EXTENSION_A, EXTENSION_A_END);
    codeRange(coder, additions, EXTENSION_B, EXTENSION_B_END);
  }
  codeCells(coder, cells, sourcesOf(table, standard[table], additions));
}

/** What the open cells of a table are picked from. */
function sourcesOf(table: TableName, standard: Members, additions: Members): Source[] {
  const every = { from: 0, to: Infinity };
  const all = (members: Members, value: number, from?: number, to?: number): Picker => createPicker(membersOf(members, value, from, to), 0);
  switch (table) {
    case "hkscs": {
      const pickers = [all(additions, 1), all(additions, 1, EXTENSION_A, EXTENSION_A_END), all(additions, 1, EXTENSION_B, EXTENSION_B_END)];
      return [{ ...every, pickers }];
    }
    case "jis0208":
      // NEC's rows of IBM's characters; IBM's own rows follow them.
      return [{ from: 88 * 94, to: 92 * 94, pickers: [all(standard, 0)] }];
    case "gb18030":
      return [{ ...every, pickers: [all(standard, 0)] }];
    case "euc-kr":
      return [{ ...every, pickers: [all(standard, 0, SYLLABLES, SYLLABLES_END)] }];
    case "big5":
    case "jis0212":
    default:
      return [];
  }
}
