import { LOW_LETTERS, UPPER_HALVES } from "./single-byte.generated.ts";

/** Bytes turned to text at once: enough to be fast, few enough for `String.fromCharCode`. */
const BLOCK = 8192;

const tables = new Map<string, Uint16Array>();

/** Whether an encoding is one of the single-byte ones whose tables stand here. */
export function hasOwnTable(encoding: string): boolean {
  return Object.hasOwn(UPPER_HALVES, encoding);
}

/** Names of the encodings whose tables stand here. */
export function ownTableNames(): string[] {
  return Object.keys(UPPER_HALVES);
}

function codeUnits(encoding: string): Uint16Array {
  let table = tables.get(encoding);
  if (table !== undefined) return table;
  table = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  const upper = UPPER_HALVES[encoding] ?? "";
  for (let index = 0; index < upper.length; index++) table[128 + index] = upper.charCodeAt(index);
  for (const [byte, letter] of Object.entries(LOW_LETTERS[encoding] ?? {})) table[Number(byte)] = letter.charCodeAt(0);
  tables.set(encoding, table);
  return table;
}

/** Text of bytes in an encoding that {@link hasOwnTable}; empty cells become U+FFFD. */
export function decodeSingleByte(bytes: Uint8Array, encoding: string): string {
  const table = codeUnits(encoding);
  const block = new Uint16Array(Math.min(BLOCK, bytes.length));
  let text = "";
  for (let start = 0; start < bytes.length; start += BLOCK) {
    const length = Math.min(BLOCK, bytes.length - start);
    for (let index = 0; index < length; index++) block[index] = table[bytes[start + index]!]!;
    // `apply` takes any array-like of numbers; its declaration knows arrays only.
    text += String.fromCharCode.apply(null, block.subarray(0, length) as unknown as number[]);
  }
  return text;
}
