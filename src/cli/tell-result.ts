import type { FileCounts } from "../node/open-inputs.ts";
import type { Report } from "../report.ts";
import { EXIT, type CommandIo, type ExitCode } from "./io.ts";
import { formatSummary } from "./summary.ts";
import { makeVisible } from "./visible.ts";

/** What a run has come to. */
export interface Outcome {
  readonly report: Report;
  readonly files: FileCounts;
  /** Rejections by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Messages of the first sources that could not be read. */
  readonly unreadable: readonly string[];
  readonly elapsedMs: number;
}

/** Tells the end of a run on standard error. */
export function tellResult(
  { report, files, reasons, unreadable, elapsedMs }: Outcome,
  loudness: "quiet" | "normal" | "verbose",
  io: CommandIo,
): ExitCode {
  for (const message of unreadable) io.stderr.write(`newsdump parse: ${makeVisible(message)}\n`);
  const more = files.unreadable - unreadable.length;
  if (more > 0) io.stderr.write(`newsdump parse: and ${more} more\n`);
  if (loudness !== "quiet") io.stderr.write(formatSummary(report, files, reasons, elapsedMs, loudness === "verbose"));
  if (files.unreadable > 0) return EXIT.unreadable;
  return report.rejected > 0 ? EXIT.rejected : EXIT.fine;
}
