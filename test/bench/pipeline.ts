// What each way through the library costs, as a share of the floor: reading the same bytes, decoding them and
// cutting them into lines, which no parser can do without; and what others do with the same text. All sides run
// in turns. Prints Markdown, which `npm run bench:docs` puts into the guide.
//   npm run bench -- -- [--quick]        quick: one round on one small dump, to see that it runs
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDump, type ParseOptions } from "../../src/index.ts";
import { dateHeader } from "../../src/formats/date-header.ts";
import { SINGLE_BYTES } from "../../src/lines/scan.ts";
import { createRecordCutter } from "../../src/records/cutter.ts";
import { buildCommand } from "../support/built.ts";
import { type EncodedRun, readFloor } from "./support/floor.ts";
import { type FigureGroup, writeMeasured } from "./support/measured.ts";
import { createPeers, PEER_COUNT } from "./support/peers.ts";
import { measureRounds, toTable, type Side } from "./support/rounds.ts";
import { DUMP_KINDS, variedRecords, type DumpKind } from "./support/varied-dump.ts";

const isQuick = process.argv.includes("--quick");
const ROUNDS = isQuick ? 1 : 5;
const BYTES = Number(process.env["NEWSDUMP_BENCH_MB"] ?? (isQuick ? 0.5 : 24)) * 1e6;
const CHUNK_BYTES = 256 * 1024;
/** The command is a new process each time: it gets the dump so many times over, or its start would be what is measured. */
const COMMAND_COPIES = isQuick ? 1 : 4;
const BARE: ParseOptions = { noise: "off", repairText: false, languages: false };

/** A dump, and where its encodings are when they are several. */
interface BenchDump {
  readonly kind: DumpKind;
  readonly path: string;
  readonly bytes: number;
  readonly encoding: string | readonly EncodedRun[];
  readonly command: string;
  readonly output: string;
}

const sideNumber = process.argv.indexOf("--side");
if (sideNumber < 0) await measureAll();
else await serveSide(Number(process.argv[sideNumber + 1]));

async function measureAll(): Promise<void> {
  const groups: FigureGroup[] = [];
  const folder = mkdtempSync(join(tmpdir(), "newsdump-bench-"));
  const { folder: built, command } = await buildCommand(`newsdump-bench-${process.pid}`);
  try {
    console.log(
      `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores; median of ${ROUNDS} rounds`,
    );
    for (const kind of isQuick ? (["mixed"] as const) : DUMP_KINDS) groups.push(await measureKind(writeDump(kind, folder, command)));
    if (!isQuick) writeMeasured("pipeline", groups);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(built, { recursive: true, force: true });
  }
}

function writeDump(kind: DumpKind, folder: string, command: string): BenchDump {
  const path = join(folder, `${kind}.txt`);
  const file = openSync(path, "w");
  const runs: EncodedRun[] = [];
  let bytes = 0;
  for (const record of variedRecords(BYTES, kind)) {
    writeSync(file, record.bytes);
    bytes += record.bytes.length;
    runs.push({ encoding: record.encoding, length: record.bytes.length });
  }
  closeSync(file);
  const whole = readFileSync(path);
  const copies = openSync(copiesOf(path), "w");
  for (let copy = 0; copy < COMMAND_COPIES; copy++) writeSync(copies, whole);
  closeSync(copies);
  const encoding = kind === "mixed" ? runs : runs[0]!.encoding;
  return { kind, path, bytes, encoding, command, output: join(folder, "articles.ndjson") };
}

function copiesOf(path: string): string {
  return `${path}.copies`;
}

async function measureKind(dump: BenchDump): Promise<FigureGroup> {
  const description = `${dump.path}.json`;
  writeFileSync(description, JSON.stringify(dump));
  // Every side in a process of its own: what one has compiled, and what it has learnt of types, would change another.
  const sides = createSides(dump).map((_, index) => startSide(description, index));
  try {
    const measured = await measureRounds(await Promise.all(sides.map(({ ready }) => ready)), ROUNDS);
    const [floor] = measured;
    const rows = measured.map((side) => [
      side.name,
      (side.bytes / 1e6).toFixed(1),
      side.megabytesPerSecond.toFixed(side.megabytesPerSecond < 10 ? 2 : 0),
      (side.megabytesPerSecond / floor!.megabytesPerSecond).toFixed(3),
    ]);
    console.log(`\n**${dump.kind}**\n\n${toTable(["Side", "MB", "MB/s", "× floor"], rows)}`);
    return { name: dump.kind, figures: measured.map(({ name, megabytesPerSecond }) => [name, Number(megabytesPerSecond.toFixed(2))]) };
  } finally {
    for (const { stop } of sides) stop();
  }
}

/** A side in another process. */
interface RemoteSide {
  readonly ready: Promise<Side>;
  stop(): void;
}

function startSide(description: string, index: number): RemoteSide {
  const script = fileURLToPath(new URL("../tools/run-ts.mjs", import.meta.url));
  const child = fork(script, [fileURLToPath(import.meta.url), "--", "--side", String(index), description]);
  const answer = async (): Promise<unknown> => (await once(child, "message"))[0];
  const ready = answer().then((about) => {
    const { name, bytes } = about as Omit<Side, "run">; // by `serveSide`
    return {
      name,
      bytes,
      async run() {
        child.send("run");
        const failure = await answer();
        if (typeof failure === "string") throw new Error(failure);
      },
    };
  });
  return { ready, stop: () => void child.kill() };
}

/** Runs one side of a dump whenever it is told to. */
async function serveSide(index: number): Promise<void> {
  const dump = JSON.parse(readFileSync(process.argv.at(-1)!, "utf8")) as BenchDump; // by `measureKind`
  const { name, bytes, run } = createSides(dump)[index]!();
  process.on("message", () => {
    void (async () => {
      try {
        await run();
        process.send!(null);
      } catch (error) {
        process.send!(String(error));
      }
    })();
  });
  await run(); // warms up once more than the rounds do
  process.send!({ name, bytes });
}

/** All sides of a dump, the floor first; each is made where it runs. */
function createSides(dump: BenchDump): (() => Side)[] {
  const { kind, path, bytes, encoding } = dump;
  const articles = (name: string, options: ParseOptions) => (): Side => ({ name, bytes, run: () => countResults(path, options) });
  return [
    () => ({ name: "floor: read, decode, split lines", bytes, run: () => readFloor(path, encoding) }),
    () => ({ name: "records cut, nothing else", bytes, run: () => countRecords(path) }),
    articles('articles, `noise: "off"`, no repair, no language', BARE),
    articles('articles, `noise: "light"`, no language', { noise: "light", languages: false }),
    articles("articles, everything on", {}),
    () => ({ name: "command to NDJSON, everything on", bytes: bytes * COMMAND_COPIES, run: () => runCommand(dump) }),
    ...(kind === "mixed" ? Array.from({ length: PEER_COUNT }, (_, index) => () => createPeers(path, readFileSync(path))[index]!) : []),
  ];
}

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

function runCommand({ command, path, output }: BenchDump): void {
  const { status, stderr } = spawnSync(process.execPath, [command, "parse", copiesOf(path), "-q", "-o", output], { encoding: "utf8" });
  if (status !== 0 && status !== 3) throw new Error(stderr);
}
