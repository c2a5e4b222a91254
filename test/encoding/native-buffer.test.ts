import { afterEach, expect, test, vi } from "vitest";
import { findBuffer, findBufferMethod } from "../../src/encoding/native-buffer.ts";

type Slice = (this: Uint8Array, start: number, end: number) => string;
const find = (name: string, isRight: (slice: Slice) => boolean = () => true): Slice | null => findBufferMethod<Slice>(name, isRight);

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a method of Node's buffers is taken if it passes its trial", () => {
  const slice = find("latin1Slice", (method) => method.call(Uint8Array.of(0x41, 0xe9), 0, 2) === "Aé");
  expect(slice!.call(Uint8Array.of(0xe9), 0, 1)).toBe("é");
  expect(find("latin1Slice", () => false)).toBeNull();
  expect(
    find("latin1Slice", () => {
      throw new RangeError("out of range");
    }),
  ).toBeNull();
});

test("what is missing or no function is never tried", () => {
  expect(find("noSuchMethod")).toBeNull();
  for (const holder of [undefined, {}, { prototype: {} }, { prototype: { latin1Slice: "a text" } }]) {
    vi.stubGlobal("Buffer", holder);
    expect(findBuffer()).toBe(holder);
    expect(find("latin1Slice")).toBeNull();
  }
});
