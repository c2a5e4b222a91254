import * as zlib from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createByteReader } from "../../src/node/byte-reader.ts";
import { storageOf } from "../../src/node/storage.ts";
import { unzstd } from "../../src/node/unzstd.ts";
import { dumpOf } from "./temporary-folder.ts";
import {
  BLOCK_BYTES,
  blockOf,
  compressedBlock,
  CONTENTS,
  frameOf,
  inflate,
  LARGEST_WINDOW,
  matchBlock,
  rawBlock,
  rawBlocks,
  repeatedBlock,
} from "./zstd-frames.ts";
import frames from "./zstd-frames.json" with { type: "json" };

const MIB = 1024 * 1024;
const PACKED = Buffer.from(frames.at(-1)!.frame, "base64");
const DAMAGED = (why: string): string => `the zstd data is damaged or ends too early (${why})`;

function contentOf({ content, length }: { readonly content: string; readonly length: number }): Buffer {
  return CONTENTS[content as keyof typeof CONTENTS](length);
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Of Node 22.15 and later. */
const compress = (zlib as { zstdCompressSync?: (bytes: Buffer, options: object) => Buffer }).zstdCompressSync;

describe("frames of the zstd command (1.5.4)", () => {
  test.for(frames)("$length bytes of $content, $options", async (packed) => {
    expect(await inflate(Buffer.from(packed.frame, "base64"))).toEqual({ bytes: contentOf(packed), failure: null });
  });

  test("what is damaged at any byte is told, or comes out as it was", { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const packed of frames.filter(({ frame, options }) => frame.length < 1000 && !options.includes("--no-check"))) {
      const frame = Buffer.from(packed.frame, "base64");
      const content = contentOf(packed);
      for (let at = 0; at < frame.length; at++) {
        const damaged = Buffer.from(frame);
        damaged[at] = damaged[at]! ^ (1 << (at % 8));
        const { bytes, failure } = await inflate(damaged);
        if (failure === null && !bytes.equals(content)) wrong.push(`${packed.content}, ${packed.options}, at ${at}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

// Windows of 1 KiB to 1 MiB, and all strategies.
describe.skipIf(compress === undefined)("frames of Node's own zlib (22.15 and later)", () => {
  test.each(Object.keys(CONTENTS) as (keyof typeof CONTENTS)[])("%s", { timeout: 120_000 }, async (content) => {
    const {
      ZSTD_c_compressionLevel: level,
      ZSTD_c_windowLog: windowLog,
      ZSTD_c_checksumFlag: checksum,
    } = zlib.constants as never as Record<string, number>;
    for (const length of [0, 1, 100, 1023, 5000, 70_000, 300_000]) {
      const bytes = CONTENTS[content](length);
      for (const [levelOf, logOf] of [
        [-7, 10],
        [1, 17],
        [3, 12],
        [7, 20],
        [14, 17],
        [19, 14],
      ]) {
        const frame = compress!(bytes, { params: { [level!]: levelOf, [windowLog!]: logOf, [checksum!]: length % 2 } });
        const found = await inflate(frame, 777);
        expect(found.failure).toBeNull();
        expect(found.bytes.equals(bytes), `${length} bytes at level ${levelOf} and window ${logOf}`).toBe(true);
      }
    }
  });
});

/** Sequences of one symbol in each table take no bits. */
const sequences = (count: number, ...[literals, offset, match]: [number, number, number]): number[] => [
  0,
  ...(count < 128 ? [count] : [0xff, (count - 0x7f00) & 0xff, (count - 0x7f00) >> 8]),
  0x54,
  literals,
  offset,
  match,
];

describe("frames", () => {
  test("frames of every shape come out, checked or not, one behind the other", { timeout: 120_000 }, async () => {
    const text = Buffer.from(dumpOf(16_000));
    expect(text.length).toBeGreaterThan(MIB + 3 * BLOCK_BYTES);
    const short = text.subarray(0, 5000);
    const blanks = Buffer.alloc(BLOCK_BYTES, 0x20);
    const many = Array.from({ length: 12 }, () => blanks);
    const matched = (content: Buffer, distance: number): Buffer =>
      Buffer.concat([content, content.subarray(content.length - distance, content.length - distance + 34)]);
    const shapes: [Buffer[], Buffer][] = [
      [[rawBlock(Buffer.alloc(0))], Buffer.alloc(0)],
      [[rawBlock(short)], short],
      [[repeatedBlock(0x20, BLOCK_BYTES)], blanks],
      [many.map(() => repeatedBlock(0x20, BLOCK_BYTES)), Buffer.concat(many)],
      [[rawBlock(short), matchBlock(5000)], matched(short, 5000)],
      [[...rawBlocks(text.subarray(0, MIB)), rawBlock(short)], Buffer.concat([text.subarray(0, MIB), short])],
      [rawBlocks(text), text],
      [[...rawBlocks(text), matchBlock(text.length), rawBlock(short)], Buffer.concat([matched(text, text.length), short])],
      [
        [...rawBlocks(text.subarray(0, 7 * BLOCK_BYTES)), matchBlock(7 * BLOCK_BYTES)],
        matched(text.subarray(0, 7 * BLOCK_BYTES), 7 * BLOCK_BYTES),
      ],
      [Array.from(text.subarray(0, 4500), (byte) => rawBlock(Buffer.of(byte))), text.subarray(0, 4500)],
    ];
    for (const [at, [blocks, content]] of shapes.entries()) {
      for (const checked of [undefined, content]) {
        for (const window of [0x58, 0x5b]) {
          const frame = frameOf(blocks, { window, checked });
          const { bytes, failure } = await inflate(Buffer.concat([frame, PACKED, frame]));
          expect(failure, `shape ${at}`).toBeNull();
          expect(bytes.subarray(0, content.length).equals(content), `shape ${at}`).toBe(true);
          expect(bytes.subarray(bytes.length - content.length).equals(content), `shape ${at}`).toBe(true);
        }
      }
    }
  });

  test("a frame that is cut gives the blocks before the cut, however small they are", async () => {
    for (const blocks of [
      [rawBlock(Buffer.from("ab")), rawBlock(Buffer.from("cd")), rawBlock(Buffer.from("ef"))],
      rawBlocks(Buffer.from(dumpOf(16_000))),
    ]) {
      const frame = frameOf(blocks);
      const { bytes, failure } = await inflate(frame.subarray(0, -1), 7777);
      const content = Buffer.concat(blocks.map((block) => block.subarray(3)));
      expect(bytes.equals(content.subarray(0, content.length - blocks.at(-1)!.length + 3))).toBe(true);
      expect(failure).toBe("the zstd data is damaged or ends too early (unexpected end)");
    }
  });

  test("what a window holds can be repeated, however long the frame, and no more", { timeout: 60_000 }, async () => {
    const text = CONTENTS.letters(1024);
    const smallest = 0x00; // 1 KiB
    const matched = Buffer.concat([text, text.subarray(0, 34)]);
    const blocks = Array.from({ length: 600 }, () => [rawBlock(text), matchBlock(1024)]).flat();
    const expected = Buffer.concat(Array.from({ length: 600 }, () => matched));
    const found = await inflate(frameOf(blocks, { window: smallest, checked: expected }));
    expect(found.failure).toBeNull();
    expect(found.bytes.equals(expected)).toBe(true);
    expect((await inflate(frameOf([...blocks, matchBlock(1025)], { window: smallest }))).failure).toBe(
      DAMAGED("a distance is longer than what there is"),
    );
  });

  test("so can what lies as far back as the largest window reaches", { timeout: 60_000 }, async () => {
    const noise = CONTENTS.noise(BLOCK_BYTES);
    const blocks = [rawBlock(noise), ...Array.from({ length: 1023 }, (_, at) => repeatedBlock(at & 0xff, BLOCK_BYTES))];
    for (const distance of [2 ** 27, 2 ** 27 - 4, 2 ** 26 + 2 ** 25 + 5]) {
      const { bytes, failure } = await inflate(frameOf([...blocks, matchBlock(distance)]));
      expect(failure).toBeNull();
      const at = 1024 * BLOCK_BYTES - distance;
      expect(bytes.subarray(-34)).toEqual(bytes.subarray(at, at + 34));
    }
    expect((await inflate(frameOf([...blocks, matchBlock(2 ** 27 + 1)]))).failure).toBe(DAMAGED("a distance is longer than what there is"));
  });

  test("nothing of a frame is left for the next one", async () => {
    const first = Buffer.from(frames.find(({ content, length }) => content === "words" && length === 5000)!.frame, "base64");
    const { bytes } = await inflate(first);
    for (const [block, why] of [
      [compressedBlock(...sequences(1, 0, 2, 0), 4), "a distance is longer than what there is"],
      [compressedBlock(0x43, 0x40, 0, 1, 0), "a table of lengths is missing"],
      [compressedBlock(0, 1, 0xfc, 1), "a section of sequences is wrong"],
      [compressedBlock(0, 1, 0xd4, 0, 31, 1), "a section of sequences is wrong"],
      [compressedBlock(0, 1, 0x74, 0, 31, 1), "a section of sequences is wrong"],
      [compressedBlock(0, 1, 0x5c, 0, 0, 1), "a section of sequences is wrong"],
    ] as const) {
      expect(await inflate(Buffer.concat([first, frameOf([block])]))).toEqual({ bytes, failure: DAMAGED(why) });
    }
  });

  test("a frame begins with the distances 1, 4 and 8, whatever was in use before", async () => {
    const first = Buffer.from(frames.find(({ content, length }) => content === "words" && length === 5000)!.frame, "base64");
    const { bytes } = await inflate(first);
    for (const [block, text] of [
      [compressedBlock(0x08, 0x78, ...sequences(1, 1, 0, 0).slice(1), 1), "xxxx"],
      [compressedBlock(...sequences(1, 0, 0, 0), 1), "efg"],
      [compressedBlock(...sequences(1, 0, 1, 0), 2), "abc"],
    ] as const) {
      const found = await inflate(Buffer.concat([first, frameOf([rawBlock(Buffer.from("abcdefgh")), block])]));
      expect(found.failure).toBeNull();
      expect(found.bytes.subarray(bytes.length).toString()).toBe(`abcdefgh${text}`);
    }
  });

  test("as many sequences as a block can have", async () => {
    // Three bytes each; tables of one symbol and distances in use take no bits.
    const count = 0x7f00 + 517;
    const { bytes, failure } = await inflate(frameOf([rawBlock(Buffer.from("wxyz")), compressedBlock(...sequences(count, 0, 0, 0), 1)]));
    expect(failure).toBeNull();
    expect(bytes.length).toBe(4 + 3 * count);
  });

  test("a frame that is passed over may come first", async () => {
    const packed = Buffer.concat([Buffer.from("5f2a4d1803000000787878", "hex"), frameOf([rawBlock(Buffer.from("text"))])]);
    expect(storageOf(packed)).toBe("zstd");
    expect(storageOf(Buffer.from("P*M is no magic"))).toBe("plain");
    expect(await inflate(packed)).toEqual({ bytes: Buffer.from("text"), failure: null });
  });

  test("a frame cut in its first bytes is told as a cut", async () => {
    const frame = frameOf([rawBlock(Buffer.from("text"))]);
    for (const length of [1, 2, 3, 4, 5, 6]) {
      const { bytes, failure } = await inflate(Buffer.concat([frame, frame.subarray(0, length)]));
      expect(bytes.toString()).toBe("text");
      expect(failure).toBe(DAMAGED("unexpected end"));
    }
  });

  test("blocks and frames of nothing give nothing", async () => {
    const empty = [rawBlock(Buffer.alloc(0)), repeatedBlock(7, 0), compressedBlock(0, 0)];
    const parts: Uint8Array[] = [];
    for await (const part of unzstd(createByteReader(only(Buffer.concat([frameOf(empty), frameOf(empty, { window: 0 })])))))
      parts.push(part);
    expect(parts).toEqual([]);
  });

  test("megabytes of blocks of nothing, which a frame holds in some bytes, let timers have their turn", { timeout: 60_000 }, async () => {
    const inner = frameOf([rawBlock(Buffer.alloc(0))]);
    const outer = frameOf([
      rawBlock(inner.subarray(0, 6)),
      ...Array.from({ length: 72 }, () => repeatedBlock(0, 3 * 40_000)),
      rawBlock(inner.subarray(6)),
    ]);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const parts: Uint8Array[] = [];
    for await (const part of unzstd(createByteReader(unzstd(createByteReader(only(outer)))))) parts.push(part);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(4); // the ends of the two frames give two at the most
    expect(parts).toEqual([]);
  });

  test("a bit of the header that has to be unset is told", async () => {
    const frame = frameOf([rawBlock(Buffer.from(dumpOf(1)))]);
    frame[4] = 0x08;
    expect((await inflate(frame)).failure).toBe(DAMAGED("a frame is of another kind"));
  });

  test("many small ones that ask for the largest window take no memory for it", async () => {
    const text = Buffer.from(dumpOf(1));
    const blank = frameOf([compressedBlock(8, 0x20, 0)]);
    const before = process.memoryUsage().arrayBuffers;
    for (const [frame, content] of [
      [
        frameOf([rawBlock(text), repeatedBlock(0x0a, 3)], { checked: Buffer.concat([text, Buffer.from("\n\n\n")]) }),
        `${text.toString()}\n\n\n`,
      ],
      [blank, " "],
    ] as const) {
      const { bytes, failure } = await inflate(Buffer.concat(Array.from({ length: 3000 }, () => frame)));
      expect(failure).toBeNull();
      expect(bytes.toString() === content.repeat(3000)).toBe(true);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MIB);
  });
});

describe("blocks made to do harm", () => {
  const ok = rawBlock(Buffer.from("before "));

  test.each<[string, Buffer, string]>([
    ["one match longer than a block", compressedBlock(...sequences(1, 0, 0, 52), 0xff, 0xff, 0x01), "a block inflates to more than it may"],
    ["matches of which each is one byte", compressedBlock(...sequences(98_000, 0, 0, 0), 1), "a block inflates to more than it may"],
    ["as many as fit, each longer", compressedBlock(...sequences(43_000, 0, 0, 1), 1), "a block inflates to more than it may"],
    ["literals that are not there", compressedBlock(...sequences(1, 5, 0, 0), 1), "a block has fewer literals than it uses"],
    ["a distance before the beginning", compressedBlock(...sequences(1, 0, 5, 0), 0x20), "a distance is longer than what there is"],
    [
      "a distance longer than any window",
      compressedBlock(...sequences(1, 0, 28, 0), 0, 0, 0, 0x10),
      "a distance is longer than any window",
    ],
    ["a distance of 0", compressedBlock(...sequences(1, 0, 1, 0), 0x03), "a distance is 0"],
    ["bits that are left", compressedBlock(...sequences(1, 0, 0, 0), 0x02), "a stream of sequences has another length than it says"],
    ["bits that are missing", compressedBlock(...sequences(1, 0, 5, 0), 0x01), "a stream of sequences has another length than it says"],
    ["no mark of the end", compressedBlock(...sequences(1, 0, 0, 0), 0), "a stream of bits has no end"],
    ["no bits", compressedBlock(...sequences(1, 0, 0, 0)), "a stream of bits has no end"],
    ["a symbol that there is not", compressedBlock(...sequences(1, 36, 0, 0), 1), "a section of sequences is wrong"],
    ["a table of a block before the first", compressedBlock(0, 1, 0xfc, 1), "a section of sequences is wrong"],
    ["reserved bits", compressedBlock(0, 1, 0x01, 1), "a section of sequences is wrong"],
    ["no tables", compressedBlock(0, 1), "a section of sequences is wrong"],
    ["no sequences", compressedBlock(0), "a section of sequences is missing"],
    ["half of their number", compressedBlock(0, 0x80), "a section of sequences is missing"],
    ["bytes behind them", compressedBlock(0, 0, 7), "bytes follow the last section of a block"],
    ["a table of too many states", compressedBlock(0, 1, 0x80, 0x0f, 0, 0, 0), "a table of states is too large"],
    ["a table that does not end", compressedBlock(0, 1, 0x80, 0x00), "a table of states is wrong"],
    ["a table of zeros", compressedBlock(0, 1, 0x80, 0x10, 0xfe, ...Array<number>(60).fill(0xff)), "a table of states is wrong"],
    ["nothing at all", compressedBlock(), "a section of literals is missing"],
    ["half a header of literals", compressedBlock(0x0c, 0), "a section of literals is missing"],
    ["more raw literals than bytes", compressedBlock(0x50, 1, 2, 3), "a section of literals is too long"],
    ["repeated literals without their byte", compressedBlock(0x51), "a section of literals is too long"],
    ["more repeated literals than a block may have", compressedBlock(0x0d | 0x10, 0x00, 0x20, 7, 0), "a section of literals is too long"],
    ["literals with the table of a block before the first", compressedBlock(0x43, 0x40, 0, 1, 0), "a table of lengths is missing"],
    ["a table of lengths longer than the literals", compressedBlock(0x42, 0x40, 0, 0x7f, 0), "a table of lengths is wrong"],
    ["lengths that are all 0", compressedBlock(0x42, 0xc0, 0, 0x80, 0, 1, 0), "a table of lengths is wrong"],
    ["lengths that leave no power of two", compressedBlock(0x42, 0x00, 1, 0x81, 0x31, 0x10, 1, 0), "a table of lengths is wrong"],
    ["lengths of too many bits", compressedBlock(0x42, 0xc0, 0, 0x80, 0xf0, 1, 0), "a table of lengths is wrong"],
    [
      "literals of another length",
      compressedBlock(0x42, 0xc0, 0, 0x80, 0x10, 0x03, 0),
      "a stream of literals has another length than it says",
    ],
    [
      "streams longer than there is",
      compressedBlock(0x86, 0xc0, 2, 0x80, 0x10, 9, 0, 9, 0, 9, 0, 1, 1, 1, 1, 0),
      "a section of literals is wrong",
    ],
    [
      "four streams for two bytes",
      compressedBlock(0x26, 0xc0, 2, 0x80, 0x10, 1, 0, 1, 0, 1, 0, 3, 3, 3, 3, 0),
      "a section of literals is wrong",
    ],
    [
      "four streams for three bytes",
      compressedBlock(0x36, 0x00, 3, 0x80, 0x10, 1, 0, 1, 0, 1, 0, 3, 3, 3, 1, 0),
      "a section of literals is wrong",
    ],
    [
      "lengths of which none is the longest that the table has",
      compressedBlock(0x22, 0xc0, 0, 0x80, 0x20, 7, 0),
      "a table of lengths is wrong",
    ],
    ["lengths of 12 bits", compressedBlock(0x12, 0x00, 2, 0x8b, 0xcb, 0xa9, 0x87, 0x65, 0x43, 0x21, 3, 0), "a table of lengths is wrong"],
    ["lengths in a table of 128 states", compressedBlock(0x12, 0x00, 2, 4, 0x02, 0, 0, 0, 0, 0, 3, 0), "a table of states is too large"],
    ["lengths in states that are cut", compressedBlock(0x52, 0x80, 1, 4, 0x20, 0x7e, 0x1f, 0x02, 0x3f, 0), "a table of lengths is wrong"],
    ["distances in a table of 512 states", compressedBlock(0, 1, 0x64, 0, 0x04, 0, 0, 0, 1), "a table of states is too large"],
    ["another type", blockOf("raw", 3, Buffer.from("abc")).fill(0x1e, 0, 1), "a block is of another kind"],
    ["more bytes than a block may have", blockOf("raw", BLOCK_BYTES + 1, Buffer.alloc(BLOCK_BYTES + 1)), "a block is too long"],
    ["more repeated bytes than a block may have", repeatedBlock(7, BLOCK_BYTES + 1), "a block is too long"],
  ])("%s", async (_, block, why) => {
    expect(await inflate(frameOf([ok, block], { window: LARGEST_WINDOW }))).toEqual({
      bytes: Buffer.from("before "),
      failure: DAMAGED(why),
    });
  });

  test.each<[string, Buffer, string]>([
    ["a block as it is", rawBlock(Buffer.alloc(1025)), "a block is too long"],
    ["a byte that is repeated", repeatedBlock(7, 1025), "a block is too long"],
    ["literals", compressedBlock(0x1d, 0x40, 0, 7, 0), "a section of literals is too long"],
    ["a match", compressedBlock(...sequences(1, 0, 0, 46), 0, 4), "a block inflates to more than it may"],
    [
      "literals behind a match",
      compressedBlock(0x0d, 0x40, 0, 7, ...sequences(1, 0, 0, 0).slice(1), 1),
      "a block inflates to more than it may",
    ],
  ])("longer than the window: %s", async (_, block, why) => {
    expect(await inflate(frameOf([ok, block], { window: 0 }))).toEqual({ bytes: Buffer.from("before "), failure: DAMAGED(why) });
  });

  test("lengths of 11 bits are in order", async () => {
    const block = compressedBlock(0x12, 0x00, 2, 0x8a, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10, 3, 0);
    expect(await inflate(frameOf([block]))).toEqual({ bytes: Buffer.of(0), failure: null });
  });

  test("a small one behind a window of 128 MiB does not move the window", { timeout: 60_000 }, async () => {
    const blanks = Array.from({ length: 1024 }, () => repeatedBlock(0x20, BLOCK_BYTES));
    const small = compressedBlock(...sequences(1, 0, 2, 0), 0x04); // three times the last byte
    const moved = vi.spyOn(Uint8Array.prototype, "copyWithin");
    onTestFinished(() => moved.mockRestore());
    const { bytes, failure } = await inflate(frameOf([...blanks, ...Array.from({ length: 50_000 }, () => small)]));
    expect(failure).toBeNull();
    expect(bytes.length).toBe(1024 * BLOCK_BYTES + 3 * 50_000);
    expect(moved.mock.calls.filter(([to]) => to === 0).length).toBeLessThan(3);
  });
});
