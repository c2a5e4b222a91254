import { open } from "node:fs/promises";
import { NewsdumpError } from "../errors.ts";
import { checkOptions, type CheckedOptions, type ParseOptions } from "../options.ts";
import { openPlan, type DumpPlan } from "../pipeline.ts";
import { createRecordCutter } from "../records/cutter.ts";
import { NO_COUNTS, type Counts } from "./counts.ts";
import type { FoundFile } from "./find-files.ts";
import { fromJsonLimits, toJsonLimits } from "./json-limits.ts";
import type { PlainFile } from "./find-record-start.ts";
import { readPieces } from "./read-range.ts";
import { toRow } from "./row.ts";
import { findWrongField } from "./shard-schema.ts";
import { createBatches, divide, isDivisible, plainSize, readPlan, type PlannedTask } from "./tasks.ts";

/** What all shards say. */
interface ShardHead {
  /** Version of this description. */
  readonly version: 1;
  /** 0-based number in the list of all. */
  readonly shard: number;
  /** How it is to be read. */
  readonly options: ParseOptions;
}

/** A part of one file, from record to record. */
interface RangeShard extends ShardHead {
  readonly kind: "range";
  readonly path: string;
  /** Size of the whole file; another size says that it is another file. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
  /** What stands before it. */
  readonly base: Counts;
  /** What the file's head decides. */
  readonly plan: DumpPlan;
}

/** Files that are read whole. */
interface FilesShard extends ShardHead {
  readonly kind: "files";
  readonly paths: readonly string[];
}

/** A part of a run that any machine can do which sees the files under the same paths; JSON. */
export type Shard = RangeShard | FilesShard;

const PIECE_BYTES = 1024 * 1024;
/** A description is a line; more paths make it a long one. */
const MOST_PATHS = 10_000;

/**
 * Divides files into shards of about `shardBytes`. Large plain files are read once, to count what precedes each
 * shard; small and compressed files go whole.
 */
export async function* planShards(files: readonly FoundFile[], options: ParseOptions, shardBytes: number): AsyncGenerator<Shard> {
  const checked = checkOptions(options);
  const batches = createBatches(shardBytes, MOST_PATHS);
  let shard = 0;
  const toShards = (parts: readonly (readonly FoundFile[])[]): FilesShard[] =>
    parts.map((part) => ({ version: 1, shard: shard++, kind: "files", options, paths: part.map(({ path }) => path) }));
  for (const found of files) {
    const size = found.problem === null ? await plainSize(found.path, shardBytes) : null;
    if (size === null || size < shardBytes || !isDivisible(checked)) {
      yield* toShards(batches.add(found, size));
      continue;
    }
    yield* toShards(batches.finish());
    for await (const part of cutFile(found.path, checked, shardBytes))
      yield { version: 1, shard: shard++, kind: "range", options, ...part };
  }
  yield* toShards(batches.finish());
}

type FilePart = Omit<RangeShard, keyof ShardHead | "kind">;

async function* cutFile(path: string, options: CheckedOptions, shardBytes: number): AsyncGenerator<FilePart> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const plan = await readPlan({ file, path, size }, options);
    const cutter = createRecordCutter(openPlan(plan, options).cutting);
    let start = 0;
    let base = NO_COUNTS;
    let records = 0;
    const take = (cut: ReturnType<typeof cutter.push>): FilePart[] => {
      const parts: FilePart[] = [];
      for (const { span, piece } of cut) {
        const isWhole = piece === null || piece.number === 1; // shards begin with records, not with pieces of them
        if (isWhole && span.byteStart - start >= shardBytes && records > 0) {
          parts.push({ path, size, start, end: span.byteStart, base, plan });
          start = span.byteStart;
          base = { lines: span.lineStart - 1, records };
        }
        records++;
      }
      return parts;
    };
    for await (const bytes of readPieces(file, path, 0, size, PIECE_BYTES)) {
      yield* take(cutter.push(bytes));
      cutter.release();
    }
    yield* take(cutter.finish());
    yield { path, size, start, end: size, base, plan };
  } finally {
    await file.close();
  }
}

/**
 * The tasks of some shards.
 *
 * @throws {@link NewsdumpError} when a shard's file is not the one that was divided
 */
export async function* planShardTasks(shards: readonly Shard[], options: CheckedOptions): AsyncGenerator<PlannedTask> {
  const next = { file: 0, byte: 0 }; // such a run is not resumed
  for (const shard of shards) {
    if (shard.kind === "files") {
      const batches = createBatches();
      const found = shard.paths.map((path) => ({ path, problem: null }));
      for (const file of found)
        for (const files of batches.add(file, await plainSize(file.path))) yield { task: { kind: "files", files }, next };
      for (const files of batches.finish()) yield { task: { kind: "files", files }, next };
      continue;
    }
    const file = await open(shard.path).catch((error: unknown) => {
      throw new NewsdumpError("unreadable-input", `cannot read ${shard.path}: ${error instanceof Error ? error.message : String(error)}`);
    });
    try {
      const { size } = await file.stat();
      if (size !== shard.size) {
        throw new NewsdumpError("unreadable-input", `cannot read ${shard.path}: it has ${size} bytes, the shard was made of ${shard.size}`);
      }
      const plain: PlainFile = { file, path: shard.path, size };
      for await (const task of divide(plain, shard, options)) yield { task, next: { file: 0, byte: 1 } };
    } finally {
      await file.close();
    }
  }
}

/** @throws {@link NewsdumpError} when a text is no shard */
export function readShard(line: string): Shard {
  const value = tryToParse(line);
  const wrong = findWrongField(value);
  if (wrong !== null) {
    const what = `a shard must be a line that newsdump shards has printed, not ${line.slice(0, 60)}`;
    throw new NewsdumpError("invalid-option", value === null ? what : `${what} (its ${wrong} is wrong)`);
  }
  const { options, ...shard } = value as Shard; // checked above
  const limits = options.limits === undefined ? {} : { limits: fromJsonLimits(options.limits) };
  return { ...shard, options: { ...options, ...limits } };
}

/** `null` where it is no JSON. */
function tryToParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A shard as a line that {@link readShard} reads. */
export function writeShard({ options, ...shard }: Shard): string {
  const limits = options.limits === undefined ? {} : { limits: toJsonLimits(options.limits) };
  return toRow({ ...shard, options: { ...options, ...limits } });
}
