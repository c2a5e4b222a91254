import { abortable } from "../abort.ts";
import { readShard, type Shard } from "../node/shards.ts";
import { describeFileError, readAtMost, readWholeFile } from "../node/read-file.ts";
import { readStandardInput } from "./standard-input.ts";
import { CommandError, EXIT, STANDARD_STREAM, type CommandIo } from "./io.ts";

/** A million shards and more; and all of it has to be one string. */
const MOST_LIST_BYTES = 256 * 1024 * 1024;

/** Descriptions given as they are, in a file, or on standard input. A signal that aborts ends the wait for them. */
export async function readShards(value: string, io: CommandIo, signal?: AbortSignal): Promise<Shard[]> {
  const text = value.startsWith("{") ? value : await readList(value, io, signal);
  return Array.from(linesOf(text), readShard);
}

async function readList(value: string, io: CommandIo, signal: AbortSignal | undefined): Promise<string> {
  try {
    const bytes =
      value === STANDARD_STREAM
        ? await readAtMost(abortable(readStandardInput(io), signal), MOST_LIST_BYTES)
        : await readWholeFile(value, MOST_LIST_BYTES, signal);
    return bytes.toString("utf8");
  } catch (error) {
    signal?.throwIfAborted();
    throw new CommandError(EXIT.unreadable, `cannot read the shards in ${value}: ${describeFileError(error)}`);
  }
}

/** Lines that hold something, one at a time: there may be very many. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(start, end);
    if (line.trim() !== "") yield line;
    start = end + 1;
  }
}
