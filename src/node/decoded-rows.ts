import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { useDecodedRows, type DecodedRows, type RowSource } from "../fields/language/model.ts";

// The file: a line of JSON with a list of `[script, rows, entries]`, filled up with blanks to HEAD_BYTES; then for each
// of them where its rows end, as 32-bit numbers, and its entries, as 16-bit numbers, all in the order of this machine.
const HEAD_BYTES = 512;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Takes the decoded rows from the file that the build puts beside the module of that address, if it is there. */
export function useRowsBeside(url: string): void {
  useDecodedRows(createRowSource(fileURLToPath(new URL("./language-rows.bin", url))));
}

/** Reads the decoded rows of the language model from a file that {@link packRows} made, as far as it is there. */
export function createRowSource(path: string): RowSource {
  return (script) => {
    if (!IS_LITTLE_ENDIAN || !existsSync(path)) return null;
    const file = openSync(path, "r");
    try {
      return findRows(file, script);
    } finally {
      closeSync(file);
    }
  };
}

function findRows(file: number, script: number): DecodedRows | null {
  const head = Buffer.alloc(HEAD_BYTES);
  readSync(file, head, 0, HEAD_BYTES, 0);
  let place = HEAD_BYTES;
  for (const [number, rows, entries] of JSON.parse(head.toString()) as [number, number, number][]) {
    if (number === script) return readRows(file, place, rows, entries);
    place += rows * 4 + entries * 2;
  }
  return null;
}

function readRows(file: number, place: number, rows: number, entries: number): DecodedRows | null {
  const found = { ends: new Uint32Array(rows), entries: new Uint16Array(entries) };
  const isWhole =
    readSync(file, found.ends, 0, rows * 4, place) === rows * 4 &&
    readSync(file, found.entries, 0, entries * 2, place + rows * 4) === entries * 2;
  return isWhole ? found : null;
}

/** The bytes of such a file. */
export function packRows(groups: readonly (readonly [script: number, rows: DecodedRows])[]): Uint8Array {
  const index = groups.map(([script, { ends, entries }]) => [script, ends.length, entries.length]);
  const head = new TextEncoder().encode(JSON.stringify(index).padEnd(HEAD_BYTES));
  const parts = groups.flatMap(([, { ends, entries }]) => [new Uint8Array(ends.buffer), new Uint8Array(entries.buffer)]);
  const bytes = new Uint8Array(head.length + parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of [head, ...parts]) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}
