import { stat } from "node:fs/promises";
import { detectEncoding } from "../encoding/detect.ts";
import { decodeLines } from "../lines/decode-lines.ts";
import { SINGLE_BYTES, type UnitLayout } from "../lines/scan.ts";
import { unitBytes } from "../encoding/labels.ts";
import { inflate } from "../node/inflate.ts";
import { openInputs } from "../node/open-inputs.ts";
import { createFileBytesReader } from "../node/read-file.ts";
import type { DumpResult } from "../result.ts";
import type { Span } from "../article.ts";
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
  const reader = openInputs([path], options, source.stdin === null ? {} : { stdin: { name: path, chunks: source.stdin() } });
  const result = await findRecord(reader, index);
  if (reader.files.found > 1)
    throw new CommandError(EXIT.usage, `inspect takes one file; ${path} stands for ${formatNumberOf(reader.files.found, "file")}`);
  if (result === null)
    throw new CommandError(
      EXIT.usage,
      `${path} has no record ${index}: it holds ${formatNumberOf(reader.report.records - reader.files.unreadable, "record")}, the first is 0`,
      false,
    );

  const lines = await readLines(result, source.chunks);
  const paint = createPainter(io.stdout, io.env);
  const text =
    result.kind === "article" ? formatArticleView(result.article, lines, paint) : formatRejectedView(result.rejected, lines, paint);
  await printText(io.stdout, text);
  return result.kind === "article" ? EXIT.fine : EXIT.rejected;
}

/** A source that can be read twice: once to find the record, once for its bytes. */
interface Source {
  readonly chunks: (path: string) => AsyncIterable<Uint8Array>;
  /** Standard input, a pipe or a device, held in memory, or `null` for a file. */
  readonly stdin: (() => AsyncIterable<Uint8Array>) | null;
}

async function openSource(path: string, io: CommandIo): Promise<Source> {
  const files = createFileBytesReader(() => {});
  if (path === STANDARD_STREAM) return holdInMemory(readStandardInput(io));
  const stats = await stat(path).catch(() => null);
  if (stats === null || stats.isFile() || stats.isDirectory()) return { chunks: (found) => files.read(found), stdin: null };
  return holdInMemory(files.read(path));
}

/** The record lies in what was read to find it; that is kept, and given again. */
function holdInMemory(chunks: AsyncIterable<Uint8Array>): Source {
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

async function findRecord(reader: AsyncIterable<DumpResult>, index: number): Promise<DumpResult | null> {
  for await (const result of reader) {
    const found = result.kind === "article" ? result.article.provenance.index : result.rejected.index;
    if (found === index) return result;
  }
  return null;
}

async function readLines(result: DumpResult, chunks: (path: string) => AsyncIterable<Uint8Array>): Promise<ExplainedLine[]> {
  const { span, source } = result.kind === "article" ? result.article.provenance : result.rejected;
  if (span === null || source === null) return [];
  const bytes = await readRange(inflate(chunks(source)), span);
  const encoding = result.kind === "article" ? result.article.provenance.encoding.name : detectEncoding(bytes).encoding;
  const { lines } = decodeLines(bytes, encoding, unitLayoutOf(encoding), span);
  return explainLines(lines, result, encoding, (start, end) => bytes.subarray(start - span.byteStart, end - span.byteStart));
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
