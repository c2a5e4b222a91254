import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createByteReader } from "../../src/node/byte-reader.ts";
import { openDump, profileFiles } from "../../src/node/index.ts";
import { untar } from "../../src/node/untar.ts";
import { paxRecord, seal, TAR_END, tarEntry, tarHeader, tarOf, zipOf } from "./archives.ts";
import { createFolder, dumpOf } from "./temporary-folder.ts";

const dump = Buffer.from(`${dumpOf(1)}\nSubscribe to our newsletter now\n`.repeat(9));
const RECORDS = 9;

/** What an archive holds, the entries that are read, and what is told: of which source, and why. */
type Case = readonly [string, readonly Uint8Array[], readonly string[], readonly (readonly [string, string])[]];

interface Read {
  /** Sources of articles, each once. */
  readonly sources: string[];
  readonly articles: number;
  readonly problems: string[];
}

/** Names are those below the folder. */
async function read(name: string, bytes: Uint8Array): Promise<Read> {
  const folder = await createFolder({ [name]: bytes });
  const sources = new Set<string>();
  const problems: string[] = [];
  let articles = 0;
  for await (const result of openDump(join(folder, name), { noise: "off", languages: false })) {
    if (result.kind === "rejected") problems.push(`${result.rejected.reason}: ${result.rejected.message.replaceAll(`${folder}/`, "")}`);
    else {
      sources.add(result.article.provenance.source!.slice(folder.length + 1));
      articles++;
    }
  }
  return { sources: [...sources], articles, problems };
}

async function expectRead(name: string, bytes: Uint8Array, entries: readonly string[], told: Case[3]): Promise<void> {
  expect(await read(name, bytes)).toEqual({
    sources: entries.map((entry) => `${name}!/${entry}`),
    articles: entries.length * RECORDS,
    problems: told.map(([entry, why]) => expect.stringContaining(`unreadable-source: cannot read ${name}${entry}: ${why}`)),
  });
}

const one = tarEntry("one.txt", dump);
const two = tarEntry("two.txt", dump);
const three = tarEntry("three.txt", dump);
const noHeader = tarEntry("x", dump).subarray(512);
const wrongSum = Buffer.concat([Buffer.from("X"), two.subarray(1)]);
const SPARSE = "it is a sparse file, which is not supported";
const FOREIGN = "the tar archive is damaged (bytes that are no entry follow its end)";

const TARS: readonly Case[] = [
  ["a header of zeros", [one, Buffer.alloc(512), noHeader, three, TAR_END], ["one.txt", "three.txt"], [["", FOREIGN]]],
  ["two archives", [one, TAR_END, two, TAR_END], ["one.txt", "two.txt"], []],
  ["two archives with padding", [one, Buffer.alloc(9 * 1024), two, Buffer.alloc(10 * 1024)], ["one.txt", "two.txt"], []],
  ["text behind the end", [one, TAR_END, dump], ["one.txt"], [["", FOREIGN]]],
  ["a byte behind the end", [one, TAR_END, Buffer.from("x")], ["one.txt"], [["", FOREIGN]]],
  ["zeros behind the end", [one, TAR_END, Buffer.alloc(100)], ["one.txt"], []],
  ["a wrong checksum", [one, wrongSum, three, TAR_END], ["one.txt", "three.txt"], [["", "the tar archive is damaged (wrong checksum)"]]],
  ["a sparse file of GNU's", [one, tarEntry("two.txt", dump, "S"), three, TAR_END], ["one.txt", "three.txt"], [["!/two.txt", SPARSE]]],
  [
    "a sparse file of GNU's with a long map",
    [one, sparseHeader(dump.length), sparseBlock(1), sparseBlock(0), noHeader, three, TAR_END],
    ["one.txt", "three.txt"],
    [["!/sparse", SPARSE]],
  ],
  [
    "a sparse file of pax",
    [one, tarEntry("x", `${paxRecord("GNU.sparse.major", "1")}${paxRecord("GNU.sparse.name", "two.txt")}`, "x"), two, three, TAR_END],
    ["one.txt", "three.txt"],
    [["!/two.txt", SPARSE]],
  ],
  ["a type that nobody knows", [one, tarEntry("two.txt", dump, "Z"), three, TAR_END], ["one.txt", "two.txt", "three.txt"], []],
  ["a folder with text in it", [one, tarEntry("two.txt", dump, "5"), three, TAR_END], ["one.txt", "two.txt", "three.txt"], []],
  ["a link that has its file's size", [one, tarHeader("link", dump.length, "1"), three, TAR_END], ["one.txt", "three.txt"], []],
  [
    "headers that name no file",
    [
      tarEntry("label", "", "V"),
      tarEntry("g", paxRecord("comment", "x"), "g"),
      tarEntry("K", "target\0", "K"),
      tarHeader("l", 0, "2"),
      one,
      TAR_END,
    ],
    ["one.txt"],
    [],
  ],
];

