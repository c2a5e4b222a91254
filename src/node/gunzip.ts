import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import type { ByteReader } from "./byte-reader.ts";

// `zlib.createGunzip` drops what it has inflated when trailing bytes or damage turn up in the same portion, and
// passes silently over whatever follows zero bytes. Members are therefore taken apart here, by RFC 1952.

const MAGIC = [0x1f, 0x8b, 0x08] as const;
/** Magic, flags, time, extra flags, operating system. */
const FIXED_HEADER_BYTES = 10;
const FLAGS_OFFSET = 3;
const HAS_HEADER_CHECKSUM = 0x02;
const HAS_EXTRA = 0x04;
const HAS_NAME = 0x08;
const HAS_COMMENT = 0x10;
/** CRC-32 and length of what was inflated. */
const TRAILER_BYTES = 8;

/** Deflate expands at most 1,032 times, so that a hostile file never makes more than 17 MB out of a portion. */
const PORTION_BYTES = 16 * 1024;
const OUTPUT_BYTES = 256 * 1024;

async function isAtMember(input: ByteReader): Promise<boolean> {
  const head = await input.peek(MAGIC.length);
  return MAGIC.every((byte, index) => head[index] === byte);
}

/** Inflates all members of bytes that begin like gzip. Everything that can be read comes before an error is thrown. */
export async function* gunzip(input: ByteReader): AsyncGenerator<Uint8Array> {
  do {
    await skipHeader(input);
    yield* inflateMember(input);
    await skipPadding(input);
  } while (await isAtMember(input));
  if ((await input.peek(1)).length > 0) throw new Error("bytes that are not gzip follow the gzip data");
}

async function skipHeader(input: ByteReader): Promise<void> {
  const flags = (await takeExactly(input, FIXED_HEADER_BYTES))[FLAGS_OFFSET]!;
  if (flags & HAS_EXTRA) {
    const length = await takeExactly(input, 2);
    await takeExactly(input, length[0]! | (length[1]! << 8));
  }
  if (flags & HAS_NAME) await skipZeroTerminated(input);
  if (flags & HAS_COMMENT) await skipZeroTerminated(input);
  if (flags & HAS_HEADER_CHECKSUM) await takeExactly(input, 2);
}

async function takeExactly(input: ByteReader, count: number): Promise<Uint8Array> {
  if ((await input.peek(count)).length < count) throw endsTooEarly();
  return count === 0 ? new Uint8Array(0) : (await input.take(count))!;
}

async function skipZeroTerminated(input: ByteReader): Promise<void> {
  while ((await takeExactly(input, 1))[0] !== 0);
}

/** Zero bytes pad files to the blocks of a tape or disk. */
async function skipPadding(input: ByteReader): Promise<void> {
  for (;;) {
    const bytes = await input.take(PORTION_BYTES);
    if (bytes === null) return;
    const end = bytes.findIndex((byte) => byte !== 0);
    if (end < 0) continue;
    input.giveBack(bytes.length - end);
    return;
  }
}

async function* inflateMember(input: ByteReader): AsyncGenerator<Uint8Array> {
  const inflater = createInflater();
  let checksum = 0;
  let length = 0;
  try {
    for (;;) {
      const portion = await input.take(PORTION_BYTES);
      if (portion === null) throw endsTooEarly();
      const used = await inflater.write(portion);
      for (const output of inflater.takeOutput()) {
        checksum = crc32(output, checksum);
        length = (length + output.length) % 2 ** 32;
        yield output;
      }
      inflater.throwFailure();
      if (used === portion.length) continue;
      input.giveBack(portion.length - used);
      break;
    }
  } finally {
    inflater.close();
  }
  const trailer = await takeExactly(input, TRAILER_BYTES);
  const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER_BYTES);
  if (view.getUint32(0, true) !== checksum || view.getUint32(4, true) !== length)
    throw new Error("the gzip data is damaged (wrong checksum)");
}

/** Node's inflating stream, driven one portion at a time, so that no output is lost when it fails. */
interface Inflater {
  /** Resolves to the number of bytes used; fewer than given when the compressed data ends among them. */
  write(portion: Uint8Array): Promise<number>;
  takeOutput(): Uint8Array[];
  throwFailure(): void;
  close(): void;
}

function createInflater(): Inflater {
  const stream: InflateRaw = createInflateRaw({ chunkSize: OUTPUT_BYTES });
  const output: Uint8Array[] = [];
  let failure: Error | null = null;
  let endWait: () => void = () => {};
  stream.on("data", (bytes: Uint8Array) => output.push(bytes));
  stream.on("error", (error) => {
    failure = error;
    endWait(); // the callback of the failing write is never called
  });
  return {
    async write(portion) {
      const usedBefore = stream.bytesWritten;
      await new Promise<void>((resolve) => {
        endWait = resolve;
        stream.write(portion, () => resolve());
      });
      return stream.bytesWritten - usedBefore;
    },
    takeOutput: () => output.splice(0),
    throwFailure() {
      if (failure !== null) throw new Error(`the gzip data is damaged (${failure.message})`);
    },
    close: () => stream.destroy(),
  };
}

function endsTooEarly(): Error {
  return new Error("the gzip data ends too early");
}
