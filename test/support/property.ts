import fc from "fast-check";

/** Runs of one property; more with `NEWSDUMP_PROPERTY_RUNS`. */
const RUNS = Number(process.env["NEWSDUMP_PROPERTY_RUNS"] ?? 300);
/** A run is repeated by giving the seed it printed as `NEWSDUMP_PROPERTY_SEED`. */
const SEED = Number(process.env["NEWSDUMP_PROPERTY_SEED"] ?? Date.now() % 0x7fffffff);

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
