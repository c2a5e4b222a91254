import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What belongs to an output while it is written. It is hidden, so that a folder that is read as well does not show it. */
export function pathBeside(output: string, kind: "part" | "checkpoint" | "lock"): string {
  return join(dirname(output), `.${basename(output)}.newsdump-${kind}`);
}

/** Files that are being written and do not have their final name yet. */
const open = new Set<string>();

export function addTemporaryFile(path: string): void {
  open.add(path);
}

/** To be called when the file is renamed or gone. */
export function forgetTemporaryFile(path: string): void {
  open.delete(path);
}

/** Removes what an interrupted command would leave behind. */
export function removeTemporaryFiles(): void {
  for (const path of open) rmSync(path, { force: true });
  open.clear();
}
