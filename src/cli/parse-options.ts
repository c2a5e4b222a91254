import { canonicalEncoding, ENCODING_NAMES } from "../encoding/labels.ts";
import type { NoiseLevel } from "../noise/strip.ts";
import { NOISE_LEVELS, type ParseOptions } from "../options.ts";
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
  const noise = readNoise(args.value("noise"));
  const maxRecordBytes = args.value("max-record-bytes");
  return {
    ...(format === null ? {} : { format }),
    ...(encoding === null ? {} : { encoding }),
    ...(declaredEncoding === null ? {} : { declaredEncoding }),
    ...(noise === null ? {} : { noise }),
    ...(args.has("no-repair") ? { repairText: false } : {}),
    ...(args.has("no-language") ? { languages: false } : {}),
    ...(maxRecordBytes === null ? {} : { limits: { maxRecordBytes: readWholeNumber("max-record-bytes", maxRecordBytes) } }),
  };
}

/** The library passes over unknown labels, which servers do send; a person has mistyped. */
function readLabel(option: "encoding" | "declared-encoding", args: CommandArguments): string | null {
  const label = args.value(option);
  if (label === null || canonicalEncoding(label) !== null) return label;
  const meant = suggest(label.toLowerCase(), ENCODING_NAMES);
  throw new CommandError(EXIT.usage, `--${option} must be a label of an encoding, such as windows-1251 or big5, not ${label}${meant}`);
}

function readNoise(value: string | null): NoiseLevel | null {
  const level = NOISE_LEVELS.find((name) => name === value);
  if (value === null || level !== undefined) return level ?? null;
  throw new CommandError(EXIT.usage, `--noise must be one of ${NOISE_LEVELS.join(", ")}, not ${value}${suggest(value, NOISE_LEVELS)}`);
}
