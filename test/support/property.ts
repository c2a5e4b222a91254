import fc from "fast-check";
import packageJson from "../../package.json" with { type: "json" };

import { vi } from "vitest";

const { version } = packageJson;

/** Runs of one property; `npm run test:properties` makes ten thousand. */
const RUNS = Number(process.env["NEWSDUMP_PROPERTY_RUNS"] ?? 100);
/**
 * Where the values begin. The same for all runs of one version, so that a suite that was green stays green on the same
 * code; `NEWSDUMP_PROPERTY_SEED` gives another, and the fuzzer looks for what no seed has met yet.
 */
const SEED = Number(process.env["NEWSDUMP_PROPERTY_SEED"] ?? seedOf(version));

/** More than a run ever takes, on a machine that does much else. */
const MOST_MS_PER_RUN = 60;
vi.setConfig({ testTimeout: 30_000 + RUNS * MOST_MS_PER_RUN });

/** FNV-1a, 31 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash & 0x7fffffff;
}

/** Checks a property and prints the seed, so that any run can be repeated. */
export async function checkProperty<Values extends unknown[]>(property: fc.IAsyncProperty<Values> | fc.IProperty<Values>): Promise<void> {
  console.info(`seed ${SEED}, ${RUNS} runs`);
  await fc.assert(property as fc.IAsyncProperty<Values>, { numRuns: RUNS, seed: SEED });
}

/** Checks a property of one arbitrary value at once. */
export function check<Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void): void {
  console.info(`seed ${SEED}, ${RUNS} runs`);
  fc.assert(fc.property(values, holds), { numRuns: RUNS, seed: SEED });
}
