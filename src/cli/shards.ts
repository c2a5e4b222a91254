import { findInputs } from "../node/open-inputs.ts";
import { planShards, writeShard } from "../node/shards.ts";
import { COMMON_OPTIONS, readArguments, type OptionSpecs } from "./arguments.ts";
import { CommandError, EXIT, MISSING_INPUT, STANDARD_STREAM, type CommandIo, type ExitCode } from "./io.ts";
import { readSettings, refuseCode, SETTINGS_OPTIONS } from "./settings.ts";
import { createStandardWriter } from "./row-writer.ts";

const OPTIONS = { ...COMMON_OPTIONS, ...SETTINGS_OPTIONS, size: { takesValue: true } } as const satisfies OptionSpecs;
const DEFAULT_SIZE = "256MiB";

/** `newsdump shards`. */
export async function runShards(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = readArguments(argv, OPTIONS);
  const { positionals } = args;
  if (positionals.length === 0) throw new CommandError(EXIT.usage, MISSING_INPUT);
  if (positionals.includes(STANDARD_STREAM))
    throw new CommandError(EXIT.usage, "shards takes files: another machine cannot read this one's pipe");
  const size = readSize(args.value("size") ?? DEFAULT_SIZE);
  const settings = await readSettings(args, io);
  refuseCode(settings, "shards");
  const found = await findInputs(positionals, null);
  const [missing] = positionals.length === 1 ? found.files.filter(({ problem }) => problem !== null) : [];
  if (missing !== undefined) throw new CommandError(EXIT.unreadable, `cannot read ${missing.path}: ${missing.problem}`);
  const writer = createStandardWriter(io.stdout);
  for await (const shard of planShards(found.files, settings.options, size)) {
    const wait = writer.write(writeShard(shard));
    if (wait !== null) await wait;
  }
  await writer.close();
  return EXIT.fine;
}

/** `256MiB`, `500MB`, `1000000`. */
const SIZE = /^(\d{1,12})(B|KB|KiB|MB|MiB|GB|GiB)?$/i;
const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1e3, kib: 1024, mb: 1e6, mib: 1024 ** 2, gb: 1e9, gib: 1024 ** 3 };

function readSize(text: string): number {
  const match = SIZE.exec(text);
  const bytes = match === null ? 0 : Number(match[1]) * UNITS[(match[2] ?? "B").toLowerCase()]!;
  if (bytes >= 1 && Number.isSafeInteger(bytes)) return bytes;
  throw new CommandError(EXIT.usage, `--size must be a number of bytes such as 256MiB or 500MB, not ${text}`);
}
