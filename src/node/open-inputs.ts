import { stat } from "node:fs/promises";
import { abortable } from "../abort.ts";
import { createDiagnostic } from "../diagnostics.ts";
import { NewsdumpError } from "../errors.ts";
import { checkOptions, type CheckedOptions, type ParseOptions } from "../options.ts";
import { createDumpParser } from "../pipeline.ts";
import type { DumpReader } from "../read.ts";
import { createReportBuilder, type ReportBuilder } from "../report.ts";
import type { DumpResult } from "../result.ts";
import { toWellFormed } from "../text/well-formed.ts";
import { findFiles, normalPath, type FoundFile, type FoundFiles } from "./find-files.ts";
import { profilePaths } from "./profile-files.ts";
import { createArchiveMeter } from "./archive-meter.ts";
import { openSources, type Source } from "./open-sources.ts";
import { createFileBytesReader, describeFileError } from "./read-file.ts";

/** The files of a run so far. */
export interface FileCounts {
  /** Files to read; 0 until the iteration has begun. */
  found: number;
  /** Files that were read, wholly or as far as they could be. */
  read: number;
  /** Paths that could not be read, or not to the end. */
  unreadable: number;
  /** Entries passed over in folders: hidden ones, symbolic links, devices. */
  skipped: number;
  /** Bytes read as they are stored, before decompression. */
  bytes: number;
}

/** Results of one file after the other, with the counts of all of them. */
export interface FilesReader extends DumpReader {
  readonly files: FileCounts;
}

/** What the command needs besides paths. */
export interface InputSettings {
  /** Stands for this name among the inputs. */
  readonly stdin?: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> };
  /** Receives the size of all files as stored, once it is known; not called when that would take long. */
  readonly onTotalBytes?: (bytes: number) => void;
  /** Receives the paths of all files before the first is read; what it throws ends the run. */
  readonly onFound?: (paths: readonly string[]) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Asking for the sizes of this many files takes a fraction of a second. */
const MEASURED_FILES = 10_000;

/** Opens paths, folders and patterns; every file is a dump of its own. */
export function openInputs(inputs: readonly string[], options: ParseOptions, settings: InputSettings = {}): FilesReader {
  const checked = checkOptions(options);
  const builder = createReportBuilder();
  const onlyPath = inputs.length === 1 ? normalPath(inputs[0]!) : null;
  const files: FileCounts = { found: 0, read: 0, unreadable: 0, skipped: 0, bytes: 0 };
  let isIterated = false;
  return {
    report: builder.report,
    files,
    async *[Symbol.asyncIterator]() {
      if (isIterated) throw new NewsdumpError("invalid-input", "the results can be iterated once; open the dump again");
      isIterated = true;
      yield* abortable(readInputs(inputs, { checked, builder, files, settings, onlyPath }), settings.signal);
    },
  };
}

/** What reading files takes. */
export interface FilesRun {
  readonly checked: CheckedOptions;
  readonly builder: ReportBuilder;
  readonly files: FileCounts;
  readonly settings: InputSettings;
  /** The one path the caller named: that it cannot be opened is an error, not a finding among others. */
  readonly onlyPath: string | null;
}

async function* readInputs(inputs: readonly string[], run: FilesRun): AsyncGenerator<DumpResult> {
  const { files, settings } = run;
  const { stdin, onTotalBytes, onFound, signal } = settings;
  const { files: found, skipped } = await findInputs(inputs, stdin?.name ?? null, signal);
  files.found = found.length;
  files.skipped = skipped;
  onFound?.(found.filter(({ problem }) => problem === null).map(({ path }) => path));
  if (onTotalBytes !== undefined && found.length <= MEASURED_FILES) void measure(found).then(onTotalBytes);

  const readable = found.filter(({ path, problem }) => problem === null && path !== stdin?.name).map(({ path }) => path);
  const profile = run.checked.profile === "auto" ? await profilePaths(readable, run.checked.limits, signal) : run.checked.profile;
  yield* readFound(found, { ...run, checked: { ...run.checked, profile } });
}

