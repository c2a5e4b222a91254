import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ICU_VERSION, MONTH_NAMES } from "../../../src/fields/month-names.generated.ts";
import { parseDate } from "newsdump";

const path = new URL("../../../src/fields/month-names.generated.ts", import.meta.url);
/** The names change with CLDR and with ICU, so only the version the table was made with can make it again. */
const isSameData = process.versions["icu"] === ICU_VERSION;

test.skipIf(!isSameData)("the table of names is what its script writes", async () => {
  const { generate } = (await import(new URL("../../tools/month-names.mjs", import.meta.url).href)) as { generate: () => string };
  expect(generate()).toBe(readFileSync(path, "utf8"));
});

const rows = MONTH_NAMES.trim()
  .split("\n")
  .map((row) => row.split("=") as [string, string]);

test("the table has at least 60 languages", () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
});

describe.each(rows)("%s", (language, cells) => {
  test("every name of every month is read, and every spelling of its case", () => {
    for (const [index, names] of cells.split("|").entries()) {
      const expected = `2025-${String(index + 1).padStart(2, "0")}-11`;
      for (const name of names.split(",")) {
        for (const form of [name, name.toUpperCase(), name.normalize("NFD"), `${name}.`]) {
          expect([form, parseDate(`11 ${form} 2025`, { languages: [language] })?.date]).toEqual([form, expected]);
        }
      }
    }
  });
});
