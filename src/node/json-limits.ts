import { isObject } from "../invalid-option.ts";
import type { Limits } from "../limits.ts";

/** How JSON, which has no number for it, says that there is no bound. */
const NO_BOUND = "Infinity";

/** Limits as they stand in JSON: `Infinity` is written as a text. */
export function toJsonLimits(limits: Limits): Record<string, number | string> {
  return Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, value === Number.POSITIVE_INFINITY ? NO_BOUND : value]));
}

/** Limits from JSON; whatever is none stays as it is, and is refused where limits are checked. */
export function fromJsonLimits(limits: unknown): Limits {
  if (!isObject(limits)) return limits as Limits; // refused later
  return Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, value === NO_BOUND ? Number.POSITIVE_INFINITY : value]));
}
