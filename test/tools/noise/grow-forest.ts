import { MARGIN_UNITS, type TreeNode } from "../../../src/noise/model/trees.ts";

/** Rows of numbers with what they are: 1 noise, 0 article. */
export interface TrainingTable {
  /** Row after row. */
  readonly rows: Float32Array;
  readonly columns: number;
  readonly labels: Uint8Array;
  /** 0: not to be learnt from. */
  readonly weights: Float64Array;
  /** Document of each row: trees are grown on a part of the documents each. */
  readonly documents: Int32Array;
}

/** How a forest grows. */
export interface Growth {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly seed: number;
}

const BINS = 64;
/** Least curvature of a leaf and least gain of a split: more of either underfits, by cross-validation over sites. */
const LEAST_CURVE = 0.1;
const LEAST_GAIN = 0.1;
const RIDGE = 1;
/** Share of the documents and of the features that one tree sees. */
const DOCUMENT_SHARE = 0.75;
const FEATURE_SHARE = 0.5;

/** A forest as its nodes. */
export interface GrownForest {
  readonly roots: number[];
  readonly nodes: TreeNode[];
}

interface Leaf {
  readonly node: number;
  readonly members: Int32Array;
  readonly gradients: Float64Array;
  split: Split | null;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Grows a forest by gradient boosting on the logistic loss; the same table and seed, the same forest. */
export function growForest(table: TrainingTable, { trees, leaves, rate, seed }: Growth): GrownForest {
  const { labels, weights, documents } = table;
  const count = labels.length;
  const random = createRandom(seed);
  const cuts = findCuts(table);
  const bins = toBins(table, cuts);
  const margins = new Float64Array(count);
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count);
  const nodes: TreeNode[] = [];
  const roots: number[] = [];
  const documentCount = documents.reduce((most, document) => Math.max(most, document), 0) + 1;
  const rowsOf = listRows(documents, documentCount);

  for (let tree = 0; tree < trees; tree++) {
    for (let row = 0; row < count; row++) {
      const probability = 1 / (1 + Math.exp(-margins[row]!));
      gradient[row] = weights[row]! * (probability - labels[row]!);
      hessian[row] = weights[row]! * probability * (1 - probability);
    }
    const members: number[] = [];
    for (let document = 0; document < documentCount; document++) {
      if (random() < DOCUMENT_SHARE) for (const row of rowsOf[document]!) if (weights[row]! > 0) members.push(row);
    }
    const features = cuts.flatMap((feature, index) => (feature.length > 0 && random() < FEATURE_SHARE ? [index] : []));
    if (members.length === 0 || features.length === 0) continue;
    const root = nodes.length;
    roots.push(root);
    nodes.push({ feature: -1, border: 0, link: 0 });
    const open: Leaf[] = [createLeaf(root, Int32Array.from(members), null, null, features)];
    while (open.length < leaves) {
      let best = -1;
      for (const [index, leaf] of open.entries())
        if (leaf.split !== null && (best < 0 || leaf.split.gain > open[best]!.split!.gain)) best = index;
      if (best < 0) break;
      const leaf = open[best]!;
      const { feature, bin } = leaf.split!;
      const column = bins[feature]!;
      const left = leaf.members.filter((row) => column[row]! <= bin);
      const right = leaf.members.filter((row) => column[row]! > bin);
      const link = nodes.length;
      nodes[leaf.node] = { feature, border: cuts[feature]![bin]!, link };
      nodes.push({ feature: -1, border: 0, link: 0 }, { feature: -1, border: 0, link: 0 });
      const isLeftSmall = left.length < right.length;
      const small = createLeaf(isLeftSmall ? link : link + 1, isLeftSmall ? left : right, null, null, features);
      const large = createLeaf(isLeftSmall ? link + 1 : link, isLeftSmall ? right : left, leaf.gradients, small.gradients, features);
      open.splice(best, 1, ...(isLeftSmall ? [small, large] : [large, small]));
    }
    for (const leaf of open) {
      let sum = 0;
      let curve = 0;
      for (const row of leaf.members) {
        sum += gradient[row]!;
        curve += hessian[row]!;
      }
      nodes[leaf.node]!.link = Math.round((-rate * sum * MARGIN_UNITS) / (curve + RIDGE));
    }
    addTree(root);
  }
  return { roots, nodes };

