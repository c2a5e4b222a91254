import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { createUnitCopier } from "../../src/text/copy-units.ts";
import { check } from "../support/property.ts";

/** The module on a runtime with or without Node's `Buffer`. */
async function load(isNative: boolean): Promise<typeof createUnitCopier> {
  if (!isNative) vi.stubGlobal("Buffer", undefined);
  vi.resetModules();
  const module = await import("../../src/text/copy-units.ts");
  return module.createUnitCopier;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([true, false])("the beginning of a text is copied unit by unit, with Buffer: %s", async (isNative) => {
  const create = await load(isNative);
  const units = new Uint16Array(40);
  const copy = create(units);
  const text = fc.string({ unit: fc.constantFrom("a", "é", "Я", "中", "\u{1F600}", "\uD800", "\u0000"), maxLength: 40 });
  check(fc.tuple(text, fc.nat({ max: 40 })), ([source, most]) => {
    const count = Math.min(source.length, most, units.length);
    units.fill(0xffff);
    copy(source, count);
    expect([...units.subarray(0, count)]).toEqual(Array.from({ length: count }, (_, index) => source.charCodeAt(index)));
    expect([...units.subarray(count)].every((unit) => unit === 0xffff)).toBe(true);
  });
});
