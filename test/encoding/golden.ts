import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What the file of that name in `goldens` holds; UPDATE_GOLDENS=1 writes it anew. */
export function goldenOf(name: string, result: unknown): unknown {
  const file = new URL(`goldens/${name}.json`, import.meta.url);
  if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : `${name} has no golden; UPDATE_GOLDENS=1 writes it`;
}

/** A short number for many: FNV-1a over the values, each as a whole number. */
export function checksum(values: Iterable<number>): string {
  let hash = 0x811c9dc5;
  for (const value of values) hash = Math.imul(hash ^ Math.round(value), 0x01000193);
  return (hash >>> 0).toString(16);
}
