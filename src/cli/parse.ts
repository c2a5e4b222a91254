import { setTimeout as sleep } from "node:timers/promises";
import { openInputs, type FilesReader } from "../node/open-inputs.ts";
import type { DumpResult, Rejected } from "../result.ts";
import { COMMON_OPTIONS, readArguments, type CommandArguments, type OptionSpecs } from "./arguments.ts";
import { CommandError, EXIT, MISSING_INPUT, STANDARD_STREAM, type CommandIo, type ExitCode } from "./io.ts";
import { PARSE_OPTIONS, parseOptionsOf } from "./parse-options.ts";
import { startProgress } from "./progress.ts";
import { createFileWriter, createStandardWriter, type RowWriter } from "./row-writer.ts";
import { toRow } from "../node/row.ts";
import { identifyFile, identifyOpenFile } from "./same-file.ts";
import { formatSummary } from "./summary.ts";
import { makeVisible } from "./visible.ts";

const OPTIONS = {
  ...COMMON_OPTIONS,
  ...PARSE_OPTIONS,
  removed: { takesValue: false },
  "no-removed": { takesValue: false },
  rejects: { takesValue: true },
  report: { takesValue: true },
  output: { takesValue: true, short: "o" },
  quiet: { takesValue: false, short: "q" },
} as const satisfies OptionSpecs;

/** `newsdump parse`. */
export async function runParse(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = readArguments(argv, OPTIONS);
  checkTogether(args);
  const outputNames = listOutputs(args, io);
  const run = createRun(args, outputNames, io);
  const outputs = await openOutputs(args, io);
  const stopProgress = run.showsProgress ? startProgress(io.stderr, run.state) : () => {};
  try {
    for await (const result of run.reader) {
      const wait = takeResult(result, run, outputs);
      if (wait !== null) await wait;
    }
    // An interrupt ends a pipe's writer too: it is told first, before half an input passes for a whole one.
    await sleep(1);
    await outputs.report?.write(JSON.stringify({ ...run.reader.report, files: run.reader.files }, null, 2));
    for (const output of Object.values(outputs)) await output?.close();
  } catch (error) {
    for (const output of Object.values(outputs)) await output?.discard();
    throw error;
  } finally {
    stopProgress();
  }
  tellResult(run, args.has("quiet"), io);
  if (run.reader.files.unreadable > 0) return EXIT.unreadable;
  return run.reader.report.rejected > 0 ? EXIT.rejected : EXIT.fine;
}

function checkTogether(args: CommandArguments): void {
  if (args.positionals.length === 0) throw new CommandError(EXIT.usage, MISSING_INPUT);
  if (args.has("removed") && args.has("no-removed")) throw new CommandError(EXIT.usage, "--removed and --no-removed exclude each other");
  const misplaced = ["rejects", "report"].find((name) => args.value(name) === STANDARD_STREAM);
  if (misplaced !== undefined)
    throw new CommandError(EXIT.usage, `--${misplaced} takes a file, not ${STANDARD_STREAM}: standard output is for the articles`);
}

/** Outputs as they are named, by the identity of their files: none may overwrite another. */
function listOutputs(args: CommandArguments, io: CommandIo): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const add = (name: string, identity: string | null): void => {
    if (identity === null) return;
    if (outputs.has(identity)) throw new CommandError(EXIT.usage, `${name} is given for two outputs`);
    outputs.set(identity, name);
  };
  if (writesToStdout(args)) add(STANDARD_STREAM, identifyOpenFile(io.stdout.fd));
  for (const option of ["output", "rejects", "report"]) {
    const path = args.value(option);
    if (path !== null && path !== STANDARD_STREAM) add(path, identifyFile(path));
  }
  return outputs;
}

