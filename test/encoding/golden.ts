import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** Compares a value with the file of that name in `goldens`, which UPDATE_GOLDENS=1 writes anew. */
export function expectGolden(name: string, value: unknown): void {
  const file = new URL(`goldens/${name}.json`, import.meta.url);
  const result = JSON.parse(JSON.stringify(value)) as unknown;
  if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  expect(existsSync(file), `${name} has no golden; UPDATE_GOLDENS=1 writes it`).toBe(true);
  expect(result).toEqual(JSON.parse(readFileSync(file, "utf8")));
}

/** A short number for many: FNV-1a over the values, each as a whole number. */
export function checksum(values: Iterable<number>): string {
  let hash = 0x811c9dc5;
  for (const value of values) hash = Math.imul(hash ^ Math.round(value), 0x01000193);
  return (hash >>> 0).toString(16);
}
