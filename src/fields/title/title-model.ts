import { FEATURE_COUNT } from "./title-features.ts";
import { TITLE_BASE, TITLE_THRESHOLDS, TITLE_TREES } from "./title-model.generated.ts";

/** Marks a leaf where a question would name its feature. */
export const LEAF = 0xff;
/** Steps of a leaf's value in one unit of log odds, and what stands for 0. */
export const LEAF_STEPS = 100;
export const LEAF_ZERO = 128;

/** Trees in flat arrays; a negative child is the end of the tree. */
interface FlatTrees {
  readonly roots: readonly number[];
  readonly features: Uint8Array;
  /** Threshold of a question, value of a leaf. */
  readonly values: Float64Array;
  readonly highs: Int16Array;
}

let trees: FlatTrees | null = null; // once the first headline is looked for

/** Log odds that a line is the headline. */
export function scoreTitle(candidate: Float64Array): number {
  trees ??= unpackTrees();
  const { roots, features, values, highs } = trees;
  let sum = TITLE_BASE;
  for (const root of roots) {
    let node = root;
    for (let feature = features[node]!; feature !== LEAF; feature = features[node]!) {
      node = candidate[feature]! <= values[node]! ? node + 1 : highs[node]!;
    }
    sum += values[node]!;
  }
  return sum;
}

/** Two bytes a node, a question's low branch directly behind it: feature and number of the threshold, or leaf and value. */
export function unpackTrees(): FlatTrees {
  const bytes = Uint8Array.from(atob(TITLE_TREES), (character) => character.charCodeAt(0));
  const count = bytes.length / 2;
  const features = new Uint8Array(count);
  const values = new Float64Array(count);
  const highs = new Int16Array(count);
  const roots: number[] = [];

  function readNode(node: number): number {
    const feature = bytes[2 * node]!;
    const value = bytes[2 * node + 1]!;
    features[node] = feature;
    if (feature === LEAF || feature >= FEATURE_COUNT) {
      values[node] = (value - LEAF_ZERO) / LEAF_STEPS;
      return node + 1;
    }
    values[node] = TITLE_THRESHOLDS[feature]![value]!;
    highs[node] = readNode(node + 1);
    return readNode(highs[node]);
  }

  for (let node = 0; node < count; node = readNode(node)) roots.push(node);
  return { roots, features, values, highs };
}
