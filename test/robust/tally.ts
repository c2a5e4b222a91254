import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, expect } from "vitest";
import { TALLY_FOLDER, type TallyRow } from "./tally-row.ts";

const rows = new Map<string, TallyRow>();

/** Counts inputs whose outcome was asserted. */
export function countInputs(name: string, count = 1): void {
  rowOf(name).inputs += count;
}

/** Counts faults that were injected and whose outcome was asserted. */
export function countFaults(name: string, count = 1): void {
  rowOf(name).faults += count;
}

function rowOf(name: string): TallyRow {
  let row = rows.get(name);
  if (row === undefined) {
    row = { name, inputs: 0, faults: 0 };
    rows.set(name, row);
  }
  return row;
}

afterAll(() => {
  mkdirSync(TALLY_FOLDER, { recursive: true });
  const file = `${basename(expect.getState().testPath ?? "unknown")}.json`;
  writeFileSync(join(TALLY_FOLDER, file), JSON.stringify([...rows.values()]));
  rows.clear();
});