/** Says that blocks follow it which tell where the parts of the file belong. */
function sparseHeader(size: number): Buffer {
  const header = tarHeader("sparse", size, "S");
  header[482] = 1;
  return seal(header);
}

function sparseBlock(isFollowed: 0 | 1): Buffer {
  return Buffer.from(one.subarray(512, 1024)).fill(isFollowed, 504, 505);
}

test("nothing in a tar archive vanishes without a word", async () => {
  for (const [, parts, entries, told] of TARS) {
    await expectRead("a.tar", Buffer.concat(parts), entries, told);
    await expectRead("a.tar.gz", gzipSync(Buffer.concat(parts)), entries, told);
  }
});

test("extended headers are read in linear time, have a bound, and damage of one is told", async () => {
  const blanks = " 1".repeat(512 * 1024);
  for (const [type, body, why] of [
    ["x", blanks, "an extended header cannot be read"],
    ["x", "30 path=too short\n", "an extended header cannot be read"],
    ["x", paxRecord("size", "many"), "an extended header cannot be read"],
    ["x", `${blanks} `, "an extended header is too long"],
    ["L", `${blanks} `, "an extended header is too long"],
  ] as const) {
    const bytes = Buffer.concat([one, tarEntry("header", body, type), three, TAR_END]);
    await expectRead("a.tar", bytes, ["one.txt", "three.txt"], [["", `the tar archive is damaged (${why})`]]);
  }
  const damaged = tarEntry("header", `${paxRecord("path", "named.txt")}x`, "x");
  const kept = await read("a.tar", Buffer.concat([damaged, one, TAR_END]));
  expect(kept).toMatchObject({ sources: ["a.tar!/named.txt"], problems: [expect.any(String)] });
});

test("an extended header that comes byte by byte is put together in linear time", async () => {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.concat([tarEntry("x", paxRecord("path", "a".repeat(400_000)), "x"), tarEntry("short", "x")])) {
      yield Uint8Array.of(byte);
    }
  }
  const { value } = await untar(createByteReader(bytes())).next();
  expect(value).toMatchObject({ name: "a".repeat(400_000) });
});

const zip = Buffer.from(zipOf({ "one.txt": dump, "two.txt": dump, "three.txt": dump }));
const ALL = ["one.txt", "two.txt", "three.txt"];
const directoryStart = zip.readUInt32LE(zip.length - 6);
const endStart = zip.length - 22;

/** With other numbers of two bytes; negative offsets are counted from the end. */
function changed(bytes: Buffer, ...changes: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, value] of changes) copy.writeUInt16LE(value, at < 0 ? bytes.length + at : at);
  return copy;
}

/** What ends a Zip64 archive: its record, the locator of it, and the old end with nothing in it. */
function zip64(entries: number): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(endStart - directoryStart), 40);
  record.writeBigUInt64LE(BigInt(directoryStart), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(endStart), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.from(zip.subarray(endStart)).fill(0xff, 8, 20);
  return Buffer.concat([zip.subarray(0, endStart), record, locator, end]);
}

/** The first entry is described behind it. */
function withDescriptor(descriptor: Buffer): Buffer {
  const first = zip.indexOf("PK\x03\x04", 1);
  const bytes = Buffer.concat([zip.subarray(0, first), descriptor, zip.subarray(first)]);
  const directory = directoryStart + descriptor.length;
  bytes.writeUInt16LE(0x08, directory + 8);
  for (let at = bytes.indexOf("PK\x01\x02", directory + 1); at > 0; at = bytes.indexOf("PK\x01\x02", at + 1)) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + descriptor.length, at + 42);
  }
  bytes.writeUInt32LE(directory, bytes.length - 6);
  return bytes;
}

