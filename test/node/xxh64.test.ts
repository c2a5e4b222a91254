import { expect, test } from "vitest";
import { createXxh64 } from "../../src/node/xxh64.ts";

function hashOf(bytes: Uint8Array, pieceBytes = bytes.length): string {
  const hash = createXxh64();
  for (let at = 0; at < bytes.length; at += pieceBytes) hash.update(bytes.subarray(at, at + pieceBytes));
  const { high, low } = hash.digest();
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}

/** Published with the specification and its implementations. */
test.each([
  ["", "ef46db3751d8e999"],
  ["a", "d24ec4f1a98c6e5b"],
  ["abc", "44bc2cf5ad770999"],
  ["Nobody inspects the spammish repetition", "fbcea83c8a378bf1"],
])("the checksum of %o", (text, hash) => {
  expect(hashOf(Buffer.from(text))).toBe(hash);
});

test("does not depend on how the bytes come", () => {
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 167) & 0xff));
  for (const length of [1000, 999, 64, 63, 33, 32, 31, 12, 8, 7, 4, 3]) {
    const whole = hashOf(bytes.subarray(0, length));
    for (const piece of [1, 5, 31, 32, 33, 100]) expect(hashOf(bytes.subarray(0, length), piece)).toBe(whole);
  }
});
