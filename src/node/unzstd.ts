import { setImmediate } from "node:timers/promises";
import { createPause } from "../pause.ts";
import { takeExactly, type ByteReader } from "./byte-reader.ts";
import { createXxh64 } from "./xxh64.ts";
import { type BlockInflater, createBlockInflater } from "./zstd/block-inflater.ts";
import { mostBlockBytes } from "./zstd/block-size.ts";
import { damaged } from "./zstd/damaged.ts";

// By RFC 8878. `node:zlib` (22.15 and later) passes over all frames but the first and over an input that ends too early.

const MAGIC = 0xfd2fb528;
const MAGIC_BYTES = 4;
/** The lowest four bits are anything. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;
/** The largest window: as the `zstd` command does, which writes none above without being told so. */
const MOST_WINDOW_BYTES = 128 * 1024 * 1024;
/** Types of blocks: bytes as they are, one byte that is repeated, compressed. */
const RAW = 0;
const REPEATED = 1;
const COMPRESSED = 2;
const MOST_SKIPPED = 256 * 1024;

/** What zstd-packed bytes inflate to. Everything that can be read comes before an error is thrown. */
export async function* unzstd(input: ByteReader): AsyncGenerator<Uint8Array> {
  const inflater = createBlockInflater();
  // What is packed twice may be megabytes of blocks that hold nothing, or next to it.
  const pause = createPause(setImmediate);
  for (;;) {
    const magic = await peekMagic(input);
    if (magic === MAGIC) yield* inflateFrame(input, inflater, pause);
    else if (magic !== null && (magic & 0xfffffff0) === SKIPPABLE_MAGIC) await skipFrame(input);
    else break;
    await pause();
  }
  const rest = await input.peek(1);
  if (rest.length > 0) throw isBegunMagic(rest) ? endsTooEarly() : new Error("bytes that are not zstd follow the zstd data");
  await input.take(1); // throws when it is the source that failed
}

/** Whether an input that ends here was cut inside of a frame's first bytes. */
function isBegunMagic(rest: Uint8Array): boolean {
  return rest.length < MAGIC_BYTES && rest.every((byte, at) => byte === ((MAGIC >>> (8 * at)) & 0xff));
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

async function* inflateFrame(input: ByteReader, inflater: BlockInflater, pause: () => Promise<void> | null): AsyncGenerator<Uint8Array> {
  const { window, length, hasChecksum } = await takeHeader(input);
  inflater.begin(window);
  const most = mostBlockBytes(window);
  const hash = createXxh64();
  let inflatedBytes = 0;
  for (let isLast = false; !isLast;) {
    const block = await takeBlock(input, most);
    const inflated = inflateBlock(inflater, block);
    if (hasChecksum) hash.update(inflated);
    inflatedBytes += inflated.length;
    if (inflated.length > 0) yield inflated;
    ({ isLast } = block);
    await pause();
  }
  const checksum = await take(input, hasChecksum ? CHECKSUM_BYTES : 0);
  if (length !== null && inflatedBytes !== length) throw damaged("wrong length");
  if (hasChecksum && viewOf(checksum).getUint32(0, true) !== hash.digest().low) throw damaged("wrong checksum");
}

function inflateBlock(inflater: BlockInflater, { type, size, bytes }: Block): Uint8Array {
  if (type === RAW) return inflater.copy(bytes);
  return type === REPEATED ? inflater.repeat(bytes[0]!, size) : inflater.inflate(bytes);
}

const CHECKSUM_FLAG = 0x04;
/** A bit that has to be unset. */
const RESERVED_FLAG = 0x08;

interface FrameHeader {
  /** Bytes of the window that the frame asks for. */
  readonly window: number;
  /** What the frame inflates to, when it says so. */
  readonly length: number | null;
  readonly hasChecksum: boolean;
}

async function takeHeader(input: ByteReader): Promise<FrameHeader> {
  const flags = (await input.peek(MAGIC_BYTES + 1))[MAGIC_BYTES];
  if (flags === undefined) throw endsTooEarly();
  if ((flags & RESERVED_FLAG) !== 0) throw damaged("a frame is of another kind");
  const isSingleSegment = (flags & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 0x03]!;
  const lengthBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6]!;
  const dictionaryAt = MAGIC_BYTES + 1 + (isSingleSegment ? 0 : 1);
  const lengthAt = dictionaryAt + dictionaryBytes;
  const bytes = await take(input, lengthAt + lengthBytes);
  if (bytes.subarray(dictionaryAt, lengthAt).some((byte) => byte !== 0)) throw damaged("it needs a dictionary");
  const length = readLength(bytes.subarray(lengthAt));
  const window = isSingleSegment ? length! : readWindow(bytes[MAGIC_BYTES + 1]!);
  if (window > MOST_WINDOW_BYTES)
    throw new Error(`the zstd data needs a window of ${window} bytes, over ${MOST_WINDOW_BYTES}; unpack it first (zstd -d --long=31)`);
  return { window, length, hasChecksum: (flags & CHECKSUM_FLAG) !== 0 };
}

/** Bytes that a window's descriptor stands for: eighths of a power of two. */
function readWindow(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 0x07);
}

function readLength(field: Uint8Array): number | null {
  if (field.length === 0) return null;
  const value = field.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return field.length === 2 ? value + 256 : value; // shorter lengths have one byte
}

interface Block {
  readonly type: number;
  /** What its header says: the length of its bytes, or how often its byte is repeated. */
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

async function takeBlock(input: ByteReader, most: number): Promise<Block> {
  const head = await take(input, BLOCK_HEADER_BYTES);
  const header = head[0]! | (head[1]! << 8) | (head[2]! << 16);
  const size = header >> 3;
  const type = (header >> 1) & 0x03;
  if (type > COMPRESSED) throw damaged("a block is of another kind");
  if (size > most) throw damaged("a block is too long");
  return { type, size, bytes: await take(input, type === REPEATED ? 1 : size), isLast: (header & 1) === 1 };
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
