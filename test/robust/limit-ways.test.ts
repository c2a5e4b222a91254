import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  articleStream,
  parseDump,
  profileDump,
  readDump,
  type Article,
  type DumpResult,
  type Limits,
  type Rejected,
} from "../../src/index.ts";
import type * as NodeEntry from "../../src/node/index.ts";
import { DEFAULT_LIMITS } from "../../src/limits.ts";
import { readRows, run } from "../cli/command.ts";
import { join } from "../fuzz/mutate.ts";
import { buildCommand } from "../support/built.ts";
import { cutAt } from "../support/cut.ts";
import { frame } from "./frame.ts";
import { countInputs } from "./tally.ts";

let entry: typeof NodeEntry;
let built = "";
let folder = "";
beforeAll(async () => {
  ({ folder: built } = await buildCommand("newsdump-limit-ways"));
  entry = (await import(pathToFileURL(resolve(built, "node.js")).href)) as typeof NodeEntry; // what was built
  folder = await mkdtemp(joinPath(tmpdir(), "newsdump-limits-"));
}, 60_000);
afterAll(async () => {
  await rm(built, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const hostile = `Ring \u0007 and ring \u0007\n\nRead also: ${"a line of furniture ".repeat(4)}\n\nRing \u0007 again`;
const dump = join(...Array.from({ length: 6 }, (_, index) => frame(index === 3 ? `${hostile}\n`.repeat(5) : hostile, `0${index + 1}`)));
const OPTIONS = { languages: false, noise: "light" } as const;

/** One that is reached, for each limit that a plain dump can reach. */
const REACHED: readonly Limits[] = [
  { maxRecordBytes: 700 },
  { maxRecordLines: 20 },
  { maxLineBytes: 90 },
  { maxRecordTime: 0 },
  { maxRecords: 0 },
  { maxRecords: 3 },
  { maxDiagnosticsPerCode: 1 },
  { maxRemovedText: 3 },
  { maxRecords: 2, maxRecordBytes: 700, maxRemovedText: 0 },
];

type Row = Article | Rejected;
const rowsOf = (results: readonly DumpResult[]): Row[] =>
  results.map((result) => (result.kind === "article" ? result.article : result.rejected));
const withoutSource = (rows: readonly unknown[]): string =>
  JSON.stringify(rows, (name, value: unknown) => (name === "source" ? null : value));

async function collect(results: AsyncIterable<DumpResult>): Promise<Row[]> {
  const all: DumpResult[] = [];
  for await (const result of results) all.push(result);
  return rowsOf(all);
}

test("every limit that is reached gives the same on every way in", async () => {
  const path = joinPath(folder, "dump.txt");
  const packed = joinPath(folder, "dump.gz");
  const rejects = joinPath(folder, "rejects.ndjson");
  writeFileSync(path, dump);
  writeFileSync(packed, gzipSync(dump));
  for (const limits of REACHED) {
    const options = { ...OPTIONS, limits };
    const { articles, rejected, report } = parseDump(dump, options);
    const inOrder = [...articles, ...rejected].toSorted((a, b) => indexOf(a) - indexOf(b));
    const expected = withoutSource(inOrder);
    const name = JSON.stringify(limits);
    expect(expected, name).not.toBe(withoutSource(parseDump(dump, OPTIONS).articles));

    const profile = profileDump(dump);
    const bytewise = Array.from({ length: Math.ceil(dump.length / 7) }, (_, index) => index * 7);
    const reader = readDump(cutAt(dump, bytewise), { ...options, profile });
    expect(withoutSource(await collect(reader)), name).toBe(expected);
    expect(reader.report).toEqual(report);

    const streamed: Row[] = [];
    const web = new Blob([dump as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(articleStream({ ...options, profile, onRejected: (row) => streamed.push(row) }));
    for await (const article of web) streamed.push(article);
    expect(withoutSource(streamed.toSorted((a, b) => indexOf(a) - indexOf(b))), name).toBe(expected);

    for (const [file, workers] of [
      [path, 0],
      [packed, 0],
      [path, 2],
    ] as const) {
      const opened = entry.openDump(file, { ...options, workers });
      expect(withoutSource(await collect(opened)), `${name}, ${file}, ${workers} workers`).toBe(expected);
      expect(JSON.parse(JSON.stringify(opened.report))).toEqual(JSON.parse(JSON.stringify(report)));
    }
    const flags = Object.entries(limits).map(([limit, value]) => `--limit=${limit}=${value}`);
    for (const way of [[path], [path, "--jobs=1", "--unordered"], ["-"]]) {
      const settings = way[0] === "-" ? { stdin: dump } : {};
      const outcome = await run(["parse", ...way, "--no-language", "--noise=light", "-q", `--rejects=${rejects}`, ...flags], settings);
      const rows = [...readRows(outcome.stdout), ...readRows(readFileSync(rejects, "utf8"))] as unknown as Row[]; // written from them
      const sorted = rows.toSorted((a, b) => indexOf(a) - indexOf(b));
      if (way[0] !== "-") expect(withoutSource(sorted), `${name}, ${way.join(" ")}`).toBe(expected);
      else expect(sorted).toHaveLength(inOrder.length);
      countInputs("limits on every way in");
    }
    countInputs("limits on every way in", 6);
  }
});

function indexOf(row: Row): number {
  return "provenance" in row ? row.provenance.index : row.index;
}

test("the limit on records holds for a file that is long enough to be divided", async () => {
  const path = joinPath(folder, "long.txt");
  const piece = join(...Array.from({ length: 400 }, (_, index) => frame(`Line ${index}.`, `0${(index % 9) + 1}`)));
  writeFileSync(path, Buffer.concat(Array.from({ length: 60 }, () => piece))); // two ranges and more
  const options = { ...OPTIONS, profile: false, limits: { maxRecords: 30 } } as const;
  const alone = await collect(readDump(createReadStream(path), { ...options, source: path }));
  expect(alone).toHaveLength(31);
  for (const workers of [0, 1, 2]) {
    expect(await collect(entry.openDump(path, { ...options, workers }))).toEqual(alone);
    countInputs("limits on every way in");
  }
  const shards = await run(["shards", path, "--size=2MB", "--limit=maxRecords=30", "--no-language", "--noise=light"]);
  expect(shards.stdout.trim().split("\n")).toHaveLength(1);
  const parsed = await run(["parse", "--shard=-", "-q"], { stdin: shards.stdout });
  expect(readRows(parsed.stdout)).toEqual(alone.slice(0, 30));
  countInputs("limits on every way in");
});

test("no bound is said as Infinity, on the command line, in a config and in a shard", async () => {
  const path = joinPath(folder, "dump.txt");
  const config = joinPath(folder, "some.json");
  writeFileSync(path, dump);
  const all = (await run(["parse", path, "-q"])).stdout;
  for (const name of Object.keys(DEFAULT_LIMITS)) {
    const flag = `--limit=${name}=Infinity`;
    expect((await run(["parse", path, "-q", flag])).stdout).toBe(all);
    writeFileSync(config, JSON.stringify({ limits: { [name]: "Infinity" } }));
    expect((await run(["parse", path, "-q", "--config", config])).stdout).toBe(all);
    const shards = await run(["shards", path, flag, "--size=1"]);
    expect((await run(["parse", "--shard=-", "-q"], { stdin: shards.stdout })).stdout, name).toBe(all);
    writeFileSync(config, JSON.stringify({ limits: { [name]: "none" } }));
    expect((await run(["parse", path, "-q", "--config", config])).stderr).toContain(`limits.${name} must be a number of at least 0`);
    countInputs("limits on every way in", 4);
  }
  for (const [text, message] of [
    ["maxRecrods=1", "did you mean maxRecords?"],
    ["maxRecords", "must be a whole number"],
    ["maxRecords=-1", "must be a whole number"],
    ["maxRecords=1=2", "takes a name and a number"],
    ["__proto__=1", "--limit knows no __proto__"],
  ] as const) {
    const outcome = await run(["parse", path, `--limit=${text}`]);
    expect([outcome.exitCode, outcome.stderr]).toEqual([1, expect.stringContaining(message)]);
    countInputs("limits on every way in");
  }
});
