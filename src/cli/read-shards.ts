import { readShard, type Shard } from "../node/shards.ts";
import { describeFileError, readWholeFile } from "../node/read-file.ts";
import { readStandardInput } from "./standard-input.ts";
import { CommandError, EXIT, STANDARD_STREAM, type CommandIo } from "./io.ts";

/** Descriptions given as they are, in a file, or on standard input. */
export async function readShards(value: string, io: CommandIo): Promise<Shard[]> {
  let text = value;
  if (value === STANDARD_STREAM) {
    text = await readText(io).catch((error: unknown) => {
      throw new CommandError(EXIT.unreadable, `cannot read the shards in ${value}: ${describeFileError(error)}`);
    });
  } else if (!value.startsWith("{")) {
    const bytes = await readWholeFile(value).catch((error: unknown) => {
      throw new CommandError(EXIT.unreadable, `cannot read the shards in ${value}: ${describeFileError(error)}`);
    });
    text = bytes.toString("utf8");
  }
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(readShard);
}

async function readText(io: CommandIo): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readStandardInput(io)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
