import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { NewsdumpError, type ErrorCode } from "../errors.ts";
import type { Counts } from "./counts.ts";
import { createTaskRunner, type Rows, type TaskPort, type TaskResult, type TaskSettings } from "./run-task.ts";
import type { Task } from "./tasks.ts";

/** Does one task at a time. */
export interface TaskThread {
  run(task: Task, port: TaskPort): Promise<TaskResult>;
  close(): Promise<void>;
}

/** To the worker. */
export type ToWorker =
  | { readonly kind: "task"; readonly task: Task }
  | { readonly kind: "base"; readonly base: Counts }
  /** Rows have been taken. */
  | { readonly kind: "taken" };

/** An error on its way between threads, where classes and codes are lost. */
export interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | null;
  readonly isOwn: boolean;
}

/** From the worker. */
export type FromWorker =
  | { readonly kind: "counts"; readonly counts: Counts }
  | { readonly kind: "rows"; readonly rows: Rows }
  | { readonly kind: "done"; readonly result: TaskResult }
  | { readonly kind: "failed"; readonly error: SentError };

/** Works in the thread that calls it. */
export function createOwnThread(settings: TaskSettings): TaskThread {
  return { run: createTaskRunner(settings), close: async () => {} };
}

/** Starts a thread. */
export function createWorkerThread(settings: TaskSettings): TaskThread {
  const worker = new Worker(workerUrl(), { workerData: settings });
  let current: { port: TaskPort; resolve: (result: TaskResult) => void; reject: (error: Error) => void } | null = null;
  let failure: Error | null = null;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const post = (message: ToWorker): void => worker.postMessage(message);
  const fail = (error: Error): void => {
    failure = error;
    current?.reject(error);
    current = null;
  };

  async function receive(message: FromWorker): Promise<void> {
    if (current === null) return;
    const { port, resolve, reject } = current;
    if (message.kind === "counts") post({ kind: "base", base: await port.exchange(message.counts) });
    else if (message.kind === "rows") {
      const wait = port.takeRows(message.rows);
      if (wait !== null) await wait;
      post({ kind: "taken" });
    } else {
      current = null;
      if (message.kind === "done") resolve(message.result);
      else reject(receiveError(message.error));
    }
  }

  worker.on("message", (message: FromWorker) => void receive(message).catch(fail));
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`a worker thread ended with code ${code}`)));
  return {
    run: (task, port) =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure);
          return;
        }
        current = { port, resolve, reject };
        post({ kind: "task", task });
      }),
    async close() {
      await worker.terminate();
    },
  };
}

/** The thread's own file, which is built beside this one; always an ES module. */
function workerUrl(): URL {
  const own: string | undefined = import.meta.url; // undefined in the CommonJS build
  const url = new URL("./worker.js", own ?? pathToFileURL(__filename).href);
  if (!existsSync(fileURLToPath(url))) {
    throw new NewsdumpError("invalid-option", "workers need the file worker.js beside the library's own; it is missing (was it bundled?)");
  }
  return url;
}

/** Makes an error fit to be sent. */
export function sendError(error: unknown): SentError {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, code: null, isOwn: false };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { message: error.message, stack: error.stack, code, isOwn: error instanceof NewsdumpError };
}

function receiveError({ message, stack, code, isOwn }: SentError): Error {
  if (isOwn) return new NewsdumpError(code as ErrorCode, message); // it was one when it was sent
  const error = Object.assign(new Error(message), code === null ? {} : { code });
  if (stack !== undefined) error.stack = stack;
  return error;
}
