import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/index.ts";
import { encode } from "../encoding/encode.ts";
import { openSite, ROOT, type Site, type Visit } from "./site.ts";

const PLAYGROUND = "/playground/index.html";
const EXAMPLES = [
  "date-header/seed",
  "date-header/many-records",
  "date-header/mixed-encodings",
  "key-value/ten-languages",
  "date-header/noise",
  "date-header/mojibake",
  "date-header/invalid-utf-8",
];

let site: Site;
let visits: Visit[] = [];
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
afterEach(async () => {
  const complaints = visits.flatMap((visit) => visit.complaints);
  for (const { page } of visits) await page.context().close();
  visits = [];
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
});

async function open(fragment = ""): Promise<Page> {
  const visit = await site.visit(`${PLAYGROUND}${fragment}`);
  visits.push(visit);
  await visit.page.getByText(/^Parsed/).waitFor();
  return visit.page;
}

/** The articles that the page lets its reader download. */
async function download(page: Page): Promise<Article[]> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download NDJSON" }).click()]);
  const rows = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\n");
  return rows.map((row) => JSON.parse(row) as Article); // what the library wrote
}

/** Drops a file on the page. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, base64]) => {
      const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const held = new DataTransfer();
      held.items.add(new File([data], file));
      return held;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  await page.locator("#message").evaluate((message) => (message.textContent = ""));
  await page.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
  await page.getByText(/^Parsed/).waitFor();
}

describe("examples give their goldens", () => {
  test("the page offers these examples", async () => {
    const page = await open();
    const offered = await page
      .locator("#example option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)); // of a select
    expect(offered.filter((id) => id !== "")).toEqual(EXAMPLES);
  });

  test.for(EXAMPLES)("%s", async (id) => {
    const { articles } = JSON.parse(readFileSync(join(ROOT, "fixtures", id, "expected.json"), "utf8")) as { articles: Article[] };
    const page = await open(`#example=${id}`);
    expect(await download(page)).toEqual(articles);
  });
});

describe("what the reader sees of the first example", () => {
  test("every line by what it became, the article beside it", async () => {
    const page = await open();
    const golden = JSON.parse(readFileSync(join(ROOT, "fixtures/date-header/seed/expected.json"), "utf8")) as { articles: Article[] };
    const [article] = golden.articles;
    await expect.poll(() => page.locator(".article h3").textContent()).toBe(article!.title);
    expect(await page.locator(".article [data-label^=paragraph]").allTextContents()).toEqual(article!.paragraphs);
    const kinds = await page.locator(".part").evaluateAll((parts) => parts.map((part) => part.className));
    expect([...new Set(kinds)].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "part blank",
      "part field",
      "part header",
      "part paragraph",
      "part removed",
      "part title",
    ]);
    await page.locator(".part.removed").first().hover();
    expect(await page.locator("#detail").textContent()).toMatch(/^removed by the rule invisible-line.*: line \d+, bytes \d+–\d+$/);
  });
});

describe("files", () => {
  const text =
    " date 2025-11-11\nМост закрыт на неделю\n\nСтарый мост через реку закрыли на ремонт, сообщили во вторник в администрации города.\n";
  const bytes = encode(text, "windows-1251")!; // every letter is in it

  test("a dropped windows-1251 file is read right", async () => {
    const page = await open();
    await drop(page, "мост.txt", bytes);
    const [article] = await download(page);
    expect(article).toMatchObject({ title: "Мост закрыт на неделю", date: "2025-11-11", language: "ru" });
    expect(article!.provenance).toMatchObject({ source: "мост.txt", encoding: { name: "windows-1251" } });
    await page.getByRole("tab", { name: "Encoding" }).click();
    await page.getByRole("button", { name: /^Try / }).first().click();
    await expect.poll(() => page.locator("#encoding").inputValue()).not.toBe("");
    await page.getByText(/^Parsed/).waitFor();
    expect((await download(page))[0]!.title).not.toBe("Мост закрыт на неделю");
  });

  test("a gzipped file gives the same", async () => {
    const page = await open();
    await drop(page, "bridge.txt.gz", gzipSync(bytes));
    expect((await download(page))[0]!.title).toBe("Мост закрыт на неделю");
    expect(await page.locator("#message").textContent()).toContain("decompressed");
  });

  test("damaged gzip is told, and the page goes on", async () => {
    const page = await open();
    await page.locator("#file").setInputFiles({ name: "cut.gz", mimeType: "", buffer: gzipSync(bytes).subarray(0, 60) });
    await page.locator("#message.bad").waitFor();
    await page.locator("#example").selectOption("date-header/seed");
    await page.getByText(/^Parsed/).waitFor();
    expect(await page.locator(".article h3").count()).toBe(1);
  });

  test("a file of 20 MB does not freeze the page", async () => {
    const page = await open();
    const record = ` date 2025-11-11\nBridge to close for a week\n\n${"The old bridge will be closed for repairs, the council said on Tuesday. ".repeat(20)}\n\nShare\n`;
    const folder = mkdtempSync(join(tmpdir(), "newsdump-browser-"));
    const path = join(folder, "big.txt"); // given by its path: handing 20 MB over in a call would itself stop the page
    writeFileSync(path, record.repeat(Math.ceil(20e6 / record.length)));
    await page.evaluate(() => {
      const state = globalThis as unknown as { longest: number };
      state.longest = 0;
      let last = performance.now();
      const tick = (): void => {
        state.longest = Math.max(state.longest, performance.now() - last);
        last = performance.now();
        requestAnimationFrame(tick);
      };
      tick();
    });
    await page.locator("#message").evaluate((message) => (message.textContent = ""));
    await page.locator("#file").setInputFiles(path);
    await page.getByText(/^Parsed 20\.\d MB/).waitFor({ timeout: 120_000 });
    rmSync(folder, { recursive: true });
    const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
    console.log(`longest pause between two frames: ${Math.round(longest)} ms`);
    expect(longest).toBeLessThan(1000);
    await page.getByRole("button", { name: "Next record" }).click();
    await expect.poll(() => page.locator("#records [aria-current]").textContent()).toMatch(/^1: /);
    expect(await page.locator("#records li").count()).toBeLessThan(100);
  });

  test("one record of very many lines is shown in parts", async () => {
    const page = await open();
    await drop(
      page,
      "long.txt",
      Buffer.from(` date 2025-11-11\n${"The council said on Tuesday that the bridge stays closed.\n".repeat(3000)}`),
    );
    expect(await page.locator(".part").count()).toBeLessThan(600);
    await page.getByRole("button", { name: "Later lines" }).click();
    await expect.poll(() => page.locator(".part .number").first().textContent()).toBe("501");
  });
});

describe("options and links", () => {
  test("options change the result", async () => {
    const page = await open("#example=date-header/noise");
    const before = (await download(page))[0]!.removed.length;
    await page.locator("#noise").selectOption("off");
    await expect.poll(() => page.getByRole("tab", { name: /^Removed/ }).textContent()).not.toBe(`Removed ${before}`);
    expect((await download(page))[0]!.removed.length).toBeLessThan(before);
    await page.getByLabel("Detect languages").uncheck();
    await expect.poll(() => page.locator(".article").textContent()).toContain("language not determined");
    expect((await download(page))[0]!.language).toBe("und");
  });

  test("a wrong encoding is told", async () => {
    const page = await open();
    await page.locator("#encoding").fill("no-such");
    await page.getByRole("button", { name: "Parse" }).click();
    expect(await page.locator("#message.bad").textContent()).toContain("no-such");
  });

  test("a link brings the input and the options back", async () => {
    const page = await open();
    await page
      .locator("#text")
      .fill(" date 2025-11-11\nBridge to close\n\nThe bridge will be closed for repairs from Monday, the council said.\n\nShare\n");
    await page.locator("#noise").selectOption("off");
    await page.getByText(/^Parsed/).waitFor();
    const rows = await download(page);
    await page.getByRole("button", { name: "Copy a link" }).click();
    await expect.poll(() => page.url()).toContain("#dump=");
    const again = await open(new URL(page.url()).hash);
    expect(await download(again)).toEqual(rows);
    expect(await again.locator("#noise").inputValue()).toBe("off");
  });

  test("a damaged link is told", async () => {
    const visit = await site.visit(`${PLAYGROUND}#dump=%%%`);
    visits.push(visit);
    await expect.poll(() => visit.page.locator("#message.bad").textContent()).toBe("The link is damaged.");
  });
});

describe("by keyboard", () => {
  test("from the text to a line, its detail and the tabs", async () => {
    const page = await open();
    await page
      .locator("#text")
      .fill(
        " date 2025-11-11 EN\nBridge to close for a week\n15:00\nThe old bridge will be closed for repairs from Monday, the town council said on Tuesday.\nNo cars may pass.\nShare\n",
      );
    await page.locator("#text").focus();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    for (let step = 0; step < 20 && (await focused()) !== "Parse"; step++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".article h3").textContent()).toBe("Bridge to close for a week");
    for (let step = 0; step < 20 && !(await focused()).startsWith("1header"); step++) await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    expect(await page.locator("#detail").textContent()).toMatch(/^removed by the rule share-line.*line 6/);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Article");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("JSON");
    expect(await page.locator("#panel-json").textContent()).toContain('"title": "Bridge to close for a week"');
  });
});
