import type { FileHandle } from "node:fs/promises";
import { NewsdumpError } from "../errors.ts";

/**
 * Reads the bytes of a stretch of a file.
 *
 * @throws {@link NewsdumpError} with code `unreadable-input` when the file ends before the stretch does
 */
export async function readRange(file: FileHandle, path: string, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length);
    if (bytesRead === 0) throw new NewsdumpError("unreadable-input", `cannot read ${path}: it became shorter while it was read`);
    length += bytesRead;
  }
  return bytes;
}

/** The same in pieces of at most `pieceBytes`. */
export async function* readPieces(
  file: FileHandle,
  path: string,
  start: number,
  end: number,
  pieceBytes: number,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += pieceBytes) yield await readRange(file, path, at, Math.min(end, at + pieceBytes));
}
