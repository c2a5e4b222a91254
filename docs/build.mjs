/**
 * npm run docs: the guide, the API reference and the playground as one static site in docs/site.
 * Pages link among themselves by relative addresses, so that the site works below any address and from a disk.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const docs = fileURLToPath(new URL(".", import.meta.url));
const site = join(docs, "site");
const playground = join(docs, "playground");

/** The guide's pages in reading order; others follow by name. */
const ORDER = [
  ["why", "getting-started", "browser", "article", "formats", "writing-a-format", "encodings", "language", "dates", "fields"],
  ["noise", "diagnostics", "scale", "spark", "robustness", "performance", "cookbook", "migration", "design", "contributing"],
].flat();

/** Addresses in docs/typedoc.json that are relative to the site's root. */
const SITE_LINK = /href="site:([^"]*)"/g;
/** The way from a page to the site's root, as typedoc writes it. */
const BASE = /<html[^>]* data-base="([^"]*)"/;

/** Headings that open and close: a link inside of what is a button already cannot be told apart by a screen reader. */
const SUMMARY = /<summary[^>]*>.*?<\/summary>/gs;
const PERMALINK = /<a href="[^"]*" aria-label="Permalink".*?<\/a>/s;
/** The first page has a heading of its own. */
const PAGE_TITLE = /<div class="tsd-page-title">.*?<\/div>/s;

/** A picture stands in the page itself, where it takes the page's theme. */
const PICTURE = /<img [^>]*src="[^"]*\/([a-z-]+\.svg)"[^>]*>/g;

/** Tables scroll on a phone; the tab key reaches them so that arrow keys can. */
const SCROLLED_TABLE = '<table tabindex="0">';

rmSync(site, { recursive: true, force: true });
buildPages();
await buildPlayground();

function buildPages() {
  const typedoc = join(docs, "..", "node_modules", "typedoc", "bin", "typedoc");
  const documents = listGuide().flatMap((path) => ["--projectDocuments", path]);
  const { status } = spawnSync(process.execPath, [typedoc, "--options", join(docs, "typedoc.json"), ...documents], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  for (const page of readdirSync(site, { recursive: true, encoding: "utf8" })) {
    if (page.endsWith(".html")) rewriteLinks(join(site, page));
  }
}

function listGuide() {
  const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  const names = readdirSync(join(docs, "guide"))
    .filter((file) => file.endsWith(".md")) // pictures stand beside the pages
    .map((file) => file.slice(0, -".md".length));
  return names.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1)).map((name) => join(docs, "guide", `${name}.md`));
}

function rewriteLinks(path) {
  const html = readFileSync(path, "utf8");
  const base = BASE.exec(html)?.[1];
  if (base === undefined) throw new Error(`${path} does not say where the site's root is`);
  const linked = html.replaceAll(SITE_LINK, (_, target) => `href="${base}${target}"`);
  const plain = linked.replaceAll(PICTURE, (_, name) => readFileSync(join(docs, "guide", "pictures", name), "utf8")).replaceAll(SUMMARY, (summary) => summary.replace(PERMALINK, "")).replaceAll("<table>", SCROLLED_TABLE);
  writeFileSync(path, path === join(site, "index.html") ? plain.replace(PAGE_TITLE, "") : plain);
}

async function buildPlayground() {
  const out = join(site, "playground");
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: ["main.ts", "worker.ts", "theme.ts", "style.css"].map((name) => join(playground, name)),
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife", // workers as modules, and modules from a disk, are refused by some browsers
    platform: "browser",
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    charset: "utf8",
    loader: { ".txt": "binary" },
    logLevel: "warning",
  });
  copyFileSync(join(playground, "index.html"), join(out, "index.html"));
}
