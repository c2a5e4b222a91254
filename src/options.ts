import { canonicalEncoding } from "./encoding/labels.ts";
import { checkPrior, type EncodingPrior } from "./encoding/prior.ts";
import { NewsdumpError } from "./errors.ts";
import { checkFormat, type TextFormat } from "./formats/format.ts";
import { builtInFormats } from "./formats/index.ts";
import type { DateContext } from "./fields/article-date.ts";
import type { DateOrder } from "./fields/date/evidence.ts";
import { isTimeZone } from "./fields/date/time-zone.ts";
import { lastYearOf, referenceDay } from "./fields/date.ts";
import { checkList, checkObject, checkType, invalidOption } from "./invalid-option.ts";
import { createTagFilter } from "./fields/language/tag-filter.ts";
import type { LanguageOptions } from "./fields/language/index.ts";
import { checkLimits, type Limits } from "./limits.ts";
import { checkNoise, type NoiseLevel, type NoiseOptions } from "./noise/noise-options.ts";
import type { NoiseModel } from "./noise/model/noise-model.ts";
import { isNoiseProfile, type NoiseProfile } from "./noise/profile.ts";

/** What becomes of records over the limit. */
export type LargeRecords = "reject" | "split";

/** How a dump is to be read; everything is optional. */
export interface ParseOptions extends NoiseOptions {
  /** A format's name, or a format; default: the one that recognises the dump best. */
  format?: string | TextFormat;
  /** Formats of the caller's own that compete with the built-in ones. */
  formats?: readonly TextFormat[];
  /**
   * Encoding of the whole dump, obeyed without question; default: detected record by record. A dump given as
   * a string is decoded already.
   */
  encoding?: string;
  /**
   * Encoding that a protocol or a person declares, as the `charset` of an HTTP header: evidence, not truth. Text
   * that is valid UTF-8 beats it, it beats statistics, and a diagnostic says when it was wrong.
   */
  declaredEncoding?: string;
  /**
   * What the dump's records are encoded in, from `createEncodingPrior`; default: made from the dump's first
   * 64 KiB. For dumps that come in shards, give every shard the same.
   */
  encodingPrior?: EncodingPrior;
  /**
   * Whether text that was decoded wrongly before it was saved, and line ends that lost their backslash, are put
   * right; the original stays in the ledger, rule `repaired-text`. Default `true`.
   */
  repairText?: boolean;
  /**
   * The languages that texts can be in, as BCP 47 tags; `false` or an empty list: none is detected and `language` is
   * `und`.
   * Default: all that the model knows.
   */
  languages?: readonly string[] | false;
  /**
   * Lines that recur in the dump, from `profileDump`; `"auto"`: made in a first pass, where the input can be read
   * twice (`parseDump` and files do, streams do not); `false`: none. For dumps that come in shards, give every shard
   * the same. Default `"auto"`.
   */
  profile?: "auto" | false | NoiseProfile;
  /**
   * The day the dump was made, as an ISO 8601 date or a `Date` (its UTC day): what `today` means in it, what years of
   * two digits are near to, and the year after it is the last that a date can have. Default: nothing is told, and the
   * last year is the one after the current year.
   */
  reference?: string | Date;
  /** How dates in numbers are ordered (`03/04/2025`); default: as the dump's headers show, or the text's language. */
  dateOrder?: DateOrder;
  /**
   * IANA zone of times that stand without an offset, for `publishedAt`; a time that a change of the clock skips or
   * repeats gives none. Default: such times stay local.
   */
  timeZone?: string;
  /** Name of the input for the provenance: a path, a URL, …; half a surrogate pair in it becomes U+FFFD. */
  source?: string;
  /**
   * What becomes of records over `limits.maxRecordBytes`: `"reject"`, rejected as a whole, with their span; `"split"`,
   * cut between lines into pieces within the limit, each a result of its own with the diagnostic `record-piece`, whose
   * span is that of the piece before. The first piece has the header's fields; a line that is longer than the limit is
   * rejected by itself. Default `"reject"`.
   */
  largeRecords?: LargeRecords;
  /** Bounds on what one input may cost. */
  limits?: Limits;
}

/** Options after checking, with every default filled in. */
export interface CheckedOptions {
  readonly format: TextFormat | null;
  readonly formats: readonly TextFormat[];
  readonly encoding: string | null;
  /** The dump is a string; `encoding` does not apply. */
  readonly isString: boolean;
  readonly declaredEncoding: string | null;
  readonly encodingPrior: EncodingPrior | null;
  readonly repairText: boolean;
  readonly languages: LanguageOptions | null;
  readonly dates: Omit<DateContext, "headerOrder">;
  readonly source: string | null;
  readonly splitsLarge: boolean;
  readonly noise: NoiseOptions;
  readonly profile: "auto" | false | NoiseProfile;
  /** For models under test; the built-in one by default. */
  readonly createNoiseModel: (() => NoiseModel) | undefined;
  readonly limits: Required<Limits>;
}

