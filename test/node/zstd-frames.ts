import { createByteReader } from "../../src/node/byte-reader.ts";
import { unzstd } from "../../src/node/unzstd.ts";
import { createXxh64 } from "../../src/node/xxh64.ts";

const MAGIC = Buffer.of(0x28, 0xb5, 0x2f, 0xfd);
export const BLOCK_BYTES = 128 * 1024;
/** Descriptor of a window of 128 MiB. */
export const LARGEST_WINDOW = 0x88;

/** A block without the mark of the last one. */
export function blockOf(type: "raw" | "repeated" | "compressed", size: number, content: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE((size << 3) | (["raw", "repeated", "compressed"].indexOf(type) << 1));
  return Buffer.concat([bytes.subarray(0, 3), content]);
}

export const rawBlock = (content: Uint8Array): Buffer => blockOf("raw", content.length, content);
export const repeatedBlock = (byte: number, size: number): Buffer => blockOf("repeated", size, Buffer.of(byte));
export const compressedBlock = (...content: number[]): Buffer => blockOf("compressed", content.length, Buffer.from(content));

/** Raw blocks as long as they may be. */
export function rawBlocks(content: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(content.length / BLOCK_BYTES) }, (_, at) =>
    rawBlock(content.subarray(at * BLOCK_BYTES, (at + 1) * BLOCK_BYTES)),
  );
}

/** A compressed block that repeats the 34 bytes which begin so many bytes before it, at least 1,021. */
export function matchBlock(distance: number): Buffer {
  const code = Math.floor(Math.log2(distance + 3));
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE(((1 << code) | (distance + 3 - (1 << code))) >>> 0); // a mark of the end above the bits
  // No literals, one sequence, all three tables of one symbol.
  return compressedBlock(0, 1, 0x54, 0, code, 31, ...bits.subarray(0, (code >> 3) + 1));
}

export interface FrameTraits {
  readonly window?: number;
  /** What it inflates to, for the checksum. */
  readonly checked?: Uint8Array | undefined;
}

export function frameOf(blocks: readonly Buffer[], { window = LARGEST_WINDOW, checked }: FrameTraits = {}): Buffer {
  const checksum = Buffer.alloc(checked === undefined ? 0 : 4);
  if (checked !== undefined) {
    const hash = createXxh64();
    hash.update(checked);
    checksum.writeUInt32LE(hash.digest().low >>> 0);
  }
  const last = Buffer.from(blocks.at(-1)!);
  last[0] = last[0]! | 1;
  return Buffer.concat([MAGIC, Buffer.of(checked === undefined ? 0 : 4, window), ...blocks.slice(0, -1), last, checksum]);
}

/** All that comes out, and what is wrong behind it. */
export async function inflate(packed: Uint8Array, step = 64 * 1024): Promise<{ bytes: Buffer; failure: string | null }> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < packed.length; at += step) yield packed.subarray(at, at + step);
  }
  const parts: Uint8Array[] = [];
  let failure: string | null = null;
  try {
    for await (const part of unzstd(createByteReader(chunks()))) parts.push(part);
  } catch (error) {
    failure = (error as Error).message;
  }
  return { bytes: Buffer.concat(parts), failure };
}

/** Contents that take all that a compressor knows. */
export const CONTENTS = {
  /** Nothing to be gained. */
  noise: (length: number) => fill(length, ({ below }) => below(256)),
  letters: (length: number) => fill(length, ({ below }) => 97 + Math.floor(below(26) * (below(26) / 26) ** 2)),
  "few letters": (length: number) => fill(length, ({ below }) => (below(10) > 0 ? 0 : below(4))),
  "near copies": (length: number) =>
    fill(length, ({ below, bytes, at }) => (at > 50 && below(40) > 0 ? bytes[at - 50 + below(3)]! : below(256))),
  "one letter": (length: number) => fill(length, () => 65),
  runs: (length: number) => fill(length, ({ below, bytes, at }) => (at > 0 && below(90) > 0 ? bytes[at - 1]! : below(256))),
  words: (length: number) => {
    const below = createRandom();
    const words = Array.from({ length: 300 }, () =>
      Array.from({ length: 2 + below(9) }, () => String.fromCharCode(97 + below(26))).join(""),
    );
    let text = "";
    while (text.length < length) text += `${words[Math.floor(below(300) * (below(100) / 100))]!} `;
    return Buffer.from(text.slice(0, length));
  },
} satisfies Record<string, (length: number) => Buffer>;

interface Next {
  readonly below: (limit: number) => number;
  readonly bytes: Buffer;
  readonly at: number;
}

function fill(length: number, next: (state: Next) => number): Buffer {
  const bytes = Buffer.alloc(length);
  const below = createRandom();
  for (let at = 0; at < length; at++) bytes[at] = next({ below, bytes, at });
  return bytes;
}

function createRandom(): (limit: number) => number {
  let state = 7;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
