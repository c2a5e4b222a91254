import { stat } from "node:fs/promises";
import { splitSignal, type AbortOptions } from "../abort.ts";
import { checkLimits, type Limits } from "../limits.ts";
import { createDumpProfiler, type DumpProfiler } from "../noise/profile-lines.ts";
import type { NoiseProfile } from "../noise/profile.ts";
import { NewsdumpError } from "../errors.ts";
import { findFiles } from "./find-files.ts";
import { createArchiveMeter } from "./archive-meter.ts";
import { openSources } from "./open-sources.ts";
import { isMissing } from "./missing.ts";
import { createFileBytesReader, describeFileError } from "./read-file.ts";

const LINE_END = Uint8Array.of(0x0a);

/** How files are read for a profile. */
export interface ProfileFilesOptions extends AbortOptions {
  /** Bounds on what packed files may cost, as in `ParseOptions`; what is behind one is not looked at. */
  limits?: Limits;
}

/**
 * Makes one profile of files, folders and glob patterns, as `openDump` does before it reads them; for workers that
 * read a part of the files each.
 *
 * What cannot be read is passed over, and so is what can be read only once: pipes and devices.
 *
 * @param input - a path, a folder, a glob pattern, or several of them
 * @param options - a `signal` that rejects with its reason, and `limits`, of which those on packed files bound what is read
 *
 * @example
 * ```ts
 * import { openDump, profileFiles } from "newsdump/node";
 *
 * const profile = await profileFiles("fixtures/date-header/seed/input.txt");
 * const dump = openDump("fixtures/date-header/seed/input.txt", { profile });
 * let paragraphs = 0;
 * for await (const result of dump) if (result.kind === "article") paragraphs += result.article.paragraphs.length;
 * paragraphs; // 8
 * ```
 */
export async function profileFiles(input: string | readonly string[], options: ProfileFilesOptions = {}): Promise<NoiseProfile> {
  const { signal, rest } = splitSignal(options);
  const limits = checkLimits(rest.limits);
  const { files } = await findFiles(typeof input === "string" ? [input] : [...input], signal);
  return profilePaths(
    files.filter(({ problem }) => problem === null).map(({ path }) => path),
    limits,
    signal,
  );
}

/** The profile of files whose paths are known. */
export async function profilePaths(paths: readonly string[], limits: Required<Limits>, signal?: AbortSignal): Promise<NoiseProfile> {
  const profiler = createDumpProfiler();
  const reader = createFileBytesReader(() => {});
  for (const path of paths) {
    if (await isRegularFile(path)) await profileFile(path, reader.read(path), profiler, limits, signal);
    signal?.throwIfAborted();
  }
  return profiler.finish();
}

/** @throws {@link NewsdumpError} when it cannot be told, and then it can: nobody would hear of it any more */
async function isRegularFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (!isMissing(error) && (await stat(path).catch(() => null)) !== null) throw unsteady(path, error);
    return false;
  }
}

/**
 * What could be read counts; the error comes again when the file is parsed.
 *
 * @throws {@link NewsdumpError} when it would not: a profile of a part of the file would change its articles unseen
 */
async function profileFile(
  path: string,
  stored: AsyncIterable<Uint8Array>,
  profiler: DumpProfiler,
  limits: Required<Limits>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const { chunks } of openSources(path, stored, path, createArchiveMeter(limits))) {
      const problem = await profileSource(chunks, profiler, signal);
      failure ??= problem;
      if (signal?.aborted === true) return;
    }
  } catch (error) {
    failure ??= { error };
  }
  if (failure !== null && signal?.aborted !== true && (await canBeRead(path, limits))) throw unsteady(path, failure.error);
}

/** Returns what went wrong: an entry that cannot be read hides none of those behind it. */
async function profileSource(
  chunks: AsyncIterable<Uint8Array>,
  profiler: DumpProfiler,
  signal: AbortSignal | undefined,
): Promise<{ readonly error: unknown } | null> {
  try {
    for await (const chunk of chunks) {
      if (signal?.aborted === true) return null;
      profiler.push(chunk);
    }
    return null;
  } catch (error) {
    return { error };
  } finally {
    profiler.push(LINE_END);
  }
}

async function canBeRead(path: string, limits: Required<Limits>): Promise<boolean> {
  try {
    const stored = createFileBytesReader(() => {}).read(path);
    for await (const { chunks } of openSources(path, stored, path, createArchiveMeter(limits))) for await (const _ of chunks);
    return true;
  } catch {
    return false;
  }
}

function unsteady(path: string, error: unknown): NewsdumpError {
  return new NewsdumpError("unreadable-input", `cannot read ${path}: ${describeFileError(error)}, and then it could be read`);
}
