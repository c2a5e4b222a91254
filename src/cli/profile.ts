import { profileFiles } from "../node/profile-files.ts";
import { profileShards } from "../node/profile-shards.ts";
import { describeFileError, readWholeFile, TooLargeError } from "../node/read-file.ts";
import { mergeProfiles, readProfile, writeProfile, type NoiseProfile } from "../noise/profile.ts";
import { COMMON_OPTIONS, readArguments, type OptionSpecs } from "./arguments.ts";
import { takeInterruptions } from "./interrupt.ts";
import { CommandError, EXIT, MISSING_INPUT, STANDARD_STREAM, type CommandIo, type ExitCode } from "./io.ts";
import { checkInputs, listOutputs } from "./outputs.ts";
import { readLimits } from "./parse-options.ts";
import { readShards } from "./read-shards.ts";
import { createFileWriter, createStandardWriter } from "./row-writer.ts";

const OPTIONS = {
  ...COMMON_OPTIONS,
  merge: { takesValue: false },
  shard: { takesValue: true },
  limit: { takesValue: true },
  output: { takesValue: true, short: "o" },
} as const satisfies OptionSpecs;

/** `newsdump profile`. */
export async function runProfile(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = readArguments(argv, OPTIONS);
  const { positionals } = args;
  const shard = args.value("shard");
  if (shard !== null && (positionals.length > 0 || args.has("merge")))
    throw new CommandError(EXIT.usage, "--shard takes the place of inputs");
  if (shard === null && positionals.length === 0) throw new CommandError(EXIT.usage, MISSING_INPUT);
  if (positionals.includes(STANDARD_STREAM))
    throw new CommandError(EXIT.usage, "profile takes files, since a dump is read again to be parsed");
  const signal = takeInterruptions();
  checkInputs(positionals, listOutputs(args, io), io);
  const profile =
    shard !== null
      ? await profileShards(await readShards(shard, io, signal), signal)
      : args.has("merge")
        ? mergeProfiles(...(await Promise.all(positionals.map((path) => readProfileFile(path, signal)))))
        : await profileFiles(positionals, { signal, limits: readLimits(args) });
  const path = args.value("output") ?? STANDARD_STREAM;
  const writer = path === STANDARD_STREAM ? createStandardWriter(io.stdout, signal) : await createFileWriter(path, signal);
  await writer.writeRows(writeProfile(profile));
  await writer.close();
  return EXIT.fine;
}

/** The largest profile has a little over 12 MiB. */
const MOST_PROFILE_BYTES = 64 * 1024 * 1024;

/**
 * The profile that `newsdump profile` has written.
 *
 * @throws {@link CommandError} when there is none
 */
export async function readProfileFile(path: string, signal?: AbortSignal): Promise<NoiseProfile> {
  const bytes = await readWholeFile(path, MOST_PROFILE_BYTES, signal).catch((error: unknown) => {
    signal?.throwIfAborted();
    if (error instanceof TooLargeError) throw noProfile(path);
    throw new CommandError(EXIT.unreadable, `cannot read ${path}: ${describeFileError(error)}`);
  });
  try {
    return readProfile(bytes);
  } catch {
    throw noProfile(path);
  }
}

function noProfile(path: string): CommandError {
  return new CommandError(EXIT.usage, `${path} is no profile that newsdump profile has written`, false);
}
