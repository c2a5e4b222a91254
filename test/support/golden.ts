import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What an editor does not show, or shows as a blank. */
const INVISIBLE = /[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * What a file, or its part of that name, holds as the golden of a result; `undefined` where there is none.
 * UPDATE_GOLDENS=1 writes it anew.
 */
export function goldenOf(file: URL, result: unknown, name?: string): unknown {
  let golden: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  if (process.env["UPDATE_GOLDENS"] === "1") {
    golden = JSON.parse(JSON.stringify(name === undefined ? result : { ...(golden as object), [name]: result }));
    const text = JSON.stringify(golden, null, 2).replaceAll(INVISIBLE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
    writeFileSync(file, `${text}\n`);
  }
  return name === undefined ? golden : (golden as Record<string, unknown> | undefined)?.[name];
}

/** A short number for many: FNV-1a over the values, each as a whole number. */
export function checksum(values: Iterable<number>): string {
  let hash = 0x811c9dc5;
  for (const value of values) hash = Math.imul(hash ^ Math.round(value), 0x01000193);
  return (hash >>> 0).toString(16);
}
