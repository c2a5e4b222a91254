import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TALLY_FOLDER, type TallyRow } from "./tally-row.ts";

/** A run that tried less has not run whole. */
const FEWEST_INPUTS = 3000;
const FEWEST_FAULTS = 500;

/** Forgets what an earlier run left. */
export function setup(): void {
  rmSync(TALLY_FOLDER, { recursive: true, force: true });
}

/** Prints what the suite tried, and fails when that is too little. A run of single files prints only. */
export function teardown(): void {
  const files = existsSync(TALLY_FOLDER) ? readdirSync(TALLY_FOLDER).toSorted() : [];
  const rows = files.flatMap((file) => JSON.parse(readFileSync(join(TALLY_FOLDER, file), "utf8")) as TallyRow[]); // written by tally.ts
  const total = { name: "total", inputs: sumOf(rows, "inputs"), faults: sumOf(rows, "faults") };
  const width = Math.max(...[...rows, total].map((row) => row.name.length));
  for (const { name, inputs, faults } of [{ name: "", inputs: "inputs", faults: "faults" }, ...rows, total])
    console.info(`${name.padEnd(width)} ${String(inputs).padStart(8)} ${String(faults).padStart(8)}`);
  const suites = readdirSync("test/robust").filter((file) => file.endsWith(".test.ts"));
  if (files.length < suites.length || (total.inputs >= FEWEST_INPUTS && total.faults >= FEWEST_FAULTS)) return;
  throw new Error(`the suite tried fewer than ${FEWEST_INPUTS} inputs or ${FEWEST_FAULTS} faults`);
}

function sumOf(rows: readonly TallyRow[], column: "inputs" | "faults"): number {
  return rows.reduce((sum, row) => sum + row[column], 0);
}
