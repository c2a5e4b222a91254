/** Bytes that the page takes; more is a matter for the command. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** What was given, decompressed. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly isGzip: boolean;
}

/**
 * Reads what was pasted or dropped; gzip is recognised by its first two bytes.
 *
 * @throws when it is more than {@link MOST_BYTES}, or gzip that is damaged
 */
export async function readInput(input: Blob): Promise<Input> {
  const head = new Uint8Array(await input.slice(0, 2).arrayBuffer());
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const stream = isGzip ? input.stream().pipeThrough(new DecompressionStream("gzip")) : input.stream();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (size > MOST_BYTES) throw new Error("this page takes up to 256 MiB; the command newsdump parse takes any size");
  }
  return { bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()), isGzip };
}
