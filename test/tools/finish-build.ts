// What the bundler cannot do, at the end of `npm run build`: constants that are constants, the language model's rows as
// the command reads them, and the licences of the packages that stand in the command's own files.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodedRows, type DecodedRows } from "../../src/fields/language/model.ts";
import { MODEL_GROUPS } from "../../src/fields/language/model.generated.ts";
import { packRows } from "../../src/node/decoded-rows.ts";
import { constBindings } from "./const-bindings.mjs";

const DIST = "dist";
/** Packages that the build puts into the command's files, see `noExternal` in `package.json`, and their licences. */
const BUNDLED = [
  ["chardet", "LICENSE"],
  ["he", "LICENSE-MIT.txt"],
] as const;

for (const entry of readdirSync(DIST).filter((name) => /\.c?js$/.test(name))) {
  const path = join(DIST, entry);
  writeFileSync(path, constBindings(readFileSync(path, "utf8")));
}

const groups = MODEL_GROUPS.map(({ script }) => [script, decodedRows(script)] as const).filter(
  (group): group is readonly [number, DecodedRows] => group[1] !== null,
);
writeFileSync(join(DIST, "language-rows.bin"), packRows(groups));

for (const [name, file] of BUNDLED) {
  const folder = join("node_modules", name);
  const licence = readFileSync(join(folder, file), "utf8").trim().replaceAll("*/", "* /");
  const holders = readdirSync(DIST)
    .filter((entry) => entry.endsWith(".js"))
    .map((entry) => join(DIST, entry))
    .filter((path) => readFileSync(path, "utf8").includes(`node_modules/${name}/`));
  if (holders.length === 0) throw new Error(`no file holds ${name}`);
  for (const path of holders) {
    const text = readFileSync(path, "utf8").replaceAll(`node_modules/${name}/`, `${name}/`); // no place of this machine
    writeFileSync(path, `${text}\n/*! Holds ${name}:\n\n${licence}\n*/\n`);
  }
}
