import { open, stat } from "node:fs/promises";
import { readPipe } from "./named-pipe.ts";

/** Reading speed is flat from here on; smaller chunks cost a round trip each. */
const CHUNK_BYTES = 256 * 1024;

/** Gives the bytes of one file after the other. */
export interface FileBytesReader {
  /** Chunks of a file, each valid until the next is asked for. */
  read(path: string): AsyncGenerator<Uint8Array>;
}

/**
 * Creates a reader whose files share one buffer, so that a folder of a million small ones needs no more.
 *
 * @param signal - lets go of a named pipe, which may never have a writer
 */
export function createFileBytesReader(onBytes: (count: number) => void, signal?: AbortSignal): FileBytesReader {
  const buffer = new Uint8Array(CHUNK_BYTES);
  return {
    async *read(path) {
      if ((await stat(path)).isFIFO()) {
        for await (const chunk of readPipe(path, signal)) {
          onBytes(chunk.length);
          yield chunk;
        }
        return;
      }
      const file = await open(path);
      try {
        const stats = await file.stat();
        let left = stats.isFile() ? stats.size : 0;
        for (;;) {
          const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
          if (bytesRead === 0 && left > 0) throw new Error(`the file shrank by ${left} bytes while it was read`);
          if (bytesRead === 0) return;
          left -= bytesRead;
          onBytes(bytesRead);
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    },
  };
}

/** There are more bytes than may be read. */
export class TooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`it is larger than ${maxBytes} bytes`);
    this.name = "TooLargeError";
  }
}

/**
 * All bytes of a file, or of a named pipe.
 *
 * @throws {@link TooLargeError} when there are more than `maxBytes`
 */
export async function readWholeFile(path: string, maxBytes: number, signal?: AbortSignal): Promise<Buffer> {
  return readAtMost(createFileBytesReader(() => undefined, signal).read(path), maxBytes);
}

/**
 * All bytes of a source.
 *
 * @throws {@link TooLargeError} when there are more than `maxBytes`
 */
export async function readAtMost(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLargeError(maxBytes);
    chunks.push(chunk.slice());
  }
  return Buffer.concat(chunks);
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "no such file or folder"],
  ["ENOTDIR", "no such file or folder"],
  ["EACCES", "permission denied"],
  ["EPERM", "operation not permitted"],
  ["EISDIR", "is a folder"],
  ["ELOOP", "too many symbolic links"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EMFILE", "too many open files"],
  ["EIO", "input/output error"],
  ["ENOSPC", "no space left"],
]);

/** Why a file operation failed, for a person; the system's own messages hold absolute paths and call names. */
export function describeFileError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // Node decodes names as UTF-8, so that the bytes of this one are lost.
  if (code === "ENOENT" && "path" in error && String(error.path).includes("\uFFFD")) return "the name is not valid UTF-8";
  return REASONS.get(code) ?? error.message;
}
