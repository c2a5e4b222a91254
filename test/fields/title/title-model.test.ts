import { expect, test } from "vitest";
import { FEATURE_COUNT } from "../../../src/fields/title/title-features.ts";
import { LEAF, scoreTitle, unpackTrees } from "../../../src/fields/title/title-model.ts";

test("the trees take every node once, ask known features and end in small values", () => {
  const { roots, features, values, highs } = unpackTrees();
  let next = 0;
  let leaves = 0;
  const walk = (node: number): void => {
    if (node !== next++) expect.fail(`node ${node} is not behind the one before`);
    if (features[node] === LEAF) {
      leaves++;
      if (Math.abs(values[node]!) > 1.3) expect.fail(`leaf ${node} is ${values[node]}`);
      return;
    }
    if (features[node]! >= FEATURE_COUNT) expect.fail(`node ${node} asks feature ${features[node]}`);
    walk(node + 1);
    walk(highs[node]!);
  };
  for (const root of roots) walk(root);
  expect(next).toBe(features.length);
  expect(leaves).toBeGreaterThan(5 * roots.length);
  expect(roots.length).toBeGreaterThan(100);
});

test("the sum of the trees is the score", () => {
  const { roots, features, values, highs } = unpackTrees();
  const sumOf = (candidate: Float64Array): number => {
    let sum = 0;
    for (const root of roots) {
      let node = root;
      while (features[node] !== LEAF) node = candidate[features[node]!]! <= values[node]! ? node + 1 : highs[node]!;
      sum += values[node]!;
    }
    return sum;
  };
  const low = new Float64Array(FEATURE_COUNT);
  const high = new Float64Array(FEATURE_COUNT).fill(1000);
  expect(scoreTitle(high) - scoreTitle(low)).toBeCloseTo(sumOf(high) - sumOf(low), 9);
  expect(sumOf(high)).not.toBeCloseTo(sumOf(low), 1);
});
