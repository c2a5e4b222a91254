/** Bytes of a source, taken in portions of the caller's own choice. */
export interface ByteReader {
  /** At least `count` bytes that come next, fewer only at the end or where the source fails; they stay to be taken. */
  peek(count: number): Promise<Uint8Array>;
  /** Up to `limit` bytes, `null` at the end; valid until the next call. */
  take(limit: number): Promise<Uint8Array | null>;
  /** Gives back the last `count` bytes of what the last call of `take` returned. */
  giveBack(count: number): void;
  /** Lets go of the source. */
  close(): Promise<void>;
}

const NO_BYTES = new Uint8Array(0);

export function createByteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = NO_BYTES;
  let offset = 0; // bytes of the chunk that are taken
  let failure: { readonly error: unknown } | null = null; // of the source, for when what came before it is taken

  /** Steps to the next chunk that holds something; `false` at the end. */
  async function advance(): Promise<boolean> {
    for (;;) {
      if (failure !== null) throw failure.error;
      const step = await iterator.next();
      if (step.done === true) return false;
      if (step.value.length === 0) continue;
      chunk = step.value;
      offset = 0;
      return true;
    }
  }

  /** Keeps an error of the source for later. */
  async function tryAdvance(): Promise<boolean> {
    try {
      return await advance();
    } catch (error) {
      failure = { error };
      return false;
    }
  }

  return {
    async peek(count) {
      if (chunk.length - offset >= count) return chunk.subarray(offset);
      const parts = [chunk.slice(offset)]; // copies: the source may use its buffer again
      for (let length = parts[0]!.length; length < count && (await tryAdvance()); length += chunk.length) parts.push(chunk.slice());
      chunk = Buffer.concat(parts);
      offset = 0;
      return chunk;
    },
    async take(limit) {
      if (offset === chunk.length && !(await advance())) return null;
      const start = offset;
      offset = Math.min(chunk.length, start + limit);
      return chunk.subarray(start, offset);
    },
    giveBack(count) {
      offset -= count;
    },
    async close() {
      await iterator.return?.();
    },
  };
}

/** A copy of the next bytes; fewer only at the end. */
export async function takeUpTo(input: ByteReader, count: number): Promise<Uint8Array> {
  if (count === 0) return NO_BYTES;
  await input.peek(count);
  const bytes = await input.take(count);
  return bytes === null ? NO_BYTES : new Uint8Array(bytes); // `slice` of a Buffer is no copy
}

/** The same, or what is wrong: the source's own error, or that it ends. */
export async function takeExactly(input: ByteReader, count: number, endsTooEarly: () => Error): Promise<Uint8Array> {
  const bytes = await takeUpTo(input, count);
  if (bytes.length === count) return bytes;
  await input.take(1); // throws when it is the source that failed
  throw endsTooEarly();
}
