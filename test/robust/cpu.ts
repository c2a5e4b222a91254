import { median } from "../bench/support/rounds.ts";

/** Rounds unless they are told. */
const ROUNDS = 3;

/** How much more of the processor's time one act takes than another. */
export interface Growth {
  /** Milliseconds of the one, the median. */
  readonly less: number;
  readonly more: number;
  /** Median of the rounds' ratios; what else the machine does slows both acts of a round. */
  readonly ratio: number;
}

/**
 * Measures an act and a larger one in turns.
 *
 * @param leastMs - what a shorter time of the smaller one counts as: less is the clock's and the compiler's
 */
export function measureGrowth(small: () => void, large: () => void, leastMs: number, rounds = ROUNDS): Growth {
  const turns = Array.from({ length: rounds }, () => {
    const less = cpuMilliseconds(small);
    const more = cpuMilliseconds(large);
    return { less, more, ratio: more / Math.max(less, leastMs) };
  });
  return {
    less: median(turns.map(({ less }) => less)),
    more: median(turns.map(({ more }) => more)),
    ratio: median(turns.map(({ ratio }) => ratio)),
  };
}

function cpuMilliseconds(act: () => void): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
