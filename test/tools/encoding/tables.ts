/**
 * Makes `src/encoding/tables.generated.ts`: the indexes of the WHATWG Encoding Standard
 * (https://encoding.spec.whatwg.org/#indexes, CC0) for East Asian sets, as `@exodus/bytes` holds them, packed by
 * the model of `src/encoding/table-layout.ts`; `--check` compares with what is there instead of writing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { createMixedReader, type MixedCoder } from "../../../src/encoding/mixed-bits.ts";
import {
  ADDITIONS,
  cellOf,
  codeSets,
  codeTable,
  createSets,
  EXTENSION_A,
  EXTENSION_A_END,
  EXTENSION_B,
  EXTENSION_B_END,
  GROUPED_LEVELS,
  IDEOGRAPHS,
  IDEOGRAPHS_END,
  membersOfLevel,
  type Sets,
  SYLLABLES,
  SYLLABLES_END,
  TABLE_SHAPES,
  type TableName,
} from "../../../src/encoding/table-layout.ts";
import { createCells } from "../../../src/encoding/table-model.ts";
import { createMixedWriter } from "./mixed-writer.ts";

const OUTPUT = join("src", "encoding", "tables.generated.ts");
/** The order of making: groups lean on those of earlier tables. */
const ORDER: readonly TableName[] = ["big5", "jis0208", "euc-kr", "gb18030", "jis0212"];
/** Bytes of a pointer, and the encoding that reads them. */
const BYTES: Readonly<Record<TableName, { encoding: string; bytes: (pointer: number) => number[] }>> = {
  big5: {
    encoding: "big5",
    bytes: (pointer) => [0x81 + Math.floor(pointer / 157), (pointer % 157) + (pointer % 157 < 63 ? 0x40 : 0x62)],
  },
  jis0208: {
    encoding: "shift_jis",
    bytes: (pointer) => {
      const lead = Math.floor(pointer / 188);
      const trail = pointer % 188;
      return [lead + (lead < 31 ? 0x81 : 0xc1), trail + (trail < 63 ? 0x40 : 0x41)];
    },
  },
  gb18030: {
    encoding: "gb18030",
    bytes: (pointer) => [0x81 + Math.floor(pointer / 190), (pointer % 190) + (pointer % 190 < 63 ? 0x40 : 0x41)],
  },
  "euc-kr": { encoding: "euc-kr", bytes: (pointer) => [0x81 + Math.floor(pointer / 190), 0x41 + (pointer % 190)] },
  jis0212: { encoding: "euc-jp", bytes: (pointer) => [0x8f, 0xa1 + Math.floor(pointer / 94), 0xa1 + (pointer % 94)] },
};
/** Shift_JIS reads these pointers as private characters, which the index has not. */
const PRIVATE_POINTERS = [8836, 10715] as const;

/** Code point of each pointer, 0 where there is none or two. */
function readIndex(table: TableName): number[] {
  const { encoding, bytes } = BYTES[table];
  const decoder = new TextDecoder(encoding);
  return Array.from({ length: TABLE_SHAPES[table].size }, (_, pointer) => {
    if (table === "jis0208" && pointer >= PRIVATE_POINTERS[0] && pointer <= PRIVATE_POINTERS[1]) return 0;
    const characters = [...decoder.decode(Uint8Array.from(bytes(pointer)))];
    return characters.length === 1 && characters[0] !== "\uFFFD" ? characters[0]!.codePointAt(0)! : 0;
  });
}

const indexes = Object.fromEntries(ORDER.map((table) => [table, readIndex(table)])) as Record<TableName, number[]>;

