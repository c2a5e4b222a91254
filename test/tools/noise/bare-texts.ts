import type { Article } from "../../../src/index.ts";
import type { GoldLine, GoldPage } from "./gold.ts";

/** A page's text without the furniture behind it, as a dump. */
export interface BareText {
  readonly name: "text alone" | "head and text";
  readonly dump: string;
}

/** Longer texts are lists of other pages, most of them. */
const MOST_LINES = 120;
const FEWEST_LINES = 3;

/** The page's text alone, and behind all that stands above it: records that end where the text ends. */
export function bareTexts({ lines }: GoldPage): BareText[] {
  const text = lines.filter(isKept);
  if (text.length < FEWEST_LINES || text.length > MOST_LINES) return [];
  return [
    { name: "text alone", dump: toDump(text) },
    { name: "head and text", dump: toDump([...lines.slice(0, lines.findIndex(isKept)), ...text]) },
  ];
}

function isKept({ label }: GoldLine): boolean {
  return label === "keep";
}

function toDump(lines: readonly GoldLine[]): string {
  return ` date 2025-11-11\n${lines.map(({ text, blankBefore }) => `${"\n".repeat(Math.min(2, blankBefore))}${text}\n`).join("")}`;
}

/** Characters of the page's text, and those of them that the articles of one of its dumps have lost. */
export function countLost({ lines }: GoldPage, articles: readonly Article[]): { readonly all: number; readonly lost: number } {
  const texts = new Set(lines.filter(isKept).map(({ text }) => text));
  const furniture = new Set(lines.filter(({ label }) => label === "noise").map(({ text }) => text));
  const sum = (all: readonly { readonly text: string }[]): number => all.reduce((total, { text }) => total + text.length, 0);
  const removed = articles.flatMap((article) => article.removed).filter(({ text }) => texts.has(text) && !furniture.has(text));
  return { all: sum(lines.filter(isKept)), lost: sum(removed) };
}
