import { describe, expect, test } from "vitest";
import {
  addBits,
  addToLevel,
  ALL_CELLS,
  createLevel,
  entriesOf,
  levelOf,
  LEVELS,
  mergeLevels,
  readLevel,
  type SketchLevel,
} from "../../src/noise/profile-sketch.ts";

/** Numbers that look random, the same every time. */
function* numbers(count: number, seed = 1): Generator<number> {
  let state = seed;
  for (let index = 0; index < count; index++) yield (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0);
}

const popCount = (bits: number): number => [...(bits >>> 0).toString(2)].filter((digit) => digit === "1").length;

describe("cells", () => {
  // Few cells stand in a small table, more in a larger one, very many in the array of all.
  test.each([0, 1, 40, 700, 6000])("%j hold what was set, in order", (count) => {
    const level = createLevel();
    const expected = new Map<number, number>();
    for (const number of numbers(count)) {
      const [cell, bits] = [(number >>> 5) % ALL_CELLS, 1 << (number & 31)];
      addBits(level, cell, bits);
      expected.set(cell, ((expected.get(cell) ?? 0) | bits) >>> 0);
    }
    expect(String([...entriesOf(level)])).toBe(String([...expected].sort(([a], [b]) => a - b)));
    expect(level.bits).toBe([...expected.values()].reduce((sum, bits) => sum + popCount(bits), 0));
  });

  test("setting bits again changes nothing", () => {
    const level = createLevel();
    addBits(level, 9, 0b101);
    addBits(level, 9, 0b100);
    addBits(level, 9, 0b110);
    expect([[...entriesOf(level)], level.bits]).toEqual([[[9, 0b111]], 3]);
  });

  test("setting no bit takes no place", () => {
    const level = createLevel();
    for (let cell = 0; cell < 300; cell++) addBits(level, cell, 0);
    expect([level.cells.length, level.bits]).toEqual([0, 0]);
  });

  test("neighbours and the last one are told apart", () => {
    const level = createLevel();
    for (const cell of [0, 1, ALL_CELLS - 1]) addBits(level, cell, 1 << 31);
    expect([...entriesOf(level)]).toEqual([0, 1, ALL_CELLS - 1].map((cell) => [cell, 2 ** 31]));
  });

  test("take as much memory as they need, all of them one MiB", () => {
    const lengthOf = (cells: number): number => {
      const level = createLevel();
      for (let cell = 0; cell < cells; cell++) addBits(level, cell * 5, 1);
      return level.cells.length;
    };
    expect([0, 1, 65, 66, 257, 258, 4097, 4098].map(lengthOf)).toEqual([0, 512, 512, 2048, 2048, 8192, 32_768, ALL_CELLS]);
  });
});

describe("the contexts of a line", () => {
  const LINE = 0x1234_5678;
  const seenIn = (contexts: readonly (readonly [number | null, number | null])[], others = 0): number => {
    const level = createLevel();
    for (const other of numbers(others, 5)) addToLevel(level, other, other >>> 7, other >>> 9);
    for (const [before, after] of contexts) addToLevel(level, LINE, before, after);
    return readLevel(level, LINE);
  };

  test("are counted, an estimate where there are many", () => {
    const of = (count: number): number => seenIn(Array.from({ length: count }, (_, context) => [context, context + 1]));
    expect([0, 1, 2, 5, 6, 16, 31, 32, 100].map(of)).toEqual([0, 1, 2, 5, 7, 22, 111, 150, 150]);
  });

  test.each([0, 50, 1000, 9000])("are counted beside %j other lines", (others) => {
    expect(
      seenIn(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        others,
      ),
    ).toBe(3);
  });

  test("are those before it or those after it, whichever are fewer", () => {
    const same = (side: "before" | "after"): number =>
      seenIn(Array.from({ length: 5 }, (_, context) => (side === "before" ? [7, context] : [context, 7])));
    expect([same("before"), same("after")]).toEqual([1, 1]);
  });

  test("are not noted where they are not sampled", () => {
    for (const [before, after] of [
      [null, 5],
      [5, null],
    ] as const) {
      const level = createLevel();
      addToLevel(level, LINE, before, after);
      expect(level.bits).toBe(2);
      expect(readLevel(level, LINE)).toBe(0);
    }
  });

  test("a line that was never added has none", () => {
    const level = createLevel();
    for (const other of numbers(300)) addToLevel(level, other, other >>> 3, other >>> 8);
    expect([...numbers(300, 77)].filter((hash) => readLevel(level, hash) > 0)).toEqual([]);
  });
});

test("a level takes half as many contexts as the one before", () => {
  expect([-1, 1 << 30, 1 << 29, 1, 0].map(levelOf)).toEqual([0, 1, 2, LEVELS - 1, LEVELS - 1]);
});

test("levels are joined; a full one makes the whole full", () => {
  const [a, b] = [createLevel(), createLevel()];
  addBits(a, 3, 0b01);
  addBits(b, 3, 0b10);
  addBits(b, 8, 1);
  const merged = (levels: (SketchLevel | null)[]): unknown => {
    const level = mergeLevels(levels);
    return level && [...entriesOf(level)];
  };
  expect(merged([a, b])).toEqual([
    [3, 0b11],
    [8, 1],
  ]);
  expect(merged([a, null])).toBeNull();
  expect(merged([])).toEqual([]);
});
