import { describe, expect, test } from "vitest";
import { createFeatureSink, type FeatureSet, type FeatureSink, MAX_FEATURES, readFeatures } from "../../../src/fields/language/features.ts";
import { SCRIPT } from "../../../src/fields/language/scripts.ts";

function read(text: string, set: FeatureSet = "all"): FeatureSink {
  const sink = createFeatureSink();
  readFeatures(text, 0, text.length, sink, set);
  return sink;
}

const hashesOf = (text: string, set: FeatureSet = "all"): number[] => Array.from(read(text, set).hashes.subarray(0, read(text, set).count));

describe("the features of a word", () => {
  test.each([
    // n-grams of one to four signs, edges among them, and from three letters on the word
    ["a", 1 + 2 + 1],
    ["ab", 2 + 3 + 2 + 1],
    ["abc", 3 + 4 + 3 + 2 + 1],
    ["abcdef", 6 + 7 + 6 + 5 + 1],
    ["ab cd", 16],
    ["  ab, cd. ", 16],
    ["l'ab", 4 + 5 + 4 + 3 + 1],
    ["ab'", 8],
    ["'ab", 8],
    ["''", 0],
    ["12", 0],
    ["河水", 2],
    ["강이", 0],
    ["ab\u00adc", 13],
  ])("%j has %i", (text, count) => {
    expect(read(text).count).toBe(count);
  });

  test.each([
    ["a", 1],
    ["ab", 2],
    ["abc", 3 + 1],
    ["abcdef", 6 + 1],
    ["ab cd", 4],
    ["河水", 2],
  ])("%j has %i of three signs and words", (text, count) => {
    expect(read(text, "three").count).toBe(count);
  });

  test.each([
    ["River", "river"],
    ["l’eau", "l'eau"],
    ["știre", "ştire"],
    ["ri\u00adver", "river"],
    ["river'", "river"],
    ["(river)", "river"],
    ["مــاء", "ماء"],
    ["мiсто", "місто"],
    ["Pocсия", "россия"],
    ["cаse", "case"],
  ])("%j has those of %j", (text, plain) => {
    expect(hashesOf(text)).toEqual(hashesOf(plain));
    expect(hashesOf(text, "three")).toEqual(hashesOf(plain, "three"));
  });

  test.each([
    ["river", "rivers"],
    ["ab", "ba"],
    ["case", "сасе"],
    ["河水", "水河"],
  ])("%j has others than %j", (text, other) => {
    expect(hashesOf(text)).not.toEqual(hashesOf(other));
  });

  test("of three signs and the word are among all", () => {
    const all = new Set(hashesOf("riverside"));
    for (const hash of hashesOf("riverside", "three")) expect(all).toContain(hash);
  });

  test("count the first forty letters", () => {
    expect(hashesOf("x".repeat(50))).toEqual(hashesOf("x".repeat(40)));
    expect(hashesOf("x".repeat(39))).not.toEqual(hashesOf("x".repeat(40)));
  });

  // The rows of the model were made with these hashes.
  test("hash as they did when the model was learnt", () => {
    expect(hashesOf("Été")).toEqual([816935, 999551, 290469, 23837, 97122, 144844, 467336, 98590, 121314, 705527, 23837, 19452, 862309]);
    expect(hashesOf("Été", "three")).toEqual([999551, 144844, 705527, 862309]);
    expect(hashesOf("мир")).toEqual([51710, 421142, 544627, 1005489, 985417, 1018364, 743861, 754252, 164750, 6307, 62890, 709012, 143315]);
    expect(hashesOf("l'eau")).toEqual([
      880868, 275674, 125761, 875714, 261897, 846565, 734334, 208516, 22311, 566161, 222257, 507315, 65679, 140165, 1042640, 559762, 898545,
      396578, 445844, 292982, 228398,
    ]);
    expect(hashesOf("河水")).toEqual([33292, 567734]);
    expect(hashesOf("ab")).toEqual([227618, 110013, 587279, 559762, 682785, 203406, 985661, 200048]);
  });
});

describe("a sink", () => {
  test("counts letters by script, signs without one not at all", () => {
    const { letters } = read("River, 12 рек: 河 l'eau");
    expect(letters[SCRIPT.LATIN]).toBe(9);
    expect(letters[SCRIPT.CYRILLIC]).toBe(3);
    expect(letters[SCRIPT.HAN]).toBe(1);
    expect(letters.reduce((sum, count) => sum + count, 0)).toBe(13);
  });

  test("takes more from the next text", () => {
    const sink = createFeatureSink();
    readFeatures("one river", 4, 9, sink);
    const { count } = sink;
    readFeatures("one river", 0, 3, sink);
    expect(count).toBe(5 + 6 + 5 + 4 + 1);
    expect(sink.count).toBe(count + 13);
    expect(sink.letters[SCRIPT.LATIN]).toBe(8);
  });

  test.each(["all", "three"] as const)("holds as many features as it has room for, %s", (set) => {
    for (const text of ["river ".repeat(8000), "河".repeat(20_000), "x".repeat(5), "ab ".repeat(9000)]) {
      const { count } = read(text, set);
      expect(count).toBeLessThanOrEqual(MAX_FEATURES);
      expect(count).toBeGreaterThan(text.length < 10 ? 5 : MAX_FEATURES - 60);
    }
    expect(read("河".repeat(20_000), set).count).toBe(MAX_FEATURES);
  });
});
