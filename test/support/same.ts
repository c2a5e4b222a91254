import { expect } from "vitest";

/** Expects values that are JSON to be the same; tells the difference only where there is one, which takes its time. */
export function expectSame(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
  else expect(true).toBe(true); // counts as an assertion
}
