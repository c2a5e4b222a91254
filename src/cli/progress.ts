import type { FileCounts } from "../node/open-inputs.ts";
import type { Report } from "../report.ts";
import { formatBytes, formatCount, formatDuration } from "./amounts.ts";
import type { TextStream } from "./io.ts";

/** A run as it stands. */
export interface RunState {
  readonly report: Report;
  readonly files: FileCounts;
  /** Size of all files, or `null` while it is not known. */
  readonly totalBytes: number | null;
}

/** Often enough to look alive. */
const INTERVAL_MS = 100;
/** Rates and estimates of the first moments mislead. */
const SHORTEST_ESTIMATE_MS = 2000;
const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = "\r\u001B[K";

/**
 * Shows a line on a terminal and keeps it up to date.
 *
 * @returns ends it and clears the line
 */
export function startProgress(stream: TextStream, state: () => RunState): () => void {
  const start = performance.now();
  let isShown = false;
  const timer = setInterval(() => {
    const line = formatProgress(state(), performance.now() - start);
    stream.write(CLEAR_LINE + line.slice(0, (stream.columns ?? DEFAULT_COLUMNS) - 1));
    isShown = true;
  }, INTERVAL_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (isShown) stream.write(CLEAR_LINE);
    isShown = false;
  };
}

/** `34 % · 12.3 MB of 36.1 MB · 5,120 records · 41.2 MB/s · 0:23 left`. */
export function formatProgress({ report, files, totalBytes }: RunState, elapsedMs: number): string {
  const share = doneShare(files, totalBytes);
  const seconds = Math.max(elapsedMs, 1) / 1000;
  const parts = [
    share === null ? "" : `${Math.floor(share * 100)} %`,
    totalBytes === null || totalBytes === 0 ? formatBytes(files.bytes) : `${formatBytes(files.bytes)} of ${formatBytes(totalBytes)}`,
    files.found > 1 ? `file ${formatCount(files.read)} of ${formatCount(files.found)}` : "",
    `${formatCount(report.records)} records`,
    `${formatBytes(files.bytes / seconds)}/s`,
    share === null || share === 0 || elapsedMs < SHORTEST_ESTIMATE_MS ? "" : `${formatDuration((elapsedMs / share) * (1 - share))} left`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** By bytes where their sum is known, else by files; `null` when neither says anything, as for a pipe. */
function doneShare(files: FileCounts, totalBytes: number | null): number | null {
  if (totalBytes !== null && totalBytes > 0) return Math.min(1, files.bytes / totalBytes);
  return files.found > 1 ? files.read / files.found : null;
}
