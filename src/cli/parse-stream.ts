import { setTimeout as sleep } from "node:timers/promises";
import { openInputs, type FilesReader } from "../node/open-inputs.ts";
import { escapeJson, toRow } from "../node/row.ts";
import { noteRejected } from "../node/run-task.ts";
import type { DumpResult } from "../result.ts";
import type { CommandArguments } from "./arguments.ts";
import { Interruption, takeInterruptions } from "./interrupt.ts";
import { STANDARD_STREAM, type CommandIo } from "./io.ts";
import { checkInputs, listOutputs, openOutputs, showsProgress, type Outputs } from "./outputs.ts";
import { readSettings, type Settings } from "./settings.ts";
import { readStandardInput } from "./standard-input.ts";
import { startProgress } from "./progress.ts";
import { closeInterrupted, ROWS_LOST } from "./row-writer.ts";
import { createTeller, type Teller } from "./teller.ts";
import type { Outcome } from "./tell-result.ts";

/** Parses in this thread, row by row: for pipes, and for input that is not worth more threads. */
export async function parseAsStream(args: CommandArguments, io: CommandIo): Promise<Outcome> {
  const outputNames = listOutputs(args, io);
  const settings = await readSettings(args, io);
  const teller = createTeller(args, io);
  teller.tellConfig(settings.config);
  const signal = takeInterruptions();
  const run = createRun(args, settings, outputNames, io, signal);
  const outputs = await openOutputs(args, io, signal);
  const stopProgress = run.showsProgress ? startProgress(io.stderr, run.state) : () => {};
  try {
    for await (const result of run.reader) {
      const wait = takeResult(result, run, outputs, teller);
      if (wait !== null) await wait;
    }
    // An interrupt ends a pipe's writer too: it is told first, before half an input passes for a whole one.
    await sleep(1);
    signal.throwIfAborted();
    await outputs.report?.write(escapeJson(JSON.stringify({ ...run.reader.report, files: run.reader.files }, null, 2)));
    for (const output of Object.values(outputs)) await output?.close();
  } catch (error) {
    if (error instanceof Interruption) await tellPlace(error, run, args, outputs);
    for (const output of Object.values(outputs)) await output?.discard();
    throw error;
  } finally {
    stopProgress();
  }
  const { reasons, unreadable, start, reader } = run;
  return { report: reader.report, files: reader.files, reasons, unreadable, elapsedMs: performance.now() - start };
}

/** What a run keeps in mind. */
interface Run {
  readonly reader: FilesReader;
  readonly keepsRemoved: boolean;
  readonly showsProgress: boolean;
  /** Where the last record ended whose row was given to the output. */
  last: { readonly source: string; readonly byteEnd: number } | null;
  readonly state: () => { report: FilesReader["report"]; files: FilesReader["files"]; totalBytes: number | null };
  readonly start: number;
  readonly reasons: Record<string, number>;
  /** Messages of the first sources that could not be read. */
  readonly unreadable: string[];
}

function createRun(
  args: CommandArguments,
  settings: Settings,
  outputs: ReadonlyMap<string, string>,
  io: CommandIo,
  signal: AbortSignal,
): Run {
  const isShown = showsProgress(args, io);
  let totalBytes: number | null = null;
  const reader = openInputs(args.positionals, settings.options, {
    stdin: { name: STANDARD_STREAM, chunks: readStandardInput(io) },
    signal,
    onFound: (paths) => checkInputs(paths, outputs, io),
    ...(isShown && !args.positionals.includes(STANDARD_STREAM) ? { onTotalBytes: (bytes) => void (totalBytes = bytes) } : {}),
  });
  return {
    reader,
    keepsRemoved: settings.keepsRemoved,
    showsProgress: isShown,
    state: () => ({ report: reader.report, files: reader.files, totalBytes }),
    start: performance.now(),
    last: null,
    reasons: {},
    unreadable: [],
  };
}

function takeResult(result: DumpResult, run: Run, outputs: Outputs, teller: Teller): Promise<void> | null {
  noteLast(result, run);
  if (result.kind === "article") {
    return outputs.articles.write(toRow(run.keepsRemoved ? result.article : { ...result.article, removed: [] }));
  }
  noteRejected(result.rejected, run);
  teller.tellRejected(result.rejected);
  return outputs.rejects?.write(toRow(result.rejected)) ?? null;
}

function noteLast(result: DumpResult, run: Run): void {
  const { source, span } = result.kind === "article" ? result.article.provenance : result.rejected;
  if (source !== null && span !== null) run.last = { source, byteEnd: span.byteEnd };
}

/** Rows on standard output are whole and stay; a file that is not complete does not appear. */
async function tellPlace(interruption: Interruption, { last }: Run, args: CommandArguments, outputs: Outputs): Promise<void> {
  const path = args.value("output") ?? STANDARD_STREAM;
  if (path !== STANDARD_STREAM) {
    interruption.message += `; ${path} is not written, since it is not complete (with --resume, the same command goes on where it was)`;
    return;
  }
  if (!(await closeInterrupted(outputs.articles))) interruption.message += ROWS_LOST;
  else interruption.message += last === null ? "; no row is written" : `; rows are written up to byte ${last.byteEnd} of ${last.source}`;
}
