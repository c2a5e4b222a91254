import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";

/** A figure beside its name. */
export type Figure = readonly [name: string, value: number];

/** Figures that belong together. */
export interface FigureGroup {
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** Leaves what was measured as JSON where `NEWSDUMP_MEASURED` says, for the tables and pictures of the guide. */
export function writeMeasured(name: string, groups: readonly FigureGroup[]): void {
  const folder = process.env["NEWSDUMP_MEASURED"];
  if (folder === undefined || groups.length === 0) return;
  const where = { date: new Date().toISOString().slice(0, 10), node: process.version, processor: cpus()[0]?.model.trim() ?? "unknown" };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...where, cores: availableParallelism(), groups }, null, 2)}\n`);
}
