import { describe, expect, test } from "vitest";
import { createContextMeter, ROW_FEATURES } from "../../src/noise/model/context-features.ts";
import { createLineMeter, LINE_FEATURES, type ModelLine } from "../../src/noise/model/line-features.ts";
import { createMarginMeter } from "../../src/noise/model/margin-features.ts";
import { createNoiseModel } from "../../src/noise/model/noise-model.ts";
import { goldenOf } from "../support/golden.ts";
import { ROW_NAMES } from "./feature-names.ts";
import { FEATURE_RECORDS } from "./feature-records.ts";

// The trained weights fit features as they were when they were learnt: one that comes out differently makes the model worse
// without any error. After training, or where the change is meant, UPDATE_GOLDENS=1 writes the table anew.

/** A feature over all lines of a record: the sum, and the sum in which each line counts as often as its number says. */
type Sums = Record<string, string>;

function createMeters(): (lines: readonly ModelLine[]) => Float32Array {
  const lineMeter = createLineMeter();
  const contextMeter = createContextMeter();
  const marginMeter = createMarginMeter();
  return (lines) => {
    const lineRows = lineMeter.measure(lines);
    contextMeter.begin(lineRows, lines.length);
    const rows = contextMeter.place(0, lines.length);
    marginMeter.begin(marginsFor(lines.length), lineRows, LINE_FEATURES, lines.length);
    marginMeter.add(rows, 0, lines.length);
    return rows;
  };
}

/** Margins of both signs, some beyond what counts, whatever the first pass would say. */
function marginsFor(lineCount: number): Int32Array {
  return Int32Array.from({ length: lineCount }, (_, index) => ((index * 1789) % 11_000) - 6000);
}

function sumsOf(lineCount: number, valueOf: (line: number) => number): string {
  let sum = 0;
  let weighted = 0;
  for (let line = 0; line < lineCount; line++) {
    sum += valueOf(line);
    weighted += valueOf(line) * (line + 1);
  }
  return `${Math.round(sum * 1000) / 1000}, ${Math.round(weighted * 1000) / 1000}`;
}

function featureSums(lines: readonly ModelLine[], rows: Float32Array): Sums {
  return Object.fromEntries(ROW_NAMES.map((name, place) => [name, sumsOf(lines.length, (line) => rows[line * ROW_FEATURES + place]!)]));
}

function ratingSums(lines: readonly ModelLine[]): Sums {
  const { rate, cautionOf } = createNoiseModel();
  const margins = rate(lines);
  return { rating: sumsOf(lines.length, (line) => margins[line]!), caution: sumsOf(lines.length, cautionOf) };
}

describe.each(Object.entries(FEATURE_RECORDS))("the record %j", (name, lines) => {
  test("has the features that the weights were trained for, and the same rating", () => {
    const sums = { ...featureSums(lines, createMeters()(lines)), ...ratingSums(lines) };
    expect(sums).toEqual(goldenOf(new URL("feature-goldens.json", import.meta.url), sums, name));
  });
});

test("features are the same in used buffers, after longer and shorter records", () => {
  const measure = createMeters();
  for (const lines of [...Object.values(FEATURE_RECORDS), ...Object.values(FEATURE_RECORDS).toReversed(), []])
    expect(featureSums(lines, measure(lines))).toEqual(featureSums(lines, createMeters()(lines)));
});

test.each([1, 3, 64])("features are the same when %i lines are placed at a time", (atOnce) => {
  for (const lines of Object.values(FEATURE_RECORDS)) {
    const lineRows = createLineMeter().measure(lines);
    const contextMeter = createContextMeter();
    const marginMeter = createMarginMeter();
    contextMeter.begin(lineRows, lines.length);
    marginMeter.begin(marginsFor(lines.length), lineRows, LINE_FEATURES, lines.length);
    const all = createMeters()(lines);
    for (let from = 0; from < lines.length; from += atOnce) {
      const end = Math.min(lines.length, from + atOnce);
      const rows = contextMeter.place(from, end);
      marginMeter.add(rows, from, end);
      expect(rows.slice(0, (end - from) * ROW_FEATURES)).toEqual(all.slice(from * ROW_FEATURES, end * ROW_FEATURES));
    }
  }
});

test("every place of a row has a name", () => {
  expect(ROW_NAMES.length).toBe(ROW_FEATURES);
  expect(new Set(ROW_NAMES).size).toBe(ROW_FEATURES);
});
