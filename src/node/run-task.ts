import { checkOptions, type CheckedOptions, type ParseOptions } from "../options.ts";
import { createReportBuilder, type Report } from "../report.ts";
import type { DumpResult, Rejected } from "../result.ts";
import type { Counts } from "./counts.ts";
import { parseRange } from "./parse-range.ts";
import { createRowBuffer, type RowBuffer } from "./row-buffer.ts";
import { readFound, type FileCounts } from "./open-inputs.ts";
import type { Task } from "./tasks.ts";
import { toRow } from "./row.ts";

/** What a thread needs to know of a run besides its tasks. It is sent to it: functions have no place here. */
export interface TaskSettings {
  readonly options: ParseOptions;
  /** The one path the caller named. */
  readonly onlyPath: string | null;
  /** `results`: articles and rejections in one list, as they come; `articles`: articles, and rejections aside. */
  readonly rows: "results" | "articles";
  /** Whether articles have their ledger. */
  readonly keepsRemoved: boolean;
}

/** NDJSON. */
export interface Rows {
  readonly main: Uint8Array;
  /** Rejections, where they are not in `main`. */
  readonly rejected: Uint8Array;
}

/** Whoever started the task. */
export interface TaskPort {
  /** Given what a range holds, resolves to what stands before it. */
  exchange(counts: Counts): Promise<Counts>;
  /** Takes rows; wait for what it returns. */
  takeRows(rows: Rows): Promise<void> | null;
}

/** What a task has come to. */
export interface TaskResult {
  readonly report: Report;
  readonly files: FileCounts;
  /** Rejections by reason. */
  readonly reasons: Record<string, number>;
  /** Messages of the first sources that could not be read. */
  readonly unreadable: string[];
}

/** Rows are handed over in batches of this many bytes. */
const BATCH_BYTES = 1024 * 1024;
/** More messages would push a summary off the screen. */
const MOST_MESSAGES = 10;

/** Creates what does one task after the other; options are checked once. */
export function createTaskRunner(settings: TaskSettings): (task: Task, port: TaskPort) => Promise<TaskResult> {
  const options = checkOptions(settings.options);
  return (task, port) => runTask(task, port, options, settings);
}

async function runTask(task: Task, port: TaskPort, options: CheckedOptions, settings: TaskSettings): Promise<TaskResult> {
  const builder = createReportBuilder();
  const files: FileCounts = { found: 0, read: 0, unreadable: 0, skipped: 0, bytes: 0 };
  const result: TaskResult = { report: builder.report, files, reasons: {}, unreadable: [] };
  const rows = createRowSink(settings, port);
  const take = (dumpResult: DumpResult): Promise<void> | null => {
    if (dumpResult.kind === "rejected") noteRejected(dumpResult.rejected, result);
    return rows.add(dumpResult);
  };
  if (task.kind === "range") {
    await parseRange(task, { options, builder, take, exchange: (counts) => port.exchange(counts) });
    files.bytes += task.end - task.start;
    if (task.end === task.size) files.read++;
  } else {
    const { onlyPath } = settings;
    for await (const dumpResult of readFound(task.files, { checked: options, builder, files, settings: {}, onlyPath })) {
      const wait = take(dumpResult);
      if (wait !== null) await wait;
    }
  }
  const wait = rows.flush();
  if (wait !== null) await wait;
  return result;
}

/** Counts a rejection for the summary. */
export function noteRejected({ reason, message }: Rejected, { reasons, unreadable }: Pick<TaskResult, "reasons" | "unreadable">): void {
  reasons[reason] = (reasons[reason] ?? 0) + 1;
  if (reason === "unreadable-source" && unreadable.length < MOST_MESSAGES) unreadable.push(message);
}

interface RowSink {
  add(result: DumpResult): Promise<void> | null;
  flush(): Promise<void> | null;
}

function createRowSink({ rows, keepsRemoved }: TaskSettings, port: TaskPort): RowSink {
  const main = createRowBuffer(BATCH_BYTES);
  const rejected = createRowBuffer(0);
  const flush = (): Promise<void> | null => {
    if (main.length() + rejected.length() === 0) return null;
    return port.takeRows({ main: main.take(), rejected: rejected.take() });
  };
  return {
    add(result) {
      if (rows === "results") main.add(JSON.stringify(result));
      else addRow(result, keepsRemoved, main, rejected);
      return main.length() + rejected.length() < BATCH_BYTES ? null : flush();
    },
    flush,
  };
}

function addRow(result: DumpResult, keepsRemoved: boolean, main: RowBuffer, rejected: RowBuffer): void {
  if (result.kind === "rejected") rejected.add(toRow(result.rejected));
  else main.add(toRow(keepsRemoved ? result.article : { ...result.article, removed: [] }));
}