const sums = zip.subarray(directoryStart + 16, directoryStart + 28); // checksum and both sizes
const wideSums = Buffer.concat([sums.subarray(0, 8), Buffer.alloc(4), sums.subarray(8), Buffer.alloc(4)]);
const DAMAGED = "the zip archive is damaged";

const ZIPS: readonly (readonly [string, Buffer, Case[2], Case[3]])[] = [
  [
    "an end that counts one entry",
    changed(zip, [-14, 1], [-12, 1]),
    ALL,
    [["", `${DAMAGED} (its directory has 3 entries, its end says 1)`]],
  ],
  ["an end that counts none", changed(zip, [-14, 0], [-12, 0]), ALL, [["", `${DAMAGED} (its directory has 3 entries, its end says 0)`]]],
  ["a directory that is longer", changed(zip, [-10, 1]), ALL, [["", `${DAMAGED} (its directory is not as long as its end says)`]]],
  ["two archives", Buffer.concat([zip, zip]), ALL, [["", `${DAMAGED} (${zip.length} bytes belong to no entry, the first at 0)`]]],
  [
    "bytes before it",
    Buffer.concat([Buffer.from("PK\x03\x04"), zip]),
    ALL,
    [["", `${DAMAGED} (4 bytes belong to no entry, the first at 0)`]],
  ],
  ["bytes between entries", withDescriptor(Buffer.from("text")), ALL, [["", `${DAMAGED} (4 bytes belong to no entry`]]],
  ["zeros between entries", withDescriptor(Buffer.alloc(100)), ALL, []],
  ["a descriptor", withDescriptor(sums), ALL, []],
  ["a signed descriptor", withDescriptor(Buffer.concat([Buffer.from("PK\x07\x08"), sums])), ALL, []],
  ["a descriptor of Zip64", withDescriptor(Buffer.concat([Buffer.from("PK\x07\x08"), wideSums])), ALL, []],
  ["Zip64", zip64(3), ALL, []],
  ["Zip64 that counts one entry", zip64(1), ALL, [["", `${DAMAGED} (its directory has 3 entries, its end says 1)`]]],
  ["a folder with text in it", Buffer.from(zipOf({ "a/": "", "b/": dump, one: dump })), ["b/", "one"], []],
  ["names that lead elsewhere", Buffer.from(zipOf({ "../a": dump, "/b": dump, "c:/d": dump, e: dump })), ["../a", "/b", "c:/d", "e"], []],
];

test("nothing in a zip archive vanishes without a word", async () => {
  for (const [, bytes, entries, told] of ZIPS) await expectRead("a.zip", bytes, entries, told);
});

test("an entry that cannot be read costs no other", async () => {
  const bzip2 = Buffer.from("BZh91AY&SY......", "latin1");
  const packed = gzipSync(dump);
  const bad: Record<string, readonly [Uint8Array, string]> = {
    "bad.bz2": [bzip2, "it is packed with bzip2, which is not supported"],
    "bad.zip": [zip, "a zip archive has to be a file on disk"],
    "bad.gz": [packed.subarray(0, 15), "the gzip data ends too early"],
    "bad.tgz": [gzipSync(wrongSum), "the tar archive is damaged (wrong checksum)"],
    "bad.bz2.gz": [gzipSync(bzip2), "it is packed with bzip2, which is not supported"],
  };
  for (const [name, [bytes, why]] of Object.entries(bad)) {
    const entries = { "one.txt": dump, [name]: bytes, "three.txt": dump };
    for (const [archive, packedEntries] of [
      ["a.tar", tarOf(entries)],
      ["a.tar.gz", gzipSync(tarOf(entries))],
      ["a.zip", zipOf(entries)],
    ] as const) {
      await expectRead(archive, packedEntries, ["one.txt", "three.txt"], [[`!/${name}`, why]]);
    }
  }
});

test("a profile sees what stands behind a part of an archive that cannot be read", async () => {
  const damaged = Buffer.concat([tarEntry("sparse", "", "S"), one, TAR_END, Buffer.from("x")]);
  const profile = await profileFiles(await createFolder({ "a.tar": damaged }));
  expect(profile).toEqual(await profileFiles(await createFolder({ "a.tar": Buffer.concat([one, TAR_END]) })));
  expect(profile).not.toEqual(await profileFiles(await createFolder({ "a.txt": "" })));
});
