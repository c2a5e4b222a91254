import { describe, expect, test } from "vitest";
import { decodeRows, LANGUAGE_BITS, LANGUAGE_MASK } from "../../../src/fields/language/decode-rows.ts";
import { createModel, decodedRows, loadModel, normOf } from "../../../src/fields/language/model.ts";
import { MODEL_GROUPS } from "../../../src/fields/language/model.generated.ts";
import { SCRIPT } from "../../../src/fields/language/scripts.ts";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Place of the first number that differs, -1 where none does; comparing by value would take seconds. */
function findDifference(some: ArrayLike<number>, others: ArrayLike<number>): number {
  if (some.length !== others.length) return Math.min(some.length, others.length);
  for (let index = 0; index < some.length; index++) if (some[index] !== others[index]) return index;
  return -1;
}

/** The Latin one alone takes longer than all others, in which the same happens. */
const GROUPS = MODEL_GROUPS.filter(({ script }) => script !== SCRIPT.LATIN && script !== SCRIPT.CYRILLIC);

describe.each(GROUPS.map((group) => [group.languages.join(" "), group] as const))("the rows of %s", (_languages, group) => {
  const decode = (firstEntry: number, firstLanguage: number): { entries: Uint16Array; ends: Uint32Array } => {
    const entries = new Uint16Array(firstEntry + group.entries + 1);
    const ends = new Uint32Array(group.rows);
    decodeRows(bytesOf(group.data), group.parents, { entries, ends, firstEntry, firstLanguage });
    return { entries, ends };
  };

  test("hold as many weights as were written, none of level 0, languages in their order", () => {
    const { entries, ends } = decode(0, 0);
    expect(ends.at(-1)).toBe(group.entries);
    let start = 0;
    for (const end of ends) {
      let last = -1;
      for (const entry of entries.subarray(start, end)) {
        const language = entry & LANGUAGE_MASK;
        if (language <= last || language >= group.languages.length || entry >> LANGUAGE_BITS < 1 || entry >> LANGUAGE_BITS > 7)
          expect.fail(`entry ${entry} after language ${last}`);
        last = language;
      }
      start = end;
    }
  });

  test("stand behind those of earlier groups", () => {
    const plain = decode(0, 0);
    const moved = decode(5, 3);
    const ends = plain.ends.map((end) => end + 5);
    const entries = plain.entries.map((entry) => entry + 3);
    expect(findDifference(moved.ends, ends)).toBe(-1);
    expect(findDifference(moved.entries.subarray(5, -1), entries.subarray(0, -1))).toBe(-1);
  });

  test("are those that the model looks up", () => {
    const { firstLanguage, endLanguage, firstRow, endRow } = createModel().ranges[group.script]!;
    const plain = decode(0, firstLanguage);
    expect(endRow - firstRow).toBe(group.rows);
    expect(endLanguage - firstLanguage).toBe(group.languages.length);
    const rows = decodedRows(group.script)!;
    expect(findDifference(rows.entries, plain.entries.subarray(0, -1))).toBe(-1);
    expect(findDifference(rows.ends, plain.ends)).toBe(-1);
    const { cells, cellStarts } = loadModel();
    for (let row = 1, at = 0; row <= group.rows; row++) {
      const levels = new Uint8Array(group.languages.length);
      for (; at < plain.ends[row - 1]!; at++)
        levels[(plain.entries[at]! & LANGUAGE_MASK) - firstLanguage] = plain.entries[at]! >> LANGUAGE_BITS;
      for (const [index, level] of levels.entries())
        if (cells[cellStarts[firstLanguage + index]! + firstRow + row] !== level) expect.fail(`row ${row} of language ${index}`);
    }
  });
});

test("a script with one language has no rows", () => {
  expect(decodedRows(SCRIPT.GREEK)).toBeNull();
});

test("the tables of all groups lie behind each other, and no row between two groups is asked for", () => {
  const { rowOf, starts, entries, tags, priors, norms, cells, cellStarts, ranges } = createModel();
  const sum = (count: (group: (typeof MODEL_GROUPS)[number]) => number): number =>
    MODEL_GROUPS.reduce((all, group) => all + count(group), 0);
  let row = 0;
  let language = 0;
  let entry = 0;
  let cell = 0;
  const rows = new Set(rowOf);
  for (const group of MODEL_GROUPS) {
    expect(ranges[group.script]).toEqual({
      firstLanguage: language,
      endLanguage: language + group.languages.length,
      firstRow: row,
      endRow: row + group.rows,
    });
    expect(tags.slice(language, language + group.languages.length)).toEqual(group.languages);
    expect(starts[row]).toBe(entry);
    expect(starts[row + group.rows]).toBe(entry);
    for (const [index] of group.languages.entries()) expect(cellStarts[language + index]! + row + 1).toBe(cell + index * group.rows);
    for (let one = row + 1; one <= row + group.rows; one++) if (!rows.has(one)) expect.fail(`row ${one} has no hash`);
    expect(rows).not.toContain(row + group.rows + 1);
    row += group.rows + 1;
    language += group.languages.length;
    entry += group.entries;
    cell += group.rows * group.languages.length;
  }
  expect(rows.size - 1).toBe(sum(({ rows: count }) => count));
  expect(entries.length).toBe(entry);
  expect(cells.length).toBe(cell);
  expect(priors).toEqual(MODEL_GROUPS.flatMap((group) => group.priors));
  expect(norms).toEqual(MODEL_GROUPS.flatMap((group) => group.norms));
  expect(ranges[SCRIPT.GREEK]).toBeUndefined();
});

test("hashes of a group's rows ascend", () => {
  const { rowOf, ranges } = createModel();
  for (const { script } of MODEL_GROUPS) {
    const { firstRow, endRow } = ranges[script]!;
    const rows = rowOf.filter((row) => row > firstRow && row <= endRow);
    expect(rows).toHaveLength(endRow - firstRow);
    expect(rows.findIndex((row, index) => row !== firstRow + 1 + index)).toBe(-1);
  }
});

test("a language has a norm for each set of features", () => {
  const model = loadModel();
  for (const [index, [all, three]] of model.norms.entries()) {
    expect(normOf(model, index, "all")).toBe(all);
    expect(normOf(model, index, "three")).toBe(three);
  }
});
