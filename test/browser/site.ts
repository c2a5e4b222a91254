import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { serveSite, type SiteServer } from "./site-server.ts";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What `npm run docs` builds. */
const SITE = join(ROOT, "docs/site");
const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** A page of the site, and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Messages of errors in the console, exceptions, refused code, and requests that left the site. */
  readonly complaints: string[];
}

/** The built site in a browser. */
export interface Site {
  readonly origin: string;
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

/**
 * Serves the built site and starts Chromium.
 *
 * @throws when the site is not built, or there is no Chromium
 */
export async function openSite(): Promise<Site> {
  if (!existsSync(join(SITE, "playground/index.html"))) throw new Error("docs/site is not there: npm run docs");
  if (!existsSync(CHROMIUM)) throw new Error(`there is no ${CHROMIUM}: apt-get install chromium, or name one in CHROMIUM_PATH`);
  const server = await serveSite(SITE, { below: "/playground/", policy: policyOfPlayground() });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const contexts: BrowserContext[] = [];
  return {
    origin: server.origin,
    async visit(path, options = {}) {
      const context = await browser.newContext({ acceptDownloads: true, ...options });
      contexts.push(context);
      const page = await context.newPage();
      const complaints = listen(page, server.origin);
      await page.goto(`${server.origin}${path}`);
      return { page, complaints };
    },
    close: () => closeAll(contexts, browser, server),
  };
}

async function closeAll(contexts: readonly BrowserContext[], browser: Browser, server: SiteServer): Promise<void> {
  for (const context of contexts) await context.close();
  await browser.close();
  await server.close();
}

/** The page's own policy; as a header it binds the worker too. */
function policyOfPlayground(): string {
  const html = readFileSync(join(ROOT, "docs/playground/index.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error("the playground has no Content-Security-Policy");
  return policy;
}

function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}
