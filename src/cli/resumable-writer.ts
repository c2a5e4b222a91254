import { constants } from "node:fs";
import { open, realpath, rename, stat, type FileHandle } from "node:fs/promises";
import { nullIfMissing } from "../node/missing.ts";
import { CommandError, EXIT } from "./io.ts";
import { cannotWrite } from "./row-writer.ts";
import { followLinks } from "./same-file.ts";
import { pathBeside } from "./temporary-files.ts";

/** A file that is written in several runs, under another name until it is complete. */
export interface ResumableFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Brings everything to the disk; resolves to the file's length. */
  sync(): Promise<number>;
  close(): Promise<void>;
  /** Gives the complete file its name; nothing happens when it has it. */
  publish(): Promise<void>;
}

/** Where a file is written until it is complete. */
export function partPathOf(path: string): string {
  return pathBeside(path, "part");
}

/**
 * Opens a file to go on behind its first `length` bytes.
 *
 * @param path - resolved, see {@link resolveOutput}
 * @throws {@link CommandError} when it cannot be written or is shorter
 */
export async function openResumable(path: string, length: number): Promise<ResumableFile> {
  const part = partPathOf(path);
  let file: FileHandle | null = null;
  let end = length;
  try {
    const before = await stat(path).catch(nullIfMissing);
    file = await open(part, constants.O_RDWR | constants.O_CREAT, before?.mode);
    const { size } = await file.stat();
    if (size < length) throw new Error(`${part} became shorter`);
    await file.truncate(length);
  } catch (error) {
    await file?.close();
    throw cannotWrite(path, error);
  }
  const handle = file;
  const guard = <Value>(work: Promise<Value>): Promise<Value> => work.catch((error: unknown) => Promise.reject(cannotWrite(path, error)));
  return {
    write: (bytes) => guard(writeAll(handle, bytes, end).then(() => void (end += bytes.length))),
    sync: () => guard(handle.datasync().then(() => end)),
    close: () => handle.close(),
    publish: () => guard(rename(part, path)),
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/**
 * The file that a path stands for: what a symbolic link leads to.
 *
 * @throws {@link CommandError} when it is a folder, a device or a pipe
 */
export async function resolveOutput(path: string): Promise<string> {
  try {
    const stats = await stat(path).catch(nullIfMissing);
    if (stats === null) return followLinks(path);
    if (stats.isFile()) return await realpath(path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  throw new CommandError(EXIT.usage, `cannot write ${path}: --resume needs a regular file`, false);
}
