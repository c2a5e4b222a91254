import { rmSync } from "node:fs";

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
