import { NewsdumpError } from "../errors.ts";
import { TABLE_SHAPES, type TableName } from "./table-shapes.ts";
import { ROWS_CHECKSUM } from "./tables.generated.ts";

/** A stretch of cells that a national standard fills without a gap, one character of the basic plane each. */
export interface StandardRows {
  table: Exclude<TableName, "hkscs">;
  /** Pointer of the first cell. */
  start: number;
  /** Cells of a row that belong to the stretch, from the row's own first one on. */
  width: number;
  count: number;
}

/**
 * Syllables and ideographs of GB 2312, JIS X 0208, JIS X 0212, KS X 1001 and Big5, each set by levels. All decoders
 * that were asked agree on them (Node 20 to 26, Bun, Deno, Chromium); they differ in symbols and extensions only.
 */
export const STANDARD_ROWS: readonly StandardRows[] = [
  { table: "gb18030", start: 47 * 190 + 96, width: 94, count: 3755 },
  { table: "gb18030", start: 87 * 190 + 96, width: 94, count: 3008 },
  { table: "jis0208", start: 15 * 94, width: 94, count: 2965 },
  { table: "jis0208", start: 47 * 94, width: 94, count: 3390 },
  { table: "jis0212", start: 15 * 94, width: 94, count: 5801 },
  { table: "euc-kr", start: 47 * 190 + 96, width: 94, count: 2350 },
  { table: "euc-kr", start: 73 * 190 + 96, width: 94, count: 4888 },
  { table: "big5", start: 35 * 157, width: 157, count: 5401 },
  { table: "big5", start: 72 * 157, width: 157, count: 7652 },
];

/** Labels of the encodings that hold the tables; each runtime's native decoder knows them by these. */
const LABELS: Readonly<Record<StandardRows["table"], string>> = {
  gb18030: "gb18030",
  jis0208: "euc-jp",
  jis0212: "euc-jp",
  "euc-kr": "euc-kr",
  big5: "big5",
};
/** EUC-JP writes this byte before a pair of JIS X 0212. */
const SINGLE_SHIFT_3 = 0x8f;

/** Pointer of the `index`th cell of a stretch. */
export function pointerOf({ table, start, width }: StandardRows, index: number): number {
  return start + Math.floor(index / width) * TABLE_SHAPES[table].row + (index % width);
}

/** Bytes of a stretch's characters, one after the other. */
function bytesOf(rows: StandardRows): Uint8Array {
  const { table, count } = rows;
  const { row } = TABLE_SHAPES[table];
  const isTriple = table === "jis0212";
  const bytes = new Uint8Array(count * (isTriple ? 3 : 2));
  let at = 0;
  for (let index = 0; index < count; index++) {
    const pointer = pointerOf(rows, index);
    const lead = Math.floor(pointer / row);
    const cell = pointer % row;
    if (isTriple) bytes[at++] = SINGLE_SHIFT_3;
    bytes[at++] = lead + (row === 94 ? 0xa1 : 0x81);
    bytes[at++] = cell + (row === 94 ? 0xa1 : table !== "big5" ? 0x41 : cell < 63 ? 0x40 : 0x62);
  }
  return bytes;
}

/** Hash of a text's code units, going on from another: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ (public domain), a unit at a time. */
function hashUnits(text: string, before: number): number {
  let hash = before;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
const FIRST_HASH = 0x811c9dc5;

/** As much of the standard's `TextDecoder` as is needed. */
type Decoder = new (label: string) => { decode: (bytes: Uint8Array) => string };

/**
 * The texts of {@link STANDARD_ROWS} by a decoder, and their checksum.
 *
 * @throws RangeError when the decoder does not know an encoding
 */
export function readStandardRows(decoder: Decoder): { texts: string[]; checksum: number } {
  const texts = STANDARD_ROWS.map((rows) => new decoder(LABELS[rows.table]).decode(bytesOf(rows)));
  return { texts, checksum: texts.reduce((hash, text) => hashUnits(text, hash), FIRST_HASH) };
}

let verified: readonly string[] | null = null;

/** The texts of {@link STANDARD_ROWS} by the runtime's own decoder, see {@link verifyStandardRows}. */
export function standardTexts(): readonly string[] {
  return (verified ??= verifyStandardRows(TextDecoder));
}

/**
 * The texts of {@link STANDARD_ROWS} by a decoder, only if they are right to the last cell.
 *
 * @throws {@link NewsdumpError} with code `unavailable-encoding` when the decoder knows no such encodings or reads them wrong
 */
export function verifyStandardRows(decoder: Decoder): readonly string[] {
  let found: ReturnType<typeof readStandardRows> | null = null;
  try {
    found = readStandardRows(decoder);
  } catch {
    // The decoder knows UTF-8 only, as in builds without ICU.
  }
  if (found === null || found.checksum !== ROWS_CHECKSUM) {
    throw new NewsdumpError(
      "unavailable-encoding",
      `East Asian encodings need a TextDecoder for ${[...new Set(Object.values(LABELS))].join(", ")}; this runtime's is ${found === null ? "missing" : "wrong"}`,
    );
  }
  return found.texts;
}
