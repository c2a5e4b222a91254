import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawAll, drawBars } from "../tools/draw-measured.mjs";
import { ROOT } from "./blocks.ts";

const PICTURES = join(ROOT, "docs/guide/pictures");

test("the pictures are what the script draws from what was measured", () => {
  const drawn = drawAll();
  const there = existsSync(PICTURES) ? readdirSync(PICTURES).map((name) => join(PICTURES, name)) : [];
  expect(there.toSorted()).toEqual([...drawn.keys()].toSorted());
  for (const [path, picture] of drawn) expect(readFileSync(path, "utf8"), path).toBe(picture);
});

test("every page shows pictures that are there", () => {
  for (const page of readdirSync(join(ROOT, "docs/guide")).filter((name) => name.endsWith(".md"))) {
    for (const [, name = ""] of readFileSync(join(ROOT, "docs/guide", page), "utf8").matchAll(/!\[[^\]]*\]\(\.\/pictures\/([^)]+)\)/g))
      expect(existsSync(join(PICTURES, name)), `${page}: ${name}`).toBe(true);
  }
});

test("bars are as long as their figures say, and are told in words", () => {
  const where = { date: "2025-11-11", node: "v20.0.0", processor: "A & B", cores: 2 };
  const groups = [{ name: "mixed", figures: [["newsdump", 30] as const, ["<other>", 15] as const] }];
  const svg = drawBars({ title: "Throughput", unit: "MB/s" }, groups, where);
  const widths = [...svg.matchAll(/<rect class="(own|other)"[^>]* width="(\d+)"/g)].map(([, kind, width]) => [kind, Number(width)]);
  expect(widths).toEqual([
    ["own", 280],
    ["other", 140],
  ]);
  expect(svg).toContain("Throughput (2025-11-11, Node 20.0.0, A &amp; B). mixed: newsdump 30, &lt;other> 15");
});
