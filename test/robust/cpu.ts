/** Rounds of which the fastest counts: other processes can only slow one down. */
const ROUNDS = 3;

/** Processor milliseconds that each of some acts takes, the best of rounds in which all take turns. */
export function cpuMilliseconds(acts: readonly (() => void)[], rounds = ROUNDS): number[] {
  const best = acts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, act] of acts.entries()) {
      const start = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(start);
      best[index] = Math.min(best[index]!, (user + system) / 1000);
    }
  }
  return best;
}
