/** See `test/bench/support/measured.ts`. */
interface Group {
  readonly name: string;
  readonly figures: readonly (readonly [name: string, value: number])[];
}

export function drawBars(
  picture: { readonly title: string; readonly unit: string },
  groups: readonly Group[],
  where: { readonly date: string; readonly node: string; readonly processor: string },
): string;

/** Pictures by their paths. */
export function drawAll(): Map<string, string>;
