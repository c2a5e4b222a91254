/** Lines and records that stand before a place in a dump, or in a part of it. */
export interface Counts {
  readonly lines: number;
  readonly records: number;
}

export const NO_COUNTS: Counts = { lines: 0, records: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { lines: a.lines + b.lines, records: a.records + b.records };
}
