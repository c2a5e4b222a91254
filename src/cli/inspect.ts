import { stat } from "node:fs/promises";
import { detectEncoding } from "../encoding/detect.ts";
import { decodeLines } from "../lines/decode-lines.ts";
import { SINGLE_BYTES, type UnitLayout } from "../lines/scan.ts";
import { unitBytes } from "../encoding/labels.ts";
import { createArchiveMeter } from "../node/archive-meter.ts";
import { openInputs } from "../node/open-inputs.ts";
import { openSources, type Source } from "../node/open-sources.ts";
import { createFileBytesReader } from "../node/read-file.ts";
import { checkOptions } from "../options.ts";
import type { DumpResult } from "../result.ts";
import type { Span } from "../article.ts";
import { toWellFormed } from "../text/well-formed.ts";
import { COMMON_OPTIONS, readArguments, readWholeNumber, type OptionSpecs } from "./arguments.ts";
import { formatNumberOf } from "./amounts.ts";
import { formatArticleView, formatRejectedView } from "./inspect-view.ts";
import { CommandError, EXIT, STANDARD_STREAM, type CommandIo, type ExitCode } from "./io.ts";
import { explainLines, type ExplainedLine } from "./line-parts.ts";
import { readSettings, SETTINGS_OPTIONS } from "./settings.ts";
import { printText } from "./row-writer.ts";
import { readStandardInput } from "./standard-input.ts";
import { createPainter } from "./style.ts";

const OPTIONS = {
  ...COMMON_OPTIONS,
  record: { takesValue: true },
  ...SETTINGS_OPTIONS,
  profile: { takesValue: true },
} as const satisfies OptionSpecs;

/** `newsdump inspect`. */
export async function runInspect(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = readArguments(argv, OPTIONS);
  const [path, ...others] = args.positionals;
  if (path === undefined || others.length > 0) throw new CommandError(EXIT.usage, "inspect takes one file");
  const index = readWholeNumber("record", args.value("record") ?? "0");
  const source = await openSource(path, io);
  const { options } = await readSettings(args, io);
  let onlyPath = path;
  const onFound = (paths: readonly string[]): void => void ([onlyPath = path] = paths);
  const reader = openInputs([path], options, {
    onFound,
    ...(source.stdin === null ? {} : { stdin: { name: path, chunks: source.stdin() } }),
  });
  const { result, problem } = await findRecord(reader, index);
  if (reader.files.found > 1)
    throw new CommandError(EXIT.usage, `inspect takes one file; ${path} stands for ${formatNumberOf(reader.files.found, "file")}`);
  if (result === null) throw noRecord(path, index, reader.report.records - reader.files.unreadable, problem);

  const meter = createArchiveMeter(checkOptions(options).limits);
  const sources = openSources(onlyPath, source.chunks(onlyPath), source.stdin === null ? onlyPath : null, meter);
  const lines = await readLines(result, sources);
  const paint = createPainter(io.stdout, io.env);
  const text =
    result.kind === "article" ? formatArticleView(result.article, lines, paint) : formatRejectedView(result.rejected, lines, paint);
  await printText(io.stdout, text);
  return result.kind === "article" ? EXIT.fine : EXIT.rejected;
}

/** A source that can be read twice: once to find the record, once for its bytes. */
interface RepeatableSource {
  readonly chunks: (path: string) => AsyncIterable<Uint8Array>;
  /** Standard input, a pipe or a device, held in memory, or `null` for a file. */
  readonly stdin: (() => AsyncIterable<Uint8Array>) | null;
}

async function openSource(path: string, io: CommandIo): Promise<RepeatableSource> {
  const files = createFileBytesReader(() => {});
  if (path === STANDARD_STREAM) return holdInMemory(readStandardInput(io));
  const stats = await stat(path).catch(() => null);
  if (stats === null || stats.isFile() || stats.isDirectory()) return { chunks: (found) => files.read(found), stdin: null };
  return holdInMemory(files.read(path));
}

/** The record lies in what was read to find it; that is kept, and given again. */
function holdInMemory(chunks: AsyncIterable<Uint8Array>): RepeatableSource {
  const held: Uint8Array[] = [];
  async function* readAndHold(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      held.push(chunk.slice()); // the source may use its buffer again
      yield chunk;
    }
  }
  async function* repeat(): AsyncGenerator<Uint8Array> {
    yield* held;
  }
  return { chunks: repeat, stdin: readAndHold };
}

interface Found {
  readonly result: DumpResult | null;
  /** What was wrong with the file before the record was found. */
  readonly problem: string | null;
}

async function findRecord(reader: AsyncIterable<DumpResult>, index: number): Promise<Found> {
  let problem: string | null = null;
  for await (const result of reader) {
    const found = result.kind === "article" ? result.article.provenance.index : result.rejected.index;
    if (found === index) return { result, problem };
    if (result.kind === "rejected" && result.rejected.reason === "unreadable-source") problem ??= result.rejected.message;
  }
  return { result: null, problem };
}

function noRecord(path: string, index: number, count: number, problem: string | null): CommandError {
  const held = count === 0 ? "it holds none" : `it holds ${formatNumberOf(count, "record")}, the first is 0`;
  return new CommandError(EXIT.usage, `${path} has no record ${index}: ${held}${problem === null ? "" : `; ${problem}`}`, false);
}

async function readLines(result: DumpResult, sources: AsyncIterable<Source>): Promise<ExplainedLine[]> {
  const { span, source } = result.kind === "article" ? result.article.provenance : result.rejected;
  if (span === null) return [];
  const bytes = await readSpan(sources, source, span);
  const encoding = result.kind === "article" ? result.article.provenance.encoding.name : detectEncoding(bytes).encoding;
  const { lines } = decodeLines(bytes, encoding, unitLayoutOf(encoding), span);
  return explainLines(lines, result, encoding, (start, end) => bytes.subarray(start - span.byteStart, end - span.byteStart));
}

/** The bytes of a span in the source of that name, which may be an entry of an archive. */
async function readSpan(sources: AsyncIterable<Source>, name: string | null, span: Span): Promise<Uint8Array> {
  for await (const source of sources) if (toWellFormed(source.name) === name) return readRange(source.chunks, span);
  return new Uint8Array(0);
}

/** A record over the size limit is not worth more memory than this to look at. */
const MOST_BYTES = 64 * 1024 * 1024;

async function readRange(chunks: AsyncIterable<Uint8Array>, { byteStart, byteEnd }: Span): Promise<Uint8Array> {
  const end = Math.min(byteEnd, byteStart + MOST_BYTES);
  const parts: Uint8Array[] = [];
  let offset = 0;
  for await (const chunk of chunks) {
    if (offset + chunk.length > byteStart) parts.push(chunk.slice(Math.max(0, byteStart - offset), end - offset));
    offset += chunk.length;
    if (offset >= end) break;
  }
  return Buffer.concat(parts);
}

function unitLayoutOf(encoding: string): UnitLayout {
  const bytes = unitBytes(encoding);
  return bytes === 1 ? SINGLE_BYTES : { bytes, littleEndian: encoding.endsWith("le") };
}
