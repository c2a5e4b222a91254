import { checkObject, invalidOption } from "./invalid-option.ts";

/**
 * Bounds on what one input may cost: a buffer, a stream, a file or an entry of an archive; those on archives hold for
 * a file with all that is packed in it. 0 means 0; for no bound say `Infinity`.
 */
export interface Limits {
  /**
   * Longest record in bytes, from its first line to the start of the next record; longer ones are rejected
   * with their span. No more than about twice this is held of the input; an article being made takes some twenty
   * times its record's bytes besides. Default 64 MiB.
   */
  maxRecordBytes?: number;
  /** Most lines of a record, blank ones too; records with more are rejected. Default 5,000,000. */
  maxRecordLines?: number;
  /** Longest line in bytes; records that hold a longer one are rejected. Default 64 MiB. */
  maxLineBytes?: number;
  /**
   * Milliseconds that a record may take; one that takes as long is rejected. Looked at between lines and steps: a call
   * of code of the caller's own is not interrupted. It makes the answer depend on the machine, which no other limit
   * does, so that it is off unless it is set. Default `Infinity`.
   */
  maxRecordTime?: number;
  /**
   * Records of the input that are parsed, rejected ones too. All that follows them is rejected in one piece, and is read
   * for its lines alone. Default `Infinity`.
   */
  maxRecords?: number;
  /**
   * Diagnostics of one code that are kept in an article or a rejection; the report counts all of them, and a diagnostic
   * says when some were left out. Default 1,000.
   */
  maxDiagnosticsPerCode?: number;
  /**
   * UTF-16 units of its text that are kept in each ledger entry; a text that was cut ends in `…`, and its span stays
   * whole. Default 1,048,576.
   */
  maxRemovedText?: number;
  /** Bytes that a packed file may inflate to, all its entries and layers together. Default `Infinity`. */
  maxInflatedBytes?: number;
  /**
   * How many times its own size a packed file may inflate to; looked at from 64 MiB on. Default 250: text is packed 3
   * to 20 times smaller, bombs a thousand times.
   */
  maxInflationRatio?: number;
  /** Entries of an archive that are read. Default 1,000,000. */
  maxArchiveEntries?: number;
  /** Layers of packing: a gzip-packed tar archive of zstd-packed files has three. Default 4. */
  maxArchiveDepth?: number;
}

export const DEFAULT_LIMITS: Required<Limits> = {
  maxRecordBytes: 64 * 1024 * 1024,
  maxRecordLines: 5_000_000,
  maxLineBytes: 64 * 1024 * 1024,
  maxRecordTime: Number.POSITIVE_INFINITY,
  maxRecords: Number.POSITIVE_INFINITY,
  maxDiagnosticsPerCode: 1000,
  maxRemovedText: 1024 * 1024,
  maxInflatedBytes: Number.POSITIVE_INFINITY,
  maxInflationRatio: 250,
  maxArchiveEntries: 1_000_000,
  maxArchiveDepth: 4,
};

/** @throws {@link NewsdumpError} when a limit is unknown or is no number of at least 0 */
export function checkLimits(limits: Limits = {}): Required<Limits> {
  const checked = { ...DEFAULT_LIMITS };
  for (const [name, value] of Object.entries(checkObject("limits", limits)) as [keyof Limits, unknown][]) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) throw invalidOption(`limits.${name}`, "is no limit");
    if (value === undefined) continue;
    if (typeof value !== "number" || Number.isNaN(value) || value < 0)
      throw invalidOption(`limits.${name}`, "must be a number of at least 0", value);
    checked[name] = value;
  }
  return checked;
}
