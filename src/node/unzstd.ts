import { takeExactly, type ByteReader } from "./byte-reader.ts";
import { createXxh64 } from "./xxh64.ts";

// By RFC 8878. Frames and blocks are taken apart here: `fzstd` passes over checksums and lengths, and `node:zlib` (22.15
// and later) over all frames but the first and over an input that ends too early.

const MAGIC = 0xfd2fb528;
const MAGIC_BYTES = 4;
/** The lowest four bits are anything. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;
/** No block holds or stands for more. */
const MOST_BLOCK_BYTES = 128 * 1024;
/**
 * The largest window, which is kept in memory and set aside before a byte is inflated: as the `zstd` command does, which
 * writes none above without being told so.
 */
const MOST_WINDOW_BYTES = 128 * 1024 * 1024;
/**
 * All windows of an input together may be so large, and this many times as large as what is packed: a frame of some bytes
 * may ask for the largest, and thousands of them would take minutes to set them aside.
 */
const FREE_WINDOW_BYTES = 1024 * 1024 * 1024;
const MOST_WINDOW_RATIO = 512;
/** So much of a frame is read ahead, to see whether it needs the window that it asks for. */
const MOST_AHEAD_BYTES = 1024 * 1024;
/** What a block that is held costs beside its bytes. */
const HELD_BLOCK_BYTES = 256;
/** Types of blocks: bytes as they are, and one byte that is repeated. */
const RAW = 0;
const REPEATED = 1;
const MOST_SKIPPED = 256 * 1024;

/** What the frames of an input have cost so far. */
interface Spent {
  packedBytes: number;
  windowBytes: number;
}

/** What zstd-packed bytes inflate to. Everything that can be read comes before an error is thrown. */
export async function* unzstd(input: ByteReader): AsyncGenerator<Uint8Array> {
  const spent: Spent = { packedBytes: 0, windowBytes: 0 };
  for (;;) {
    const magic = await peekMagic(input);
    if (magic === MAGIC) yield* inflateFrame(input, spent);
    else if (magic !== null && (magic & 0xfffffff0) === SKIPPABLE_MAGIC) await skipFrame(input);
    else break;
  }
  if ((await input.peek(1)).length > 0) throw damaged("bytes that are not zstd follow it");
  await input.take(1); // throws when it is the source that failed
}

/** `null` when fewer bytes are left. */
async function peekMagic(input: ByteReader): Promise<number | null> {
  const head = await input.peek(MAGIC_BYTES);
  return head.length < MAGIC_BYTES ? null : viewOf(head).getUint32(0, true);
}

async function skipFrame(input: ByteReader): Promise<void> {
  const head = await take(input, 2 * MAGIC_BYTES);
  for (let left = viewOf(head).getUint32(MAGIC_BYTES, true); left > 0;) {
    const bytes = await input.take(Math.min(left, MOST_SKIPPED));
    if (bytes === null) throw endsTooEarly();
    left -= bytes.length;
  }
}

