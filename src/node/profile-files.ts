import { stat } from "node:fs/promises";
import { checkSignal, type AbortOptions } from "../abort.ts";
import { checkLimits, type Limits } from "../limits.ts";
import { createDumpProfiler, type DumpProfiler } from "../noise/profile-lines.ts";
import type { NoiseProfile } from "../noise/profile.ts";
import { findFiles } from "./find-files.ts";
import { createArchiveMeter } from "./archive-meter.ts";
import { openSources } from "./open-sources.ts";
import { createFileBytesReader } from "./read-file.ts";

const LINE_END = Uint8Array.of(0x0a);

/** How files are read for a profile. */
export interface ProfileFilesOptions extends AbortOptions {
  /** Bounds on what packed files may cost, as in {@link ParseOptions}; what is behind one is not looked at. */
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
export async function profileFiles(input: string | readonly string[], { signal, limits }: ProfileFilesOptions = {}): Promise<NoiseProfile> {
  const { files } = await findFiles(typeof input === "string" ? [input] : [...input], checkSignal(signal));
  return profilePaths(
    files.filter(({ problem }) => problem === null).map(({ path }) => path),
    checkLimits(limits),
    signal,
  );
}

/** The profile of files whose paths are known. */
export async function profilePaths(paths: readonly string[], limits: Required<Limits>, signal?: AbortSignal): Promise<NoiseProfile> {
  const profiler = createDumpProfiler();
  const reader = createFileBytesReader(() => {});
  for (const path of paths) {
    const isFile = await stat(path).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isFile) await profileFile(path, reader.read(path), profiler, limits, signal);
    signal?.throwIfAborted();
  }
  return profiler.finish();
}

/** What could be read counts; the error comes again when the file is parsed. */
async function profileFile(
  path: string,
  stored: AsyncIterable<Uint8Array>,
  profiler: DumpProfiler,
  limits: Required<Limits>,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    for await (const { chunks } of openSources(path, stored, path, createArchiveMeter(limits))) {
      for await (const chunk of chunks) {
        if (signal?.aborted === true) return;
        profiler.push(chunk);
      }
      profiler.push(LINE_END);
    }
  } catch {
    profiler.push(LINE_END);
  }
}
