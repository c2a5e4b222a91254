import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDump } from "newsdump";
import { dataPath, hasData } from "./shared-data.ts";

/** Concatenated files of the gold sets. */
const SETS = ["aeb", "aed", "fundus", "zh69"];

describe.skipIf(!hasData)("the gold sets' concatenated dumps", () => {
  it.each(SETS)("%s parses with every line accounted for and no text rejected", (name) => {
    const { articles, rejected, report } = parseDump(readFileSync(dataPath("gold", `${name}.concat.txt`)));
    const { total, blank, kept, removed, rejected: rejectedLines } = report.lines;
    console.log(`${name}: ${report.records} records, ${articles.length} articles, ${kept} lines kept, ${removed} removed`);
    expect(articles.length).toBeGreaterThan(0);
    expect(rejected).toEqual([]);
    expect(blank + kept + removed + rejectedLines).toBe(total);
  });
});
