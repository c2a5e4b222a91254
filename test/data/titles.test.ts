import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TITLE_THRESHOLD } from "../../src/fields/title/find-title.ts";
import { crossValidate, tally } from "../tools/titles/learn.ts";
import { readRecords } from "../tools/titles/records.ts";
import { createModule, MODEL_FILE } from "../tools/titles/train.ts";
import { hasData } from "./shared-data.ts";

/** Ways of dealing sites to five folds; one way alone is a point or two off. */
const SEEDS = [1, 2];
/** Shares of the annotated sets, by forests that have not seen the site. */
const LEAST_RIGHT = 0.85;
const MOST_FALSE = 0.2;
/** Shares of all sets, those read off by hand and those of whole pages among them. */
const LEAST_RIGHT_OF_ALL = 0.74;
const MOST_FALSE_OF_ALL = 0.21;

describe.skipIf(!hasData)("headlines of records whose sites the model has not seen", () => {
  test("are found, and are not invented", { timeout: 240_000 }, () => {
    const records = readRecords();
    const outcomes = SEEDS.flatMap((seed) => crossValidate(records, seed));
    const annotated = outcomes.filter(({ record }) => record.set === "fundus" || record.set === "aed");
    const near = tally(annotated, TITLE_THRESHOLD);
    const all = tally(outcomes, TITLE_THRESHOLD);
    console.log(
      `fundus and aed: ${near.right}/${near.present} right, ${near.wrong}/${near.absent} false; all: ${all.right}/${all.present}, ${all.wrong}/${all.absent}`,
    );
    expect(near.right / near.present).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(near.wrong / near.absent).toBeLessThanOrEqual(MOST_FALSE);
    expect(all.right / all.present).toBeGreaterThanOrEqual(LEAST_RIGHT_OF_ALL);
    expect(all.wrong / all.absent).toBeLessThanOrEqual(MOST_FALSE_OF_ALL);
  });

  test("the model is what the data give", { timeout: 120_000 }, () => {
    expect(readFileSync(MODEL_FILE, "utf8") === createModule()).toBe(true);
  });
});
