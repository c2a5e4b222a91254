import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Limits } from "../../src/index.ts";
import { openDump, profileFiles } from "../../src/node/index.ts";
import { storageOf } from "../../src/node/storage.ts";
import { run } from "../cli/command.ts";
import { paxTarOf, tarHeader, tarOf, zipOf } from "./archives.ts";
import { createFolder, dumpOf } from "./temporary-folder.ts";

/** Three records, packed by the reference program. */
const ZSTD = Buffer.from(
  "KLUv/QRo7QIA0kUSEpA9BgCaRJMfOM40F38XY4uYAeYUA8BwFrt59ScV/F53t9pbp6NtVD1s1S6l+saR3UF8Wi+leye3bs1MT6NKL0SUIpAh5g6r9gYABZKA4xigDA5RGNpxthMKLmTfRA==",
  "base64",
);

interface Seen {
  /** Sources of the articles, and of rejections behind an `!`. */
  readonly sources: string[];
  readonly messages: string[];
}

async function read(path: string, limits: Limits = {}): Promise<Seen> {
  const sources: string[] = [];
  const messages: string[] = [];
  for await (const result of openDump([path, "fixtures/date-header/seed/input.txt"], { limits })) {
    const name = result.kind === "article" ? result.article.provenance.source : `!${result.rejected.source}`;
    if (name !== "fixtures/date-header/seed/input.txt") sources.push(name!.replace(/^(!?).*\//, "$1"));
    if (result.kind === "rejected") messages.push(result.rejected.message);
  }
  return { sources, messages };
}

async function readBytes(name: string, bytes: Uint8Array, limits?: Limits): Promise<Seen> {
  return read(join(await createFolder({ [name]: bytes }), name), limits);
}

describe("zstd", () => {
  test("is inflated, one frame and several", async () => {
    expect(await readBytes("a", ZSTD)).toEqual({ sources: ["a", "a", "a"], messages: [] });
    const { sources, messages } = await readBytes("a", Buffer.concat([ZSTD, ZSTD]));
    expect(sources).toHaveLength(6);
    expect(messages).toEqual([]);
  });

  test("that is cut or damaged is rejected", async () => {
    for (const bytes of [
      ZSTD.subarray(0, ZSTD.length - 20),
      Buffer.concat([ZSTD.subarray(0, 40), Buffer.alloc(30, 0xff), ZSTD.subarray(70)]),
    ]) {
      const { sources, messages } = await readBytes("a", bytes);
      expect(sources.at(-1)).toBe("!a");
      expect(messages.at(-1)).toContain("the zstd data is damaged or ends too early");
    }
  });
});

describe("what a zstd frame says of its content", () => {
  test("is checked: damage of any byte is told, unless the text came out as it was", async () => {
    for (let at = 4; at < ZSTD.length; at++) {
      const damaged = Buffer.from(ZSTD);
      damaged[at] = damaged[at]! ^ 0x10;
      const { messages, sources } = await readBytes("a", damaged);
      // Some bits mean nothing; the checksum holds then.
      if (messages.length === 0) expect(sources).toEqual(["a", "a", "a"]);
      else expect(messages.at(-1)).toContain("the zstd data is damaged or ends too early");
    }
  });

  test("its length, whatever that takes, and frames that are passed over", async () => {
    const content = Buffer.from(dumpOf(1));
    const skipped = Buffer.from("502a4d1803000000787878", "hex");
    for (const [flags, bytes, base] of [
      [0x20, 1, 0],
      [0x60, 2, 256],
      [0xa0, 4, 0],
      [0xe0, 8, 0],
    ] as const) {
      for (const excess of [0, 1]) {
        const text = base === 0 && bytes === 1 ? content.subarray(0, 200) : Buffer.concat([content, content, content, content]);
        const length = Buffer.alloc(8);
        length.writeUInt32LE(text.length + excess - base);
        const block = Buffer.alloc(4);
        block.writeUInt32LE((text.length << 3) | 1);
        const frame = Buffer.concat([ZSTD.subarray(0, 4), Buffer.of(flags), length.subarray(0, bytes), block.subarray(0, 3), text]);
        const { sources, messages } = await readBytes("a", Buffer.concat([frame, skipped]));
        expect(sources[0]).toBe("a");
        expect(messages).toEqual(excess === 0 ? [] : [expect.stringContaining("(wrong length)")]);
      }
    }
  });

  test("a window of more memory than the zstd command takes is refused before it is set aside", async () => {
    const whole = Buffer.of(1, 0, 0); // the last block, empty
    const frame = (...header: number[]): Buffer => Buffer.concat([ZSTD.subarray(0, 4), Buffer.of(...header), whole]);
    const before = process.memoryUsage().arrayBuffers;
    for (const header of [
      [0x00, 0x8f], // an eighth more than half a power of two above 128 MiB
      [0x00, 0xa8],
      [0x00, 0xff],
      [0xe0, 1, 0, 0, 8, 0, 0, 0, 0],
      [0xe0, 0, 0, 0, 0, 0, 0, 0, 0xff],
    ]) {
      const { messages } = await readBytes("a", frame(...header));
      expect(messages).toEqual([expect.stringMatching(/the zstd data needs a window of \d+ bytes, over 134217728/)]);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
    expect((await readBytes("a", frame(0x00, 0x88))).messages).toEqual([]); // 128 MiB
  });

  test("what follows that is no frame is told, and so is a need for a dictionary", async () => {
    for (const bytes of [Buffer.from("x"), Buffer.from("text behind it"), ZSTD.subarray(1, 3)]) {
      const { sources, messages } = await readBytes("a", Buffer.concat([ZSTD, bytes]));
      expect(sources).toEqual(["a", "a", "a", "!a"]);
      expect(messages).toEqual([expect.stringContaining("bytes that are not zstd follow the zstd data")]);
    }
    const asking = Buffer.concat([ZSTD.subarray(0, 4), Buffer.of(0x05, ZSTD[5]!, 7), ZSTD.subarray(6)]);
    expect((await readBytes("a", asking)).messages).toEqual([expect.stringContaining("(it needs a dictionary)")]);
  });
});

describe("tar", () => {
  test("entries are dumps of their own, packed ones too", async () => {
    const bytes = tarOf({ "x/one.txt": dumpOf(2), "two.gz": gzipSync(dumpOf(1)), empty: "" });
    for (const packed of [bytes, gzipSync(bytes)]) {
      const folder = await createFolder({ "a.tar": packed });
      const found: unknown[] = [];
      for await (const result of openDump(join(folder, "a.tar"))) {
        if (result.kind === "article") found.push([result.article.provenance.source, result.article.provenance.index]);
      }
      expect(found).toEqual([
        [`${folder}/a.tar!/x/one.txt`, 0],
        [`${folder}/a.tar!/x/one.txt`, 1],
        [`${folder}/a.tar!/two.gz`, 0],
      ]);
    }
  });

  test("long names are read, GNU's and pax'", async () => {
    const name = `${"folder-".repeat(20)}name.txt`;
    expect((await readBytes("a.tar", tarOf({ [name]: dumpOf(1) }, { longNames: true }))).sources).toEqual([name]);
    expect((await readBytes("a.tar", paxTarOf(name, dumpOf(1)))).sources).toEqual([name]);
  });

  test("folders and links are passed over", async () => {
    const bytes = Buffer.concat([tarHeader("folder/", 0, "5"), tarHeader("link", 0, "2"), tarOf({ one: dumpOf(1) })]);
    expect((await readBytes("a.tar", bytes)).sources).toEqual(["one"]);
  });

  test("what is there of a damaged archive is kept", async () => {
    const bytes = tarOf({ one: dumpOf(1), two: dumpOf(30) });
    const cut = await readBytes("a.tar", bytes.subarray(0, 2000));
    expect(cut.sources[0]).toBe("one");
    expect(cut.sources).toContain("!two");
    expect(cut.messages[0]).toContain("the tar archive ends too early");
    const damaged = Buffer.from(bytes);
    damaged[1024 + 10] = 0x58; // in the second header
    expect(await readBytes("a.tar", damaged)).toEqual({
      sources: ["one", "!a.tar"],
      messages: [expect.stringContaining("the tar archive is damaged (wrong checksum)")],
    });
  });

  test("comes from standard input, too", async () => {
    const { stdout, exitCode } = await run(["parse", "-", "-q"], { stdin: tarOf({ one: dumpOf(1) }) });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ provenance: { source: "-!/one" } });
  });
});

describe("zip", () => {
  test("entries are dumps of their own", async () => {
    const seen = await readBytes("a.zip", zipOf({ "x/one.txt": dumpOf(2), "x/": "", "two.gz": gzipSync(dumpOf(1)) }));
    expect(seen).toEqual({ sources: ["one.txt", "one.txt", "two.gz"], messages: [] });
  });

  test("a damaged entry is rejected, the others are read", async () => {
    const bytes = Buffer.from(zipOf({ one: dumpOf(200), two: dumpOf(1) }));
    bytes.fill(0xff, 200, 400);
    const { sources } = await readBytes("a.zip", bytes);
    expect(sources).toContain("!one");
    expect(sources.at(-1)).toBe("two");
  });

  test("that is no file on disk or damaged is rejected", async () => {
    expect((await readBytes("a.tar", tarOf({ "b.zip": zipOf({ one: dumpOf(1) }) }))).messages[0]).toContain("unpack it first");
    expect((await readBytes("a.zip", zipOf({ one: dumpOf(1) }).subarray(0, 100))).sources).toEqual(["!a.zip"]);
    const { exitCode, stderr } = await run(["parse", "-"], { stdin: zipOf({ one: dumpOf(1) }) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("a zip archive has to be a file on disk");
  });
});

describe("limits", () => {
  const bomb = gzipSync(Buffer.concat([Buffer.from(dumpOf(1)), Buffer.alloc(80 * 1024 * 1024, 0x20)]));

  test("a bomb is rejected by its ratio, unless that is allowed", async () => {
    const { sources, messages } = await readBytes("a.gz", bomb);
    expect(sources).toEqual(["a.gz", "!a.gz"]);
    expect(messages[0]).toContain("more than limits.maxInflationRatio (250) times its size");
    const allowed = await readBytes("a.gz", bomb, { maxInflationRatio: Number.POSITIVE_INFINITY });
    expect(allowed.messages).toEqual([expect.stringContaining("limits.maxRecordBytes")]); // read to its end
  });

  test("bytes, entries and layers", async () => {
    expect((await readBytes("a.gz", gzipSync(dumpOf(100)), { maxInflatedBytes: 100 })).messages[0]).toContain(
      "limits.maxInflatedBytes (100)",
    );
    const tar = tarOf({ one: dumpOf(1), two: dumpOf(1) });
    const entries = await readBytes("a.tar", tar, { maxArchiveEntries: 1 });
    expect(entries.sources).toEqual(["one", "!a.tar"]);
    expect(entries.messages[0]).toContain("limits.maxArchiveEntries (1)");
    let packed = gzipSync(dumpOf(1));
    for (let layer = 1; layer < 5; layer++) packed = gzipSync(packed);
    expect((await readBytes("a.gz", packed)).messages[0]).toContain("limits.maxArchiveDepth (4)");
    expect((await readBytes("a.gz", packed, { maxArchiveDepth: 5 })).messages).toEqual([]);
  });

  test("0 means 0: nothing packed is read, and a plain file is", async () => {
    for (const limits of [{ maxInflatedBytes: 0 }, { maxArchiveDepth: 0 }, { maxInflationRatio: 0 }]) {
      expect((await readBytes("a.gz", gzipSync(dumpOf(1)), limits)).sources).toEqual(["!a.gz"]);
      expect((await readBytes("a.txt", Buffer.from(dumpOf(1)), limits)).sources).toEqual(["a.txt"]);
    }
    expect((await readBytes("a.tar", tarOf({ one: dumpOf(1) }), { maxArchiveEntries: 0 })).sources).toEqual(["!a.tar"]);
  });

  test("must be known and numbers", async () => {
    expect(() => openDump("x", { limits: { maxInflationRatio: Number.NaN } })).toThrow(expect.objectContaining({ code: "invalid-option" }));
    expect(() => openDump("x", { limits: { most: 1 } as object })).toThrow(/limits\.most is no limit/);
    expect(() => openDump("x", { archiveLimits: {} } as object)).toThrow(/archiveLimits is no option/);
    await expect(profileFiles("x", { limits: { maxArchiveDepth: -1 } })).rejects.toMatchObject({ code: "invalid-option" });
  });

  test("bound what a profile looks at", async () => {
    const dump = `${dumpOf(1)}\nSubscribe to our newsletter now\n`.repeat(9);
    const packed = await createFolder({ "a.gz": gzipSync(dump) });
    const nothing = await profileFiles(await createFolder({ "a.txt": "" }));
    expect(await profileFiles(packed)).toEqual(await profileFiles(await createFolder({ "a.txt": dump })));
    expect(await profileFiles(packed)).not.toEqual(nothing);
    expect(await profileFiles(packed, { limits: { maxInflatedBytes: 0 } })).toEqual(nothing);
  });
});

test("packed in a way that is not supported is said, and text that begins alike is text", async () => {
  const bzip2 = Buffer.from("BZh91AY&SY......", "latin1");
  expect((await readBytes("a", bzip2)).messages[0]).toContain("it is packed with bzip2, which is not supported");
  expect(storageOf(Buffer.from("BZh is the name of a street."))).toBe("plain");
  expect(storageOf(new Uint8Array(0))).toBe("plain");
});
