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

function expectAnswer({ status, stdout, stderr }: ReturnType<Consumer["run"]>): void {
  expect(stdout.trimEnd().split("\n").slice(-2), stderr).toEqual([ARTICLE, COUNTS]);
  expect(status).toBe(0);
}

describe("the projects in docs/examples run with the packed library", () => {
  it("esm", () => {
    example = createExample("esm");
    expectAnswer(example.run("npm", "start", "--silent", "--", seed));
  });

  it("cjs", () => {
    example = createExample("cjs");
    expectAnswer(example.run("npm", "start", "--silent", "--", seed));
  });

  it("typescript", () => {
    example = createExample("typescript");
    expectAnswer(example.run("npm", "start", "--silent", "--", seed));
  });

  it("bun", () => {
    example = createExample("bun", ["@oven/bun-linux-x64@1"]);
    expectAnswer(example.run(example.path("node_modules/@oven/bun-linux-x64/bin/bun"), "run", "main.ts", seed));
  });

  it("deno", () => {
    example = createExample("deno", ["@deno/linux-x64-glibc@2"]);
    const deno = example.path("node_modules/@deno/linux-x64-glibc/deno");
    expectAnswer(example.run(deno, "run", "--no-prompt", "--allow-read", "main.ts", seed));
  });

  it("browser", async ({ skip }) => {
    example = createExample("browser");
    const { status, stderr } = example.run(tool("esbuild"), "main.js", "--bundle", "--minify", "--format=iife", "--outfile=page.js");
    expect(status, stderr).toBe(0);
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
