import { articleJsonSchema } from "../schema.ts";
import { COMMON_OPTIONS, readArguments } from "./arguments.ts";
import { CommandError, EXIT, type CommandIo, type ExitCode } from "./io.ts";
import { printText } from "./row-writer.ts";

/** `newsdump schema`. */
export async function runSchema(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { positionals } = readArguments(argv, COMMON_OPTIONS);
  if (positionals.length > 0) throw new CommandError(EXIT.usage, `schema takes no arguments, not ${positionals[0]}`);
  await printText(io.stdout, JSON.stringify(articleJsonSchema(), null, 2));
  return EXIT.fine;
}
