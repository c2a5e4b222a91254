import { describe, expect, test } from "vitest";
import { readForest } from "../../src/noise/model/forest-bytes.ts";
import { packForest, sumTrees, type TreeNode } from "../../src/noise/model/trees.ts";

const leaf = (value: number): TreeNode => ({ feature: -1, border: 0, link: value });

/** What a tree says by the plain rule: at most the border goes left. */
function walk(nodes: readonly TreeNode[], root: number, row: readonly number[]): number {
  let node = nodes[root]!;
  while (node.feature >= 0) node = nodes[node.link + (row[node.feature]! <= node.border ? 0 : 1)]!;
  return node.link;
}

/** Trees of all depths from none to six, none like the other. */
function growTrees(count: number, features: number): { roots: number[]; nodes: TreeNode[] } {
  let state = 1;
  const next = (below: number): number => ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) % below;
  const nodes: TreeNode[] = [];
  const grow = (node: number, depth: number): void => {
    if (depth === 0) {
      nodes[node] = leaf(next(2000) - 1000);
      return;
    }
    const link = nodes.push(leaf(0), leaf(0)) - 2;
    nodes[node] = { feature: next(features), border: next(100) - 50, link };
    grow(link, depth - 1);
    grow(link + 1, next(depth));
  };
  const roots = Array.from({ length: count }, (_, tree) => {
    const root = nodes.push(leaf(0)) - 1;
    grow(root, (tree * 3) % 7);
    return root;
  });
  return { roots, nodes };
}

describe("the sum of a row's leaves", () => {
  test.each([0, 1, 3, 4, 5, 8, 22])("of %j trees is what the trees say one by one", (count) => {
    const features = 9;
    const { roots, nodes } = growTrees(count, features);
    const forest = packForest(roots, nodes);
    for (let place = 0; place < 40; place++) {
      const row = Array.from({ length: features }, (_, feature) => ((place * 37 + feature * 53) % 120) - 60);
      const rows = Float32Array.from([...Array.from({ length: features }, () => 99), ...row]);
      const expected = roots.reduce((sum, root) => sum + walk(nodes, root, row), 0);
      expect(sumTrees(forest, rows, features, -Infinity, Infinity)).toBe(expected);
    }
  });

  test("a value at the border goes left", () => {
    const forest = packForest([0], [{ feature: 0, border: 1.5, link: 1 }, leaf(-10), leaf(20)]);
    expect([1, 1.5, 1.6].map((value) => sumTrees(forest, Float32Array.of(value), 0, -Infinity, Infinity))).toEqual([-10, -10, 20]);
  });

  test("is broken off beyond the limits, after a group of four", () => {
    const forestOf = (value: number) => packForest([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [leaf(value)]);
    const sum = (value: number, low: number, high: number): number => sumTrees(forestOf(value), Float32Array.of(0), 0, low, high);
    expect(sum(10, -Infinity, Infinity)).toBe(120);
    expect(sum(10, -Infinity, 39)).toBe(40);
    expect(sum(10, -Infinity, 40)).toBe(80);
    expect(sum(-10, -39, Infinity)).toBe(-40);
    expect(sum(-10, -40, Infinity)).toBe(-80);
  });
});

describe("a forest in its packed form", () => {
  const bytes = (...values: readonly number[]): string => btoa(String.fromCharCode(...values));
  const sums = (packed: string, borders: readonly (readonly number[])[], rows: readonly (readonly number[])[]): number[] => {
    const forest = readForest(packed, borders);
    return rows.map((row) => sumTrees(forest, Float32Array.from(row), 0, -Infinity, Infinity));
  };

  test("a tree is a node's feature and border, then the left side, then the right", () => {
    // 128 * 256 is added to the leaves: -5, 7, 300.
    const packed = bytes(1, 0, 255, 127, 251, 0, 1, 255, 128, 7, 255, 129, 44);
    const borders = [[10, 20], [0.5]];
    expect(
      sums(packed, borders, [
        [0, 0],
        [20, 1],
        [21, 1],
      ]),
    ).toEqual([-5, 7, 300]);
  });

  test("trees stand one behind the other", () => {
    const packed = bytes(255, 128, 1, 0, 0, 255, 128, 2, 255, 128, 4, 255, 128, 8);
    expect(sums(packed, [[0]], [[0], [1]])).toEqual([1 + 2 + 8, 1 + 4 + 8]);
    expect(sums("", [], [[0]])).toEqual([0]);
  });
});
