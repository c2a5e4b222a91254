import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDump } from "newsdump";
import { bareTexts, countLost } from "../tools/noise/bare-texts.ts";
import { readGold } from "../tools/noise/gold.ts";
import { dataPath, hasData } from "./shared-data.ts";

/** Training takes a minute or two on a free machine. */
const TRAINING_TIMEOUT = 1_200_000;
/** The shipped model has seen these pages: the floors tell a broken pipeline, not how good the model is on others. */
const FLOORS: Readonly<Record<string, number>> = { fundus: 0.965, aed: 0.96, aeb: 0.945, zh69: 0.95 };

/** Least share of the characters that stays of a text that ends without furniture. */
const LEAST_KEPT = { "text alone": 0.99, "head and text": 0.98 } as const;

interface GoldRow {
  readonly file: string;
  readonly line_labels: readonly string[];
}

describe.skipIf(!hasData)("the noise model", () => {
  it("is what the labelled pages give", { timeout: TRAINING_TIMEOUT }, () => {
    const said = execFileSync(process.execPath, ["test/tools/run-ts.mjs", "test/tools/noise/train.ts", "--check"], { encoding: "utf8" });
    expect(said).toContain("model.generated.ts");
  });

  it("takes at most 50 kB", () => {
    expect(readFileSync("src/noise/model/model.generated.ts").length).toBeLessThanOrEqual(50_000);
  });

  it.each(Object.entries(FLOORS))("keeps the article's characters and takes the rest in %s", (set, floor) => {
    let kept = 0;
    let lost = 0;
    let right = 0;
    let all = 0;
    for (const row of readFileSync(dataPath("gold", `${set}.gold.jsonl`), "utf8")
      .trim()
      .split("\n")) {
      const { file, line_labels } = JSON.parse(row) as GoldRow; // written so by the data's maker
      const { articles } = parseDump(readFileSync(dataPath("gold", file)), { languages: false });
      const removed = new Set(articles.flatMap((article) => article.removed.map(({ span }) => span.lineStart)));
      const lines = readFileSync(dataPath("gold", file), "utf8").split("\n");
      for (const [index, label] of line_labels.entries()) {
        if (label !== "keep" && label !== "noise") continue;
        const isRemoved = removed.has(index + 1);
        all++;
        if (isRemoved === (label === "noise")) right++;
        if (label === "keep" && isRemoved) lost += lines[index]!.length;
        if (label === "keep" && !isRemoved) kept += lines[index]!.length;
      }
    }
    console.log(`${set}: ${(right / all).toFixed(3)} of the lines right, ${(kept / (kept + lost)).toFixed(4)} of the characters kept`);
    expect(kept / (kept + lost)).toBeGreaterThanOrEqual(0.985);
    expect(right / all).toBeGreaterThanOrEqual(floor);
  });

  it.each(Object.keys(FLOORS))("keeps texts of %s that end without furniture", (set) => {
    const sums = { "text alone": { all: 0, lost: 0 }, "head and text": { all: 0, lost: 0 } };
    for (const page of readGold().filter((gold) => gold.set === set)) {
      for (const { name, dump } of bareTexts(page)) {
        const { all, lost } = countLost(page, parseDump(dump, { languages: false, profile: false }).articles);
        sums[name].all += all;
        sums[name].lost += lost;
      }
    }
    for (const name of ["text alone", "head and text"] as const) {
      const { all, lost } = sums[name];
      console.log(`${set}, ${name}: ${(1 - lost / all).toFixed(4)} of the characters kept`);
      expect(1 - lost / all, name).toBeGreaterThanOrEqual(LEAST_KEPT[name]);
    }
  });
});
