import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as NodeEntry from "../../src/node/index.ts";
import { openDump as openFromSource } from "../../src/node/index.ts";
import type { DumpResult } from "../../src/result.ts";
import { buildCommand } from "../support/built.ts";
import { createFolder, dumpOf } from "./temporary-folder.ts";

let entry: typeof NodeEntry;
let built = "";
beforeAll(async () => {
  ({ folder: built } = await buildCommand("newsdump-workers"));
  entry = (await import(pathToFileURL(resolve(built, "node.js")).href)) as typeof NodeEntry; // what was built
}, 60_000);
afterAll(() => rm(built, { recursive: true, force: true }));

interface Everything {
  readonly results: string[];
  readonly report: string;
  readonly files: unknown;
}

async function readAll(input: string | string[], options: NodeEntry.OpenOptions): Promise<Everything> {
  const dump = entry.openDump(input, options);
  const results: string[] = [];
  for await (const result of dump) results.push(JSON.stringify(result));
  return { results, report: JSON.stringify(dump.report), files: dump.files };
}

/** Several MB: divided, when that is what files of this size are. */
function longDump(): string {
  const filler = `${"The water fell again, and the mayor went home to read the paper. ".repeat(60)}\n\n`;
  return dumpOf(60).replaceAll("\n\n", `\n\n${filler.repeat(40)}`);
}

describe("workers", () => {
  test("one, two and four give what the iterating thread gives, in order", { timeout: 240_000 }, async () => {
    const folder = await createFolder({
      "a.txt": longDump(),
      "b.txt.gz": gzipSync(dumpOf(50)),
      "c.bin": Uint8Array.from({ length: 4000 }, (_, index) => index % 7),
      "d.gz": gzipSync(dumpOf(50)).subarray(0, 300),
      "e.txt": Buffer.from(dumpOf(20, "Привет"), "utf16le"),
    });
    const inputs = [folder, join(folder, "none")];
    const options = { languages: false } as const;
    const alone = await readAll(inputs, { ...options, workers: 0 });
    expect(alone.results.length).toBeGreaterThan(150);
    expect(alone.results.some((result) => result.includes("binary-record"))).toBe(true);
    for (const workers of [1, 2, 4]) expect(await readAll(inputs, { ...options, workers })).toEqual(alone);
  });

  test("throw what the iterating thread throws", async () => {
    for (const workers of [0, 2]) {
      await expect(readAll("no/such/file", { workers })).rejects.toMatchObject({ name: "NewsdumpError", code: "unreadable-input" });
    }
    for (const workers of [-1, 1.5, Number.NaN]) {
      expect(() => entry.openDump("x", { workers })).toThrow(expect.objectContaining({ code: "invalid-option" }));
    }
    const extraNoiseRules = [{ name: "own", description: "", takes: [], leaves: [], matches: () => false }];
    expect(() => entry.openDump("x", { workers: 2, extraNoiseRules })).toThrow(/extraNoiseRules of your own cannot be sent/);
    expect(() => entry.openDump("x", { workers: 2, format: "nope" })).toThrow(expect.objectContaining({ code: "unknown-format" }));
  });

  test("end when the iteration is broken off", async () => {
    const folder = await createFolder({ "a.txt": dumpOf(500) });
    const seen: DumpResult[] = [];
    for await (const result of entry.openDump(folder, { workers: 2 })) {
      seen.push(result);
      break;
    }
    expect(seen).toHaveLength(1);
  });

  test("say that their file is missing where the library was bundled without it", async () => {
    const read = async (): Promise<void> => {
      for await (const _ of openFromSource("fixtures/date-header/seed/input.txt", { workers: 1 }));
    };
    await expect(read()).rejects.toThrow(/worker\.js .* is missing/);
  });
});
