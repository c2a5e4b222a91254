import { describe, expect, test } from "vitest";
import { isBinary } from "../../src/records/binary.ts";

const SAMPLE_BYTES = 8192;

/** So many bytes of a value, then letters up to a length. */
function mixed(value: number, count: number, length: number): Uint8Array {
  return new Uint8Array(length).fill(0x61).fill(value, 0, count);
}

describe("control characters that texts hold are no sign of binary data", () => {
  test.each([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x1b, 0x20, 0x21, 0x7f, 0x80, 0xff])("0x%x", (value) => {
    expect(isBinary(mixed(value, 100, 100))).toBe(false);
  });
});

describe("others are", () => {
  test.each([0x00, 0x01, 0x08, 0x10, 0x1a, 0x1c, 0x1f])("0x%x", (value) => {
    expect(isBinary(mixed(value, 100, 100))).toBe(true);
  });
});

test("up to eight are damage, however short the record", () => {
  expect(isBinary(mixed(0, 8, 8))).toBe(false);
  expect(isBinary(mixed(0, 9, 9))).toBe(true);
});

test("so is a twentieth of the record", () => {
  expect(isBinary(mixed(0, 10, 200))).toBe(false);
  expect(isBinary(mixed(0, 10, 199))).toBe(true);
  expect(isBinary(mixed(0, 11, 200))).toBe(true);
});

test("the head decides, by its own length", () => {
  const bytes = new Uint8Array(3 * SAMPLE_BYTES).fill(0x61);
  expect(isBinary(bytes.slice().fill(0, SAMPLE_BYTES))).toBe(false);
  expect(isBinary(bytes.slice().fill(0, SAMPLE_BYTES - 500))).toBe(true);
  expect(isBinary(bytes.slice().fill(0, 0, 500))).toBe(true);
});

test("nothing is text", () => {
  expect(isBinary(new Uint8Array(0))).toBe(false);
});
