import type { CommandArguments } from "./arguments.ts";
import { CommandError, EXIT, STANDARD_STREAM, type CommandIo } from "./io.ts";
import { createFileWriter, createStandardWriter, type RowWriter } from "./row-writer.ts";
import { identifyFile, identifyOpenFile } from "./same-file.ts";

/** Outputs as they are named, by the identity of their files: none may overwrite another. */
export function listOutputs(args: CommandArguments, io: CommandIo): ReadonlyMap<string, string> {
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
export function checkInputs(paths: readonly string[], outputs: ReadonlyMap<string, string>, io: CommandIo): void {
  for (const path of outputs.size === 0 ? [] : paths) {
    const output = outputs.get((path === STANDARD_STREAM ? identifyOpenFile(io.stdin.fd) : identifyFile(path)) ?? "");
    if (output !== undefined) throw new CommandError(EXIT.usage, `the output ${output} is the input ${path}`);
  }
}

/** Whether articles go to standard output. */
function writesToStdout(args: CommandArguments): boolean {
  return (args.value("output") ?? STANDARD_STREAM) === STANDARD_STREAM;
}

/** What a run writes. */
export interface Outputs {
  readonly articles: RowWriter;
  readonly rejects: RowWriter | null;
  readonly report: RowWriter | null;
}

/**
 * @param signal - ends the waiting for those who read them
 * @throws {@link CommandError} when one of them cannot be written
 */
export async function openOutputs(args: CommandArguments, io: CommandIo, signal: AbortSignal): Promise<Outputs> {
  const open: RowWriter[] = [];
  const openFile = async (path: string | null): Promise<RowWriter | null> => {
    if (path === null) return null;
    const writer = await createFileWriter(path, signal);
    open.push(writer);
    return writer;
  };
  try {
    const articles = writesToStdout(args) ? createStandardWriter(io.stdout, signal) : (await openFile(args.value("output")))!;
    return { articles, rejects: await openFile(args.value("rejects")), report: await openFile(args.value("report")) };
  } catch (error) {
    for (const writer of open) await writer.discard();
    throw error;
  }
}

/** Rows on the same terminal would tear the progress line apart. */
export function showsProgress(args: CommandArguments, io: CommandIo): boolean {
  return io.stderr.isTTY === true && !args.has("quiet") && !(writesToStdout(args) && io.stdout.isTTY === true);
}
