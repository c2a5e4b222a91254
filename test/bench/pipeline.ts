// What each way through the library costs, as a share of the floor: reading the same bytes, decoding them and
// cutting them into lines, which no parser can do without; and what others do with the same text. All sides run
// in turns. Prints Markdown, which `npm run bench:docs` puts into the guide.
//   npm run bench -- -- [--quick]
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { readDump, type ParseOptions } from "../../src/index.ts";
import { dateHeader } from "../../src/formats/date-header.ts";
import { SINGLE_BYTES } from "../../src/lines/scan.ts";
import { createRecordCutter } from "../../src/records/cutter.ts";
import { buildCommand } from "../support/built.ts";
import { readFloor } from "./support/floor.ts";
import { type FigureGroup, writeMeasured } from "./support/measured.ts";
import { createPeers } from "./support/peers.ts";
import { measureRounds, toTable, type Side } from "./support/rounds.ts";
import { createVariedDump, DUMP_KINDS, type DumpKind } from "./support/varied-dump.ts";

const isQuick = process.argv.includes("--quick");
const ROUNDS = isQuick ? 1 : 5;
const BYTES = Number(process.env["NEWSDUMP_BENCH_MB"] ?? (isQuick ? 0.5 : 8)) * 1e6;
const CHUNK_BYTES = 256 * 1024;

const groups: FigureGroup[] = [];
const folder = mkdtempSync(join(tmpdir(), "newsdump-bench-"));
const { folder: built, command } = await buildCommand(`newsdump-bench-${process.pid}`);
try {
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores; median of ${ROUNDS} rounds`,
  );
  for (const kind of DUMP_KINDS) await measureKind(kind);
  if (!isQuick) writeMeasured("pipeline", groups);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
}

async function measureKind(kind: DumpKind): Promise<void> {
  const dump = createVariedDump(BYTES, kind);
  const path = join(folder, `${kind}.txt`);
  writeFileSync(path, dump);
  const bytes = dump.length;
  const sides: Side[] = [
    { name: "floor: read, decode, split lines", bytes, run: () => readFloor(path, kind === "windows-1251" ? kind : "utf-8") },
    { name: "records cut, nothing else", bytes, run: () => countRecords(path) },
    { name: 'articles, `noise: "off"`, no repair, no language', bytes, run: () => countResults(path, BARE) },
    { name: 'articles, `noise: "light"`, no language', bytes, run: () => countResults(path, { noise: "light", languages: false }) },
    { name: "articles, everything on", bytes, run: () => countResults(path, {}) },
    { name: "command to NDJSON, everything on", bytes, run: () => runCommand(path) },
    ...(kind === "mixed" ? createPeers(path, dump) : []),
  ];
  const measured = await measureRounds(sides, ROUNDS);
  const [floor] = measured;
  groups.push({ name: kind, figures: measured.map(({ name, megabytesPerSecond }) => [name, Number(megabytesPerSecond.toFixed(2))]) });
  const rows = measured.map((side) => [
    side.name,
    (side.bytes / 1e6).toFixed(1),
    side.megabytesPerSecond.toFixed(side.megabytesPerSecond < 10 ? 2 : 0),
    (side.megabytesPerSecond / floor!.megabytesPerSecond).toFixed(3),
  ]);
  console.log(`\n**${kind}**\n\n${toTable(["Side", "MB", "MB/s", "× floor"], rows)}`);
}

const BARE: ParseOptions = { noise: "off", repairText: false, languages: false };

function countRecords(path: string): number {
  const cutter = createRecordCutter({
    format: dateHeader,
    unit: SINGLE_BYTES,
    wideEncoding: "utf-8",
    maxRecordBytes: Number.MAX_SAFE_INTEGER,
  });
  let count = 0;
  for (const bytes of readChunks(path)) {
    count += cutter.push(bytes).length;
    cutter.release();
  }
  return count + cutter.finish().length;
}

async function countResults(path: string, options: ParseOptions): Promise<number> {
  let count = 0;
  for await (const _ of readDump(readChunks(path), options)) count++;
  return count;
}

function* readChunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  const buffer = new Uint8Array(CHUNK_BYTES);
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, CHUNK_BYTES, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function runCommand(path: string): void {
  const { status, stderr } = spawnSync(process.execPath, [command, "parse", path, "-q", "-o", join(folder, "articles.ndjson")], {
    encoding: "utf8",
  });
  if (status !== 0 && status !== 3) throw new Error(stderr);
}
