import { detectEncoding } from "../encoding/detect.ts";
import type { EncodingGuess } from "../encoding/guess.ts";
import type { FoundFile } from "../node/find-files.ts";
import { createArchiveMeter } from "../node/archive-meter.ts";
import { findInputs } from "../node/open-inputs.ts";
import { openSources, type Source } from "../node/open-sources.ts";
import { createFileBytesReader, describeFileError } from "../node/read-file.ts";
import { checkOptions } from "../options.ts";
import { formatNumberOf, formatShare } from "./amounts.ts";
import { COMMON_OPTIONS, readArguments, type OptionSpecs } from "./arguments.ts";
import { CommandError, EXIT, MISSING_INPUT, STANDARD_STREAM, type CommandIo, type ExitCode } from "./io.ts";
import { createStandardWriter } from "./row-writer.ts";
import { toRow } from "../node/row.ts";
import { readStandardInput } from "./standard-input.ts";
import { createPainter } from "./style.ts";
import { formatTable } from "./table.ts";
import { makeVisible } from "./visible.ts";

const OPTIONS = { ...COMMON_OPTIONS, json: { takesValue: false } } as const satisfies OptionSpecs;

/** The answer does not change with more; the help text names this number. */
const HEAD_BYTES = 1024 * 1024;

/** What `--json` prints of a file. */
interface EncodingRow extends Pick<EncodingGuess, "encoding" | "confidence" | "evidence" | "language" | "alternatives"> {
  readonly path: string;
  /** Bytes that were looked at, after decompression. */
  readonly bytes: number;
  /** Whether these are all of the file. */
  readonly isWhole: boolean;
}

/** `newsdump encoding`. */
export async function runEncoding(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = readArguments(argv, OPTIONS);
  if (args.positionals.length === 0) throw new CommandError(EXIT.usage, MISSING_INPUT);
  const found = await findInputs(args.positionals, STANDARD_STREAM);
  const writer = createStandardWriter(io.stdout);
  const rows: EncodingRow[] = []; // for the table, whose columns are as wide as the widest row
  let unreadable = 0;
  let cut = 0;
  for (const file of found.files) {
    for await (const { path, row, problem } of examine(file, io)) {
      if (problem !== null) {
        unreadable++;
        io.stderr.write(`newsdump encoding: cannot read ${makeVisible(path)}: ${makeVisible(problem)}\n`);
      }
      if (row === null) continue;
      if (!row.isWhole && problem === null) cut++;
      if (args.has("json")) await writer.write(toRow(row));
      else rows.push(row);
    }
  }
  if (rows.length > 0) await writer.write(formatRows(rows, io));
  await writer.close();
  if (cut > 0) io.stderr.write(`newsdump encoding: of ${formatNumberOf(cut, "file")} only the first MiB was looked at\n`);
  return unreadable > 0 ? EXIT.unreadable : EXIT.fine;
}

interface Examined {
  readonly path: string;
  readonly row: EncodingRow | null;
  readonly problem: string | null;
}

/** A file, or the entries of an archive. */
async function* examine({ path, problem }: FoundFile, io: CommandIo): AsyncGenerator<Examined> {
  if (problem !== null) {
    yield { path, row: null, problem };
    return;
  }
  const isStdin = path === STANDARD_STREAM;
  const stored = isStdin ? readStandardInput(io) : createFileBytesReader(() => {}).read(path);
  try {
    for await (const source of openSources(path, stored, isStdin ? null : path, createArchiveMeter(checkOptions({}).limits))) {
      yield await examineSource(source);
    }
  } catch (error) {
    yield { path, row: null, problem: describeFileError(error) };
  }
}

/** What was read before an error is looked at all the same. */
async function examineSource({ name: path, chunks }: Source): Promise<Examined> {
  const { bytes, isWhole, problem } = await readHead(chunks);
  if (problem !== null && bytes.length === 0) return { path, row: null, problem };
  const { encoding, confidence, evidence, language, alternatives } = detectEncoding(bytes);
  return { path, row: { path, encoding, confidence, evidence, language, alternatives, bytes: bytes.length, isWhole }, problem };
}

interface Head {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
  readonly problem: string | null;
}

async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let problem: string | null = null;
  try {
    for await (const chunk of chunks) {
      parts.push(chunk.slice()); // the reader uses its buffer again
      length += chunk.length;
      if (length > HEAD_BYTES) break;
    }
  } catch (error) {
    problem = describeFileError(error);
  }
  const isWhole = problem === null && length <= HEAD_BYTES;
  return { bytes: Buffer.concat(parts).subarray(0, HEAD_BYTES), isWhole, problem };
}

/** More are in the rows of `--json`. */
const MOST_ALTERNATIVES = 3;

function formatRows(rows: readonly EncodingRow[], io: CommandIo): string {
  const cells = rows.map(({ path, encoding, confidence, evidence, language, alternatives }) => [
    makeVisible(path),
    encoding,
    formatShare(confidence),
    evidence,
    language ?? "-",
    alternatives
      .slice(0, MOST_ALTERNATIVES)
      .map((other) => `${other.encoding} ${formatShare(other.confidence)}`)
      .join(", ") || "-",
  ]);
  return formatTable(["path", "encoding", "confidence", "evidence", "language", "alternatives"], cells, createPainter(io.stdout, io.env));
}
