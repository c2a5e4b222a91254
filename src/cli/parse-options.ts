import { canonicalEncoding } from "../encoding/labels.ts";
import { LARGE_RECORDS, NOISE_LEVELS, type ParseOptions } from "../options.ts";
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
} as const satisfies OptionSpecs;

/**
 * Reads {@link PARSE_OPTIONS}. Formats and labels of `--encoding` are checked where they are used.
 *
 * @throws {@link CommandError} that names the option and its value
 */
export function parseOptionsOf(args: CommandArguments): ParseOptions {
  const format = args.value("format");
  const encoding = args.value("encoding");
  const declaredEncoding = readLabel(args.value("declared-encoding"));
  const noise = readChoice("noise", args.value("noise"), NOISE_LEVELS);
  const maxRecordBytes = args.value("max-record-bytes");
  const largeRecords = readChoice("large-records", args.value("large-records"), LARGE_RECORDS);
  return {
    ...(format === null ? {} : { format }),
    ...(encoding === null ? {} : { encoding }),
    ...(declaredEncoding === null ? {} : { declaredEncoding }),
    ...(noise === null ? {} : { noise }),
    ...(args.has("no-repair") ? { repairText: false } : {}),
    ...(args.has("no-language") ? { languages: false } : {}),
    ...(largeRecords === null ? {} : { largeRecords }),
    ...(maxRecordBytes === null ? {} : { limits: { maxRecordBytes: readWholeNumber("max-record-bytes", maxRecordBytes) } }),
  };
}

/** The library passes over unknown labels, which servers do send; a person has mistyped. */
function readLabel(label: string | null): string | null {
  if (label === null || canonicalEncoding(label) !== null) return label;
  throw new CommandError(EXIT.usage, `--declared-encoding must be a label of the WHATWG Encoding Standard or UTF-32, not ${label}`);
}

function readChoice<Choice extends string>(option: string, value: string | null, choices: readonly Choice[]): Choice | null {
  const choice = choices.find((name) => name === value);
  if (value === null || choice !== undefined) return choice ?? null;
  throw new CommandError(EXIT.usage, `--${option} must be one of ${choices.join(", ")}, not ${value}${suggest(value, choices)}`);
}
