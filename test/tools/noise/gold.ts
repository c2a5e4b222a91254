import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanText } from "../../../src/text/clean.ts";
import { dataPath } from "../../data/shared-data.ts";

/** Sets of pages whose lines are labelled. */
export const GOLD_SETS = ["fundus", "aed", "aeb", "zh69"] as const;

/** A line of a labelled page that shows something. */
export interface GoldLine {
  readonly text: string;
  readonly blankBefore: number;
  /** `keep`, `noise`, or what is not learnt from. */
  readonly label: string;
}

/** A labelled page. */
export interface GoldPage {
  readonly set: string;
  readonly file: string;
  readonly language: string | null;
  /** Pages of one site have the same; no site is both trained and tested on. */
  readonly site: string;
  readonly lines: readonly GoldLine[];
}

interface GoldRow {
  readonly file: string;
  readonly lang: string | null;
  readonly url: string | null;
  readonly line_labels: readonly string[];
}

const HEADER = /^ date \d{4}(?:-\d\d){1,2} /;
/** Second-level domains under which sites are registered: `example.co.uk`. */
const SHARED_DOMAIN = /^(?:co|com|org|net|ac|gov|edu|or|ne|go)$/;
/** So many lines of some length in common make pages without an address one site. */
const COMMON_LINES = 3;
const COMMON_LENGTH = 6;

/** Reads the labelled pages; pages of one host are one site, and so are pages without an address that share furniture. */
export function readGold(): GoldPage[] {
  const pages: GoldPage[] = [];
  for (const set of GOLD_SETS) {
    for (const row of readFileSync(dataPath("gold", `${set}.gold.jsonl`), "utf8")
      .trim()
      .split("\n")) {
      const gold = JSON.parse(row) as GoldRow; // written so by the data's maker
      pages.push({ set, file: gold.file, language: gold.lang, site: siteOf(gold), lines: readLines(gold) });
    }
  }
  return joinSites(pages);
}

function readLines({ file, line_labels }: GoldRow): GoldLine[] {
  const lines: GoldLine[] = [];
  let blankBefore = 0;
  const raw = readFileSync(join(dataPath("gold"), file), "utf8").split("\n");
  for (const [index, line] of raw.entries()) {
    const { text } = cleanText(index === 0 ? line.replace(HEADER, "") : line);
    if (text === "") blankBefore++;
    else {
      lines.push({ text, blankBefore: lines.length === 0 ? 0 : blankBefore, label: line_labels[index] ?? "blank" });
      blankBefore = 0;
    }
  }
  return lines;
}

function siteOf({ url, file }: GoldRow): string {
  if (url === null) return file;
  const labels = new URL(url).hostname.split(".");
  return labels.slice(SHARED_DOMAIN.test(labels.at(-2) ?? "") ? -3 : -2).join(".");
}

function joinSites(pages: readonly GoldPage[]): GoldPage[] {
  const parent = new Map(pages.map(({ site }) => [site, site]));
  const find = (site: string): string => (parent.get(site) === site ? site : find(parent.get(site)!));
  const noise = pages.map(
    ({ lines }) => new Set(lines.filter(({ label, text }) => label === "noise" && text.length > COMMON_LENGTH).map(({ text }) => text)),
  );
  for (const [a, page] of pages.entries()) {
    for (let b = a + 1; b < pages.length; b++) {
      if (pages[b]!.set !== page.set || page.site !== page.file) continue;
      let common = 0;
      for (const text of noise[a]!) if (noise[b]!.has(text)) common++;
      if (common >= COMMON_LINES) parent.set(find(pages[b]!.site), find(page.site));
    }
  }
  return pages.map((page) => ({ ...page, site: find(page.site) }));
}
