import { COMMON_OPTIONS, readArguments, type CommandArguments, type OptionSpecs } from "./arguments.ts";
import { CommandError, EXIT, MISSING_INPUT, STANDARD_STREAM, type CommandIo, type ExitCode } from "./io.ts";
import { SETTINGS_OPTIONS } from "./settings.ts";
import { tellResult } from "./tell-result.ts";

const OPTIONS = {
  ...COMMON_OPTIONS,
  ...SETTINGS_OPTIONS,
  profile: { takesValue: true },
  removed: { takesValue: false },
  "no-removed": { takesValue: false },
  rejects: { takesValue: true },
  report: { takesValue: true },
  output: { takesValue: true, short: "o" },
  jobs: { takesValue: true, short: "j" },
  unordered: { takesValue: false },
  resume: { takesValue: false },
  shard: { takesValue: true },
  quiet: { takesValue: false, short: "q" },
  verbose: { takesValue: false },
} as const satisfies OptionSpecs;

/** `newsdump parse`. */
export async function runParse(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = readArguments(argv, OPTIONS);
  checkTogether(args);
  const isDivided = ["jobs", "resume", "shard"].some((name) => args.has(name)) && !isForPipe(args);
  const outcome = isDivided
    ? await (await import("./parse-tasks.ts")).parseInTasks(args, io)
    : await (await import("./parse-stream.ts")).parseAsStream(args, io);
  return tellResult(outcome, args.has("quiet") ? "quiet" : args.has("verbose") ? "verbose" : "normal", io);
}

/** What comes from a pipe cannot be divided. */
function isForPipe(args: CommandArguments): boolean {
  return args.positionals.includes(STANDARD_STREAM) && (args.value("jobs") === "auto" || args.value("jobs") === "1");
}

function checkTogether(args: CommandArguments): void {
  const hasShard = args.has("shard");
  if (args.positionals.length === 0 && !hasShard) throw new CommandError(EXIT.usage, MISSING_INPUT);
  exclude(args, "removed", "no-removed");
  exclude(args, "quiet", "verbose");
  exclude(args, "resume", "unordered");
  exclude(args, "resume", "shard");
  const misplaced = ["rejects", "report"].find((name) => args.value(name) === STANDARD_STREAM);
  if (misplaced !== undefined)
    throw new CommandError(EXIT.usage, `--${misplaced} takes a file, not ${STANDARD_STREAM}: standard output is for the articles`);
  if (args.has("resume") && (args.value("output") ?? STANDARD_STREAM) === STANDARD_STREAM)
    throw new CommandError(EXIT.usage, "--resume needs --output FILE: what has gone to standard output cannot be taken back");
  const other = Object.keys(SETTINGS_OPTIONS).find((name) => name !== "no-config" && args.has(name));
  if (hasShard && other !== undefined) throw new CommandError(EXIT.usage, `--${other} is for newsdump shards: a shard says how it is read`);
  if (hasShard && args.positionals.length > 0) throw new CommandError(EXIT.usage, "--shard takes the place of inputs");
  const isDivided = (args.has("jobs") && args.value("jobs") !== "1" && args.value("jobs") !== "auto") || args.has("resume");
  if (isDivided && args.positionals.includes(STANDARD_STREAM))
    throw new CommandError(EXIT.usage, `--jobs and --resume take files, not ${STANDARD_STREAM}: what comes from a pipe can be read once`);
}

function exclude(args: CommandArguments, one: string, other: string): void {
  if (args.has(one) && args.has(other)) throw new CommandError(EXIT.usage, `--${one} and --${other} exclude each other`);
}
