import { createByteReader } from "./byte-reader.ts";
import { gunzip } from "./gunzip.ts";
import { takeAll } from "./open-sources.ts";
import { STORAGE_HEAD_BYTES, storageOf } from "./storage.ts";
import { unzstd } from "./unzstd.ts";

/** The bytes as they are or, when they begin like gzip or zstd, what they inflate to. A file's name does not matter. */
export async function* inflate(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = createByteReader(chunks);
  try {
    const storage = storageOf(await input.peek(STORAGE_HEAD_BYTES));
    if (storage === "gzip") yield* gunzip(input);
    else if (storage === "zstd") yield* unzstd(input);
    else yield* takeAll(input);
  } finally {
    await input.close();
  }
}
