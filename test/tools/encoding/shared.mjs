// Where the data that is not part of the repository lives, and how the generators write their output.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Folder of the shared data: NEWSDUMP_SHARED, or `../shared` beside the repository. */
const SHARED = resolve(ROOT, process.env.NEWSDUMP_SHARED ?? "../shared");

export function sharedFile(path) {
  const file = join(SHARED, "data", path);
  if (!existsSync(file)) throw new Error(`missing ${file}: set NEWSDUMP_SHARED to the folder that holds data/`);
  return file;
}

/** Writes `text` to a file of the repository, or with `--check` compares and fails when it differs. */
export function emit(path, text) {
  const file = join(ROOT, path);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
    console.log(`${path}: ${text.length} characters`);
    return;
  }
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error(`${path} is not what the generator writes; run it without --check`);
    process.exitCode = 1;
    return;
  }
  console.log(`${path}: unchanged`);
}
