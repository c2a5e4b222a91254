/**
 * Makes `src/encoding/single-byte.generated.ts`: the upper halves of single-byte encodings. The cells are those of
 * the WHATWG indexes (https://encoding.spec.whatwg.org/#indexes, CC0, as `@exodus/bytes` holds them); for encodings
 * that the standard does not have, of Python's codecs (made from the mapping files of unicode.org) and, where
 * Python has none, of glibc's iconv; `--check` compares with what is there instead of writing.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { createMixedReader } from "../../../src/encoding/mixed-bits.ts";
import { codeCells, createCells } from "../../../src/encoding/table-model.ts";
import { createMixedWriter } from "./mixed-writer.ts";

const OUTPUT = join("src", "encoding", "single-byte.generated.ts");
const REPLACEMENT = "\uFFFD";
const UPPER_HALF = 128;
/** Encodings of the standard; iso-8859-8-i differs from iso-8859-8 in direction only. */
const STANDARD =
  "windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u ibm866 macintosh x-mac-cyrillic".split(
    " ",
  );
/** Our name: Python's codec. */
const PYTHON = {
  ibm437: "cp437",
  ibm720: "cp720",
  ibm737: "cp737",
  ibm775: "cp775",
  ibm850: "cp850",
  ibm852: "cp852",
  ibm855: "cp855",
  ibm857: "cp857",
  ibm858: "cp858",
  ibm860: "cp860",
  ibm861: "cp861",
  ibm862: "cp862",
  ibm863: "cp863",
  ibm864: "cp864",
  ibm865: "cp865",
  ibm869: "cp869",
  cp1125: "cp1125",
  kz1048: "kz1048",
  ptcp154: "ptcp154",
  "koi8-t": "koi8_t",
  "mac-latin2": "mac_latin2",
  "mac-croatian": "mac_croatian",
  "mac-romanian": "mac_romanian",
  "mac-turkish": "mac_turkish",
  "mac-icelandic": "mac_iceland",
  "mac-greek": "mac_greek",
};
/** Our name: glibc's charset. */
const ICONV = { tcvn: "TCVN5712-1", viscii: "VISCII", "armscii-8": "ARMSCII-8", "georgian-ps": "GEORGIAN-PS" };

const PYTHON_SCRIPT = `
import sys
for name in sys.argv[1:]:
    row = [bytes([b]).decode(name, "replace") for b in range(128, 256)]
    print(" ".join("%x" % ord(c) for c in row))
`;

function pythonTables(names: readonly string[]): string[][] {
  const lines = execFileSync("python3", ["-c", PYTHON_SCRIPT, ...names], { encoding: "utf8" })
    .trim()
    .split("\n");
  return lines.map((line) => line.split(" ").map((hex) => String.fromCodePoint(parseInt(hex, 16))));
}

function iconvTable(charset: string): string[] {
  const cells: string[] = [];
  for (let byte = 0; byte < 256; byte++) {
    try {
      // A letter follows, because TCVN joins combining marks with the letter before.
      const out = execFileSync("iconv", ["-f", charset, "-t", "UTF-16LE"], {
        input: Buffer.from([byte, 0x2e]),
        stdio: ["pipe", "pipe", "ignore"],
      });
      const text = out.toString("utf16le").slice(0, -1);
      cells.push([...text].length === 1 ? text : "\uFFFD");
    } catch {
      cells.push("\uFFFD");
    }
  }
  return cells;
}

/** Characters of the upper halves by name; iso-8859-8-i is not among them. */
const tables: [name: string, cells: readonly string[]][] = STANDARD.map((name) => {
  const upper = Uint8Array.from({ length: UPPER_HALF }, (_, index) => UPPER_HALF + index);
  return [name, [...new TextDecoder(name).decode(upper)]];
});
pythonTables(Object.values(PYTHON)).forEach((cells, at) => tables.push([Object.keys(PYTHON)[at]!, cells]));
let control = "";
for (const [name, charset] of Object.entries(ICONV)) {
  const cells = iconvTable(charset);
  tables.push([name, cells.slice(UPPER_HALF)]);
  // Vietnamese sets put letters in place of some control characters as well.
  const moved = cells
    .slice(0, 32)
    .flatMap((cell, byte) => (cell === String.fromCharCode(byte) || cell === REPLACEMENT ? [] : [[byte, cell]]));
  if (moved.length > 0) control += `  ${JSON.stringify(name)}: ${JSON.stringify(Object.fromEntries(moved))},\n`;
}

const cells = createCells(tables.length * UPPER_HALF, UPPER_HALF);
tables.forEach(([name, characters], table) => {
  if (characters.length !== UPPER_HALF) throw new Error(`${name} has ${characters.length} cells`);
  characters.forEach((character, index) => {
    cells.units[table * UPPER_HALF + index] = character === REPLACEMENT ? 0 : character.charCodeAt(0);
  });
});
const { coder, finish } = createMixedWriter();
codeCells(coder, cells, []);
const packed = finish();
const made = createCells(tables.length * UPPER_HALF, UPPER_HALF);
codeCells(createMixedReader(packed), made, []);
made.units.forEach((unit, at) => {
  if (unit !== cells.units[at]) throw new Error(`cell ${at} is read wrong`);
});
console.log(`${tables.length} tables: ${(packed.length * 0.75) | 0} bytes`);

const text = `// Written by test/tools/encoding/single-byte.ts; never edited. Cells as in the WHATWG indexes
// (https://encoding.spec.whatwg.org/#indexes, CC0); outside the standard as in Python's codecs (after the mapping
// files of unicode.org) and, for Vietnamese, Armenian and Georgian, glibc's iconv.

/** Names of the encodings, in the order of their cells. */
export const SINGLE_BYTE_NAMES =
  "${tables.map(([name]) => name).join(" ")}";

/** Code units of the bytes 0x80…0xFF of each, as \`table-model.ts\` reads them; 0 where a cell is empty. */
export const PACKED_UPPER_HALVES =
  "${packed}";

/** Letters that stand on control characters below 0x20. */
export const LOW_LETTERS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
${control}};
`;
if (process.argv.includes("--check")) {
  if (readFileSync(OUTPUT, "utf8") !== text) throw new Error(`${OUTPUT} is not what the generator writes; run it without --check`);
  console.log(`${OUTPUT}: unchanged`);
} else {
  writeFileSync(OUTPUT, text);
  console.log(`${OUTPUT}: ${text.length} characters`);
}
