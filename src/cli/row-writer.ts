import { once } from "node:events";
import { createWriteStream, type Stats } from "node:fs";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { nullIfMissing } from "../node/missing.ts";
import { openPipeWriter } from "../node/named-pipe.ts";
import { describeFileError } from "../node/read-file.ts";
import { Interruption } from "./interrupt.ts";
import { CommandError, EXIT } from "./io.ts";
import { followLinks } from "./same-file.ts";
import { addTemporaryFile, forgetTemporaryFile } from "./temporary-files.ts";

/** Takes lines at the pace of whoever reads them. */
export interface RowWriter {
  /** Adds a line. When a promise comes back, wait for it: the reader is behind, or gone (it rejects). */
  write(line: string): Promise<void> | null;
  /** Adds whole lines, as UTF-8 with their ends; the bytes must not change any more. */
  writeRows(rows: Uint8Array): Promise<void> | null;
  /** Resolves when everything is handed over and a file has its final name. */
  close(): Promise<void>;
  /** Gives up: a file does not appear under its final name. */
  discard(): Promise<void>;
}

/** Lines are collected up to this many UTF-16 units, and no longer than the input takes to bring more. */
const BATCH_LENGTH = 64 * 1024;

/**
 * Writes to standard output, which is open already and stays open.
 *
 * @param signal - ends the waiting for its reader, with the signal's reason
 */
export function createStandardWriter(stream: Writable, signal?: AbortSignal): RowWriter {
  const rows = createStreamWriter(stream, signal);
  const fail = (error: unknown): never => {
    throw cannotWrite("standard output", error);
  };
  return {
    ...rows,
    write: (line) => rows.write(line)?.catch(fail) ?? null,
    writeRows: (bytes) => rows.writeRows(bytes)?.catch(fail) ?? null,
    close: () => rows.close().catch(fail),
  };
}

function createStreamWriter(stream: Writable, signal: AbortSignal | undefined): RowWriter {
  let batch: string[] = [];
  let batchLength = 0;
  let isScheduled = false;
  let failure: Error | null = null;
  const fail = (error: Error): void => void (failure ??= error);
  stream.on("error", fail);

  function flush(): boolean {
    if (batch.length === 0 || failure !== null) return true;
    const text = batch.join("");
    batch = [];
    batchLength = 0;
    return stream.write(text);
  }

  function flushSoon(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      flush();
    });
  }

  function failOf(error: unknown): never {
    signal?.throwIfAborted();
    throw error;
  }

  async function drain(): Promise<void> {
    if (failure !== null) throw failure;
    if (stream.writableNeedDrain) await once(stream, "drain", { signal }).catch(failOf); // rejects when the stream fails
    if (failure !== null) throw failure; // set while waiting
  }

  return {
    write(line) {
      batch.push(line, "\n");
      batchLength += line.length + 1;
      if (batchLength < BATCH_LENGTH && !stream.writableNeedDrain && failure === null) {
        flushSoon();
        return null;
      }
      flush();
      return drain();
    },
    writeRows(rows) {
      if (rows.length === 0) return null;
      flush();
      return failure === null && stream.write(rows) ? null : drain();
    },
    async close() {
      flush();
      if (failure === null)
        await new Promise<void>((resolve, reject) => stream.write("", (error) => (error ? reject(stream.errored ?? error) : resolve())));
      if (failure !== null) throw failure; // set while waiting
    },
    async discard() {
      batch = [];
    },
  };
}

/** What reads an interrupted command's rows has so long to take the last of them. */
const GRACE_MS = 1000;

/** Hands the last rows of an interrupted command over; `false` when nobody takes them. */
export function closeInterrupted(writer: RowWriter): Promise<boolean> {
  return Promise.race([writer.close().then(() => true), sleep(GRACE_MS, false)]);
}

/** What such a command says then. */
export const ROWS_LOST = "; standard output takes nothing, and the rows that it has not taken are lost";

/** Prints a text on standard output and waits until it is handed over. */
export async function printText(stream: Writable, text: string): Promise<void> {
  const writer = createStandardWriter(stream);
  const wait = writer.write(text.replace(/\n$/, ""));
  if (wait !== null) await wait;
  await writer.close();
}

/**
 * Writes to a file. A regular file is written under a temporary name beside it, and renamed when it is complete and
 * on the disk;
 * devices and pipes are written directly, and a symbolic link stays a link.
 *
 * @param signal - ends the waiting for a pipe's reader, with the signal's reason
 * @throws {@link CommandError} when the file cannot be written
 */
export async function createFileWriter(path: string, signal?: AbortSignal): Promise<RowWriter> {
  try {
    const before = await stat(path).catch(nullIfMissing);
    if (before?.isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    if (before?.isFIFO()) return asFileWriter(path, await openPipeWriter(path, signal), null, signal);
    if (before !== null && !before.isFile()) return asFileWriter(path, createWriteStream(path), null, signal);
    return await createTemporaryWriter(path, before, signal);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

async function createTemporaryWriter(path: string, before: Stats | null, signal: AbortSignal | undefined): Promise<RowWriter> {
  const target = before === null ? followLinks(path) : await realpath(path);
  // Hidden, so that a folder that is input and output at once does not show it to other commands.
  const { randomBytes } = await import("node:crypto"); // not for what goes to standard output: it takes long to load
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString("hex")}.tmp`);
  addTemporaryFile(temporary);
  const file = await open(temporary, "wx", before?.mode);
  return asFileWriter(path, file.createWriteStream({ flush: true }), { temporary, target }, signal);
}

function asFileWriter(
  path: string,
  stream: Writable,
  names: { temporary: string; target: string } | null,
  signal: AbortSignal | undefined,
): RowWriter {
  const rows = createStreamWriter(stream, signal);
  const fail = (error: unknown): never => {
    throw cannotWrite(path, error);
  };
  const end = async (): Promise<void> => {
    if (stream.closed) return;
    stream.end();
    await once(stream, "close");
  };
  return {
    write: (line) => rows.write(line)?.catch(fail) ?? null,
    writeRows: (bytes) => rows.writeRows(bytes)?.catch(fail) ?? null,
    async close() {
      try {
        await rows.close();
        await end();
        if (names !== null) await rename(names.temporary, names.target);
      } catch (error) {
        throw cannotWrite(path, error);
      }
      if (names !== null) forgetTemporaryFile(names.temporary);
    },
    async discard() {
      await rows.discard();
      if (names === null) {
        stream.destroy(); // what reads it may never take the rest
        return;
      }
      await end().catch(() => {}); // the failure that led here has been told
      await rm(names.temporary, { force: true });
      forgetTemporaryFile(names.temporary);
    },
  };
}

export function cannotWrite(path: string, error: unknown): Error {
  if (error instanceof CommandError || error instanceof Interruption) return error;
  if (error instanceof Error && "code" in error && error.code === "EPIPE") return error;
  return new CommandError(EXIT.usage, `cannot write ${path}: ${describeFileError(error)}`, false);
}
