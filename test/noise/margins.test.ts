import { describe, expect, test } from "vitest";
import { ROW_FEATURES } from "../../src/noise/model/context-features.ts";
import { evenLists } from "../../src/noise/model/even-lists.ts";
import { LINE, LINE_FEATURES } from "../../src/noise/model/line-features.ts";
import { createMarginMeter } from "../../src/noise/model/margin-features.ts";
import { MARGIN_UNITS } from "../../src/noise/model/trees.ts";
import { ROW_NAMES } from "./feature-names.ts";

describe("what the first pass said of a line and its neighbours", () => {
  /** Features of the margins by name, of lines with these widths and margins. */
  function measure(widths: readonly number[], margins: readonly number[]): (name: string) => number[] {
    const rows = new Float32Array(widths.length * ROW_FEATURES);
    for (const [index, width] of widths.entries()) rows[index * ROW_FEATURES + LINE.width] = width;
    const meter = createMarginMeter();
    meter.begin(Int32Array.from(margins), rows, ROW_FEATURES, widths.length);
    meter.add(rows, 0, widths.length);
    return (name) => widths.map((_, index) => rows[index * ROW_FEATURES + ROW_NAMES.indexOf(name)]!);
  }

  test("margins stand one by one, with a mark where there is no line", () => {
    const feature = measure([5, 5, 5], [-700, 30, 9000]);
    const nothing = 8 * MARGIN_UNITS;
    expect(feature("margin")).toEqual([-700, 30, 9000]);
    expect(feature("margin-1")).toEqual([nothing, -700, 30]);
    expect(feature("margin+1")).toEqual([30, 9000, nothing]);
    expect(feature("margin-2")).toEqual([nothing, nothing, -700]);
    expect(feature("margin+3")).toEqual([nothing, nothing, nothing]);
  });

  test("lines below zero are kept, one at zero is not", () => {
    const feature = measure([100, 50, 30, 2000, 20], [-512, 0, 600, -1, 10]);
    expect(feature("keptBefore")).toEqual([0, 1, 1, 1, 2]);
    expect(feature("keptAfter")).toEqual([1, 1, 1, 0, 0]);
    expect(feature("keptShare")).toEqual([2, 2, 2, 2, 2].map((kept) => Math.fround(kept / 5)));
    expect(feature("toLastKept")).toEqual([60, 1, 2, 3, 1]);
    expect(feature("toNextKept")).toEqual([3, 2, 1, 60, 60]);
    // A line counts as 1000 at most, and one is added to the sum.
    expect(feature("keptWidthBefore")).toEqual([0, 100, 100, 100, 1100].map((width) => Math.fround(width / 1101)));
    expect(feature("keptWidthAfter")).toEqual([1000, 1000, 1000, 0, 0].map((width) => Math.fround(width / 1101)));
  });

  test("the six lines on either side are summed up, extremes cut off", () => {
    const margins = [-9000, 100, 100, 100, 100, 100, 100, 100, 9000];
    const feature = measure(
      margins.map(() => 5),
      margins,
    );
    expect(feature("marginsBefore").slice(0, 3)).toEqual([0, -4096, -1998]);
    expect(feature("marginsBefore")[8]).toBe(100);
    expect(feature("marginsAfter")[7]).toBe(4096);
    expect(feature("marginsAfter")[8]).toBe(0);
    expect(feature("marginsAfter")[0]).toBe(100);
    expect(feature("meanMargin")[0]).toBeCloseTo(700 / 9);
  });

  test("lines out of reach are all equally far", () => {
    const margins = Array.from({ length: 150 }, (_, index) => (index === 0 ? -5 : 5));
    const feature = measure(
      margins.map(() => 5),
      margins,
    );
    expect(feature("toLastKept")[149]).toBe(60);
    expect(feature("toLastKept")[40]).toBe(40);
    expect(feature("keptBefore")[149]).toBe(1);
  });
});

describe("items of one list", () => {
  interface Item {
    readonly width?: number;
    readonly start?: number;
    readonly end?: number;
    readonly blankBefore?: number;
    readonly margin: number;
  }

  function even(list: readonly Item[]): number[] {
    const own = new Float32Array((list.length + 1) * LINE_FEATURES); // the last row is left from a longer record
    for (const [index, { width = 20, start = 0, end = 0, blankBefore = 0 }] of list.entries()) {
      own[index * LINE_FEATURES + LINE.width] = width;
      own[index * LINE_FEATURES + LINE.start] = start;
      own[index * LINE_FEATURES + LINE.end] = end;
      own[index * LINE_FEATURES + LINE.blankBefore] = blankBefore;
    }
    const margins = Int32Array.from([...list.map(({ margin }) => margin), 0]);
    evenLists(own, margins, list.length);
    return [...margins.subarray(0, list.length)];
  }
  const items = (...margins: readonly number[]): Item[] => itemsLike({}, ...margins);
  const itemsLike = (item: Omit<Item, "margin">, ...margins: readonly number[]): Item[] =>
    margins.map((margin) => Object.assign({ margin }, item));

  test("come half way to their mean", () => {
    expect(even(items(0, 300, 600))).toEqual([150, 300, 450]);
    expect(even(items(-10, 0, 1))).toEqual([-6, -1, -1]); // whole numbers
  });

  test("are three or more", () => {
    expect(even(items(0, 600))).toEqual([0, 600]);
    expect(even(items(600))).toEqual([600]);
  });

  test("one that is very sure says no more than four units of the others", () => {
    expect(even(items(0, 0, 30_000))).toEqual([341, 341, 15_341]);
    expect(even(items(0, 0, -30_000))).toEqual([-341, -341, -15_341]);
  });

  test("begin and end alike", () => {
    const other = (item: Partial<Item>): Item[] => [...items(0, 300, 600), { margin: 900, ...item }];
    expect(even(other({}))).toEqual([225, 375, 525, 675]);
    expect(even(other({ start: 1 }))).toEqual([150, 300, 450, 900]);
    expect(even(other({ end: 1 }))).toEqual([150, 300, 450, 900]);
  });

  test("are short", () => {
    const first = (width: number): Item[] => [{ margin: 900, width }, ...items(0, 300, 600)];
    const last = (width: number): Item[] => [...items(0, 300, 600), { margin: 900, width }];
    expect(even(first(69))).toEqual([675, 225, 375, 525]);
    expect(even(first(70))).toEqual([900, 150, 300, 450]);
    expect(even(last(69))).toEqual([225, 375, 525, 675]);
    expect(even(last(70))).toEqual([150, 300, 450, 900]);
    expect(even(itemsLike({ width: 70 }, 0, 300, 600))).toEqual([0, 300, 600]);
  });

  test("stand as far from each other as the first two do", () => {
    const spaced = (...blanks: readonly number[]): Item[] => blanks.map((blankBefore, index) => ({ margin: index * 300, blankBefore }));
    expect(even(spaced(2, 1, 1, 1))).toEqual([225, 375, 525, 675]);
    expect(even(spaced(2, 1, 1, 0))).toEqual([150, 300, 450, 900]);
    expect(even(spaced(0, 1, 0))).toEqual([0, 300, 600]);
  });

  test("a list behind another is one of its own", () => {
    expect(even([...items(0, 300, 600), ...itemsLike({ start: 5 }, 0, 300, 600)])).toEqual([150, 300, 450, 150, 300, 450]);
  });
});
