/**
 * Decision trees whose leaves add up. A node takes two words: the first holds, above {@link FEATURE_BITS}, where its
 * left child begins (the right one follows it), and below, the feature it asks for; the second is the border, at most
 * which goes left. The first word of a leaf is negative and leads to the leaf itself, whichever way.
 */
export interface Forest {
  /** Where each tree begins; a multiple of {@link TREES_AT_ONCE}. */
  readonly roots: Int32Array;
  readonly words: Int32Array;
  /** The same memory. */
  readonly borders: Float32Array;
  /** Values of the leaves in {@link MARGIN_UNITS}, by node. */
  readonly values: Int32Array;
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
const LEAF = 1 << 31;
const LINK_MASK = ~LEAF;
const NODE_WORDS = 2;
const NODE_SHIFT = 1;
/** So many trees are walked down at the same time: a processor has nothing to do while it waits for a node. */
const TREES_AT_ONCE = 4;

/** Packs nodes for {@link sumTrees}. */
export function packForest(roots: readonly number[], nodes: readonly TreeNode[]): Forest {
  const empty = nodes.length; // a tree that adds nothing, to fill the last group
  const words = new Int32Array((nodes.length + 1) * NODE_WORDS);
  const borders = new Float32Array(words.buffer);
  const values = new Int32Array(nodes.length + 1);
  const addLeaf = (index: number, value: number): void => {
    words[index * NODE_WORDS] = LEAF | ((index * NODE_WORDS) << FEATURE_BITS);
    borders[index * NODE_WORDS + 1] = Infinity;
    values[index] = value;
  };
  for (const [index, { feature, border, link }] of nodes.entries()) {
    if (feature < 0) addLeaf(index, link);
    else {
      words[index * NODE_WORDS] = ((link * NODE_WORDS) << FEATURE_BITS) | feature;
      borders[index * NODE_WORDS + 1] = border;
    }
  }
  addLeaf(empty, 0);
  const groups = Math.ceil(roots.length / TREES_AT_ONCE);
  return {
    roots: Int32Array.from({ length: groups * TREES_AT_ONCE }, (_, tree) => (roots[tree] ?? empty) * NODE_WORDS),
    words,
    borders,
    values,
  };
}

/** Adds up the leaves a row falls into, group by group of trees, until the sum is below `low` or above `high`. */
export function sumTrees(forest: Forest, rows: Float32Array, row: number, low: number, high: number): number {
  const { roots, words, borders, values } = forest;
  let margin = 0;
  for (let tree = 0; tree < roots.length && margin >= low && margin <= high; tree += TREES_AT_ONCE) {
    let first = roots[tree]!;
    let second = roots[tree + 1]!;
    let third = roots[tree + 2]!;
    let fourth = roots[tree + 3]!;
    for (;;) {
      const firstWord = words[first]!;
      const secondWord = words[second]!;
      const thirdWord = words[third]!;
      const fourthWord = words[fourth]!;
      if ((firstWord & secondWord & thirdWord & fourthWord) < 0) break;
      // Not by branches: which way a node goes cannot be foretold, and a wrong guess costs more than the arithmetic.
      first = linkOf(firstWord) + (Number(rows[row + (firstWord & FEATURE_MASK)]! > borders[first + 1]!) << NODE_SHIFT);
      second = linkOf(secondWord) + (Number(rows[row + (secondWord & FEATURE_MASK)]! > borders[second + 1]!) << NODE_SHIFT);
      third = linkOf(thirdWord) + (Number(rows[row + (thirdWord & FEATURE_MASK)]! > borders[third + 1]!) << NODE_SHIFT);
      fourth = linkOf(fourthWord) + (Number(rows[row + (fourthWord & FEATURE_MASK)]! > borders[fourth + 1]!) << NODE_SHIFT);
    }
    margin += values[first >> NODE_SHIFT]! + values[second >> NODE_SHIFT]! + values[third >> NODE_SHIFT]! + values[fourth >> NODE_SHIFT]!;
  }
  return margin;
}

function linkOf(word: number): number {
  return (word & LINK_MASK) >> FEATURE_BITS;
}
