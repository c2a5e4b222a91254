/**
 * Decision trees whose leaves add up. A node takes two words: the first holds, above {@link FEATURE_BITS}, where its
 * left child begins (the right one follows it), and below, the feature it asks for; the second is the border, at most
 * which goes left. Of a leaf the first is negative and the second its value in {@link MARGIN_UNITS}.
 */
export interface Forest {
  /** Where each tree begins. */
  readonly roots: Int32Array;
  readonly words: Int32Array;
  /** The same memory. */
  readonly borders: Float32Array;
}

/** A node while a forest is built; of a leaf `feature` is -1 and `link` its value. */
export interface TreeNode {
  feature: number;
  border: number;
  /** Number of the left child. */
  link: number;
}

/** Margins are whole numbers, so that sums are the same everywhere: this many make one unit of log odds. */
export const MARGIN_UNITS = 512;
const FEATURE_BITS = 8;
const FEATURE_MASK = (1 << FEATURE_BITS) - 1;
const NODE_WORDS = 2;
/** After so many trees each time a sum that is this sure is left as it is. */
const TREES_BETWEEN_LOOKS = 12;
const SURE = 4 * MARGIN_UNITS;

/** Packs nodes for {@link sumTrees}. */
export function packForest(roots: readonly number[], nodes: readonly TreeNode[]): Forest {
  const words = new Int32Array(nodes.length * NODE_WORDS);
  const borders = new Float32Array(words.buffer);
  for (const [index, { feature, border, link }] of nodes.entries()) {
    const at = index * NODE_WORDS;
    if (feature < 0) {
      words[at] = -1;
      words[at + 1] = link;
    } else {
      words[at] = ((link * NODE_WORDS) << FEATURE_BITS) | feature;
      borders[at + 1] = border;
    }
  }
  return { roots: Int32Array.from(roots, (root) => root * NODE_WORDS), words, borders };
}

/** Adds up the leaves a row falls into, until the sum is sure. */
export function sumTrees({ roots, words, borders }: Forest, rows: Float32Array, row: number): number {
  let margin = 0;
  for (let tree = 0; tree < roots.length;) {
    const look = Math.min(roots.length, tree + TREES_BETWEEN_LOOKS);
    for (; tree < look; tree++) {
      let at = roots[tree]!;
      for (let word = words[at]!; word >= 0; word = words[at]!)
        at = (word >> FEATURE_BITS) + (rows[row + (word & FEATURE_MASK)]! <= borders[at + 1]! ? 0 : NODE_WORDS);
      margin += words[at + 1]!;
    }
    if (margin > SURE || margin < -SURE) break;
  }
  return margin;
}