export const LARGE_RECORDS: readonly LargeRecords[] = ["reject", "split"];
export const DATE_ORDERS: ReadonlySet<string> = new Set(["dmy", "mdy", "ymd"]);
const KNOWN_OPTIONS: ReadonlySet<string> = new Set([
  "format",
  "formats",
  "encoding",
  "declaredEncoding",
  "encodingPrior",
  "repairText",
  "languages",
  "reference",
  "dateOrder",
  "timeZone",
  "source",
  "largeRecords",
  "limits",
  "profile",
  "noise",
  "noiseRules",
  "extraNoiseRules",
]);

/** Checks options once, before any byte is read. */
export function checkOptions(options: ParseOptions): CheckedOptions {
  for (const name of Object.keys(checkObject("options", options))) {
    if (!KNOWN_OPTIONS.has(name)) throw invalidOption(name, "is no option");
  }
  const formats = [...checkList("formats", options.formats).map(checkFormat), ...builtInFormats];
  return {
    format: options.format === undefined ? null : findFormat(options.format, formats),
    formats,
    encoding: options.encoding === undefined ? null : checkEncoding(options.encoding),
    isString: false,
    declaredEncoding: checkType("declaredEncoding", options.declaredEncoding, "string") ?? null,
    encodingPrior: checkPrior("encodingPrior", options.encodingPrior) ?? null,
    repairText: checkType("repairText", options.repairText, "boolean") ?? true,
    languages: checkLanguages(options.languages),
    dates: checkDates(options),
    source: checkType("source", options.source, "string") ?? null,
    splitsLarge: checkLargeRecords(options.largeRecords) === "split",
    noise: checkNoise(options),
    profile: checkProfile(options.profile, options.noise),
    createNoiseModel: undefined,
    limits: checkLimits(options.limits),
  };
}

/** @throws {@link NewsdumpError} when no format has the name, or the format is not whole */
export function findFormat(format: string | TextFormat, formats: readonly TextFormat[]): TextFormat {
  if (typeof format !== "string") return checkFormat(format);
  const found = formats.find((candidate) => candidate.name === format);
  if (found !== undefined) return found;
  const names = formats.map((candidate) => candidate.name).join(", ");
  throw new NewsdumpError("unknown-format", `format must be one of ${names}, not ${JSON.stringify(format)}`);
}

function checkEncoding(label: string): string {
  if (typeof label !== "string") throw invalidOption("encoding", "must be a label of an encoding", label);
  const name = canonicalEncoding(label);
  if (name !== null) return name;
  throw new NewsdumpError(
    "unknown-encoding",
    `encoding must be a label of the WHATWG Encoding Standard or UTF-32, not ${JSON.stringify(label)}`,
  );
}

function checkLanguages(languages: readonly string[] | false | undefined): LanguageOptions | null {
  if (languages === false) return null;
  if (languages === undefined) return {};
  createTagFilter(languages);
  return languages.length === 0 ? null : { languages };
}

function checkDates({ reference, dateOrder, timeZone }: ParseOptions): CheckedOptions["dates"] {
  const day = reference === undefined ? null : referenceDay(reference);
  if (dateOrder !== undefined && !DATE_ORDERS.has(dateOrder)) throw invalidOption("dateOrder", 'must be "dmy", "mdy" or "ymd"', dateOrder);
  if (timeZone !== undefined && (typeof timeZone !== "string" || !isTimeZone(timeZone))) {
    throw invalidOption("timeZone", "must be an IANA time zone", timeZone);
  }
  return { reference: day, lastYear: lastYearOf(day), order: dateOrder ?? null, timeZone: timeZone ?? null };
}

function checkLargeRecords(value: LargeRecords = "reject"): LargeRecords {
  if (!LARGE_RECORDS.includes(value)) throw invalidOption("largeRecords", 'must be "reject" or "split"', value);
  return value;
}

/** Lines that recur are of no use to the rules. */
function checkProfile(profile: ParseOptions["profile"], noise: NoiseLevel | undefined): "auto" | false | NoiseProfile {
  if (profile !== undefined && profile !== "auto" && profile !== false && !isNoiseProfile(profile)) {
    throw invalidOption("profile", 'must be "auto", false or a profile', profile);
  }
  if (noise === "off" || noise === "light") return false;
  return profile ?? "auto";
}
