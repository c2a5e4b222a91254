import { expect, test } from "vitest";
import { contentId } from "../../src/records/content-id.ts";

// Computed with the mmh3 package for Python, which wraps the reference implementation.
test.each([
  ["", "00000000000000000000000000000000"],
  ["a", "a794933c5556b01b5556b01b5556b01b"],
  ["abc", "75cdc6d1a2b006a5a2b006a5a2b006a5"],
  ["The quick brown fox jumps over the lazy dog", "2f1583c3ecee2c675d7bf66ce5e91d2c"],
  ["x".repeat(15), "82fa43b5781c405b548d3393159d871b"],
  ["x".repeat(16), "704be03d8792ddda072bbec09e77c845"],
  ["x".repeat(17), "f6a9086c393fa3d68a824e4676d8cbd9"],
])("MurmurHash3 x86 128 of %j", (text, expected) => {
  expect(contentId(new TextEncoder().encode(text))).toBe(expected);
});

test("of all byte values, in a view that does not begin its buffer", () => {
  const bytes = Uint8Array.from({ length: 259 }, (_, index) => index - 3).subarray(3);
  expect(contentId(bytes)).toBe("2c56c88fdb4503dfd352b21a494ca2c0");
});
