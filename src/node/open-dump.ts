import { splitSignal, type AbortOptions } from "../abort.ts";
import { NewsdumpError } from "../errors.ts";
import { invalidOption } from "../invalid-option.ts";
import type { ParseOptions } from "../options.ts";
import { openInputs, type FilesReader } from "./open-inputs.ts";
import { countWorkers, openParallel } from "./open-parallel.ts";

/** How files are to be read; the source's name is each file's path. */
export interface OpenOptions extends Omit<ParseOptions, "source">, AbortOptions {
  /**
   * Worker threads that parse: files, and parts of large files that are not compressed. Results and report are the
   * same for every number. `"auto"`: as many as the machine has cores; default 0: all is done in the thread that
   * iterates. Formats and noise rules of the caller's own cannot be sent to a thread.
   */
  workers?: number | "auto";
}

/**
 * Parses files, folders and glob patterns, one file after the other; every file is a dump of its own and its
 * path the `provenance.source`. Gzip and zstd are recognised by content and decompressed; the files in zip and tar
 * archives are dumps, too, with sources like `dumps.zip!/folder/one.txt`. Memory does not grow with the size of the
 * files. Can be iterated once.
 *
 * Folders are read with all that is below them, in the order of the names' code units. Hidden entries (their
 * names begin with a dot), symbolic links and devices are passed over there and counted in `files.skipped`;
 * named themselves they are read. Patterns know `*`, `**`, `?`, `[…]` and `{a,b}` and are written with forward
 * slashes; a folder that matches is read as a whole.
 *
 * A file that cannot be read, or not to its end, does not end the run: what was read of it is kept, and a
 * rejection with the reason `unreadable-source` follows.
 *
 * @param input - a path, a folder, a glob pattern, or several of them
 * A `signal` that aborts ends the iteration with its reason; files are closed by then and worker threads ended.
 *
 * @param options - those of {@link ParseOptions} and what files need besides
 * @throws `NewsdumpError` with code `unreadable-input`, while iterating, when the one input that is named
 *   cannot be opened or stands for no file; `invalid-input` when it is iterated again; at once when an option is
 *   wrong
 *
 * @example
 * ```ts
 * import { openDump } from "newsdump/node";
 *
 * const dump = openDump("fixtures/date-header/seed/input.txt");
 * const dates = [];
 * for await (const result of dump) {
 *   if (result.kind === "article") dates.push(result.article.date);
 * }
 * dates; // ["2025-11-11"]
 * dump.files.read; // 1
 * ```
 */
export function openDump(input: string | readonly string[], options: OpenOptions = {}): FilesReader {
  const inputs: readonly unknown[] = typeof input === "string" ? [input] : input;
  if (!Array.isArray(inputs) || inputs.length === 0 || inputs.some((path) => typeof path !== "string" || path === "")) {
    throw new NewsdumpError("invalid-input", "openDump takes a path, a folder, a glob pattern, or a list of them");
  }
  const { signal, rest } = splitSignal(options);
  if ("source" in rest) throw invalidOption("source", "is no option of openDump: it is the path of each file");
  const paths = inputs as readonly string[]; // checked above
  const { workers = 0, ...parseOptions } = rest;
  const count = countWorkers(workers);
  return count === 0 ? openInputs(paths, parseOptions, { signal }) : openParallel(paths, parseOptions, count, signal);
}
