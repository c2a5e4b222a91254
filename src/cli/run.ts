import { COMMON_OPTIONS, findNearest, readArguments, type OptionSpecs } from "./arguments.ts";
import { COMMAND_HELP, COMMANDS, HELP, type CommandName } from "./help.ts";
import { exitCodeOf, Interruption } from "./interrupt.ts";
import { CommandError, EXIT, type CommandIo, type ExitCode } from "./io.ts";
import { makeVisible } from "./visible.ts";
import { printText } from "./row-writer.ts";
import { VERSION } from "./version.ts";

/**
 * Runs the command line.
 *
 * @param argv - what stands behind the command's own name
 * @returns the exit code; nothing is thrown
 */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const name = argv[0] ?? "";
  try {
    return isCommand(name) ? await runNamed(name, argv.slice(1), io) : await runBare(argv, io);
  } catch (error) {
    if (isClosedPipe(error)) return EXIT.fine; // the reader has seen enough: `| head`
    return tellError(error, isCommand(name) ? name : null, io);
  }
}

function isCommand(name: string): name is CommandName {
  return (COMMANDS as readonly string[]).includes(name);
}

async function runNamed(name: CommandName, argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  if (asksForHelp(argv)) {
    await printText(io.stdout, COMMAND_HELP[name]);
    return EXIT.fine;
  }
  if (name === "completion") return (await import("./completion.ts")).runCompletion(argv, io);
  if (name === "man") return (await import("./man.ts")).runMan(argv, io);
  if (name === "schema") return (await import("./schema.ts")).runSchema(argv, io);
  // The pipeline and its tables are loaded only by what needs them.
  return (await import("./commands.ts")).runReading(name, argv, io);
}

/** Help is given whatever else is wrong with the arguments. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end < 0 ? argv.length : end).some((argument) => argument === "--help" || argument === "-h");
}

const BARE_OPTIONS = { ...COMMON_OPTIONS, version: { takesValue: false, short: "v" } } as const satisfies OptionSpecs;

async function runBare(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [first] = argv;
  if (first === undefined) {
    io.stderr.write(HELP);
    return EXIT.usage;
  }
  if (first === "help") return runHelp(argv.slice(1), io);
  const { positionals, has } = readArguments(argv, BARE_OPTIONS);
  const unknown = positionals[0];
  if (unknown !== undefined) {
    throw new CommandError(
      EXIT.usage,
      `unknown command ${unknown} (did you mean newsdump ${findNearest(unknown, COMMANDS) ?? `parse ${unknown}`}?)`,
    );
  }
  await printText(io.stdout, has("help") ? HELP : `${VERSION}\n`);
  return EXIT.fine;
}

/** `newsdump help parse` is `newsdump parse --help`. */
async function runHelp(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const name = argv.find((argument) => !argument.startsWith("-"));
  if (name !== undefined && !isCommand(name)) {
    const nearest = findNearest(name, COMMANDS);
    throw new CommandError(EXIT.usage, `unknown command ${name}${nearest === null ? "" : ` (did you mean newsdump help ${nearest}?)`}`);
  }
  await printText(io.stdout, name === undefined ? HELP : COMMAND_HELP[name]);
  return EXIT.fine;
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

const EXIT_OF_ERROR: ReadonlyMap<unknown, ExitCode> = new Map([
  ["invalid-option", EXIT.usage],
  ["unknown-encoding", EXIT.usage],
  ["unknown-format", EXIT.usage],
  ["format-failed", EXIT.usage],
  ["invalid-input", EXIT.usage],
  ["unavailable-encoding", EXIT.unreadable],
  ["unreadable-input", EXIT.unreadable],
]);

function tellError(error: unknown, command: CommandName | null, io: CommandIo): ExitCode {
  if (error instanceof Interruption) {
    io.stderr.write(`newsdump ${command}: ${makeVisible(error.message)}\n`);
    return exitCodeOf(error);
  }
  const exitCode = error instanceof CommandError ? error.exitCode : EXIT_OF_ERROR.get((error as { code?: unknown } | null)?.code);
  const name = command === null ? "newsdump" : `newsdump ${command}`;
  if (exitCode === undefined) {
    // Not foreseen: the stack is what a report of the fault needs.
    io.stderr.write(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.usage;
  }
  io.stderr.write(`${name}: ${makeVisible((error as Error).message)}\n`); // all of them are errors
  const pointsToHelp = error instanceof CommandError ? error.pointsToHelp : exitCode === EXIT.usage;
  if (pointsToHelp) io.stderr.write(`Try '${name} --help'.\n`);
  return exitCode;
}
