import type { Counts } from "./counts.ts";

/** Weights of a group: `weights[row * languages + language]`, 0 where the language has none. */
export interface Table {
  /** Ascending. */
  readonly hashes: readonly number[];
  readonly weights: Float32Array;
  readonly languages: number;
}

/** Added to each count, in scaled counts: the mass of what was never seen. */
const SMOOTHING = 0.5;
/** Taken off each count. */
const DISCOUNT = 2;
/** A feature must stand so often in one language at least. */
const MIN_COUNT = 3;
/** Widest difference in log-likelihood a row tells; weights start at the row's highest less this. */
export const WEIGHT_RANGE = 5;
/** Weights below this are left out. */
const MIN_WEIGHT = 0.17;

/**
 * The features of a group that tell its languages apart best, with the log-likelihood of each above the
 * row's floor. A constant added to a row changes no comparison, so what is near the floor costs nothing.
 */
export function selectFeatures(counts: readonly Counts[], rows: number, taken: Uint8Array): Table {
  const languages = counts.length;
  const candidates: { hash: number; worth: number }[] = [];
  for (let hash = 0; hash < taken.length; hash++) {
    if (taken[hash] === 1) continue;
    const worth = worthOf(counts, hash);
    if (worth > 0) candidates.push({ hash, worth });
  }
  candidates.sort((a, b) => b.worth - a.worth || a.hash - b.hash);
  const hashes = candidates
    .slice(0, rows)
    .map((candidate) => candidate.hash)
    .sort((a, b) => a - b);
  const weights = new Float32Array(hashes.length * languages);
  hashes.forEach((hash, row) => {
    taken[hash] = 1;
    const values = counts.map((count) => valueOf(count[hash]!));
    const floor = Math.max(0, Math.max(...values) - WEIGHT_RANGE);
    values.forEach((value, language) => {
      if (value - floor >= MIN_WEIGHT) weights[row * languages + language] = value - floor;
    });
  });
  return { hashes, weights, languages };
}

/** Log-likelihood above that of a feature never seen; what was seen once is taken for chance. */
function valueOf(count: number): number {
  return count <= DISCOUNT ? 0 : Math.log1p((count - DISCOUNT) / SMOOTHING);
}

/** How much the feature moves the comparison in the texts it stands in: occurrences × distance to the mean. */
function worthOf(counts: readonly Counts[], hash: number): number {
  let highest = 0;
  let sum = 0;
  for (const count of counts) {
    const value = count[hash]!;
    if (value > highest) highest = value;
    sum += valueOf(value);
  }
  if (highest < MIN_COUNT) return 0;
  const mean = sum / counts.length;
  let worth = 0;
  for (const count of counts) worth += count[hash]! * Math.abs(valueOf(count[hash]!) - mean);
  return worth;
}
