/**
 * Packed bytes that are given to the library at a time. Four of them may stand for 128 KiB, all of which come at once:
 * a hostile file never makes more than 16 MB out of a portion. Smaller or larger ones take the same time.
 */
const PORTION_BYTES = 512;

/**
 * What zstd-packed bytes inflate to. Everything that can be read comes before an error is thrown.
 *
 * `node:zlib` is not asked: its decompressor (Node 22.15 and later) passes over all frames but the first, and over
 * an input that ends too early.
 */
export async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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
