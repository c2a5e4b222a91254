import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Folder of the development data: `NEWSDUMP_SHARED`, by default `shared` beside the repository. */
const sharedFolder = resolve(root, process.env["NEWSDUMP_SHARED"] ?? join("..", "shared"));
/** Whether it is there; tests that read it are skipped otherwise. */
export const hasData = existsSync(join(sharedFolder, "data"));

if (!hasData) console.warn(`skipped: no development data at ${sharedFolder}; set NEWSDUMP_SHARED to the folder that holds data/`);

/** Path of a file of the development data. */
export function dataPath(...names: string[]): string {
  return join(sharedFolder, "data", ...names);
}
