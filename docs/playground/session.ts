import { decode, detectEncoding, readDump, type DumpResult, type Span } from "../../src/index.ts";
import { explainLines, type ExplainedLine } from "../../src/cli/line-parts.ts";
import { unitBytes } from "../../src/encoding/labels.ts";
import { decodeLines } from "../../src/lines/decode-lines.ts";
import { SINGLE_BYTES } from "../../src/lines/scan.ts";
import { readInput } from "./input.ts";
import { LINES_AT_ONCE, type EncodingView, type LinesView, type RecordSummary, type Reply, type Request } from "./protocol.ts";

/** Characters of a record's name in the list. */
const NAME_LENGTH = 60;
/** Time between two reports of progress. */
const PROGRESS_MILLISECONDS = 100;
/** Bytes of a record that its lines are shown of; a record of 64 MiB is not worth more memory to look at. */
const MOST_SHOWN_BYTES = 32 * 1024 * 1024;
/** Bytes of a record that its encoding is looked at again by. */
const MOST_JUDGED_BYTES = 64 * 1024;
/** Bytes and characters of the sample that shows an encoding. */
const SAMPLE_BYTES = 160;
const SAMPLE_LENGTH = 60;

/** The dump that is open: its bytes, and each result as JSON, which takes far less memory than objects. */
interface OpenDump {
  readonly bytes: Uint8Array;
  readonly rows: readonly Uint8Array[];
}

const encoder = new TextEncoder();

