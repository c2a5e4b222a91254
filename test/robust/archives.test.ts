import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { parseDump, type Limits } from "../../src/index.ts";
import { openDump } from "../../src/node/index.ts";
import { tarHeader, tarOf, zipOf } from "../node/archives.ts";
import { join } from "../fuzz/mutate.ts";
import { frame } from "./frame.ts";
import { countFaults, countInputs } from "./tally.ts";

const FAST = { languages: false, noise: "off", repairText: false } as const;
const dump = join(frame("One"), frame("Two", "03"), frame("Three", "04"));
const ids = parseDump(dump, FAST).articles.map(({ id }) => id);
const scratch = mkdtempSync(joinPath(tmpdir(), "newsdump-archives-"));
const folder = joinPath(scratch, "inner", "most");
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Read {
  readonly ids: string[];
  readonly sources: string[];
  /** Why something was not read, articles aside. */
  readonly problems: string[];
  /** The most that was asked for at any time beyond what there was before, in bytes. */
  readonly growth: number;
}

async function read(name: string, bytes: Uint8Array, limits: Limits = {}): Promise<Read> {
  const path = joinPath(folder, name);
  writeFileSync(path, bytes);
  const found: Read = { ids: [], sources: [], problems: [], growth: 0 };
  const before = process.memoryUsage().rss;
  let most = before;
  try {
    for await (const result of openDump(path, { ...FAST, limits })) {
      most = Math.max(most, process.memoryUsage().rss);
      if (result.kind === "article") {
        found.ids.push(result.article.id);
        found.sources.push(result.article.provenance.source!);
      } else found.problems.push(`${result.rejected.reason}: ${result.rejected.message}`);
    }
  } catch (error) {
    found.problems.push(`error: ${(error as { code: string }).code}`); // what openDump throws has a code
  }
  rmSync(path);
  // Nothing is ever unpacked to a place.
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(scratch)).toEqual(["inner"]);
  return { ...found, growth: most - before };
}

const isReported = ({ problems }: Read): boolean =>
  problems.some((problem) => /^(?:unreadable-source|error: unreadable-input)/.test(problem));

/** Three records, packed by the reference program, with a checksum. */
const PACKED: Readonly<Record<string, Uint8Array>> = {
  "a.zip": zipOf({ "one.txt": dump }),
  "a.tar": tarOf({ "one.txt": dump }).subarray(0, 512 + 1024),
  "a.tar.gz": gzipSync(tarOf({ "one.txt": dump })),
};

test("an archive that is cut at any byte keeps what came before, and the cut is reported", async () => {
  for (const [name, bytes] of Object.entries(PACKED)) {
    for (let length = name === "a.tar" ? 512 : 20; length < bytes.length; length += name === "a.tar" ? 7 : 1) {
      const found = await read(name, bytes.subarray(0, length));
      // What is left of a tar archive may end where an entry does.
      if (name !== "a.tar" || length < 512 + dump.length) expect(isReported(found), `${name} cut at ${length}`).toBe(true);
      expect(found.ids.slice(0, -1)).toEqual(ids.slice(0, Math.max(0, found.ids.length - 1)));
      countFaults("archives that are cut");
    }
  }
});

test("a zip archive that is damaged at any byte is reported, unless every record came out as it was", async () => {
  const bytes = PACKED["a.zip"]!;
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = damaged[at]! ^ 0x41;
    const found = await read("a.zip", damaged);
    // Without its first bytes it is no archive.
    expect(at < 4 || isReported(found) || found.ids.join() === ids.join(), `damaged at ${at}`).toBe(true);
    countFaults("archives that are damaged");
  }
});

/** A zstd frame whose every block is one byte that stands for 128 KiB. */
function zstdBomb(blocks: number): Uint8Array {
  const bytes = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];
  for (let block = 0; block < blocks; block++) {
    const header = (block === blocks - 1 ? 1 : 0) | (1 << 1) | ((128 * 1024) << 3);
    bytes.push(header & 0xff, (header >> 8) & 0xff, header >> 16, 0x20);
  }
  return Uint8Array.from(bytes);
}

