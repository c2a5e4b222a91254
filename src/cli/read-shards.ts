import { readFile } from "node:fs/promises";
import { readShard, type Shard } from "../node/shards.ts";
import { CommandError, EXIT, STANDARD_STREAM, type CommandIo } from "./io.ts";

/** Descriptions given as they are, in a file, or on standard input. */
export async function readShards(value: string, io: CommandIo): Promise<Shard[]> {
  let text = value;
  if (value === STANDARD_STREAM) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of io.stdin) chunks.push(chunk);
    text = Buffer.concat(chunks).toString("utf8");
  } else if (!value.startsWith("{")) {
    text = await readFile(value, "utf8").catch(() => {
      throw new CommandError(EXIT.unreadable, `cannot read the shards in ${value}`);
    });
  }
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(readShard);
}
