import { LEAF, LEAF_OFFSET } from "../../../src/noise/model/forest-bytes.ts";
import type { GrownForest } from "./grow-forest.ts";

/** A forest as `readForest` reads it. */
export interface PackedForest {
  readonly packed: string;
  readonly borders: number[][];
}

/** Packs a forest; only borders that a node asks for are kept. */
export function writeForest({ roots, nodes }: GrownForest, columns: number): PackedForest {
  const found = Array.from({ length: columns }, () => new Set<number>());
  for (const { feature, border } of nodes) if (feature >= 0) found[feature]!.add(border);
  const borders = found.map((values) => [...values].sort((a, b) => a - b));
  const bytes: number[] = [];
  const write = (node: number): void => {
    const { feature, border, link } = nodes[node]!;
    if (feature < 0) {
      const value = link + LEAF_OFFSET;
      bytes.push(LEAF, value >> 8, value & 255);
      return;
    }
    bytes.push(feature, borders[feature]!.indexOf(border));
    write(link);
    write(link + 1);
  };
  for (const root of roots) write(root);
  return { packed: Buffer.from(bytes).toString("base64"), borders: borders.map((values) => values.map(shortest)) };
}

/** Fewest digits that read back as the same single-precision number. */
function shortest(value: number): number {
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
