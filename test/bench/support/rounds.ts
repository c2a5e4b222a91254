/** One thing that is measured. */
export interface Side {
  readonly name: string;
  /** Bytes that one run reads. */
  readonly bytes: number;
  run(): unknown;
}

/** A side's median. */
export interface Measured {
  readonly name: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly megabytesPerSecond: number;
}

/** Runs all sides in turns, so that what else the machine does falls on all of them; the first round warms up. */
export async function measureRounds(sides: readonly Side[], rounds: number): Promise<Measured[]> {
  const times = sides.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, side] of sides.entries()) {
      const start = performance.now();
      await side.run();
      if (round > 0 || rounds === 0) times[index]!.push((performance.now() - start) / 1000);
    }
  }
  return sides.map(({ name, bytes }, index) => {
    const seconds = median(times[index]!);
    return { name, bytes, seconds, megabytesPerSecond: bytes / 1e6 / seconds };
  });
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** A Markdown table. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
