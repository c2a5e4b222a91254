import type { FileCounts } from "./open-inputs.ts";

/** Adds what a part of a run has read. */
export function addFiles(into: FileCounts, { read, unreadable, bytes }: FileCounts): void {
  into.read += read;
  into.unreadable += unreadable;
  into.bytes += bytes;
}
