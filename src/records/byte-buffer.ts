/** Bytes that wait for more: appended at the end, discarded from the front. */
export interface ByteBuffer {
  /** The bytes held; valid until the next call of another method. */
  bytes(): Uint8Array;
  append(chunk: Uint8Array): void;
  discard(count: number): void;
}

const SMALLEST_CAPACITY = 4096;

/**
 * Creates a buffer that borrows a chunk as it is while nothing else is held, and copies only what is left
 * of it. Room doubles, so that a record that comes in a million chunks is copied a constant number of times.
 */
export function createByteBuffer(): ByteBuffer {
  let storage = new Uint8Array(0);
  let length = 0;
  let borrowed: Uint8Array | null = null;

  function reserve(capacity: number): void {
    if (storage.length >= capacity) return;
    const larger = new Uint8Array(Math.max(capacity, storage.length * 2, SMALLEST_CAPACITY));
    larger.set(storage.subarray(0, length));
    storage = larger;
  }

  function own(rest: Uint8Array): void {
    reserve(rest.length);
    storage.set(rest);
    length = rest.length;
    borrowed = null;
  }

  return {
    bytes: () => borrowed ?? storage.subarray(0, length),
    append(chunk) {
      if (length === 0 && borrowed === null) {
        borrowed = chunk;
        return;
      }
      if (borrowed !== null) own(borrowed);
      reserve(length + chunk.length);
      storage.set(chunk, length);
      length += chunk.length;
    },
    discard(count) {
      if (borrowed !== null) {
        own(borrowed.subarray(count));
        return;
      }
      storage.copyWithin(0, count, length);
      length -= count;
    },
  };
}
