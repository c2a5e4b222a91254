// Writes src/text/character-references.generated.ts: the named character references of HTML
// (https://html.spec.whatwg.org/multipage/named-characters.html) that the package `he` decodes, packed for pages.
//   node test/tools/text/character-references.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import he from "he";

/** `he` keeps its table to itself: `var decodeMap = {'aacute':'\\xE1',…};`. Only the names are read; `he` decodes them. */
const TABLE = /var decodeMap = \{(.*?)\};/;
const NAME = /'([A-Za-z0-9]+)':/g;
const BASE = 36;

/** Names by what they stand for, in order of code points. */
function namesByText() {
  const source = readFileSync(createRequire(import.meta.url).resolve("he"), "utf8");
  const table = TABLE.exec(source)?.[1];
  if (table === undefined) throw new Error("he holds no table that is known");
  const groups = new Map();
  for (const [, name] of table.matchAll(NAME)) {
    const codes = [...he.decode(`&${name};`)].map((character) => character.codePointAt(0));
    const key = codes.map((code) => String(code).padStart(7, "0")).join(" ");
    groups.set(key, { codes, names: [...(groups.get(key)?.names ?? []), name] });
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function pack() {
  let before = 0;
  return namesByText()
    .map(({ codes: [first, ...rest], names }) => {
      const step = first - before;
      before = first;
      const head = [step, ...rest].map((code) => code.toString(BASE)).join(".");
      return head === "1" ? names.join(" ") : `${head},${names.join(" ")}`;
    })
    .join(";");
}

/** The file's text, so that a test can compare it. */
export function generate() {
  return `// Written by test/tools/text/character-references.mjs; do not edit. The names and characters are those of the HTML
// standard (WHATWG, CC BY 4.0), as the package he holds them.

/**
 * What stands for one text: names by blanks, behind a comma; before it, in base 36, how far the first code point is from the
 * one before, and the other code points by points. Where that says 1, it and the comma are left out.
 */
export const PACKED_REFERENCES: string =
  "${pack()}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("../../../src/text/character-references.generated.ts", import.meta.url), generate());
