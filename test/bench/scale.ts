// How the command grows: time and memory over the size of the input, and what threads bring. Each run is a process
// of its own. Prints Markdown, which `npm run bench:docs` puts into the guide.
//   npm run bench:scale -- -- [--small | --medium | --full]       10 and 50 MB, or 1 and 4, 10 to 200, 10 to 800
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { buildCommand } from "../support/built.ts";
import { type Figure, writeMeasured } from "./support/measured.ts";
import { median, toTable } from "./support/rounds.ts";
import { variedDump } from "./support/varied-dump.ts";

const isFull = process.argv.includes("--full");
const isMedium = process.argv.includes("--medium");
const isSmall = process.argv.includes("--small");
const SIZES = isSmall ? [1, 4] : [10, 50, ...(isFull || isMedium ? [200] : []), ...(isFull ? [800] : [])];
/** The file that threads are compared on. */
const THREADED = isFull ? 200 : isSmall ? 4 : 50;
const ROUNDS = isFull || isMedium ? 5 : 3;
const JOBS = [1, 2, 4];
/** Tells the peak of resident memory when the process ends. */
const MEMORY_HOOK = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(process.env.NEWSDUMP_PEAK_FILE, String(process.resourceUsage().maxRSS)));',
)}`;

const folder = mkdtempSync(join(tmpdir(), "newsdump-scale-"));
const output = join(folder, "articles.ndjson");
const peakFile = join(folder, "peak");
const { folder: built, command } = await buildCommand(`newsdump-scale-${process.pid}`);

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

function parse(path: string, jobs: number): Run {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", MEMORY_HOOK, command, "parse", path, "-q", "--jobs", String(jobs), "-o", output],
    { encoding: "utf8", env: { ...process.env, NEWSDUMP_PEAK_FILE: peakFile } },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 3) throw new Error(stderr);
  return { seconds, peakMegabytes: (Number(readFileSync(peakFile, "utf8")) * 1024) / 1e6 };
}

function hashOfOutput(): string {
  const hash = createHash("sha256");
  const file = openSync(output, "r");
  const buffer = Buffer.alloc(1024 * 1024);
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) hash.update(buffer.subarray(0, length));
  closeSync(file);
  return hash.digest("hex").slice(0, 12);
}

function createFile(megabytes: number): string {
  const path = join(folder, `${megabytes}.txt`);
  const file = openSync(path, "w");
  for (const piece of variedDump(megabytes * 1e6, "mixed")) writeSync(file, piece);
  closeSync(file);
  return path;
}

function measureGrowth(): void {
  const peaks: Figure[] = [];
  const rows = SIZES.map((megabytes) => {
    const path = createFile(megabytes);
    const { seconds, peakMegabytes } = parse(path, 1);
    if (megabytes !== THREADED) rmSync(path);
    peaks.push([`${megabytes} MB`, Math.round(peakMegabytes)]);
    return [String(megabytes), seconds.toFixed(1), ((seconds * 1000) / megabytes).toFixed(0), peakMegabytes.toFixed(0)];
  });
  writeMeasured("memory", [{ name: "peak memory, MB", figures: peaks }]);
  console.log(`\n**Growth, one thread**\n\n${toTable(["MB", "s", "ms/MB", "peak memory, MB"], rows)}`);
}

function measureThreads(): void {
  const path = join(folder, `${THREADED}.txt`);
  const runs = new Map<number, Run[]>(JOBS.map((jobs) => [jobs, []]));
  const hashes = new Map<number, string>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const jobs of JOBS) {
      runs.get(jobs)!.push(parse(path, jobs));
      if (round === 0) hashes.set(jobs, hashOfOutput());
    }
  }
  const one = median(runs.get(1)!.map(({ seconds }) => seconds));
  const rows = JOBS.map((jobs) => {
    const seconds = median(runs.get(jobs)!.map((run) => run.seconds));
    const peak = Math.max(...runs.get(jobs)!.map((run) => run.peakMegabytes));
    return [String(jobs), seconds.toFixed(1), (one / seconds).toFixed(2), peak.toFixed(0), `\`${hashes.get(jobs)}\``];
  });
  console.log(`\n**Threads, ${THREADED} MB, median of ${ROUNDS} rounds**\n`);
  console.log(toTable(["`--jobs`", "s", "× one", "peak memory, MB", "SHA-256 of the output"], rows));
  if (new Set(hashes.values()).size > 1) {
    console.error("the outputs differ");
    process.exitCode = 1;
  }
}

try {
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  measureGrowth();
  measureThreads();
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
}
