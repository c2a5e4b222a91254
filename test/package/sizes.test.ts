import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsumer, root, type Consumer } from "./consumer.ts";

/** Most bytes that an entry may weigh in a page: bundled with what it needs, minified and gzipped. */
const BOUNDS: Readonly<Record<string, number>> = {
  newsdump: 607_000,
  "newsdump/encoding": 88_000,
  "newsdump/language": 336_000,
  "newsdump/schema": 12_500,
};

let consumer: Consumer;
beforeAll(() => {
  consumer = createConsumer("browser");
});
afterAll(() => consumer.remove());

describe("the size of an entry with all its names", () => {
  it.each(Object.entries(BOUNDS))("%s stays below %d bytes", async (entry, bound) => {
    const { outputFiles } = await build({
      stdin: { contents: `export * from "${entry}";`, resolveDir: consumer.path() },
      bundle: true,
      write: false,
      minify: true,
      platform: "browser",
      format: "esm",
      target: "es2022",
      charset: "utf8",
      logLevel: "silent",
    });
    const { length } = gzipSync(outputFiles[0]!.contents, { level: 9 });
    console.log(`${entry}: ${length} bytes`);
    expect(length).toBeLessThan(bound);
    expect(Math.abs(documented(`\`${entry}\``) - length / 1000)).toBeLessThan(TOLERANCE_KB);
  });
});

/** Parts of the entry for encodings: modules that weigh most. */
const PARTS: Readonly<Record<string, string>> = {
  "East Asian tables": "src/encoding/tables.generated.ts",
  "Single-byte tables": "src/encoding/single-byte.generated.ts",
  "Detection model": "src/encoding/model.generated.ts",
  chardet: "node_modules/chardet/lib/index.js",
};
const TOLERANCE_KB = 3;

describe("what weighs what in newsdump/encoding, as the guide says", () => {
  it.each(Object.entries(PARTS))("%s", async (name, path) => {
    const { outputFiles } = await build({
      entryPoints: [join(root, path)],
      bundle: true,
      write: false,
      minify: true,
      platform: "browser",
      format: "esm",
      target: "es2022",
      logLevel: "silent",
    });
    const { length } = gzipSync(outputFiles[0]!.contents, { level: 9 });
    console.log(`${name}: ${length} bytes`);
    expect(Math.abs(documented(name) - length / 1000)).toBeLessThan(TOLERANCE_KB / 2);
  });
});

/** The figure behind a name in the tables of docs/guide/encodings.md. */
function documented(name: string): number {
  const page = readFileSync(join(root, "docs", "guide", "encodings.md"), "utf8");
  const row = page.split("\n").find((line) => line.startsWith(`| ${name} | `));
  return Number(row?.split(" | ")[1]?.replace(/ \|$/, "") ?? Number.NaN);
}
