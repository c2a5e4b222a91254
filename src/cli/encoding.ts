import { detectEncoding } from "../encoding/detect.ts";
import type { EncodingGuess } from "../encoding/guess.ts";
import type { FoundFile } from "../node/find-files.ts";
import { inflate } from "../node/inflate.ts";
import { findInputs } from "../node/open-inputs.ts";
import { createFileBytesReader, describeFileError } from "../node/read-file.ts";
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
    const { row, problem } = await examine(file, io);
    if (problem !== null) {
      unreadable++;
      io.stderr.write(`newsdump encoding: cannot read ${makeVisible(file.path)}: ${makeVisible(problem)}\n`);
    }
    if (row === null) continue;
    if (!row.isWhole && problem === null) cut++;
    if (args.has("json")) await writer.write(toRow(row));
    else rows.push(row);
  }
  if (rows.length > 0) await writer.write(formatRows(rows, io));
  await writer.close();
  if (cut > 0) io.stderr.write(`newsdump encoding: of ${formatNumberOf(cut, "file")} only the first MiB was looked at\n`);
  return unreadable > 0 ? EXIT.unreadable : EXIT.fine;
}

/** What was read before an error is looked at all the same. */
async function examine({ path, problem }: FoundFile, io: CommandIo): Promise<{ row: EncodingRow | null; problem: string | null }> {
  if (problem !== null) return { row: null, problem };
  const stored = path === STANDARD_STREAM ? readStandardInput(io) : createFileBytesReader(() => {}).read(path);
  const head = await readHead(stored);
  if (head.problem !== null && head.bytes.length === 0) return { row: null, problem: head.problem };
  const { encoding, confidence, evidence, language, alternatives } = detectEncoding(head.bytes);
  const row = { path, encoding, confidence, evidence, language, alternatives, bytes: head.bytes.length, isWhole: head.isWhole };
  return { row, problem: head.problem };
}

interface Head {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
  readonly problem: string | null;
}

async function readHead(stored: AsyncIterable<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let problem: string | null = null;
  try {
    for await (const chunk of inflate(stored)) {
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
