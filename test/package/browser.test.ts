import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ParsedDump } from "../../src/index.ts";
import { createConsumer, seed, type Consumer } from "./consumer.ts";

let consumer: Consumer;
beforeAll(() => {
  consumer = createConsumer("browser");
});
afterAll(() => consumer.remove());

describe("a browser bundle", () => {
  it("holds nothing of Node and parses a dump where only the language, text codecs and base64 exist", async () => {
    const { outputFiles, metafile, warnings } = await build({
      entryPoints: [consumer.path("main.js")],
      bundle: true,
      write: false,
      metafile: true,
      platform: "browser",
      format: "iife",
      target: "es2022",
      absWorkingDir: consumer.path(),
      logLevel: "silent",
    });
    expect(warnings).toEqual([]);
    expect(Object.values(metafile.inputs).flatMap((input) => input.imports.filter((imported) => imported.external === true))).toEqual([]);
    const [bundle] = outputFiles;
    expect(bundle?.text).not.toMatch(/["']node:|\brequire\(["']/);

    const context = createContext({ TextDecoder, TextEncoder, atob, bytes: [...readFileSync(seed)] });
    runInContext(bundle?.text ?? "", context);
    const { articles } = JSON.parse(String(context["answer"])) as ParsedDump;
    expect(articles.map((article) => article.date)).toEqual(["2025-11-11"]);
    expect(articles[0]?.paragraphs.length).toBeGreaterThan(5);
  });
});
