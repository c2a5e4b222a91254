import type { Rejected } from "../result.ts";
import { formatBytes } from "./amounts.ts";
import type { CommandArguments } from "./arguments.ts";
import type { CommandIo } from "./io.ts";
import type { LoadedConfig } from "./load-config.ts";
import { makeVisible } from "./visible.ts";

/** Tells on standard error what a run does, with `--verbose`; without, all of it does nothing. */
export interface Teller {
  tellConfig(config: LoadedConfig | null): void;
  tellRejected(rejected: Rejected): void;
  /** The same for rows of NDJSON. */
  tellRejectedRows(rows: Uint8Array): void;
}

const SILENT: Teller = { tellConfig: () => {}, tellRejected: () => {}, tellRejectedRows: () => {} };

export function createTeller(args: CommandArguments, io: CommandIo): Teller {
  if (!args.has("verbose")) return SILENT;
  const tell = (text: string): void => void io.stderr.write(`newsdump parse: ${makeVisible(text)}\n`);
  const tellRejected = (rejected: Rejected): void => tell(formatRejected(rejected));
  return {
    tellConfig: (config) => tell(config === null ? "no config" : `options from ${config.path}`),
    tellRejected,
    tellRejectedRows(rows) {
      for (const row of Buffer.from(rows).toString().split("\n")) if (row !== "") tellRejected(JSON.parse(row) as Rejected);
    },
  };
}

/** `rejected record 3 of dump.txt, lines 10 to 12 (1.2 kB): record-too-long: …` */
function formatRejected({ reason, message, source, index, span }: Rejected): string {
  if (span === null) return `rejected ${source ?? "the input"}: ${reason}: ${message}`;
  const size = formatBytes(span.byteEnd - span.byteStart);
  return `rejected record ${index} of ${source ?? "the input"}, lines ${span.lineStart} to ${span.lineEnd} (${size}): ${reason}: ${message}`;
}