  /** Sums of gradient and curvature by feature and bin; the larger of two leaves is the rest of their parent. */
  function createLeaf(
    node: number,
    members: Int32Array,
    parent: Float64Array | null,
    sibling: Float64Array | null,
    features: readonly number[],
  ): Leaf {
    const sums = new Float64Array(features.length * BINS * 2);
    if (parent !== null && sibling !== null) {
      for (let index = 0; index < sums.length; index++) sums[index] = parent[index]! - sibling[index]!;
    } else {
      for (const [place, feature] of features.entries()) {
        const column = bins[feature]!;
        const start = place * BINS * 2;
        for (let index = 0; index < members.length; index++) {
          const row = members[index]!;
          const at = start + column[row]! * 2;
          sums[at]! += gradient[row]!;
          sums[at + 1]! += hessian[row]!;
        }
      }
    }
    return { node, members, gradients: sums, split: findSplit(sums, features) };
  }

  function findSplit(sums: Float64Array, features: readonly number[]): Split | null {
    let best: Split | null = null;
    for (const [place, feature] of features.entries()) {
      const start = place * BINS * 2;
      let total = 0;
      let curve = 0;
      for (let at = start; at < start + BINS * 2; at += 2) {
        total += sums[at]!;
        curve += sums[at + 1]!;
      }
      const whole = (total * total) / (curve + RIDGE);
      let left = 0;
      let leftCurve = 0;
      for (let bin = 0; bin < cuts[feature]!.length; bin++) {
        left += sums[start + bin * 2]!;
        leftCurve += sums[start + bin * 2 + 1]!;
        const rightCurve = curve - leftCurve;
        if (leftCurve < LEAST_CURVE || rightCurve < LEAST_CURVE) continue;
        const right = total - left;
        const gain = (left * left) / (leftCurve + RIDGE) + (right * right) / (rightCurve + RIDGE) - whole;
        if (gain > (best?.gain ?? LEAST_GAIN)) best = { gain, feature, bin };
      }
    }
    return best;
  }

  function addTree(root: number): void {
    for (let row = 0; row < count; row++) {
      let node = nodes[root]!;
      while (node.feature >= 0) {
        const isLeft = table.rows[row * table.columns + node.feature]! <= node.border;
        node = nodes[node.link + (isLeft ? 0 : 1)]!;
      }
      margins[row]! += node.link / MARGIN_UNITS;
    }
  }
}

/** Borders between the bins of each feature: quantiles of the rows that are learnt from. */
function findCuts({ rows, columns, weights }: TrainingTable): number[][] {
  const cuts: number[][] = [];
  for (let feature = 0; feature < columns; feature++) {
    const values: number[] = [];
    for (let row = 0; row < weights.length; row++) if (weights[row]! > 0) values.push(rows[row * columns + feature]!);
    const sorted = Float32Array.from(values).sort();
    const found = new Set<number>();
    const last = sorted.at(-1)!;
    for (let bin = 1; bin < BINS; bin++) {
      const value = sorted[Math.floor((sorted.length * bin) / BINS)]!;
      if (value < last) found.add(short(value));
    }
    cuts.push([...found].sort((a, b) => a - b));
  }
  return cuts;
}

/** Few digits are enough for a border, and say how exact it is. */
function short(value: number): number {
  return Math.fround(Number(value.toPrecision(4)));
}

function toBins({ rows, columns, labels }: TrainingTable, cuts: readonly (readonly number[])[]): Uint8Array[] {
  return cuts.map((borders, feature) => {
    const column = new Uint8Array(labels.length);
    for (let row = 0; row < labels.length; row++) {
      const value = rows[row * columns + feature]!;
      let low = 0;
      let high = borders.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= borders[middle]!) high = middle;
        else low = middle + 1;
      }
      column[row] = low;
    }
    return column;
  });
}

function listRows(documents: Int32Array, documentCount: number): number[][] {
  const rows = Array.from({ length: documentCount }, (): number[] => []);
  for (const [row, document] of documents.entries()) rows[document]!.push(row);
  return rows;
}

/** A small generator of numbers in 0…1 (xorshift32): the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
