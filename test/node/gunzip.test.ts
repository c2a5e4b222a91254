import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createArchiveMeter } from "../../src/node/archive-meter.ts";
import { openSources } from "../../src/node/open-sources.ts";
import { checkOptions } from "../../src/options.ts";

/** What comes out before the end or an error, for any way of chunking. */
async function inflate(bytes: Uint8Array, chunkBytes = bytes.length): Promise<{ text: string; error: string | null }> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const buffer = new Uint8Array(chunkBytes); // used again for every chunk, as files are read
    for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
      const chunk = bytes.subarray(offset, offset + chunkBytes);
      buffer.set(chunk);
      yield buffer.subarray(0, chunk.length);
    }
  }
  const parts: Buffer[] = [];
  let error: string | null = null;
  try {
    for await (const source of openSources("dump", chunks(), null, createArchiveMeter(checkOptions({}).limits)))
      for await (const part of source.chunks) parts.push(Buffer.from(part));
  } catch (cause) {
    error = (cause as Error).message;
  }
  return { text: Buffer.concat(parts).toString(), error };
}

const TEXT = Array.from({ length: 300 }, (_, index) => `line ${index} of a text ${Math.imul(index, 2654435761) >>> 0}\n`).join("");
const packed = gzipSync(TEXT);

/** A member with every optional header field of RFC 1952. */
function memberWithAllFields(text: string): Buffer {
  const body = Buffer.from(text);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(body), 0);
  trailer.writeUInt32LE(body.length, 4);
  const head = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3]),
    Buffer.from([3, 0, 1, 2, 3]),
    Buffer.from("name\0comment\0"),
    Buffer.from([9, 9]),
  ]);
  return Buffer.concat([head, deflateRawSync(body), trailer]);
}

describe.each([1, 7, 1000, 16 * 1024, 1 << 20])("chunks of %i bytes", (size) => {
  test.each([
    ["a member", packed, TEXT, null],
    ["members", Buffer.concat([packed, gzipSync("more\n"), gzipSync(""), packed]), `${TEXT}more\n${TEXT}`, null],
    ["all header fields", Buffer.concat([memberWithAllFields("one\n"), memberWithAllFields("two\n")]), "one\ntwo\n", null],
    ["zero bytes at the end", Buffer.concat([packed, Buffer.alloc(512)]), TEXT, null],
    ["a member after zero bytes", Buffer.concat([packed, Buffer.alloc(5), gzipSync("more\n")]), `${TEXT}more\n`, null],
    ["other bytes at the end", Buffer.concat([packed, Buffer.from("garbage")]), TEXT, "bytes that are not gzip follow the gzip data"],
    ["a trailer that is cut", packed.subarray(0, -3), TEXT, "the gzip data ends too early"],
    ["a trailer that is missing", packed.subarray(0, -8), TEXT, "the gzip data ends too early"],
    ["a header that is cut", packed.subarray(0, 6), "", "the gzip data ends too early"],
    ["a wrong checksum", Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)]), TEXT, "the gzip data is damaged (wrong checksum)"],
    ["plain text", Buffer.from(TEXT), TEXT, null],
    ["nothing", Buffer.alloc(0), "", null],
    ["two bytes of the magic", Buffer.from([0x1f, 0x8b]), Buffer.from([0x1f, 0x8b]).toString(), null],
  ])("%s", async (_name, bytes, text, error) => {
    const result = await inflate(bytes, size);
    expect(result.error).toBe(error);
    expect(result.text === text).toBe(true);
  });
});

test("a member that is cut keeps what was read", async () => {
  const { text, error } = await inflate(packed.subarray(0, packed.length / 2), 100);
  expect(error).toBe("the gzip data ends too early");
  expect(text.length).toBeGreaterThan(TEXT.length / 3);
  expect(TEXT.startsWith(text)).toBe(true);
});

test("damage in the middle keeps what stands before its portion", async () => {
  const damaged = Buffer.from(packed);
  damaged.fill(0xff, damaged.length - 1000, damaged.length - 500);
  const { text, error } = await inflate(damaged, 100);
  expect(error).toMatch(/^the gzip data is damaged/);
  expect(text.length).toBeGreaterThan(TEXT.length / 4);
});
