import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder with these files that is gone when the test is over. */
export async function createFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "newsdump-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A dump of so many records. */
export function dumpOf(records: number, word = "Rain"): string {
  return Array.from(
    { length: records },
    (_, index) =>
      ` date 2025-11-${String((index % 28) + 1).padStart(2, "0")} ${word} number ${index} fell on the city all day, and the river rose by half a metre.\n\n`,
  ).join("");
}
