import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isMissing } from "../node/missing.ts";
import { describeFileError } from "../node/read-file.ts";
import { CommandError, EXIT } from "./io.ts";

/** Names of a config file, the first that is there counts. */
const NAMES = ["newsdump.config.js", "newsdump.config.mjs", "newsdump.config.cjs", "newsdump.config.json"] as const;
const PACKAGE = "package.json";

/**
 * Finds the config that holds in a folder: in it or in one above it, up to the nearest that has a `package.json`.
 * Nothing is looked for above a package, and nothing but the folder itself where there is none: a config can be code,
 * and code that others left in `/tmp` or in a home is not to be run.
 *
 * @returns the path of a config file, or of a `package.json` with the key `newsdump`
 */
export async function findConfig(folder: string): Promise<string | null> {
  for (const place of await listFolders(folder)) {
    for (const name of NAMES) if (await isFile(join(place, name))) return join(place, name);
    const manifest = join(place, PACKAGE);
    if ((await isFile(manifest)) && (await hasKey(manifest))) return manifest;
  }
  return null;
}

/** The path of a config that was named. */
export async function resolveConfig(path: string, folder: string): Promise<string> {
  const resolved = resolve(folder, path);
  if (!(await isFile(resolved))) throw new CommandError(EXIT.usage, `cannot read the config ${path}: no such file`, false);
  return resolved;
}

export function isManifest(path: string): boolean {
  return basename(path) === PACKAGE;
}

async function listFolders(folder: string): Promise<string[]> {
  const folders: string[] = [];
  for (let place = resolve(folder); ; place = dirname(place)) {
    folders.push(place);
    if (await isFile(join(place, PACKAGE))) return folders;
    if (dirname(place) === place) return folders.slice(0, 1);
  }
}

/** A folder that may not be looked into holds no config for this user; a disk that fails could hold one. */
async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (isMissing(error) || (error as { code?: unknown }).code === "EACCES") return false;
    throw cannotRead(path, error);
  }
}

function cannotRead(path: string, error: unknown): CommandError {
  return new CommandError(EXIT.usage, `cannot read the config ${path}: ${describeFileError(error)}`, false);
}

/** A manifest that is not JSON is npm's to complain about. */
async function hasKey(manifest: string): Promise<boolean> {
  const text = await readFile(manifest, "utf8").catch((error: unknown) => Promise.reject(cannotRead(manifest, error)));
  if (!text.includes('"newsdump"')) return false;
  try {
    return (JSON.parse(text) as { newsdump?: unknown }).newsdump?.constructor === Object; // a dependency's version is a string deeper down
  } catch {
    return false;
  }
}
