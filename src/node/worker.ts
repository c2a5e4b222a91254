import { parentPort, workerData } from "node:worker_threads";
import type { Counts } from "./counts.ts";
import { useRowsBeside } from "./decoded-rows.ts";
import { createTaskRunner, type Rows, type TaskPort, type TaskSettings } from "./run-task.ts";
import { sendError, type FromWorker, type ToWorker } from "./task-thread.ts";
import type { Task } from "./tasks.ts";

/** Batches of rows that may be on their way. */
const MOST_BATCHES = 2;

useRowsBeside(import.meta.url);
const main = parentPort!; // this file is started as a thread
const runTask = createTaskRunner(workerData as TaskSettings); // what createWorkerThread gives
let takeBase: (base: Counts) => void = () => {};
let goOn: () => void = () => {};
let batches = 0;

function post(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  main.postMessage(message, transfer);
}

const port: TaskPort = {
  exchange(counts) {
    const base = new Promise<Counts>((resolve) => (takeBase = resolve));
    post({ kind: "counts", counts });
    return base;
  },
  takeRows(rows: Rows) {
    const buffers = [rows.main, rows.rejected].filter((bytes) => bytes.length > 0).map((bytes) => bytes.buffer as ArrayBuffer); // made here
    post({ kind: "rows", rows }, buffers);
    batches++;
    return batches < MOST_BATCHES ? null : new Promise<void>((resolve) => (goOn = resolve));
  },
};

async function run(task: Task): Promise<void> {
  try {
    post({ kind: "done", result: await runTask(task, port) });
  } catch (error) {
    post({ kind: "failed", error: sendError(error) });
  }
}

main.on("message", (message: ToWorker) => {
  if (message.kind === "task") void run(message.task);
  else if (message.kind === "base") takeBase(message.base);
  else {
    batches--;
    goOn();
  }
});
