import { createDiagnostic } from "./diagnostics.ts";
import { readPrior, settleEncoding, unitLayout } from "./dump-encoding.ts";
import { decode } from "./encoding/decode.ts";
import { detectEncoding } from "./encoding/detect.ts";
import type { EncodingGuess } from "./encoding/guess.ts";
import { detectFormatOf } from "./formats/detect.ts";
import { createNoiseTest } from "./noise/strip.ts";
import type { CheckedOptions } from "./options.ts";
import { parseRecord, type RecordContext } from "./parse-record.ts";
import { createByteBuffer } from "./records/byte-buffer.ts";
import { readDateOrder } from "./records/date-order.ts";
import { createRecordCutter, type CutRecord, type RecordCutter } from "./records/cutter.ts";
import type { ReportBuilder } from "./report.ts";
import type { DumpResult } from "./result.ts";

/** One dump on its way: bytes in, results out. Every way into the library is a few lines over this. */
export interface DumpParser {
  push(bytes: Uint8Array): DumpResult[];
  finish(): DumpResult[];
}

/** Format and code-unit width are decided on the head of the dump, the same for every way of chunking it. */
const SAMPLE_BYTES = 64 * 1024;

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
  const head = bytes.subarray(0, SAMPLE_BYTES);
  const encoding = settleEncoding(head, options);
  const unit = unitLayout(encoding);
  const { format, isFallback } =
    options.format === null ? detectFormatOf(sampleText(head, encoding), options.formats) : { format: options.format, isFallback: false };
  if (isFallback) builder.addDiagnostic(createDiagnostic("format-fallback", "no format recognised the dump"));
  const wideEncoding = unit.bytes === 1 ? "utf-8" : encoding!.encoding;
  const { maxRecordBytes } = options;
  return {
    cutter: createRecordCutter({ format, unit, wideEncoding, maxRecordBytes }),
    context: {
      format,
      unit,
      encoding,
      detection: {
        declared: options.declaredEncoding ?? undefined,
        prior: encoding === null ? (options.encodingPrior ?? readPrior(head, format)) : undefined,
      },
      repairText: options.repairText,
      languages: options.languages,
      findNoise: createNoiseTest(options.noise),
      dates: { ...options.dates, headerOrder: readDateOrder(head, format, unit, wideEncoding) },
      source: options.source,
      maxRecordBytes,
    },
  };
}

function sampleText(head: Uint8Array, encoding: EncodingGuess | null): string {
  return decode(head, (encoding ?? detectEncoding(head)).encoding).text;
}
