import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ParseOptions } from "../../src/index.ts";

/** An input that once broke a promise. */
export interface Finding {
  /** The promise it broke. */
  promise: string;
  /** What was found, in the words of the check. */
  message: string;
  options: ParseOptions;
  bytes: Uint8Array;
}

export const CORPUS_FOLDER = "test/fuzz/corpus";

/** Everything the fuzzer ever found. */
export function readCorpus(folder = CORPUS_FOLDER): { name: string; finding: Finding }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const stored = JSON.parse(readFileSync(join(folder, name), "utf8")) as Omit<Finding, "bytes"> & { bytes: string }; // written below
      return { name, finding: { ...stored, bytes: new Uint8Array(Buffer.from(stored.bytes, "base64")) } };
    });
}

/** Saves a finding under a name that says what it broke. */
export function saveFinding({ promise, message, options, bytes }: Finding, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const base64 = Buffer.from(bytes).toString("base64");
  const name = `${promise}-${createHash("sha256").update(base64).digest("hex").slice(0, 8)}.json`;
  const path = join(folder, name);
  writeFileSync(path, `${JSON.stringify({ promise, message: message.slice(0, 500), options, bytes: base64 }, null, 2)}\n`);
  return path;
}