test("bombs of gzip, zstd and zip, alone and in layers, end at their limit in bounded memory", async () => {
  const zeros = Buffer.alloc(300 * 1024 * 1024, 0x20);
  const bombs: Record<string, Uint8Array> = {
    "bomb.gz": gzipSync(zeros),
    "bomb.zst": zstdBomb(20_000),
    "bomb.zip": zipOf({ "a.txt": zeros.subarray(0, 200 * 1024 * 1024) }),
    "bomb.gz.gz": gzipSync(gzipSync(zeros)),
    "bomb.tar.gz": gzipSync(tarOf({ "a.txt": zeros.subarray(0, 100 * 1024 * 1024) })),
  };
  for (const [name, bytes] of Object.entries(bombs)) {
    const found = await read(name, bytes);
    expect(found.problems.join("\n"), name).toMatch(/maxInflationRatio|maxRecordBytes|error: unreadable-input/);
    expect(found.growth, name).toBeLessThan(400 * 1024 * 1024);
    const small = await read(name, bytes, { maxInflatedBytes: 1_000_000 });
    expect(small.problems.join("\n"), name).toMatch(/maxInflatedBytes|error: unreadable-input/);
    countInputs("bombs", 2);
  }
});

test("zip entries that share their bytes count by the bytes that are there", async () => {
  const one = Buffer.from(zipOf({ "a.txt": Buffer.alloc(30 * 1024 * 1024, 0x20) }));
  const directory = one.readUInt32LE(one.length - 6);
  const entry = one.subarray(directory, one.length - 22);
  const end = Buffer.from(one.subarray(one.length - 22));
  end.writeUInt16LE(200, 8);
  end.writeUInt16LE(200, 10);
  end.writeUInt32LE(entry.length * 200, 12);
  const found = await read("shared.zip", Buffer.concat([one.subarray(0, directory), ...Array.from({ length: 200 }, () => entry), end]));
  expect(isReported(found)).toBe(true);
  countInputs("bombs");
});

test("archives in archives end at the limit on layers", async () => {
  for (const layers of [5, 8, 40]) {
    let packed: Uint8Array = dump;
    for (let layer = 0; layer < layers; layer++) packed = layer % 2 === 0 ? gzipSync(packed) : tarOf({ [`${layer}`]: packed });
    const found = await read("nested.gz", packed);
    expect(found.problems.join("\n")).toMatch(/maxArchiveDepth|error: unreadable-input/);
    expect(found.ids).toEqual([]);
    countInputs("nested archives");
  }
  expect((await read("nested.tar", tarOf({ "in.zip": zipOf({ one: dump }) }))).problems.join("\n")).toContain("unpack it first");
  countInputs("nested archives");
});

test("sizes that lie are reported, whatever they say", async () => {
  const zip = Buffer.from(zipOf({ "one.txt": dump }));
  const directory = zip.readUInt32LE(zip.length - 6);
  for (const size of [0, 1, dump.length - 1, dump.length + 1, 0x7fffffff, 0xfffffffe]) {
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(size, directory + 24);
    expect(isReported(await read("lying.zip", lying)), `zip, ${size}`).toBe(true);
    countInputs("sizes that lie");
  }
  const content = Buffer.concat([dump, Buffer.alloc((512 - (dump.length % 512)) % 512)]);
  for (const size of [dump.length + 4096, 1_000_000, 8_589_934_591]) {
    const lying = Buffer.concat([tarHeader("one.txt", size, "0"), content, Buffer.alloc(1024)]);
    expect(isReported(await read("lying.tar", lying)), `tar, ${size}`).toBe(true);
    countInputs("sizes that lie");
  }
  const short = Buffer.concat([tarHeader("one.txt", 10, "0"), content, Buffer.alloc(1024)]);
  expect(isReported(await read("short.tar", short))).toBe(true);
  const packed = gzipSync(dump);
  for (const length of [0, 1, dump.length + 1]) {
    packed.writeUInt32LE(length, packed.length - 4);
    expect(isReported(await read("lying.gz", packed)), `gzip, ${length}`).toBe(true);
    countInputs("sizes that lie");
  }
});

const TRICKS = [
  "../../escaped.txt",
  "/etc/escaped.txt",
  "..\\..\\escaped.txt",
  "C:\\escaped.txt",
  "a/../../escaped.txt",
  "\u001B[31mred.txt",
  "line\nbreak.txt",
  "nul\u0000.txt",
  "__proto__",
  "-rf",
  "~/escaped.txt",
  "a".repeat(90),
  ".",
  "CON",
];

test("names of entries are names: nothing is written or opened by them, and what they hold is read or refused", async () => {
  for (const trick of TRICKS) {
    const inTar = await read("names.tar", tarOf({ [trick]: dump, "good.txt": dump }));
    expect(inTar.ids).toEqual([...ids, ...ids]);
    expect(inTar.sources.every((source) => source.startsWith(`${folder}/names.tar!/`))).toBe(true);
    const inZip = await read("names.zip", zipOf({ [trick]: dump }));
    expect(isReported(inZip) || inZip.ids.length === ids.length, trick).toBe(true);
    countInputs("names of entries", 2);
  }
});