/** Everything that the tables tell of the sets. */
function knownSets(): Sets {
  const sets = createSets();
  const raise = (table: TableName, level: number, codes: readonly number[]): void => {
    const levels = sets.levels[table];
    for (const code of codes) if (code >= IDEOGRAPHS && code < IDEOGRAPHS_END && levels[code] === 0) levels[code] = level;
  };
  const { big5, jis0208, gb18030, jis0212, "euc-kr": korean } = indexes;
  raise("big5", 1, big5.slice(35 * 157, 35 * 157 + 5401));
  raise("big5", 2, big5.slice(72 * 157, 72 * 157 + 7652));
  raise("big5", ADDITIONS, big5);
  raise("jis0208", 1, jis0208.slice(15 * 94, 47 * 94));
  raise("jis0208", 2, jis0208.slice(47 * 94, 84 * 94));
  raise("jis0208", 3, jis0208);
  const gbRow = (row: number): number[] => gb18030.slice(row * 190 + 96, row * 190 + 190);
  for (let row = 47; row < 119; row++) raise("gb18030", row < 87 ? 1 : 2, gbRow(row));
  raise("euc-kr", 1, korean);
  raise("jis0212", 1, jis0212);
  for (const code of big5) {
    const isExtension = (code >= EXTENSION_A && code < EXTENSION_A_END) || (code >= EXTENSION_B && code < EXTENSION_B_END);
    if (isExtension) sets.levels.big5[code] = 1;
  }
  for (let row = 47; row < 72; row++) {
    for (const code of korean.slice(row * 190 + 96, row * 190 + 190)) {
      if (code >= SYLLABLES && code < SYLLABLES_END) sets.levels["euc-kr"][code] = 1;
    }
  }
  for (const table of ORDER) findGroups(table, sets);
  return sets;
}

/** A descent at least this large begins a new number of strokes in Big5; smaller ones are neighbours out of order. */
const STROKE_DESCENT = Number(process.env["DESC"] ?? 0x1800);

function findGroups(table: TableName, sets: Sets): void {
  for (const grouped of GROUPED_LEVELS[table]) {
    let group = 0;
    let before = 0;
    const { length } = membersOfLevel(sets.levels[table], grouped);
    for (let index = 0; index < length; index++) {
      const code = indexes[table][cellOf(grouped, TABLE_SHAPES[table].row, index)]!;
      if (before - code > (grouped.ascending ? 0 : STROKE_DESCENT)) group++;
      sets.groups[table][code] = group;
      before = code;
    }
    if (group >= 1 << grouped.width) throw new Error(`${table} has ${group + 1} groups`);
  }
}

function knownCells(table: TableName): ReturnType<typeof createCells> {
  const cells = createCells(TABLE_SHAPES[table].size, TABLE_SHAPES[table].row);
  indexes[table].forEach((code, pointer) => {
    cells.units[pointer] = code;
    cells.astral[pointer] = code > 0xffff ? 1 : 0;
  });
  return cells;
}

function pack(code: (coder: MixedCoder) => void): string {
  const { coder, finish } = createMixedWriter();
  code(coder);
  return finish();
}

const known = knownSets();
const packed: Record<string, string> = { sets: pack((coder) => codeSets(coder, known)) };
for (const table of ORDER) packed[table] = pack((coder) => codeTable(coder, table, knownCells(table), known));

const made = createSets();
let start = performance.now();
codeSets(createMixedReader(packed["sets"]!), made);
console.log(`sets: ${(packed["sets"]!.length * 0.75) | 0} bytes, read in ${(performance.now() - start).toFixed(1)} ms`);
for (const table of ORDER) {
  const cells = createCells(TABLE_SHAPES[table].size, TABLE_SHAPES[table].row);
  start = performance.now();
  codeTable(createMixedReader(packed[table]!), table, cells, made);
  const time = (performance.now() - start).toFixed(1);
  indexes[table].forEach((code, pointer) => {
    if (cells.units[pointer]! + cells.astral[pointer]! * 0x20000 !== code) throw new Error(`${table}: pointer ${pointer} is read wrong`);
  });
  console.log(`${table}: ${(packed[table]!.length * 0.75) | 0} bytes, read in ${time} ms`);
}

const text = `// Written by test/tools/encoding/tables.ts; never edited. From the indexes of the WHATWG Encoding Standard
// (https://encoding.spec.whatwg.org/#indexes, CC0).

/** Which set has which character, and the tables, as \`table-layout.ts\` reads them. */
export const PACKED_TABLES = {
${Object.entries(packed)
  .map(([name, value]) => `  ${JSON.stringify(name)}: "${value}",\n`)
  .join("")}} as const;
`;
if (process.argv.includes("--check")) {
  if (readFileSync(OUTPUT, "utf8") !== text) throw new Error(`${OUTPUT} is not what the generator writes; run it without --check`);
  console.log(`${OUTPUT}: unchanged`);
} else {
  writeFileSync(OUTPUT, text);
  console.log(`${OUTPUT}: ${text.length} characters`);
}
