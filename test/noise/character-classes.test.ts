import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { PACKED_CLASSES } from "../../src/noise/model/character-classes.generated.ts";
import { CLASS, characterTables, unpackClasses } from "../../src/noise/model/character-classes.ts";

/** The release of Unicode that the classes were made from, as the head of the generated file says. */
const RELEASE = "17.0";

test("letters, digits and marks have the class that this runtime's Unicode gives them", () => {
  const { classes, lower } = characterTables();
  const of = (text: string): number[] => [...text].map((character) => classes[character.charCodeAt(0)]!);
  expect(of("aж")).toEqual([CLASS.lower, CLASS.lower]);
  expect(of("AЖǅ")).toEqual([CLASS.upper, CLASS.upper, CLASS.upper]);
  expect(of("\u0623한")).toEqual([CLASS.caseless, CLASS.caseless]);
  expect(of("中ไ")).toEqual([CLASS.dense, CLASS.dense]);
  expect(of(" 1.,:«(|")).toEqual([
    CLASS.space,
    CLASS.digit,
    CLASS.stop,
    CLASS.comma,
    CLASS.colon,
    CLASS.quote,
    CLASS.bracket,
    CLASS.separator,
  ]);
  expect(classes[0xd83d]).toBe(CLASS.surrogate);
  expect(String.fromCharCode(lower["Ж".charCodeAt(0)]!, lower["7".charCodeAt(0)]!)).toBe("ж7");
  expect(PACKED_CLASSES.length).toBeGreaterThan(2000);
});

test("a class stands for as many code units in a row as its number says, to the base 36, and capitals know their small letter", () => {
  const { classes, lower } = unpackClasses("a1TdQbcZ");
  expect(classes.length).toBe(0x10000);
  expect([...classes.subarray(63, 94)]).toEqual([
    0,
    0,
    ...Array.from({ length: 26 }, () => CLASS.upper),
    CLASS.space,
    CLASS.lower,
    CLASS.lower,
  ]);
  expect([...classes.subarray(126, 130)]).toEqual([CLASS.lower, 0, 0, 0]);
  expect(String.fromCharCode(...lower.subarray(64, 94))).toBe("@abcdefghijklmnopqrstuvwxyz[\\]");
  expect([lower[0], lower[0xffff]]).toEqual([0, 0xffff]);
});

test("a capital whose small letter is more than one code unit stays as it is", () => {
  expect(unpackClasses(`a${(0x130).toString(36).toUpperCase()}d`).lower[0x130]).toBe(0x130);
});

test.skipIf(process.versions["unicode"] !== RELEASE)("the packed classes are what the generator writes", () => {
  const said = execFileSync(process.execPath, ["test/tools/run-ts.mjs", "test/tools/noise/character-classes.ts", "--", "--check"], {
    encoding: "utf8",
  });
  expect(said).toContain("unchanged");
});
