import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSite, ROOT, type Site } from "./site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Pictures of the last run, to look at. */
const PICTURES = join(ROOT, "node_modules/.cache/newsdump-pictures");

const PAGES = {
  home: "/index.html",
  guide: "/documents/Getting_started.html",
  article: "/documents/The_article_and_its_provenance.html",
  api: "/modules/newsdump.html",
  function: "/functions/newsdump.parseDump.html",
  playground: "/playground/index.html",
} as const;
const WIDTHS = [1280, 390] as const;
/** CSS pixels; a word of eight letters in the size of a phone's tables. */
const NARROWEST_CELL = 64;
const SCHEMES = ["light", "dark"] as const;

let site: Site;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  site = await openSite();
});
afterAll(() => site.close());

const cases = Object.entries(PAGES).flatMap(([name, path]) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ name, path, width, scheme }))),
);

describe("pages", () => {
  test.for(cases)("$name, $width px, $scheme", async ({ name, path, width, scheme }) => {
    const { page, complaints } = await site.visit(path, { viewport: { width, height: 900 }, colorScheme: scheme });
    if (name === "playground") await page.getByText(/^Parsed/).waitFor();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(PICTURES, `${name}-${width}-${scheme}.png`), fullPage: name === "playground" });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest, "the page is wider than the screen").toBeLessThanOrEqual(width);
    const narrowest = await page.evaluate(() =>
      Math.min(...[...document.querySelectorAll(".tsd-typography :is(th, td)")].map((cell) => cell.getBoundingClientRect().width)),
    );
    expect(narrowest, "a table's cell is too narrow for a word").toBeGreaterThanOrEqual(NARROWEST_CELL);
    expect(await findViolations(page)).toEqual([]);
    await page.context().close();
    expect(complaints).toEqual([]);
  });
});

/** Serious and critical findings of axe-core, with what they are about. */
async function findViolations(page: Page): Promise<string[]> {
  // Not by a script element: the playground's policy forbids inline scripts.
  await page.evaluate(axe);
  const results = await page.evaluate(async () => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe("the site's search", () => {
  test("finds pages of the guide and names of the API", async () => {
    const { page, complaints } = await site.visit(PAGES.home);
    for (const [word, found] of [
      ["ledger", /Noise/],
      ["parseDump", /parseDump/],
    ] as const) {
      await page.keyboard.press("Escape");
      await page.locator("#tsd-search-trigger").click();
      await page.locator("#tsd-search-input").fill(word);
      await page.locator("#tsd-search-results").getByText(found).first().waitFor();
    }
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  test("pages link to the playground from every depth", async () => {
    const { page } = await site.visit(PAGES.function, { viewport: { width: 1280, height: 900 } });
    await page.getByRole("link", { name: "Playground" }).first().click();
    await expect.poll(() => page.locator("h1").textContent()).toBe("Playground");
    await page.context().close();
  });
});