/** An output would overwrite the input, or be read while it grows. */
function checkInputs(paths: readonly string[], outputs: ReadonlyMap<string, string>, io: CommandIo): void {
  for (const path of outputs.size === 0 ? [] : paths) {
    const output = outputs.get((path === STANDARD_STREAM ? identifyOpenFile(io.stdin.fd) : identifyFile(path)) ?? "");
    if (output !== undefined) throw new CommandError(EXIT.usage, `the output ${output} is the input ${path}`);
  }
}

/** What a run keeps in mind. */
interface Run {
  readonly reader: FilesReader;
  readonly keepsRemoved: boolean;
  readonly showsProgress: boolean;
  readonly state: () => { report: FilesReader["report"]; files: FilesReader["files"]; totalBytes: number | null };
  readonly start: number;
  readonly reasons: Record<string, number>;
  /** Messages of the first sources that could not be read. */
  readonly unreadable: string[];
}

function createRun(args: CommandArguments, outputs: ReadonlyMap<string, string>, io: CommandIo): Run {
  // Rows on the same terminal would tear the line apart.
  const showsProgress = io.stderr.isTTY === true && !args.has("quiet") && !(writesToStdout(args) && io.stdout.isTTY === true);
  let totalBytes: number | null = null;
  const reader = openInputs(args.positionals, parseOptionsOf(args), {
    stdin: { name: STANDARD_STREAM, chunks: io.stdin },
    onFound: (paths) => checkInputs(paths, outputs, io),
    ...(showsProgress && !args.positionals.includes(STANDARD_STREAM) ? { onTotalBytes: (bytes) => void (totalBytes = bytes) } : {}),
  });
  return {
    reader,
    keepsRemoved: !args.has("no-removed"),
    showsProgress,
    state: () => ({ report: reader.report, files: reader.files, totalBytes }),
    start: performance.now(),
    reasons: {},
    unreadable: [],
  };
}

function writesToStdout(args: CommandArguments): boolean {
  return (args.value("output") ?? STANDARD_STREAM) === STANDARD_STREAM;
}

interface Outputs {
  readonly articles: RowWriter;
  readonly rejects: RowWriter | null;
  readonly report: RowWriter | null;
}

async function openOutputs(args: CommandArguments, io: CommandIo): Promise<Outputs> {
  const open: RowWriter[] = [];
  const openFile = async (path: string | null): Promise<RowWriter | null> => {
    if (path === null) return null;
    const writer = await createFileWriter(path);
    open.push(writer);
    return writer;
  };
  try {
    const articles = writesToStdout(args) ? createStandardWriter(io.stdout) : (await openFile(args.value("output")))!;
    return { articles, rejects: await openFile(args.value("rejects")), report: await openFile(args.value("report")) };
  } catch (error) {
    for (const writer of open) await writer.discard();
    throw error;
  }
}

function takeResult(result: DumpResult, run: Run, outputs: Outputs): Promise<void> | null {
  if (result.kind === "article") {
    return outputs.articles.write(toRow(run.keepsRemoved ? result.article : { ...result.article, removed: [] }));
  }
  noteRejected(result.rejected, run);
  return outputs.rejects?.write(toRow(result.rejected)) ?? null;
}

/** More would push the summary off the screen. */
const MOST_MESSAGES = 10;

function noteRejected({ reason, message }: Rejected, { reasons, unreadable }: Run): void {
  reasons[reason] = (reasons[reason] ?? 0) + 1;
  if (reason === "unreadable-source" && unreadable.length < MOST_MESSAGES) unreadable.push(message);
}

function tellResult({ reader, reasons, unreadable, start }: Run, isQuiet: boolean, io: CommandIo): void {
  for (const message of unreadable) io.stderr.write(`newsdump parse: ${makeVisible(message)}\n`);
  const more = reader.files.unreadable - unreadable.length;
  if (more > 0) io.stderr.write(`newsdump parse: and ${more} more\n`);
  if (!isQuiet) io.stderr.write(formatSummary(reader.report, reader.files, reasons, performance.now() - start));
}
