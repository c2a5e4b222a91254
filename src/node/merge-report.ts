import type { DateRange, Report } from "../report.ts";

/** Adds a part's counts to those of the parts before it. Names come in the order in which the parts have them. */
export function mergeReport(into: Report, part: Report): void {
  const dateRange = mergeDates(into.dateRange, part.dateRange);
  addNumbers(into, part);
  into.dateRange = dateRange;
}

function mergeDates(a: DateRange | null, b: DateRange | null): DateRange | null {
  if (a === null || b === null) return a ?? b;
  return { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last };
}

function addNumbers(into: object, part: object): void {
  const target = into as Record<string, unknown>; // counts by name, nested
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    if (typeof value === "number") target[name] = ((target[name] as number | undefined) ?? 0) + value;
    else if (typeof value === "object" && value !== null && typeof target[name] === "object") addNumbers(target[name]!, value);
  }
}
