import { describe, expect, test } from "vitest";
import { createContextMeter, ROW_FEATURES } from "../../src/noise/model/context-features.ts";
import { createLineMeter } from "../../src/noise/model/line-features.ts";
import { ROW_NAMES } from "./feature-names.ts";
import { linesOf } from "./feature-records.ts";

/** A feature of every line of a record. */
function featureOf(name: string, page: string): number[] {
  const lines = linesOf(page);
  const place = ROW_NAMES.indexOf(name);
  const meter = createContextMeter();
  meter.begin(createLineMeter().measure(lines), lines.length);
  const rows = meter.place(0, lines.length);
  return lines.map((_, index) => rows[index * ROW_FEATURES + place]!);
}

const letters = (count: number): string => "a".repeat(count);
const SENTENCE = `${letters(99)}.`;
const WIDE = letters(80);
const PAGE = ["Home", "News", SENTENCE, "A heading", WIDE, SENTENCE, "Next"].join("\n");

test("a line is told what stands on either side, and that nothing does", () => {
  expect(featureOf("before.width", PAGE)).toEqual([-2, 4, 4, 100, 9, 80, 100]);
  expect(featureOf("after.width", PAGE)).toEqual([4, 100, 9, 80, 100, 4, -2]);
  expect(featureOf("twoBefore.width", PAGE)).toEqual([-2, -2, 4, 4, 100, 9, 80]);
  expect(featureOf("twoAfter.width", PAGE)).toEqual([100, 9, 80, 100, 4, -2, -2]);
  expect(featureOf("before.end", PAGE)).toEqual([-2, 0, 0, 7, 0, 0, 7]);
  expect(featureOf("blankAfter", "Home\nNews\n\n\nSport")).toEqual([0, 2, 9]);
});

test("a line is told where it stands", () => {
  expect(featureOf("linesBefore", PAGE)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(featureOf("linesAfter", PAGE)).toEqual([6, 5, 4, 3, 2, 1, 0]);
  expect(featureOf("position", "Home\nNews")).toEqual([0, 1]);
  expect(featureOf("position", "Home")).toEqual([0]);
  expect(featureOf("lineCount", "Home\nNews")).toEqual([2, 2]);
  expect(featureOf("widthBefore", PAGE)).toEqual([0, 4, 8, 108, 117, 197, 297]);
  expect(featureOf("widthAfter", PAGE)).toEqual([297, 293, 193, 184, 104, 4, 0]);
});

test("a line is told how far the sentences are, and how many there are", () => {
  expect(featureOf("toLastSentence", PAGE)).toEqual([60, 60, 60, 1, 2, 3, 1]);
  expect(featureOf("toNextSentence", PAGE)).toEqual([2, 1, 3, 2, 1, 60, 60]);
  expect(featureOf("sentencesBefore", PAGE)).toEqual([0, 0, 0, 1, 1, 1, 2]);
  expect(featureOf("sentencesAfter", PAGE)).toEqual([2, 2, 1, 1, 1, 0, 0]);
  expect(featureOf("sentenceWidthBefore", PAGE)).toEqual([0, 0, 0, 0.5, 0.5, 0.5, 1]);
  expect(featureOf("gapBetweenSentences", PAGE)).toEqual([120, 120, 120, 3, 3, 120, 120]);
  expect(featureOf("sentenceWidthBefore", "Home\nNews")).toEqual([-1, -1]);
});

test("a long record's ends are far, wherever they are", () => {
  const page = Array.from({ length: 100 }, () => "Home").join("\n");
  expect(featureOf("linesBefore", page)[99]).toBe(60);
  expect(featureOf("linesAfter", page)[0]).toBe(60);
});

test("neighbouring short lines make a run", () => {
  expect(featureOf("runLength", PAGE)).toEqual([2, 2, 1, 1, 1, 1, 1]);
  expect(featureOf("placeInRun", PAGE)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  expect(featureOf("run.widthAfter", PAGE)).toEqual([100, 100, 0, 80, 0, 0, -2]);
  expect(featureOf("run.widthBefore", PAGE)).toEqual([-2, -2, 0, 100, 0, 0, 100]);
  expect(featureOf("run.headings", PAGE)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(featureOf("run.headingShare", PAGE)).toEqual([0.25, 0.25, -1, 0.25, -1, -1, 0.25]);
});

test("a line of 70 is not short, one of 69 is", () => {
  const pageOf = (width: number): string => `Home\n${letters(width)}\nNews\nSport`;
  expect(featureOf("runLength", pageOf(70))).toEqual([1, 1, 2, 2]);
  expect(featureOf("placeInRun", pageOf(70))).toEqual([0, 0, 0, 1]);
  expect(featureOf("run.width", pageOf(70))).toEqual([4, 0, 4.5, 4.5]);
  expect(featureOf("runLength", pageOf(69))).toEqual([4, 4, 4, 4]);
  expect(featureOf("run.width", pageOf(69))).toEqual([20.5, 20.5, 20.5, 20.5]);
});

describe("headings alike", () => {
  const between = (headings: readonly string[]): string => [SENTENCE, ...headings.flatMap((heading) => [heading, SENTENCE])].join("\n");
  const alike = (name: string, headings: readonly string[]): number[] =>
    featureOf(name, between(headings)).filter((_, index) => index % 2 === 1);

  test("those that end alike, in capitals or not", () => {
    expect(alike("run.headingsRoughlyAlike", ["One way", "other way", "THE WAY", "A way?"])).toEqual([1, 1, 0, 0]);
    // Of so few letters half are capitals: one is added to their number.
    expect(alike("run.headingsRoughlyAlike", ["ABc", "ABC", "Abc"])).toEqual([1, 1, 0]);
  });

  test("those that start alike, too, and have capitalised words or not", () => {
    expect(alike("run.headingsAlike", ["One way", "other way", "The Way", "A way there"])).toEqual([1, 0, 1, 0]);
  });
});

test("items of a list look alike: start, end, capitals and width", () => {
  expect(featureOf("likenessAfter", "Home\nHope\nx 1")).toEqual([3 + 4 / 5, 3 / 5, -1].map((value) => Math.fround(value)));
  expect(featureOf("likenessBefore", "Home\nHope\nx 1")).toEqual([-1, 3 + 4 / 5, 3 / 5].map((value) => Math.fround(value)));
  // Words that begin with a capital: half of one line's, a quarter of the other's.
  expect(featureOf("likenessAfter", "The Mill so old\nThe mill so old")[0]).toBeCloseTo(2 + 15 / 16);
  expect(featureOf("shapesAlike", "Home\nHope\nx 1\nNews")).toEqual([3, 3, 1, 3]);
});