/** Reads one file after the other. */
export async function* readFound(found: readonly FoundFile[], run: FilesRun): AsyncGenerator<DumpResult> {
  const { files, settings } = run;
  const countBytes = (count: number): void => void (files.bytes += count);
  const reader = createFileBytesReader(countBytes, settings.signal);
  for (const { path, problem } of found) {
    settings.signal?.throwIfAborted();
    if (problem !== null) {
      if (path === run.onlyPath) throw unreadable(path, problem);
      yield rejectSource(path, problem, run);
      continue;
    }
    const { stdin } = settings;
    const isStdin = path === stdin?.name;
    yield* readFile(path, isStdin ? countChunks(stdin.chunks, countBytes) : reader.read(path), isStdin ? null : path, run);
  }
}

/** Lists the files that inputs stand for; standard input keeps its place among them. */
export async function findInputs(inputs: readonly string[], stdinName: string | null, signal?: AbortSignal): Promise<FoundFiles> {
  const all: FoundFiles = { files: [], skipped: 0 };
  let paths: string[] = [];
  const findPaths = async (): Promise<void> => {
    const found = await findFiles(paths, signal);
    paths = [];
    all.skipped += found.skipped;
    for (const file of found.files) all.files.push(file);
  };
  for (const input of inputs) {
    if (input !== stdinName) {
      paths.push(input);
      continue;
    }
    await findPaths();
    all.files.push({ path: input, problem: null });
  }
  await findPaths();
  return all;
}

/** Reads the dumps that a file holds. What was read before an error is kept; the error becomes a rejected source. */
async function* readFile(name: string, stored: AsyncIterable<Uint8Array>, path: string | null, run: FilesRun): AsyncGenerator<DumpResult> {
  const sources = openSources(name, stored, path, createArchiveMeter(run.checked.limits));
  try {
    for (;;) {
      const step = await attempt(() => sources.next());
      if (step.problem !== null) {
        if (name === run.onlyPath && run.files.bytes === 0) throw unreadable(name, step.problem);
        yield rejectSource(name, step.problem, run);
        break;
      }
      if (step.value.done === true) break;
      yield* readSource(step.value.value, run);
    }
  } finally {
    await sources.return(undefined);
  }
  run.files.read++;
}

async function* readSource({ name, chunks }: Source, run: FilesRun): AsyncGenerator<DumpResult> {
  const parser = createDumpParser({ ...run.checked, source: name }, run.builder);
  const iterator = chunks[Symbol.asyncIterator]();
  let problem: string | null = null;
  try {
    for (;;) {
      run.settings.signal?.throwIfAborted(); // none of the source's errors
      const step = await attempt(() => iterator.next());
      ({ problem } = step);
      if (step.problem !== null || step.value.done === true) break;
      yield* parser.push(step.value.value);
    }
  } finally {
    await iterator.return?.();
  }
  if (problem !== null && name === run.onlyPath && run.files.bytes === 0) throw unreadable(name, problem);
  yield* parser.finish();
  if (problem !== null) yield rejectSource(name, problem, run);
}

type Attempt<Value> = { readonly problem: null; readonly value: Value } | { readonly problem: string };

/** Turns the error of a source into a message; errors of what is done with its bytes are none of its. */
async function attempt<Value>(ask: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { problem: null, value: await ask() };
  } catch (error) {
    return { problem: describeFileError(error) };
  }
}

function rejectSource(path: string, problem: string, { builder, files }: FilesRun): DumpResult {
  files.unreadable++;
  const message = toWellFormed(`cannot read ${path}: ${problem}`);
  const diagnostic = createDiagnostic("unreadable-source", message);
  const result: DumpResult = {
    kind: "rejected",
    rejected: { reason: "unreadable-source", message, source: toWellFormed(path), index: -1, span: null, diagnostics: [diagnostic] },
  };
  builder.addResult(result, 0);
  return result;
}

function unreadable(path: string, problem: string): NewsdumpError {
  return new NewsdumpError("unreadable-input", `cannot read ${path}: ${problem}`);
}

async function* countChunks(chunks: AsyncIterable<Uint8Array>, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Pipes and devices have no size; with one of them the sum says too little, never too much. */
async function measure(files: readonly FoundFile[]): Promise<number> {
  let bytes = 0;
  for (const { path } of files)
    bytes += await stat(path).then(
      (stats) => stats.size,
      () => 0,
    );
  return bytes;
}
