import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "./consumer.ts";

/** Most bytes that an entry may weigh in a page: bundled with what it needs, minified and gzipped. */
const BOUNDS: Readonly<Record<string, number>> = {
  newsdump: 545_000,
  "newsdump/encoding": 118_000,
  "newsdump/language": 336_000,
  "newsdump/schema": 31_000,
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
    // The figures in docs/guide/encodings.md and language.md are these.
    console.log(`${entry}: ${length} bytes`);
    expect(length).toBeLessThan(bound);
  });
});
