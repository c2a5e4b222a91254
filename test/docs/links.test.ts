import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { listPages, ROOT } from "./blocks.ts";

/** `[text](target)`, outside code. */
const LINK = /\[[^\]\n]*\]\(([^)\s]+)\)/g;
const CODE = /^```[\s\S]*?^```|`[^`\n]*`/gm;
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

describe("links between pages lead somewhere", () => {
  test.for(listPages())("%s", (file) => {
    expect(findBrokenLinks(file)).toEqual([]);
  });
});

describe("guide pages have a title", () => {
  test.for(listPages().filter((file) => file.startsWith("docs/guide/")))("%s", (file) => {
    expect(readPage(file)).toMatch(/^---\ntitle: .+\n/);
  });
});

function findBrokenLinks(file: string): string[] {
  const text = readPage(file).replaceAll(CODE, "");
  return [...text.matchAll(LINK)].map((match) => match[1]!).filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(file, target));
}

function leadsSomewhere(file: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const page = path === "" ? file : join(dirname(file), decodeURI(path));
  if (!existsSync(join(ROOT, page))) return false;
  return anchor === undefined || !page.endsWith(".md") || listAnchors(page).includes(anchor);
}

/** Anchors that headings get: small letters, blanks as hyphens, no punctuation. */
function listAnchors(file: string): string[] {
  const headings = readPage(file)
    .replace(FRONT_MATTER, "")
    .matchAll(/^#{1,6} (.+)$/gm);
  return [...headings].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
}

function readPage(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}
