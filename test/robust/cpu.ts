/** Rounds of which the fastest counts: other processes can only slow one down. */
const ROUNDS = 3;

/** Processor milliseconds that an act takes, the best of some rounds. */
export function cpuMilliseconds(act: () => void, rounds = ROUNDS): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
