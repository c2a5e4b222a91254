import { profilePaths } from "./profile-files.ts";
import { availableParallelism } from "node:os";
import { NewsdumpError } from "../errors.ts";
import { invalidOption } from "../invalid-option.ts";
import { checkOptions, type ParseOptions } from "../options.ts";
import { createReportBuilder } from "../report.ts";
import type { DumpResult } from "../result.ts";
import { normalPath } from "./find-files.ts";
import { findInputs, type FileCounts, type FilesReader } from "./open-inputs.ts";
import { mergeReport } from "./merge-report.ts";
import { addFiles } from "./merge-files.ts";
import { runTasks } from "./run-tasks.ts";
import { planTasks } from "./tasks.ts";

/** More threads than this are a mistyped number. */
const MOST_WORKERS = 1024;

/** Number of worker threads that an option asks for. */
export function countWorkers(workers: number | "auto"): number {
  if (workers === "auto") return availableParallelism();
  if (Number.isInteger(workers) && workers >= 0 && workers <= MOST_WORKERS) return workers;
  throw invalidOption("workers", `must be "auto" or a whole number from 0 to ${MOST_WORKERS}`, workers);
}

/** Opens paths, folders and patterns with worker threads; the results are those of one thread, in its order. */
export function openParallel(
  inputs: readonly string[],
  options: ParseOptions,
  workers: number,
  signal: AbortSignal | undefined,
): FilesReader {
  const checked = checkOptions(options);
  checkSendable(options);
  const { report } = createReportBuilder();
  const files: FileCounts = { found: 0, read: 0, unreadable: 0, skipped: 0, bytes: 0 };
  let isIterated = false;
  return {
    report,
    files,
    async *[Symbol.asyncIterator]() {
      if (isIterated) throw new NewsdumpError("invalid-input", "the results can be iterated once; open the dump again");
      isIterated = true;
      const found = await findInputs(inputs, null, signal);
      files.found = found.files.length;
      files.skipped = found.skipped;
      const readable = found.files.filter(({ problem }) => problem === null).map(({ path }) => path);
      const profile = checked.profile === "auto" ? await profilePaths(readable, checked.limits, signal) : checked.profile;
      const task = {
        options: { ...options, profile },
        onlyPath: inputs.length === 1 ? normalPath(inputs[0]!) : null,
        rows: "results",
        keepsRemoved: true,
      } as const;
      for await (const event of runTasks(planTasks(found.files, checked), { workers, isOrdered: true, task, signal })) {
        if (event.kind === "rows") yield* readResults(event.rows.main, signal);
        else {
          mergeReport(report, event.result.report);
          addFiles(files, event.result.files);
        }
      }
    },
  };
}

/** @throws {@link NewsdumpError} for options that hold functions, which cannot be sent to a thread */
function checkSendable({ format, formats, extraNoiseRules }: ParseOptions): void {
  const isOwn =
    typeof format === "object"
      ? "format"
      : (formats?.length ?? 0) > 0
        ? "formats"
        : (extraNoiseRules?.length ?? 0) > 0
          ? "extraNoiseRules"
          : null;
  if (isOwn === null) return;
  throw new NewsdumpError("invalid-option", `${isOwn} of your own cannot be sent to worker threads; leave out workers`);
}

function* readResults(rows: Uint8Array, signal: AbortSignal | undefined): Generator<DumpResult> {
  const bytes = Buffer.from(rows.buffer, rows.byteOffset, rows.length);
  for (let start = 0; start < bytes.length;) {
    signal?.throwIfAborted();
    const end = bytes.indexOf(0x0a, start);
    yield JSON.parse(bytes.toString("utf8", start, end)) as DumpResult; // made by the worker
    start = end + 1;
  }
}
