import fc from "fast-check";
import { expect, test } from "vitest";
import { createByteBuffer } from "../../src/records/byte-buffer.ts";
import { check } from "../support/property.ts";

test("a chunk that nothing else is held beside is given back as it is", () => {
  const buffer = createByteBuffer();
  const chunk = Uint8Array.of(1, 2, 3);
  buffer.append(chunk);
  expect(buffer.bytes()).toBe(chunk);
  buffer.discard(3);
  const next = Uint8Array.of(4);
  buffer.append(next);
  expect(buffer.bytes()).toBe(next);
});

test("what is left of a chunk is a copy: the chunk may be written over", () => {
  const buffer = createByteBuffer();
  const chunk = Uint8Array.of(1, 2, 3, 4);
  buffer.append(chunk);
  buffer.discard(1);
  chunk.fill(9);
  expect([...buffer.bytes()]).toEqual([2, 3, 4]);
});

test("nothing held is nothing", () => {
  const buffer = createByteBuffer();
  expect(buffer.bytes()).toHaveLength(0);
  buffer.discard(0);
  expect(buffer.bytes()).toHaveLength(0);
});

test("holds what was appended and not discarded, in any order of calls", () => {
  const step = fc.oneof(
    fc.record({ append: fc.uint8Array({ maxLength: 40 }) }),
    fc.record({ discard: fc.nat({ max: 60 }) }),
    fc.record({ append: fc.constant(new Uint8Array(3000).fill(7)) }),
  );
  check(fc.array(step, { maxLength: 12 }), (steps) => {
    const buffer = createByteBuffer();
    let expected: number[] = [];
    for (const next of steps) {
      if ("append" in next) {
        buffer.append(next.append.slice());
        expected.push(...next.append);
      } else {
        const count = Math.min(next.discard, expected.length);
        buffer.discard(count);
        expected = expected.slice(count);
      }
      expect(Buffer.compare(buffer.bytes(), Uint8Array.from(expected))).toBe(0); // many times as fast as `toEqual`
    }
  });
});

test("room doubles: thousands of chunks are copied a few times", () => {
  const buffer = createByteBuffer();
  const chunk = new Uint8Array(100).fill(1);
  const memories = new Set<ArrayBufferLike>();
  for (let count = 0; count < 4000; count++) {
    buffer.append(chunk);
    if (count === 0) buffer.discard(0);
    memories.add(buffer.bytes().buffer);
  }
  expect(buffer.bytes()).toHaveLength(400_000);
  expect(memories.size).toBeLessThan(10);
  expect(buffer.bytes().buffer.byteLength).toBeLessThan(800_000);
});

test("little is held in a room that has place for more", () => {
  const buffer = createByteBuffer();
  buffer.append(Uint8Array.of(1, 2));
  buffer.discard(1);
  const { buffer: memory } = buffer.bytes();
  for (let count = 0; count < 4000; count++) buffer.append(Uint8Array.of(3));
  expect(buffer.bytes().buffer).toBe(memory);
});
