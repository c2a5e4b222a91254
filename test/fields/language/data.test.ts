import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../src/fields/language/detect.ts";
import { floresSets, hasData, type TextSet } from "../../bench/language-sets.ts";

const WITHOUT_DATA = "no development data beside the repository (NEWSDUMP_SHARED)";

/** Mean over languages of the share that is recognised. */
function macroRecall({ texts }: TextSet): number {
  const counts = new Map<string, { all: number; right: number }>();
  for (const { language, text } of texts) {
    const count = counts.get(language) ?? { all: 0, right: 0 };
    count.all++;
    if (detectLanguage(text).language === language) count.right++;
    counts.set(language, count);
  }
  return [...counts.values()].reduce((sum, count) => sum + count.right / count.all, 0) / counts.size;
}

describe.skipIf(!hasData())(`sentences that the model has not seen${hasData() ? "" : `: ${WITHOUT_DATA}`}`, () => {
  const floors = [0.95, 0.98, 0.985];
  const sets = hasData() ? floresSets() : [];
  test.each(sets.map((set, index) => [set.name, set, floors[index]!] as const))("%s", { timeout: 120_000 }, (_name, set, floor) => {
    expect(macroRecall(set)).toBeGreaterThan(floor);
  });
});