async function* inflateFrame(input: ByteReader, spent: Spent): AsyncGenerator<Uint8Array> {
  const header = await takeHeader(input);
  const { flags, length, hasChecksum } = header;
  const ahead = await takeAhead(input, header.window);
  const descriptor = describeWindow(ahead.window);
  spent.windowBytes += readWindow(descriptor);
  spent.packedBytes += header.packedBytes + ahead.packedBytes;
  if (spent.windowBytes > FREE_WINDOW_BYTES + MOST_WINDOW_RATIO * spent.packedBytes) {
    throw new Error("the zstd data needs more memory than its size is worth");
  }
  const { Decompress } = await import("fzstd");
  const output: Uint8Array[] = [];
  const inflater = new Decompress((inflated) => void output.push(inflated));
  const hash = createXxh64();
  let inflatedBytes = 0;
  function* inflate(packed: Uint8Array, isLast: boolean): Generator<Uint8Array> {
    const failure = push(packed, isLast);
    for (const inflated of output.splice(0)) {
      if (hasChecksum) hash.update(inflated);
      inflatedBytes += inflated.length;
      yield inflated;
    }
    if (failure !== null) throw damaged(failure);
  }
  function push(packed: Uint8Array, isLast: boolean): string | null {
    try {
      inflater.push(packed, isLast);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  yield* inflate(createHeader(flags, descriptor), false);
  for (const block of ahead.blocks) yield* inflate(block, false);
  if (ahead.failure !== null) throw ahead.failure.error;
  for (let { isLast } = ahead; !isLast;) {
    const block = await takeBlock(input);
    spent.packedBytes += block.bytes.length;
    yield* inflate(block.bytes, false);
    ({ isLast } = block);
  }
  const checksum = await take(input, hasChecksum ? CHECKSUM_BYTES : 0);
  yield* inflate(checksum, true);
  if (length !== null && inflatedBytes !== length) throw damaged("wrong length");
  if (hasChecksum && viewOf(checksum).getUint32(0, true) !== hash.digest().low) throw damaged("wrong checksum");
}

interface Ahead {
  readonly blocks: readonly Uint8Array[];
  readonly packedBytes: number;
  /** Whether the frame ends with them. */
  readonly isLast: boolean;
  /** Bytes of the window that the frame needs. */
  readonly window: number;
  /** What went wrong behind the blocks. */
  readonly failure: { readonly error: unknown } | null;
}

/** The blocks of a short frame, or the first of a long one. */
async function takeAhead(input: ByteReader, window: number): Promise<Ahead> {
  const blocks: Uint8Array[] = [];
  let packedBytes = 0;
  let inflatedBytes = 0; // at most
  let isLast = false;
  try {
    while (!isLast && inflatedBytes <= MOST_AHEAD_BYTES && packedBytes + blocks.length * HELD_BLOCK_BYTES < MOST_AHEAD_BYTES) {
      const block = await takeBlock(input);
      blocks.push(block.bytes);
      packedBytes += block.bytes.length;
      inflatedBytes += block.inflatedBytes ?? Math.min(window, MOST_BLOCK_BYTES);
      ({ isLast } = block);
    }
  } catch (error) {
    return { blocks, packedBytes, isLast, window: Math.min(window, inflatedBytes), failure: { error } };
  }
  return { blocks, packedBytes, isLast, window: isLast ? Math.min(window, inflatedBytes) : window, failure: null };
}

const ALL_FIELDS = 0xc3;
const CHECKSUM_FLAG = 0x04;
/** A bit that has to be unset, which `fzstd` sees to. */
const RESERVED_FLAG = 0x08;
const FULL_HEADER_BYTES = 18;

/**
 * A header in place of the frame's own, with another window. It has all fields, a length and a dictionary of 0, which
 * `fzstd` does not look at: it keeps blocks to itself until 18 bytes are there.
 */
function createHeader(flags: number, windowDescriptor: number): Uint8Array {
  const bytes = new Uint8Array(FULL_HEADER_BYTES);
  viewOf(bytes).setUint32(0, MAGIC, true);
  bytes[MAGIC_BYTES] = ALL_FIELDS | (flags & (CHECKSUM_FLAG | RESERVED_FLAG));
  bytes[MAGIC_BYTES + 1] = windowDescriptor;
  return bytes;
}

interface FrameHeader {
  readonly packedBytes: number;
  readonly flags: number;
  /** Bytes of the window that the frame asks for. */
  readonly window: number;
  /** What the frame inflates to, when it says so. */
  readonly length: number | null;
  readonly hasChecksum: boolean;
}

async function takeHeader(input: ByteReader): Promise<FrameHeader> {
  const flags = (await input.peek(MAGIC_BYTES + 1))[MAGIC_BYTES];
  if (flags === undefined) throw endsTooEarly();
  const isSingleSegment = (flags & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 0x03]!;
  const lengthBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6]!;
  const dictionaryAt = MAGIC_BYTES + 1 + (isSingleSegment ? 0 : 1);
  const lengthAt = dictionaryAt + dictionaryBytes;
  const bytes = await take(input, lengthAt + lengthBytes);
  if (bytes.subarray(dictionaryAt, lengthAt).some((byte) => byte !== 0)) throw damaged("it needs a dictionary");
  const length = readLength(bytes.subarray(lengthAt));
  const window = isSingleSegment ? length! : readWindow(bytes[MAGIC_BYTES + 1]!);
  if (window > MOST_WINDOW_BYTES) throw new Error(`the zstd data needs a window of ${window} bytes, over ${MOST_WINDOW_BYTES}`);
  return { packedBytes: bytes.length, flags, window, length, hasChecksum: (flags & CHECKSUM_FLAG) !== 0 };
}

/** Bytes that a window's descriptor stands for: eighths of a power of two. */
function readWindow(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 0x07);
}

/** The descriptor of the smallest window that holds so many bytes. */
function describeWindow(bytes: number): number {
  let descriptor = 0;
  while (readWindow(descriptor) < bytes) descriptor++;
  return descriptor;
}

function readLength(field: Uint8Array): number | null {
  if (field.length === 0) return null;
  const value = field.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return field.length === 2 ? value + 256 : value; // shorter lengths have one byte
}

interface Block {
  /** With its header. */
  readonly bytes: Uint8Array;
  /** What it inflates to, when its header says so. */
  readonly inflatedBytes: number | null;
  readonly isLast: boolean;
}

async function takeBlock(input: ByteReader): Promise<Block> {
  const head = await input.peek(BLOCK_HEADER_BYTES);
  if (head.length < BLOCK_HEADER_BYTES) throw endsTooEarly();
  const header = head[0]! | (head[1]! << 8) | (head[2]! << 16);
  const size = header >> 3;
  if (size > MOST_BLOCK_BYTES) throw damaged("a block is too long");
  const type = (header >> 1) & 0x03;
  const bytes = await take(input, BLOCK_HEADER_BYTES + (type === REPEATED ? 1 : size));
  return { bytes, inflatedBytes: type === RAW || type === REPEATED ? size : null, isLast: (header & 1) === 1 };
}

function take(input: ByteReader, count: number): Promise<Uint8Array> {
  return takeExactly(input, count, endsTooEarly);
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

function endsTooEarly(): Error {
  return damaged("unexpected end");
}

function damaged(why: string): Error {
  return new Error(`the zstd data is damaged or ends too early (${why})`);
}
