import { open, stat } from "node:fs/promises";
import type { CheckedOptions } from "../options.ts";
import { openPlan, planDump, SAMPLE_BYTES, type DumpPlan } from "../pipeline.ts";
import { NO_COUNTS, type Counts } from "./counts.ts";
import type { FoundFile } from "./find-files.ts";
import { findRecordStart, type PlainFile } from "./find-record-start.ts";
import { readRange } from "./read-range.ts";
import { STORAGE_HEAD_BYTES, storageOf } from "./storage.ts";

/** A stretch of one dump, from the start of a record to the start of another. */
export interface RangeTask {
  readonly kind: "range";
  readonly path: string;
  readonly plan: DumpPlan;
  readonly start: number;
  readonly end: number;
  /** Size of the file. */
  readonly size: number;
  /** What stands before `start`; `null`: what stands before the task ahead, and what it holds. */
  readonly base: Counts | null;
}

/** Some files, each a dump of its own. */
interface FilesTask {
  readonly kind: "files";
  readonly files: readonly FoundFile[];
}

/** A part of a run that one thread does alone. */
export type Task = RangeTask | FilesTask;

/** Where a run goes on. */
export interface Place {
  /** Index of the file in the list of all. */
  readonly file: number;
  /** Offset of a record in it. */
  readonly byte: number;
  /** What stands before that offset. */
  readonly counts: Counts;
}

/** A task with the place behind it; its counts are those of the task's end. */
export interface PlannedTask {
  readonly task: Task;
  readonly next: { readonly file: number; readonly byte: number };
}

export const RUN_START: Place = { file: 0, byte: 0, counts: NO_COUNTS };

/** How large tasks are. */
export interface TaskSizes {
  /** Bytes of a range. */
  readonly range: number;
  /** Shorter files are not divided. */
  readonly divided: number;
}

/** Short enough for an even end with many workers, long enough that handing it over costs nothing. */
const RANGE_BYTES = 4 * 1024 * 1024;
const TASK_SIZES: TaskSizes = { range: RANGE_BYTES, divided: 2 * RANGE_BYTES };
/** Small files go together until they are as many or as long as this. */
const MOST_FILES = 64;

/** Divides a run into tasks, in the order of the input. Files are looked at only when their turn comes. */
export async function* planTasks(
  files: readonly FoundFile[],
  options: CheckedOptions,
  from: Place = RUN_START,
  sizes: TaskSizes = TASK_SIZES,
): AsyncGenerator<PlannedTask> {
  const batches = createBatches();
  const toTasks = (parts: readonly (readonly FoundFile[])[], file: number): PlannedTask[] =>
    parts.map((part) => ({ task: { kind: "files", files: part }, next: { file, byte: 0 } }));
  for (let index = from.file; index < files.length; index++) {
    const found = files[index]!;
    const size = found.problem === null ? await plainSize(found.path, sizes.divided) : null;
    if (size === null || size < sizes.divided || !isDivisible(options)) {
      yield* toTasks(batches.add(found, size), index + 1);
      continue;
    }
    yield* toTasks(batches.finish(), index);
    yield* planFile(found.path, index, options, index === from.file ? from : { file: index, byte: 0, counts: NO_COUNTS }, sizes);
  }
  yield* toTasks(batches.finish(), files.length);
}

/** Whether parts of a file can be parsed on their own: what a limit on all of its records takes, only one reader sees. */
export function isDivisible({ limits }: CheckedOptions): boolean {
  return limits.maxRecords === Number.POSITIVE_INFINITY;
}

/** Puts small files together. */
export interface Batches {
  /** Returns what is complete; `size` is `null` where it says nothing. */
  add(file: FoundFile, size: number | null): FoundFile[][];
  finish(): FoundFile[][];
}

export function createBatches(mostBytes = RANGE_BYTES, mostFiles = MOST_FILES): Batches {
  let batch: FoundFile[] = [];
  let bytes = 0;
  const finish = (): FoundFile[][] => {
    const complete = batch.length === 0 ? [] : [batch];
    batch = [];
    bytes = 0;
    return complete;
  };
  return {
    add(file, size) {
      batch.push(file);
      bytes += size ?? mostBytes;
      return batch.length >= mostFiles || bytes >= mostBytes ? finish() : [];
    },
    finish,
  };
}

/** Size of a file that holds a dump as it is; `null` for all others and those that cannot be read. */
export async function plainSize(path: string, dividedBytes = TASK_SIZES.divided): Promise<number | null> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return null;
    if (stats.size < dividedBytes || stats.size < STORAGE_HEAD_BYTES) return stats.size;
    return (await isPlain(path)) ? stats.size : null;
  } catch {
    return null;
  }
}

async function isPlain(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return storageOf(await readRange(file, path, 0, STORAGE_HEAD_BYTES)) === "plain";
  } finally {
    await file.close();
  }
}

async function* planFile(path: string, index: number, options: CheckedOptions, from: Place, sizes: TaskSizes): AsyncGenerator<PlannedTask> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const plain: PlainFile = { file, path, size };
    const part: PlannedPart = { plan: await readPlan(plain, options), start: from.byte, end: size, base: from.counts };
    for await (const task of divide(plain, part, options, sizes.range)) {
      yield { task, next: task.end === size ? { file: index + 1, byte: 0 } : { file: index, byte: task.end } };
    }
  } finally {
    await file.close();
  }
}

/** What a file's head decides for all of its records. */
export async function readPlan({ file, path, size }: PlainFile, options: CheckedOptions): Promise<DumpPlan> {
  return planDump(await readRange(file, path, 0, Math.min(size, SAMPLE_BYTES)), options);
}

/** A part of a file between two records. */
export interface PlannedPart {
  readonly plan: DumpPlan;
  readonly start: number;
  readonly end: number;
  readonly base: Counts;
}

/** Divides a part of a file into tasks. */
export async function* divide(
  plain: PlainFile,
  { plan, start, end, base }: PlannedPart,
  options: CheckedOptions,
  rangeBytes = RANGE_BYTES,
): AsyncGenerator<RangeTask> {
  const { cutting } = openPlan(plan, options);
  const { path, size } = plain;
  for (let at = start; at < end;) {
    const wanted = at + rangeBytes;
    const next = wanted >= end ? end : Math.min(end, await findRecordStart(plain, wanted, cutting));
    yield { kind: "range", path, plan, start: at, end: next, size, base: at === start ? base : null };
    at = next;
  }
}
