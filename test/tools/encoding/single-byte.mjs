// Writes src/encoding/single-byte.generated.ts: the upper halves of single-byte encodings. The cells are those of
// the WHATWG indexes (https://encoding.spec.whatwg.org/#indexes, CC0, as @exodus/bytes holds them); for encodings
// that the standard does not have, of Python's codecs (made from the mapping files of unicode.org) and, where
// Python has none, of glibc's iconv.
// Run: node test/tools/encoding/single-byte.mjs [--check]
import { execFileSync } from "node:child_process";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { emit } from "./shared.mjs";

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

function pythonTables(names) {
  const lines = execFileSync("python3", ["-c", PYTHON_SCRIPT, ...names], { encoding: "utf8" })
    .trim()
    .split("\n");
  return lines.map((line) => line.split(" ").map((hex) => String.fromCodePoint(parseInt(hex, 16))));
}

function iconvTable(charset) {
  const cells = [];
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

const quote = (cells) =>
  JSON.stringify(cells.join("")).replace(
    /[\u0300-\u036f\u0590-\u07ff\u0080-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\ufb00-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

let tables = "";
for (const name of STANDARD) {
  const text = new TextDecoder(name).decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index));
  tables += `  ${JSON.stringify(name)}:\n    ${quote([...text])},\n`;
}
pythonTables(Object.values(PYTHON)).forEach((cells, at) => {
  tables += `  ${JSON.stringify(Object.keys(PYTHON)[at])}:\n    ${quote(cells)},\n`;
});
let control = "";
for (const [name, charset] of Object.entries(ICONV)) {
  const cells = iconvTable(charset);
  tables += `  ${JSON.stringify(name)}:\n    ${quote(cells.slice(128))},\n`;
  // Vietnamese sets put letters in place of some control characters as well.
  const moved = cells.slice(0, 32).flatMap((cell, byte) => (cell === String.fromCharCode(byte) || cell === "\uFFFD" ? [] : [[byte, cell]]));
  if (moved.length > 0) control += `  ${JSON.stringify(name)}: ${JSON.stringify(Object.fromEntries(moved))},\n`;
}

emit(
  "src/encoding/single-byte.generated.ts",
  `// Written by test/tools/encoding/single-byte.mjs; never edited. Cells as in the WHATWG indexes
// (https://encoding.spec.whatwg.org/#indexes, CC0); outside the standard as in Python's codecs (after the mapping
// files of unicode.org) and, for Vietnamese, Armenian and Georgian, glibc's iconv.

/** Characters of the bytes 0x80…0xFF; U+FFFD where a cell is empty. */
export const UPPER_HALVES: Readonly<Record<string, string>> = {
${tables}};

/** Letters that stand on control characters below 0x20. */
export const LOW_LETTERS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
${control}};
`,
);
