import { createDiagnostic, type Diagnostic } from "./diagnostics.ts";
import { readPrior, settleEncoding, unitLayout } from "./dump-encoding.ts";
import { decode } from "./encoding/decode.ts";
import { detectEncoding } from "./encoding/detect.ts";
import type { EncodingGuess } from "./encoding/guess.ts";
import type { EncodingPrior } from "./encoding/prior.ts";
import type { DateOrder } from "./fields/date/evidence.ts";
import { detectFormatOf } from "./formats/detect.ts";
import type { TextFormat } from "./formats/format.ts";
import { limitResult } from "./limit-result.ts";
import { createNoiseFilter, type NoiseFilter } from "./noise/strip.ts";
import { findFormat, type CheckedOptions } from "./options.ts";
import { parseRecord, type RecordContext } from "./parse-record.ts";
import { createByteBuffer } from "./records/byte-buffer.ts";
import { createRecordCutter, type CutRecord, type CutterOptions, type RecordCutter } from "./records/cutter.ts";
import { readDateOrder } from "./records/date-order.ts";
import type { ReportBuilder } from "./report.ts";
import type { DumpResult } from "./result.ts";
import { toWellFormed } from "./text/well-formed.ts";

/** One dump on its way: bytes in, results out. Every way into the library is a few lines over this. */
export interface DumpParser {
  push(bytes: Uint8Array): DumpResult[];
  finish(): DumpResult[];
}

/** Format and code-unit width are decided on the head of the dump, the same for every way of chunking it. */
export const SAMPLE_BYTES = 64 * 1024;

/** Creates the parser of one dump; its counts go into `builder`, which several dumps may share. */
export function createDumpParser(options: CheckedOptions, builder: ReportBuilder): DumpParser {
  const head = createByteBuffer();
  let dump: OpenDump | null = null; // once the head is complete
  let index = 0;
  let counted = { lines: 0, blank: 0 }; // in the report already

  function take(bytes: number, records: CutRecord[]): DumpResult[] {
    const results = records.map((record) => {
      const result = parseRecord(record, index++, dump!.context);
      builder.addResult(result, record.nonBlankLines);
      for (const added of limitResult(result, options.limits)) builder.addDiagnostic(added);
      return result;
    });
    dump!.cutter.release();
    const counts = dump!.cutter.counts();
    builder.addInput(bytes, counts.lines - counted.lines, counts.blank - counted.blank);
    counted = counts;
    return results;
  }

  function open(): DumpResult[] {
    const bytes = head.bytes();
    dump = openDump(bytes, options, builder);
    return take(bytes.length, dump.cutter.push(bytes));
  }

  return {
    push(bytes) {
      if (dump !== null) return take(bytes.length, dump.cutter.push(bytes));
      head.append(bytes);
      if (head.bytes().length >= SAMPLE_BYTES) return open();
      head.discard(0);
      return [];
    },
    finish() {
      const first = dump === null ? open() : [];
      return [...first, ...take(0, dump!.cutter.finish())];
    },
  };
}

/** What is known of a dump once its head has been seen. */
interface OpenDump {
  readonly cutter: RecordCutter;
  readonly context: RecordContext;
}

function openDump(bytes: Uint8Array, options: CheckedOptions, builder: ReportBuilder): OpenDump {
  const { plan, format } = decideHead(bytes, options);
  if (plan.isFallback) builder.addDiagnostic(createFallbackDiagnostic());
  const { cutting, context } = openPlan(plan, options, format);
  return { cutter: createRecordCutter(cutting), context };
}

/** For a dump that no format recognised. */
export function createFallbackDiagnostic(): Diagnostic {
  return createDiagnostic("format-fallback", "no format recognised the dump");
}

/** What a dump's head decides for all of its records; JSON, for those who read other parts of the dump. */
export interface DumpPlan {
  /** Name of the format. */
  readonly format: string;
  /** Whether no format recognised the dump. */
  readonly isFallback: boolean;
  /** The encoding of all records, when the caller or the width of the units settles it. */
  readonly encoding: EncodingGuess | null;
  /** What the head's records are encoded in, where that says anything. */
  readonly prior: EncodingPrior | null;
  /** How the head's header dates order their numbers. */
  readonly dateOrder: DateOrder | null;
}

/**
 * Decides what is decided once a dump.
 *
 * @param bytes - the dump's beginning, {@link SAMPLE_BYTES} of it or all of a shorter one; more is not looked at
 */
export function planDump(bytes: Uint8Array, options: CheckedOptions): DumpPlan {
  return decideHead(bytes, options).plan;
}

function decideHead(bytes: Uint8Array, options: CheckedOptions): { plan: DumpPlan; format: TextFormat } {
  const head = bytes.subarray(0, SAMPLE_BYTES);
  const encoding = settleEncoding(head, options);
  const { format, isFallback } =
    options.format === null ? detectFormatOf(sampleText(head, encoding), options.formats) : { format: options.format, isFallback: false };
  const prior = encoding === null ? (options.encodingPrior ?? readPrior(head, format)) : undefined;
  const dateOrder = readDateOrder(head, format, unitLayout(encoding), encoding?.encoding ?? "utf-8");
  return { plan: { format: format.name, isFallback, encoding, prior: prior ?? null, dateOrder }, format };
}

/** What cutting and parsing a dump's records takes. */
export interface PlannedDump {
  readonly cutting: CutterOptions;
  readonly context: RecordContext;
}

/**
 * @param format - the plan's; found by its name where it is not at hand
 * @throws {@link NewsdumpError} when the plan's format is none of the options'
 */
export function openPlan(
  { format: name, encoding, prior, dateOrder }: DumpPlan,
  options: CheckedOptions,
  format = options.format ?? findFormat(name, options.formats),
): PlannedDump {
  const unit = unitLayout(encoding);
  const wideEncoding = unit.bytes === 1 ? "utf-8" : encoding!.encoding;
  return {
    cutting: {
      format,
      unit,
      wideEncoding,
      maxRecordBytes: options.limits.maxRecordBytes,
      maxRecords: options.limits.maxRecords,
      splitsLarge: options.splitsLarge,
    },
    context: {
      format,
      unit,
      encoding,
      detection: { declared: options.declaredEncoding ?? undefined, prior: prior ?? undefined },
      repairText: options.repairText,
      languages: options.languages,
      noise: noiseFilterOf(options),
      profile: options.profile === "auto" || options.profile === false ? null : options.profile,
      dates: { ...options.dates, headerOrder: dateOrder },
      source: options.source === null ? null : toWellFormed(options.source),
      limits: options.limits,
    },
  };
}

/** Filters of runs by their options: all dumps of a run, and all parts of a dump, share one, since records come one by one. */
const noiseFilters = new WeakMap<object, NoiseFilter>();

function noiseFilterOf({ noise, createNoiseModel }: CheckedOptions): NoiseFilter {
  if (createNoiseModel !== undefined) return createNoiseFilter(noise, createNoiseModel);
  const filter = noiseFilters.get(noise) ?? createNoiseFilter(noise);
  noiseFilters.set(noise, filter);
  return filter;
}

function sampleText(head: Uint8Array, encoding: EncodingGuess | null): string {
  return decode(head, (encoding ?? detectEncoding(head)).encoding).text;
}
