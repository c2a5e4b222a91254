import { canonicalEncoding, ENCODING_NAMES } from "../encoding/labels.ts";
import { DEFAULT_LIMITS, type Limits } from "../limits.ts";
import { NOISE_LEVELS } from "../noise/noise-options.ts";
import { LARGE_RECORDS, type ParseOptions } from "../options.ts";
import { readWholeNumber, suggest, type CommandArguments, type OptionSpecs } from "./arguments.ts";
import { CommandError, EXIT } from "./io.ts";

/** Options that say how a dump is read; `parse` and `inspect` have the same. */
export const PARSE_OPTIONS = {
  format: { takesValue: true },
  encoding: { takesValue: true },
  "declared-encoding": { takesValue: true },
  noise: { takesValue: true },
  "no-repair": { takesValue: false },
  "no-language": { takesValue: false },
  "max-record-bytes": { takesValue: true },
  "large-records": { takesValue: true },
  limit: { takesValue: true },
} as const satisfies OptionSpecs;

/**
 * Reads {@link PARSE_OPTIONS}. Formats are checked where they are used.
 *
 * @throws {@link CommandError} that names the option and its value
 */
export function parseOptionsOf(args: CommandArguments): ParseOptions {
  const format = args.value("format");
  const encoding = readLabel("encoding", args);
  const declaredEncoding = readLabel("declared-encoding", args);
  const noise = readChoice("noise", args.value("noise"), NOISE_LEVELS);
  const largeRecords = readChoice("large-records", args.value("large-records"), LARGE_RECORDS);
  const limits = readLimits(args);
  return {
    ...(format === null ? {} : { format }),
    ...(encoding === null ? {} : { encoding }),
    ...(declaredEncoding === null ? {} : { declaredEncoding }),
    ...(noise === null ? {} : { noise }),
    ...(args.has("no-repair") ? { repairText: false } : {}),
    ...(args.has("no-language") ? { languages: false } : {}),
    ...(largeRecords === null ? {} : { largeRecords }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  };
}

const LIMIT_NAMES = Object.keys(DEFAULT_LIMITS);
const NO_BOUND = "Infinity";

/**
 * Reads `--limit NAME=N`, which may stand more than once, and `--max-record-bytes`.
 *
 * @throws {@link CommandError} that names the option and its value
 */
export function readLimits(args: CommandArguments): Limits {
  const limits: Limits = {};
  for (const text of args.values("limit")) {
    const [name = "", value = "", ...rest] = text.split("=");
    if (!LIMIT_NAMES.includes(name)) throw new CommandError(EXIT.usage, `--limit knows no ${name}${suggest(name, LIMIT_NAMES)}`);
    if (rest.length > 0) throw new CommandError(EXIT.usage, `--limit takes a name and a number, as maxRecords=1000, not ${text}`);
    limits[name as keyof Limits] = value === NO_BOUND ? Number.POSITIVE_INFINITY : readWholeNumber(`limit ${name}`, value);
  }
  const maxRecordBytes = args.value("max-record-bytes");
  return maxRecordBytes === null ? limits : { ...limits, maxRecordBytes: readWholeNumber("max-record-bytes", maxRecordBytes) };
}

/** The library passes over unknown labels, which servers do send; a person has mistyped. */
function readLabel(option: "encoding" | "declared-encoding", args: CommandArguments): string | null {
  const label = args.value(option);
  if (label === null || canonicalEncoding(label) !== null) return label;
  const meant = suggest(label.toLowerCase(), ENCODING_NAMES);
  throw new CommandError(EXIT.usage, `--${option} must be a label of an encoding, such as windows-1251 or big5, not ${label}${meant}`);
}

function readChoice<Choice extends string>(option: string, value: string | null, choices: readonly Choice[]): Choice | null {
  const choice = choices.find((name) => name === value);
  if (value === null || choice !== undefined) return choice ?? null;
  throw new CommandError(EXIT.usage, `--${option} must be one of ${choices.join(", ")}, not ${value}${suggest(value, choices)}`);
}
