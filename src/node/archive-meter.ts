import type { Limits } from "../limits.ts";

/** A smaller output harms nobody, however little it was made from. */
const UNMEASURED_BYTES = 64 * 1024 * 1024;

/** Watches over one file that is inflated. */
export interface ArchiveMeter {
  /** Counts what is read of the file itself. */
  addStored(bytes: number): void;
  /** @throws when the file inflates to more than it may */
  addInflated(bytes: number): void;
  /** @throws when an archive holds more entries than it may */
  addEntry(): void;
  /** @throws when the layers are too many */
  checkDepth(depth: number): void;
  /** What was thrown for a limit; it ends the file, while other errors cost an entry. */
  failure(): Error | null;
}

export function createArchiveMeter(limits: Required<Limits>): ArchiveMeter {
  const { maxInflatedBytes, maxInflationRatio, maxArchiveEntries, maxArchiveDepth } = limits;
  const measuredFrom = maxInflationRatio === 0 ? 0 : UNMEASURED_BYTES;
  let stored = 0;
  let inflated = 0;
  let entries = 0;
  let failure: Error | null = null;
  const fail = (message: string): never => {
    failure = new Error(message);
    throw failure;
  };
  return {
    addStored(bytes) {
      stored += bytes;
    },
    addInflated(bytes) {
      inflated += bytes;
      if (inflated > maxInflatedBytes) fail(`it inflates to more than limits.maxInflatedBytes (${maxInflatedBytes})`);
      if (inflated > measuredFrom && inflated > maxInflationRatio * stored) {
        fail(`it inflates to more than limits.maxInflationRatio (${maxInflationRatio}) times its size`);
      }
    },
    addEntry() {
      if (++entries > maxArchiveEntries) fail(`it holds more entries than limits.maxArchiveEntries (${maxArchiveEntries})`);
    },
    checkDepth(depth) {
      if (depth > maxArchiveDepth) fail(`it is packed in more layers than limits.maxArchiveDepth (${maxArchiveDepth})`);
    },
    failure: () => failure,
  };
}
