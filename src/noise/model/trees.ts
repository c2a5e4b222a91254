/** Decision trees whose leaves add up, flat in typed arrays. All numbers of one forest stand in one piece. */
export interface Forest {
  /** Index of each tree's first node. */
  readonly roots: Int32Array;
  /** Feature a node asks for; -1: the node is a leaf. */
  readonly features: Int16Array;
  /** At most this goes left. */
  readonly thresholds: Float32Array;
  /** The left child of a node; the right one follows it. Of a leaf, its value in {@link MARGIN_UNITS}. */
  readonly links: Int32Array;
}

/** Margins are whole numbers, so that sums are the same everywhere: this many make one unit of log odds. */
export const MARGIN_UNITS = 512;

/** Adds up the leaves a row falls into. */
export function sumTrees({ roots, features, thresholds, links }: Forest, rows: Float32Array, row: number): number {
  let margin = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    let feature = features[node]!;
    while (feature >= 0) {
      node = links[node]! + (rows[row + feature]! <= thresholds[node]! ? 0 : 1);
      feature = features[node]!;
    }
    margin += links[node]!;
  }
  return margin;
}
