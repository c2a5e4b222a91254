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
}

export function createArchiveMeter(limits: Required<Limits>): ArchiveMeter {
  const { maxInflatedBytes, maxInflationRatio, maxArchiveEntries, maxArchiveDepth } = limits;
  const measuredFrom = maxInflationRatio === 0 ? 0 : UNMEASURED_BYTES;
  let stored = 0;
  let inflated = 0;
  let entries = 0;
  return {
    addStored(bytes) {
      stored += bytes;
    },
    addInflated(bytes) {
      inflated += bytes;
      if (inflated > maxInflatedBytes) throw new Error(`it inflates to more than limits.maxInflatedBytes (${maxInflatedBytes})`);
      if (inflated > measuredFrom && inflated > maxInflationRatio * stored) {
        throw new Error(`it inflates to more than limits.maxInflationRatio (${maxInflationRatio}) times its size`);
      }
    },
    addEntry() {
      if (++entries > maxArchiveEntries) throw new Error(`it holds more entries than limits.maxArchiveEntries (${maxArchiveEntries})`);
    },
    checkDepth(depth) {
      if (depth > maxArchiveDepth) throw new Error(`it is packed in more layers than limits.maxArchiveDepth (${maxArchiveDepth})`);
    },
  };
}
