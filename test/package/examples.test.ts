import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { createExample, seed, tool, type Consumer } from "./consumer.ts";

const ARTICLE = "2025-11-11 ru Диалог России и США по нормализации отношений зашел в тупик";
const COUNTS = "1 of 1 records";
const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

let example: Consumer | null = null;
afterEach(() => example?.remove());

const ANSWER = { lines: [ARTICLE, COUNTS], status: 0 };

/** The last lines of what was printed; with what went wrong, if anything did. */
function answerOf({ status, stdout, stderr }: ReturnType<Consumer["run"]>): object {
  return { lines: stdout.trimEnd().split("\n").slice(-2), status, ...(status === 0 ? {} : { stderr }) };
}

describe("the projects in docs/examples run with the packed library", () => {
  it("esm", () => {
    example = createExample("esm");
    expect(answerOf(example.run("npm", "start", "--silent", "--", seed))).toEqual(ANSWER);
  });

  it("cjs", () => {
    example = createExample("cjs");
    expect(answerOf(example.run("npm", "start", "--silent", "--", seed))).toEqual(ANSWER);
  });

  it("typescript", () => {
    example = createExample("typescript");
    expect(answerOf(example.run("npm", "start", "--silent", "--", seed))).toEqual(ANSWER);
  });

  it("bun", () => {
    example = createExample("bun", ["@oven/bun-linux-x64@1"]);
    expect(answerOf(example.run(example.path("node_modules/@oven/bun-linux-x64/bin/bun"), "run", "main.ts", seed))).toEqual(ANSWER);
  });

  it("deno", () => {
    example = createExample("deno", ["@deno/linux-x64-glibc@2"]);
    const deno = example.path("node_modules/@deno/linux-x64-glibc/deno");
    expect(answerOf(example.run(deno, "run", "--no-prompt", "--allow-read", "main.ts", seed))).toEqual(ANSWER);
  });

  it("browser", async ({ skip }) => {
    example = createExample("browser");
    const { status } = example.run(tool("esbuild"), "main.js", "--bundle", "--minify", "--format=iife", "--outfile=page.js");
    expect(status).toBe(0);
    skip(!existsSync(CHROMIUM), `there is no ${CHROMIUM}`);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(example.path(), "index.html")).href);
    await page.locator("#file").setInputFiles(seed);
    await expect.poll(() => page.locator("#report").textContent(), { timeout: 60_000 }).toBe(COUNTS);
    expect(await page.locator("#articles li").allTextContents()).toEqual([ARTICLE]);
    await browser.close();
  });
});
