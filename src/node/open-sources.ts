import type { ArchiveMeter } from "./archive-meter.ts";
import { createByteReader, type ByteReader } from "./byte-reader.ts";
import { failing } from "./failing.ts";
import { gunzip } from "./gunzip.ts";
import { STORAGE_HEAD_BYTES, storageOf } from "./storage.ts";
import { untar } from "./untar.ts";
import { unzip } from "./unzip.ts";
import { unzstd } from "./unzstd.ts";

/** One dump: a file, or an entry of an archive. */
export interface Source {
  /** The file's path; for an entry `archive.zip!/folder/entry.txt`. */
  readonly name: string;
  /** To be read before the next source is asked for; what is left is passed over. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Where bytes come from. */
interface Packed {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The file on disk whose bytes these are; `null`: they come from elsewhere. */
  readonly path: string | null;
  /** Layers of packing around them. */
  readonly depth: number;
  readonly meter: ArchiveMeter;
}

/**
 * The dumps that a file holds: itself, what it inflates to, or the entries of an archive, in their order.
 *
 * @param path - where the file is on disk; `null` for a pipe
 */
export async function* openSources(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  path: string | null,
  meter: ArchiveMeter,
): AsyncGenerator<Source> {
  yield* unpack({ name, chunks: counted(chunks, (bytes) => meter.addStored(bytes)), path, depth: 0, meter });
}

async function* unpack(packed: Packed): AsyncGenerator<Source> {
  const { name, depth, meter } = packed;
  const input = createByteReader(packed.chunks);
  try {
    const storage = storageOf(await input.peek(STORAGE_HEAD_BYTES));
    if (storage === "plain") {
      yield { name, chunks: takeAll(input) };
      return;
    }
    meter.checkDepth(depth + 1);
    const inside = { name, path: null, depth: depth + 1, meter };
    if (storage === "gzip") yield* unpack({ ...inside, chunks: metered(gunzip(input), meter) });
    else if (storage === "zstd") yield* unpack({ ...inside, chunks: metered(unzstd(input), meter) });
    else if (storage === "tar") yield* openTar(packed, input);
    else if (storage === "zip") yield* openZip(packed);
    else throw new Error(`it is packed with ${storage}, which is not supported; unpack it first`);
  } finally {
    await input.close();
  }
}

/** An entry that cannot be read, or not to its end, costs none of those behind it; only a limit ends the file. */
async function* unpackEntry(entry: Packed): AsyncGenerator<Source> {
  try {
    yield* unpack(entry);
  } catch (error) {
    if (entry.meter.failure() !== null) throw error;
    yield { name: entry.name, chunks: failing(error) };
  }
}

async function* openTar({ name, depth, meter }: Packed, input: ByteReader): AsyncGenerator<Source> {
  for await (const { name: entryName, chunks } of untar(input)) {
    meter.addEntry();
    if (entryName === null) yield { name, chunks };
    else yield* unpackEntry({ name: `${name}!/${entryName}`, chunks, path: null, depth: depth + 1, meter });
  }
}

async function* openZip({ name, path, depth, meter }: Packed): AsyncGenerator<Source> {
  if (path === null) throw new Error("a zip archive has to be a file on disk, not a pipe or inside of another; unpack it first");
  for await (const { name: entryName, storedBytes, chunks } of unzip(path)) {
    meter.addEntry();
    meter.addStored(storedBytes);
    if (entryName === null) yield { name, chunks };
    else yield* unpackEntry({ name: `${name}!/${entryName}`, chunks: metered(chunks, meter), path: null, depth: depth + 1, meter });
  }
}

/** All bytes that are left. */
async function* takeAll(input: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = await input.take(Number.POSITIVE_INFINITY);
    if (chunk === null) return;
    yield chunk;
  }
}

function metered(chunks: AsyncIterable<Uint8Array>, meter: ArchiveMeter): AsyncIterable<Uint8Array> {
  return counted(chunks, (bytes) => meter.addInflated(bytes));
}

async function* counted(chunks: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}
