import { type Forest, MARGIN_UNITS, packForest, type TreeNode } from "./trees.ts";

/** Both passes of the model: the second sees what the first says of a line and its neighbours. */
export interface Passes {
  readonly first: Forest;
  readonly second: Forest;
}

/** Feature number of a leaf in the packed trees. */
export const LEAF = 255;
/** Leaf values are stored with this added, in two bytes. */
export const LEAF_OFFSET = 64 * MARGIN_UNITS;

/**
 * Reads a forest from its packed form: trees in preorder, a node as its feature and the number of its border
 * among the feature's, a leaf as {@link LEAF} and its value.
 *
 * @param packed - base64
 * @param borders - borders of each feature in rising order
 */
export function readForest(packed: string, borders: readonly (readonly number[])[]): Forest {
  const bytes = atob(packed);
  const nodes: TreeNode[] = [];
  const roots: number[] = [];
  let at = 0;

  function addNode(): number {
    return nodes.push({ feature: -1, border: 0, link: 0 }) - 1;
  }

  function readNode(node: number): void {
    const feature = bytes.charCodeAt(at);
    if (feature === LEAF) {
      nodes[node]!.link = bytes.charCodeAt(at + 1) * 256 + bytes.charCodeAt(at + 2) - LEAF_OFFSET;
      at += 3;
      return;
    }
    const border = borders[feature]![bytes.charCodeAt(at + 1)]!;
    at += 2;
    const left = addNode();
    addNode();
    nodes[node] = { feature, border, link: left };
    readNode(left);
    readNode(left + 1);
  }

  while (at < bytes.length) {
    const root = addNode();
    roots.push(root);
    readNode(root);
  }
  return packForest(roots, nodes);
}