/** Answers requests about one dump at a time. */
export function createSession(reply: (reply: Reply) => void): (request: Request) => Promise<void> {
  let dump: OpenDump = { bytes: new Uint8Array(), rows: [] };
  let shown: { position: number; lines: readonly ExplainedLine[] } | null = null; // the record looked at last

  async function parse({ id, input, source, options }: Extract<Request, { kind: "parse" }>): Promise<void> {
    const start = performance.now();
    const { bytes, isGzip } = await readInput(input);
    let told = start;
    let offset = 0;
    const rows: Uint8Array[] = [];
    const records: RecordSummary[] = [];
    const reader = readDump(chunksOf(bytes, (read) => (offset = read)), {
      ...(options.noise === null ? {} : { noise: options.noise }),
      repairText: options.repairText,
      ...(options.encoding === null ? {} : { encoding: options.encoding }),
      ...(options.detectLanguage ? {} : { languages: false as const }),
      ...(source === null ? {} : { source }),
    });
    for await (const result of reader) {
      rows.push(encoder.encode(JSON.stringify(result)));
      records.push(summaryOf(result));
      if (performance.now() - told < PROGRESS_MILLISECONDS) continue;
      told = performance.now();
      reply({ kind: "progress", id, share: offset / bytes.length, records: rows.length });
    }
    dump = { bytes, rows };
    shown = null;
    const milliseconds = performance.now() - start;
    reply({ kind: "parsed", id, outcome: { records, report: reader.report, bytes: bytes.length, isGzip, milliseconds } });
  }

  function linesOf(position: number): readonly ExplainedLine[] {
    if (shown?.position !== position) shown = { position, lines: explain(dump.bytes, readRow(dump.rows[position])) };
    return shown.lines;
  }

  function windowOf(position: number, from: number): LinesView {
    const lines = linesOf(position);
    return { from, total: lines.length, lines: lines.slice(from, from + LINES_AT_ONCE) };
  }

  async function answer(request: Request): Promise<void> {
    const { id } = request;
    if (request.kind === "parse") return parse(request);
    if (request.kind === "lines") return reply({ kind: "lines", id, view: windowOf(request.position, request.from) });
    if (request.kind === "export") return reply({ kind: "exported", id, file: exportRows(dump.rows) });
    const { position } = request;
    const result = readRow(dump.rows[position]);
    const encodings = encodingsOf(dump.bytes, result);
    reply({ kind: "record", id, view: { position, result, lines: windowOf(position, 0), encodings } });
  }

  return async (request) => {
    try {
      await answer(request);
    } catch (error) {
      reply({ kind: "failed", id: request.id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** Pieces of a dump, so that progress can be told between them. */
const CHUNK_BYTES = 256 * 1024;

function* chunksOf(bytes: Uint8Array, onRead: (offset: number) => void): Generator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    onRead(offset);
    yield bytes.subarray(offset, offset + CHUNK_BYTES);
  }
}

function readRow(row: Uint8Array | undefined): DumpResult {
  if (row === undefined) throw new Error("there is no such record");
  return JSON.parse(new TextDecoder().decode(row)) as DumpResult; // written by this session
}

function exportRows(rows: readonly Uint8Array[]): Blob {
  const articles = rows.map(readRow).flatMap((result) => (result.kind === "article" ? [`${JSON.stringify(result.article)}\n`] : []));
  return new Blob(articles, { type: "application/x-ndjson" });
}

function summaryOf(result: DumpResult): RecordSummary {
  if (result.kind === "rejected") return { isArticle: false, name: result.rejected.reason };
  const { title, paragraphs, date } = result.article;
  return { isArticle: true, name: (title ?? paragraphs[0] ?? date ?? "no text").slice(0, NAME_LENGTH) };
}

function spanOf(result: DumpResult): Span | null {
  return result.kind === "article" ? result.article.provenance.span : result.rejected.span;
}

function explain(bytes: Uint8Array, result: DumpResult): ExplainedLine[] {
  const span = spanOf(result);
  if (span === null) return [];
  const record = bytes.subarray(span.byteStart, Math.min(span.byteEnd, span.byteStart + MOST_SHOWN_BYTES));
  const encoding = result.kind === "article" ? result.article.provenance.encoding.name : detectEncoding(record.subarray(0, MOST_JUDGED_BYTES)).encoding;
  const unit = unitBytes(encoding);
  const layout = unit === 1 ? SINGLE_BYTES : { bytes: unit, littleEndian: encoding.endsWith("le") };
  const { lines } = decodeLines(record, encoding, layout, span);
  return explainLines(lines, result, encoding, (start, end) => bytes.subarray(start, end));
}

function encodingsOf(bytes: Uint8Array, result: DumpResult): EncodingView[] {
  const span = spanOf(result);
  if (span === null) return [];
  const record = bytes.subarray(span.byteStart, Math.min(span.byteEnd, span.byteStart + MOST_JUDGED_BYTES));
  const guess = detectEncoding(record);
  const sample = sampleOf(record);
  const chosen =
    result.kind === "article"
      ? result.article.provenance.encoding
      : { name: guess.encoding, confidence: guess.confidence, evidence: guess.evidence };
  const others = [{ encoding: guess.encoding, confidence: guess.confidence }, ...guess.alternatives].filter(
    ({ encoding }) => encoding !== chosen.name,
  );
  return [
    { encoding: chosen.name, confidence: chosen.confidence, evidence: chosen.evidence, sample: readAs(sample, chosen.name) },
    ...others.map((other) => ({ ...other, evidence: null, sample: readAs(sample, other.encoding) })),
  ];
}

/** The bytes around the first that is not ASCII, from the start of its line. */
function sampleOf(record: Uint8Array): Uint8Array {
  const first = record.findIndex((byte) => byte >= 0x80);
  if (first < 0) return record.subarray(0, SAMPLE_BYTES);
  const lineStart = record.lastIndexOf(0x0a, first) + 1;
  const start = Math.max(lineStart, first - (first % 4) - 24);
  return record.subarray(start, start + SAMPLE_BYTES);
}

function readAs(bytes: Uint8Array, encoding: string): string {
  return decode(bytes, encoding).text.replaceAll(/\s+/g, " ").slice(0, SAMPLE_LENGTH);
}
