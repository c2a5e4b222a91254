/** Gradient-boosted trees for a yes-or-no question: histograms, leaf-wise growth, the same trees on every run. */
import { createRandom } from "./augment.ts";

export interface Row {
  readonly features: ArrayLike<number>;
  readonly isYes: boolean;
  readonly weight: number;
}

export interface Settings {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly fewestRows: number;
  readonly featureShare: number;
  readonly rowShare: number;
  readonly ridge: number;
  readonly seed: number;
}

/** A leaf, or a question: values up to the threshold go to `low`. */
export type Tree =
  | { readonly value: number }
  | { readonly feature: number; readonly threshold: number; readonly low: Tree; readonly high: Tree };

export interface Forest {
  /** Log odds before the first tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

const MOST_BINS = 24;

/** Thresholds of a feature: between values, so that about as many rows lie between two of them. */
function findThresholds(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  const thresholds: number[] = [];
  for (let bin = 1; bin < MOST_BINS; bin++) {
    const at = Math.floor((bin * sorted.length) / MOST_BINS);
    const value = sorted[at]!;
    if (value !== sorted.at(-1) && thresholds.at(-1) !== value) thresholds.push(value);
  }
  const first = sorted[0]!;
  if (thresholds[0] !== first && first !== sorted.at(-1)) thresholds.unshift(first);
  return thresholds;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly gradient: number;
  readonly weight: number;
  split: Split | null;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/** Learns a forest from rows. */
export function trainForest(rows: readonly Row[], settings: Settings): Forest {
  const count = rows[0]!.features.length;
  const thresholds = Array.from({ length: count }, (_, feature) => findThresholds(rows.map((row) => row.features[feature]!)));
  const bins = thresholds.map((limits, feature) => {
    const column = new Uint8Array(rows.length);
    for (const [index, row] of rows.entries()) {
      const value = row.features[feature]!;
      let bin = 0;
      while (bin < limits.length && value > limits[bin]!) bin++;
      column[index] = bin;
    }
    return column;
  });
  const weights = Float64Array.from(rows, (row) => row.weight);
  const truth = Float64Array.from(rows, (row) => (row.isYes ? 1 : 0));
  let yes = 0;
  let all = 0;
  for (let index = 0; index < rows.length; index++) {
    yes += weights[index]! * truth[index]!;
    all += weights[index]!;
  }
  const base = Math.log(yes / (all - yes));
  const scores = new Float64Array(rows.length).fill(base);
  const gradients = new Float64Array(rows.length);
  const hessians = new Float64Array(rows.length);
  const random = createRandom(settings.seed);
  const trees: Tree[] = [];
  const gradientSums = new Float64Array(MOST_BINS + 2);
  const hessianSums = new Float64Array(MOST_BINS + 2);
  const counts = new Int32Array(MOST_BINS + 2);

  function sumUp(indices: Int32Array): Leaf {
    let gradient = 0;
    let weight = 0;
    for (const index of indices) {
      gradient += gradients[index]!;
      weight += hessians[index]!;
    }
    return { rows: indices, gradient, weight, split: null };
  }

  function findSplit(leaf: Leaf, features: readonly number[]): Split | null {
    if (leaf.rows.length < 2 * settings.fewestRows) return null;
    const parent = (leaf.gradient * leaf.gradient) / (leaf.weight + settings.ridge);
    let best: Split | null = null;
    for (const feature of features) {
      const last = thresholds[feature]!.length;
      if (last === 0) continue;
      const column = bins[feature]!;
      gradientSums.fill(0, 0, last + 1);
      hessianSums.fill(0, 0, last + 1);
      counts.fill(0, 0, last + 1);
      for (const index of leaf.rows) {
        const bin = column[index]!;
        gradientSums[bin]! += gradients[index]!;
        hessianSums[bin]! += hessians[index]!;
        counts[bin]!++;
      }
      let gradient = 0;
      let weight = 0;
      let number = 0;
      for (let bin = 0; bin < last; bin++) {
        gradient += gradientSums[bin]!;
        weight += hessianSums[bin]!;
        number += counts[bin]!;
        if (number < settings.fewestRows) continue;
        if (leaf.rows.length - number < settings.fewestRows) break;
        const other = leaf.gradient - gradient;
        const gain = (gradient * gradient) / (weight + settings.ridge) + (other * other) / (leaf.weight - weight + settings.ridge) - parent;
        if (gain > 1e-9 && (best === null || gain > best.gain)) best = { feature, bin, gain };
      }
    }
    return best;
  }

  function growTree(): Tree {
    const sample: number[] = [];
    for (let index = 0; index < rows.length; index++) if (random() < settings.rowShare) sample.push(index);
    const features: number[] = [];
    for (let feature = 0; feature < count; feature++) if (random() < settings.featureShare) features.push(feature);
    const root = sumUp(Int32Array.from(sample));
    root.split = findSplit(root, features);
    const children = new Map<Leaf, readonly [Leaf, Leaf]>();
    const open = [root];
    while (open.length < settings.leaves) {
      let widest: Leaf | null = null;
      for (const leaf of open) if (leaf.split !== null && (widest === null || leaf.split.gain > widest.split!.gain)) widest = leaf;
      if (widest === null) break;
      const { feature, bin } = widest.split!;
      const column = bins[feature]!;
      const low = sumUp(widest.rows.filter((index) => column[index]! <= bin));
      const high = sumUp(widest.rows.filter((index) => column[index]! > bin));
      low.split = findSplit(low, features);
      high.split = findSplit(high, features);
      children.set(widest, [low, high]);
      open.splice(open.indexOf(widest), 1, low, high);
    }
    const build = (leaf: Leaf): Tree => {
      const pair = children.get(leaf);
      if (pair === undefined) return { value: (-leaf.gradient / (leaf.weight + settings.ridge)) * settings.rate };
      const { feature, bin } = leaf.split!;
      return { feature, threshold: thresholds[feature]![bin]!, low: build(pair[0]), high: build(pair[1]) };
    };
    return build(root);
  }

  for (let tree = 0; tree < settings.trees; tree++) {
    for (let index = 0; index < rows.length; index++) {
      const chance = 1 / (1 + Math.exp(-scores[index]!));
      gradients[index] = weights[index]! * (chance - truth[index]!);
      hessians[index] = weights[index]! * chance * (1 - chance);
    }
    const grown = growTree();
    trees.push(grown);
    for (let index = 0; index < rows.length; index++) scores[index]! += valueOf(grown, rows[index]!.features);
  }
  return { base, trees };
}

function valueOf(tree: Tree, features: ArrayLike<number>): number {
  let node = tree;
  while ("feature" in node) node = features[node.feature]! <= node.threshold ? node.low : node.high;
  return node.value;
}

/** Log odds that a forest gives. */
export function scoreRow(forest: Forest, features: ArrayLike<number>): number {
  let sum = forest.base;
  for (const tree of forest.trees) sum += valueOf(tree, features);
  return sum;
}
