import { once } from "node:events";
import { pipeline, Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";

/** `node:zlib` knows zstd from Node 22.15 on. */
const createNative = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress;

/** What zstd-packed bytes inflate to. Everything that can be read comes before an error is thrown. */
export function unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return createNative === undefined ? unzstdByLibrary(chunks) : unzstdNatively(chunks, createNative());
}

async function* unzstdNatively(chunks: AsyncIterable<Uint8Array>, inflater: Transform): AsyncGenerator<Uint8Array> {
  // A copy: the source may use its buffer again before the stream has read it.
  const copies = Readable.from(copied(chunks), { objectMode: false });
  const failed: { error: Error | null } = { error: null };
  pipeline(copies, inflater, (error) => (failed.error = error ?? null));
  try {
    for (;;) {
      const output = inflater.read() as Buffer | null; // binary mode
      if (output !== null) {
        yield output;
        continue;
      }
      if (inflater.readableEnded || inflater.destroyed) break;
      await Promise.race([once(inflater, "readable"), once(inflater, "end"), once(inflater, "close")]);
    }
  } catch (error) {
    throw damaged(error);
  } finally {
    inflater.destroy();
  }
  if (failed.error !== null) throw damaged(failed.error);
}

async function* copied(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Packed bytes that are given to the library at a time. */
const PORTION_BYTES = 16 * 1024;

async function* unzstdByLibrary(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import("fzstd");
  const output: Uint8Array[] = [];
  const inflater = new Decompress((bytes) => void output.push(bytes));
  try {
    for await (const chunk of chunks) {
      for (let start = 0; start < chunk.length; start += PORTION_BYTES) {
        inflater.push(chunk.slice(start, start + PORTION_BYTES));
        yield* output.splice(0);
      }
    }
    inflater.push(new Uint8Array(0), true);
    yield* output.splice(0);
  } catch (error) {
    yield* output.splice(0);
    throw isForeign(error) ? error : damaged(error);
  }
}

/** An error of the source, such as one of the file system. */
function isForeign(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function damaged(error: unknown): unknown {
  if (isForeign(error)) return error;
  return new Error(`the zstd data is damaged or ends too early (${error instanceof Error ? error.message : String(error)})`);
}
