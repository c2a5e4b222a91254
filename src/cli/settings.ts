import { builtInFormats } from "../formats/index.ts";
import type { ParseOptions } from "../options.ts";
import { suggest, type CommandArguments, type OptionSpecs } from "./arguments.ts";
import { findConfig, resolveConfig } from "./find-config.ts";
import { CommandError, EXIT, type CommandIo } from "./io.ts";
import type { LoadedConfig } from "./load-config.ts";
import { PARSE_OPTIONS, parseOptionsOf } from "./parse-options.ts";
import { readProfileFile } from "./profile.ts";

/** Options that say how a dump is read, and where more of them stand. */
export const SETTINGS_OPTIONS = {
  ...PARSE_OPTIONS,
  config: { takesValue: true },
  "no-config": { takesValue: false },
} as const satisfies OptionSpecs;

/** What the command line and the config say together. */
export interface Settings {
  readonly options: ParseOptions;
  /** Whether rows hold the ledger. */
  readonly keepsRemoved: boolean;
  readonly config: LoadedConfig | null;
  /** Files of the config, which options came from. */
  readonly files: readonly string[];
}

/** Reads the options of the command line and those of the config, which they go before. */
export async function readSettings(args: CommandArguments, io: CommandIo): Promise<Settings> {
  const own = parseOptionsOf(args);
  const config = await readConfig(args, io);
  const limits = { ...config?.options.limits, ...own.limits };
  const options = { ...config?.options, ...own, ...(await readProfileOf(args)), ...(Object.keys(limits).length === 0 ? {} : { limits }) };
  checkFormatName(options);
  return { options, keepsRemoved: keepsRemoved(args, config), config, files: config?.files ?? [] };
}

/** The library's own message does not say what was probably meant. */
function checkFormatName({ format, formats = [] }: ParseOptions): void {
  const names = [...formats, ...builtInFormats].map(({ name }) => name);
  if (typeof format !== "string" || names.includes(format)) return;
  throw new CommandError(EXIT.usage, `--format must be one of ${names.join(", ")}, not ${format}${suggest(format, names)}`);
}

/** The settings of shards, which say themselves how they are read; only the profile is named for them. */
export async function settingsOfShards(args: CommandArguments, options: ParseOptions): Promise<Settings> {
  return {
    options: { ...options, ...(await readProfileOf(args)) },
    keepsRemoved: keepsRemoved(args, null),
    config: null,
    files: [],
  };
}

async function readProfileOf(args: CommandArguments): Promise<ParseOptions> {
  const path = args.value("profile");
  return path === null ? {} : { profile: await readProfileFile(path) };
}

function keepsRemoved(args: CommandArguments, config: LoadedConfig | null): boolean {
  return args.has("removed") || (!args.has("no-removed") && (config?.removed ?? true));
}

async function readConfig(args: CommandArguments, io: CommandIo): Promise<LoadedConfig | null> {
  const named = args.value("config");
  if (args.has("no-config")) {
    if (named !== null) throw new CommandError(EXIT.usage, "--config and --no-config exclude each other");
    return null;
  }
  const path = named === null ? await findConfig(io.cwd()) : await resolveConfig(named, io.cwd());
  return path === null ? null : (await import("./load-config.ts")).loadConfig(path);
}

/** @throws {@link CommandError} when the config holds functions, and what is asked for can only take data */
export function refuseCode({ config }: Settings, what: string): void {
  if (config?.hasCode !== true) return;
  throw new CommandError(EXIT.usage, `${what}: the formats and noise rules in ${config.path} are code, which stays in one thread`, false);
}
