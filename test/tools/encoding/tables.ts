/**
 * Makes `src/encoding/tables.generated.ts`: the indexes of the WHATWG Encoding Standard
 * (https://encoding.spec.whatwg.org/#indexes, CC0) for East Asian sets, as `@exodus/bytes` holds them, packed by
 * the model of `src/encoding/table-layout.ts`; `--check` compares with what is there instead of writing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { createMixedReader, type MixedCoder } from "../../../src/encoding/mixed-bits.ts";
import { readStandardRows } from "../../../src/encoding/standard-rows.ts";
import {
  codeTable,
  createSets,
  EXTENSION_A,
  EXTENSION_A_END,
  EXTENSION_B,
  EXTENSION_B_END,
  TWO_PLANES,
} from "../../../src/encoding/table-layout.ts";
import { type Cells, createCells, IDEOGRAPHS, IDEOGRAPHS_END, type Members } from "../../../src/encoding/table-model.ts";
import { isHkscs, TABLE_SHAPES, type TableName } from "../../../src/encoding/table-shapes.ts";
import { createMixedWriter } from "./mixed-writer.ts";

const OUTPUT = join("src", "encoding", "tables.generated.ts");
const TABLES: readonly TableName[] = ["big5", "hkscs", "jis0208", "euc-kr", "gb18030", "jis0212"];
const big5Bytes = (pointer: number): number[] => [0x81 + Math.floor(pointer / 157), (pointer % 157) + (pointer % 157 < 63 ? 0x40 : 0x62)];
/** Bytes of a pointer, and the encoding that reads them. */
const BYTES: Readonly<Record<TableName, { encoding: string; bytes: (pointer: number) => number[] }>> = {
  big5: { encoding: "big5", bytes: big5Bytes },
  hkscs: { encoding: "big5", bytes: big5Bytes },
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
    if (table === "big5" && isHkscs(pointer)) return 0;
    if (table === "hkscs" && !isHkscs(pointer)) return 0;
    if (table === "jis0208" && pointer >= PRIVATE_POINTERS[0] && pointer <= PRIVATE_POINTERS[1]) return 0;
    const characters = [...decoder.decode(Uint8Array.from(bytes(pointer)))];
    return characters.length === 1 && characters[0] !== "\uFFFD" ? characters[0]!.codePointAt(0)! : 0;
  });
}

const { texts, checksum } = readStandardRows(TextDecoder);

/** Ideographs of Hong Kong that Big5 lacks. */
function additionsOf(codes: readonly number[]): Members {
  const { big5 } = createSets(texts).standard;
  const additions = new Uint8Array(TWO_PLANES);
  const isIdeograph = (code: number): boolean =>
    (code >= IDEOGRAPHS && code < IDEOGRAPHS_END) ||
    (code >= EXTENSION_A && code < EXTENSION_A_END) ||
    (code >= EXTENSION_B && code < EXTENSION_B_END);
  for (const code of codes) if (isIdeograph(code) && big5[code] !== 1) additions[code] = 1;
  return additions;
}

/** The cells of a table, those of the standard's rows marked as done. */
function cellsOf(table: TableName, codes: readonly number[]): Cells {
  const { done } = createSets(texts).cells[table];
  const cells = createCells(TABLE_SHAPES[table].size, TABLE_SHAPES[table].row);
  codes.forEach((code, pointer) => {
    cells.units[pointer] = code;
    cells.astral[pointer] = code > 0xffff ? 1 : 0;
    cells.done[pointer] = done[pointer]!;
  });
  return cells;
}

function pack(code: (coder: MixedCoder) => void): string {
  const { coder, finish } = createMixedWriter();
  code(coder);
  return finish();
}

const packed: Record<string, string> = {};
for (const table of TABLES) {
  const codes = readIndex(table);
  packed[table] = pack((coder) => codeTable(coder, table, cellsOf(table, codes), additionsOf(codes), createSets(texts)));
  const sets = createSets(texts);
  const cells = sets.cells[table];
  const start = performance.now();
  codeTable(createMixedReader(packed[table]), table, cells, new Uint8Array(TWO_PLANES), sets);
  const time = (performance.now() - start).toFixed(1);
  codes.forEach((code, pointer) => {
    if (cells.units[pointer]! + cells.astral[pointer]! * 0x20000 !== code) throw new Error(`${table}: pointer ${pointer} is read wrong`);
  });
  console.log(`${table}: ${(packed[table].length * 0.75) | 0} bytes, read in ${time} ms`);
}

const text = `// Written by test/tools/encoding/tables.ts; never edited. From the indexes of the WHATWG Encoding Standard
// (https://encoding.spec.whatwg.org/#indexes, CC0).

/** Checksum of the standards' rows, see \`standard-rows.ts\`. */
export const ROWS_CHECKSUM = 0x${checksum.toString(16)};

/** The rest of the tables, as \`table-layout.ts\` reads it. */
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
