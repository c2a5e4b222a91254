import { expect, test } from "vitest";
import { FEATURES, readCandidates } from "../../../src/fields/title/title-features.ts";
import { readHead } from "../../../src/fields/title/head-lines.ts";
import { scoreTitle } from "../../../src/fields/title/title-model.ts";
import { createWordTable } from "../../../src/fields/title/words.ts";
import { goldenOf } from "../../support/golden.ts";
import { linesOf, RECORDS } from "./records.ts";

// The weights were learnt from features that were counted in this way; counted in another they mean nothing.
const GOLDEN = new URL("title-features.json", import.meta.url);

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

test.each(Object.keys(RECORDS))("features and scores of the lines, %s", (name) => {
  const rows = describeCandidates(RECORDS[name]!);
  expect(rows).toEqual(goldenOf(GOLDEN, rows, name));
});

test("every feature tells some lines from others", () => {
  const rows = Object.values(RECORDS).flatMap(describeCandidates);
  for (const name of FEATURES) expect(new Set(rows.map(({ features }) => features[name] ?? 0)).size, name).toBeGreaterThan(1);
});
