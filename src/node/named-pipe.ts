import { constants, openSync } from "node:fs";
import type { Socket } from "node:net";
import { addAbortSignal, type Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

// Opening a named pipe waits for its other end. A thread that does so cannot be freed, and without it the process
// cannot even end; so nothing here waits in the system.

/** Bytes of a named pipe until its writers have gone; waits for the first of them. */
export async function* readPipe(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const pipe = await openPipe(path, constants.O_RDONLY);
  if (signal !== undefined) addAbortSignal(signal, pipe);
  yield* pipe as AsyncIterable<Buffer>;
}

const RETRY_MS = 50;

/** Opens a named pipe for writing as soon as it has a reader. */
export async function openPipeWriter(path: string, signal: AbortSignal | undefined): Promise<Writable> {
  for (;;) {
    signal?.throwIfAborted();
    const pipe = await openPipe(path, constants.O_WRONLY).catch(nullWithoutReader);
    if (pipe !== null) return pipe;
    await sleep(RETRY_MS);
  }
}

function nullWithoutReader(error: NodeJS.ErrnoException): null {
  if (error.code === "ENXIO") return null;
  throw error;
}

async function openPipe(path: string, access: number): Promise<Socket> {
  const { Socket: PipeSocket } = await import("node:net"); // few runs have named pipes
  const isRead = access === constants.O_RDONLY;
  return new PipeSocket({ fd: openSync(path, access | constants.O_NONBLOCK), readable: isRead, writable: !isRead });
}
