import { NewsdumpError } from "../errors.ts";

/** Bounds on what one compressed file or archive may cost. 0 means 0; for no bound say `Infinity`. */
export interface ArchiveLimits {
  /** Bytes that a file may inflate to, all its entries together. Default: no bound. */
  maxBytes?: number;
  /**
   * How many times its own size a file may inflate to; looked at from 64 MiB on. Default 250: text is packed 3 to
   * 20 times smaller, bombs a thousand times.
   */
  maxRatio?: number;
  /** Entries of an archive that are read. Default 1,000,000. */
  maxEntries?: number;
  /** Layers of packing: a gzip-packed tar archive of zstd-packed files has three. Default 4. */
  maxDepth?: number;
}

const DEFAULTS: Required<ArchiveLimits> = { maxBytes: Number.POSITIVE_INFINITY, maxRatio: 250, maxEntries: 1_000_000, maxDepth: 4 };
/** A smaller output harms nobody, however little it was made from. */
const UNMEASURED_BYTES = 64 * 1024 * 1024;

/** @throws {@link NewsdumpError} when a limit is unknown or no number */
export function checkArchiveLimits(limits: ArchiveLimits = {}): Required<ArchiveLimits> {
  for (const [name, value] of Object.entries(limits) as [string, unknown][]) {
    if (!Object.hasOwn(DEFAULTS, name)) throw new NewsdumpError("invalid-option", `archiveLimits.${name} is no limit`);
    if (value !== undefined && (typeof value !== "number" || Number.isNaN(value) || value < 0)) {
      throw new NewsdumpError(
        "invalid-option",
        `archiveLimits.${name} must be a number of at least 0, not ${typeof value === "number" ? value : typeof value}`,
      );
    }
  }
  return { ...DEFAULTS, ...limits };
}

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

export function createArchiveMeter({ maxBytes, maxRatio, maxEntries, maxDepth }: Required<ArchiveLimits>): ArchiveMeter {
  let stored = 0;
  let inflated = 0;
  let entries = 0;
  return {
    addStored(bytes) {
      stored += bytes;
    },
    addInflated(bytes) {
      inflated += bytes;
      if (inflated > maxBytes) throw new Error(`it inflates to more than archiveLimits.maxBytes (${maxBytes})`);
      if (inflated > UNMEASURED_BYTES && inflated > maxRatio * stored) {
        throw new Error(`it inflates to more than archiveLimits.maxRatio (${maxRatio}) times its size`);
      }
    },
    addEntry() {
      if (++entries > maxEntries) throw new Error(`it holds more entries than archiveLimits.maxEntries (${maxEntries})`);
    },
    checkDepth(depth) {
      if (depth > maxDepth) throw new Error(`it is packed in more layers than archiveLimits.maxDepth (${maxDepth})`);
    },
  };
}
