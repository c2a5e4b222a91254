import { addCounts, NO_COUNTS, type Counts } from "./counts.ts";
import type { Rows, TaskPort, TaskResult, TaskSettings } from "./run-task.ts";
import { createOwnThread, createWorkerThread, type TaskThread } from "./task-thread.ts";
import type { Place, PlannedTask } from "./tasks.ts";

/** What comes out of a run of tasks. */
export type TaskEvent =
  | { readonly kind: "rows"; readonly rows: Rows }
  /** The task of that number (from 0) is done; when the tasks are in order, the run can go on at `next`. */
  | { readonly kind: "done"; readonly number: number; readonly result: TaskResult; readonly next: Place };

/** How tasks are run. */
export interface RunSettings {
  /** Threads besides the caller's; 0: the caller's does all. */
  readonly workers: number;
  /** Whether rows come in the order of the input. */
  readonly isOrdered: boolean;
  readonly task: TaskSettings;
  /** Ends the run with its reason; all threads have ended by then. */
  readonly signal?: AbortSignal | undefined;
}

/** A task that has been started, and what it has given so far. */
interface Slot {
  readonly planned: PlannedTask;
  readonly events: TaskEvent[];
  /** Bytes of the rows among them. */
  waitingBytes: number;
  /** Lets the task go on. */
  resume: () => void;
}

/** A task that is ahead of the one whose rows are taken is held up here. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;

/**
 * Runs tasks on several threads. Rows come as they are taken: with the caller's pace, tasks wait. The `done` of a
 * task comes behind its rows, in the order of the tasks when `isOrdered`.
 */
export async function* runTasks(tasks: AsyncGenerator<PlannedTask>, settings: RunSettings): AsyncGenerator<TaskEvent> {
  const create = settings.workers === 0 ? createOwnThread : createWorkerThread;
  const threads: TaskThread[] = [];
  const idle: TaskThread[] = [];
  const slots: Slot[] = [];
  const mostThreads = Math.max(1, settings.workers);
  let base: Promise<Counts> = Promise.resolve(NO_COUNTS); // what stands before the next range of the same file
  let started = 0;
  let isPlanned = false; // all tasks are started
  let isStarting = false;
  let failure: { readonly error: unknown } | null = null;
  let wake: () => void = () => {};

  /** Starts tasks while there are threads for them; the next ones wait until rows have been taken. */
  async function start(): Promise<void> {
    if (isStarting || isPlanned) return;
    isStarting = true;
    while (slots.length < 2 * mostThreads && (idle.length > 0 || threads.length < mostThreads)) {
      if (failure !== null) return;
      const step = await tasks.next();
      if (step.done === true) {
        isPlanned = true;
        break;
      }
      const thread = idle.pop() ?? create(settings.task);
      if (!threads.includes(thread)) threads.push(thread);
      void runOn(thread, step.value).catch(fail);
    }
    isStarting = false;
    wake();
  }

  async function runOn(thread: TaskThread, planned: PlannedTask): Promise<void> {
    const number = started++;
    const slot: Slot = { planned, events: [], waitingBytes: 0, resume: () => {} };
    slots.push(slot);
    const own = planned.task.kind === "range" && planned.task.base !== null ? Promise.resolve(planned.task.base) : base;
    let tellAfter: (counts: Counts) => void = () => {};
    const after = new Promise<Counts>((resolve) => (tellAfter = resolve));
    base = after;
    let place = NO_COUNTS;
    const port: TaskPort = {
      async exchange(counts) {
        const before = await own;
        place = addCounts(before, counts);
        tellAfter(place);
        return before;
      },
      takeRows(rows) {
        slot.events.push({ kind: "rows", rows });
        slot.waitingBytes += sizeOf(rows);
        wake();
        return slot.waitingBytes < MOST_WAITING_BYTES ? null : new Promise((resolve) => (slot.resume = resolve));
      },
    };
    const result = await thread.run(planned.task, port);
    const counts = planned.next.byte === 0 ? NO_COUNTS : place;
    slot.events.push({ kind: "done", number, result, next: { ...planned.next, counts } });
    idle.push(thread);
    wake();
    await start();
  }

  function fail(error: unknown): void {
    failure ??= { error };
    wake();
  }

  const abort = (): void => fail(settings.signal!.reason);

  settings.signal?.addEventListener("abort", abort);
  try {
    settings.signal?.throwIfAborted();
    void start().catch(fail);
    for (;;) {
      if (failure !== null) throw (failure as { readonly error: unknown }).error; // set by `fail`, which the compiler does not follow
      const slot = settings.isOrdered ? slots[0] : slots.find(({ events }) => events.length > 0);
      const event = slot?.events.shift();
      if (slot === undefined || event === undefined) {
        if (isPlanned && slots.length === 0) return;
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      if (event.kind === "rows") slot.waitingBytes -= sizeOf(event.rows);
      else slots.splice(slots.indexOf(slot), 1);
      yield event;
      slot.resume();
      void start().catch(fail);
    }
  } finally {
    settings.signal?.removeEventListener("abort", abort);
    await tasks.return(undefined);
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

function sizeOf({ main, rejected }: Rows): number {
  return main.length + rejected.length;
}
