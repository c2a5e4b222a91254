// Writes src/encoding/euc-tw.generated.ts: planes 1 and 2 of CNS 11643 have the characters of Big5 in nearly
// the same order, so a short list of runs says where each stretch of EUC-TW cells lies in Big5. The cells are
// those of glibc's iconv, the Big5 pointers those of the WHATWG index.
// Run: node test/tools/encoding/euc-tw.mjs [--check]
import { execFileSync } from "node:child_process";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { emit } from "./shared.mjs";

const CELLS = 94;
const SEPARATOR = 0x0a;
/** A shift that leads to no pointer: from that cell on there are no characters. */
const NOWHERE = -CELLS * CELLS;
/** Cells of a plane behind which it has no characters. */
const PLANE_CELLS = { 1: 8836, 2: 7650 };

/** The characters of a plane by cell number, in one run of iconv: a line for each cell, bad ones left out. */
function readPlane(plane) {
  const prefix = plane === 1 ? [] : [0x8e, 0xa0 + plane];
  const lines = [];
  for (let row = 0; row < CELLS; row++) {
    for (let cell = 0; cell < CELLS; cell++) lines.push(...prefix, 0xa1 + row, 0xa1 + cell, SEPARATOR);
  }
  const text = execFileSync("iconv", ["-c", "-f", "EUC-TW", "-t", "UTF-8"], {
    input: Buffer.from(lines),
    maxBuffer: 1 << 26,
    stdio: ["pipe", "pipe", "ignore"],
  }).toString("utf8");
  return text.split("\n").slice(0, PLANE_CELLS[plane]);
}

const decoder = new TextDecoder("big5");
const pointers = new Map();
for (let lead = 0xa1; lead <= 0xf9; lead++) {
  for (let index = 0; index < 157; index++) {
    const character = decoder.decode(new Uint8Array([lead, index < 63 ? 0x40 + index : 0x62 + index]));
    if ([...character].length === 1 && !pointers.has(character)) pointers.set(character, (lead - 0xa1) * 157 + index);
  }
}

function describePlane(plane) {
  const runs = [];
  const others = [];
  let before = NOWHERE;
  readPlane(plane).forEach((character, at) => {
    if (character === "") {
      if (before !== NOWHERE) runs.push(`${at}:${NOWHERE}`);
      before = NOWHERE;
      return;
    }
    const pointer = pointers.get(character);
    if (pointer === undefined) others.push([at, character]);
    else if (pointer - at !== before) {
      before = pointer - at;
      runs.push(`${at}:${before}`);
    }
  });
  if (before !== NOWHERE) runs.push(`${PLANE_CELLS[plane]}:${NOWHERE}`);
  return { runs: runs.join(" "), others: others.map(([at, character]) => `${at}:${character.codePointAt(0).toString(16)}`).join(" ") };
}

const planes = [1, 2].map(describePlane);
emit(
  "src/encoding/euc-tw.generated.ts",
  `// Written by test/tools/encoding/euc-tw.mjs; never edited. Cells as in glibc's iconv.

/** For planes 1 and 2: \`cell:shift\`, from that cell on its Big5 pointer is the cell plus the shift. */
export const PLANE_RUNS: readonly string[] = [
${planes.map(({ runs }) => `  "${runs}",\n`).join("")}];

/** For planes 1 and 2: \`cell:code point\` of characters that Big5 has not. */
export const PLANE_OTHERS: readonly string[] = [
${planes.map(({ others }) => `  "${others}",\n`).join("")}];
`,
);
