import { useRowsBeside } from "../node/decoded-rows.ts";
import { runEncoding } from "./encoding.ts";
import { runInspect } from "./inspect.ts";
import type { CommandIo, ExitCode } from "./io.ts";
import { runParse } from "./parse.ts";
import { runProfile } from "./profile.ts";
import { runShards } from "./shards.ts";

const COMMANDS = { parse: runParse, inspect: runInspect, encoding: runEncoding, shards: runShards, profile: runProfile } as const;

/** The commands that read dumps. They stand in one file of the package: loading many small ones takes longer. */
export function runReading(name: keyof typeof COMMANDS, argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  useRowsBeside(import.meta.url);
  return COMMANDS[name](argv, io);
}
