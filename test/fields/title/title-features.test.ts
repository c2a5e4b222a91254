import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FEATURES, readCandidates } from "../../../src/fields/title/title-features.ts";
import { readHead } from "../../../src/fields/title/head-lines.ts";
import { scoreTitle } from "../../../src/fields/title/title-model.ts";
import { createWordTable } from "../../../src/fields/title/words.ts";
import { linesOf, RECORDS } from "./records.ts";

// The weights were learnt from features that were counted in this way; counted in another they mean nothing.
const GOLDEN = new URL("title-features.json", import.meta.url);
const isUpdate = process.env["UPDATE_GOLDENS"] === "1";

interface Row {
  readonly text: string;
  readonly score: number;
  /** Those that are not 0, by name. */
  readonly features: Readonly<Record<string, number>>;
}

const table = createWordTable();
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function describeCandidates(record: string): Row[] {
  const lines = linesOf(record);
  const head = readHead(lines);
  return readCandidates(head, lines, table).map(({ place, features }) => ({
    text: head[place]!.text,
    score: round(scoreTitle(features)),
    features: Object.fromEntries(
      FEATURES.map((name, index) => [name, round(features[index]!)] as const).filter(([, value]) => value !== 0),
    ),
  }));
}

function readGolden(): Record<string, Row[]> {
  return JSON.parse(readFileSync(GOLDEN, "utf8")) as Record<string, Row[]>;
}

test.skipIf(!isUpdate)("writes the features anew", () => {
  const found = Object.fromEntries(Object.entries(RECORDS).map(([name, record]) => [name, describeCandidates(record)]));
  writeFileSync(GOLDEN, `${JSON.stringify(found, null, 2)}\n`);
  expect(readGolden()).toEqual(found);
});

test.each(Object.keys(RECORDS))("features and scores of the lines, %s", (name) => {
  expect(describeCandidates(RECORDS[name]!)).toEqual(readGolden()[name]);
});

test("every feature tells some lines from others", () => {
  const rows = Object.values(readGolden()).flat();
  for (const name of FEATURES) expect(new Set(rows.map(({ features }) => features[name] ?? 0)).size, name).toBeGreaterThan(1);
});
