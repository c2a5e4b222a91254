import { findByteOrderMark } from "./encoding/bom.ts";
import { detectEncoding } from "./encoding/detect.ts";
import { plainGuess, type EncodingGuess } from "./encoding/guess.ts";
import { unitBytes } from "./encoding/labels.ts";
import { createEncodingPrior, type EncodingPrior } from "./encoding/prior.ts";
import { findInvalidUtf8, isSurelyUtf8, surveyUtf8 } from "./encoding/utf8.ts";
import { findWideEncoding } from "./encoding/wide.ts";
import type { TextFormat } from "./formats/format.ts";
import { SINGLE_BYTES, type UnitLayout } from "./lines/scan.ts";
import type { CheckedOptions } from "./options.ts";
import { createRecordCutter } from "./records/cutter.ts";

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** The dump's encoding when the caller names it or its units are wide; all others are each record's own. */
export function settleEncoding(head: Uint8Array, options: CheckedOptions): EncodingGuess | null {
  if (options.isString) return plainGuess("utf-8", 1, "string");
  if (options.encoding !== null) return plainGuess(options.encoding, 1, "option");
  const marked = findByteOrderMark(head);
  if (marked !== null) return unitBytes(marked) === 1 ? null : plainGuess(marked, 1, "bom");
  if (isSurelyUtf8(head, surveyUtf8(head))) return null;
  return findWideEncoding(head) === null || isByteText(head) ? null : detectEncoding(head);
}

/** Units of two or four bytes hold a control byte sooner: the zeros of Latin, the high bytes of most other scripts. */
const RUN_BYTES = 256;

/**
 * Whether the head begins with text of one byte a unit, or is such text for the greater part. Without this look one
 * binary record near the dump's head would have all the others read as UTF-16.
 */
function isByteText(head: Uint8Array): boolean {
  let inRuns = 0;
  let start = 0;
  for (let at = 0; at <= head.length; at++) {
    const byte = at < head.length ? head[at]! : 0;
    if (byte >= SPACE || byte === LF || byte === CR) continue;
    const isRun = at - start >= RUN_BYTES;
    if (isRun && start === 0) return true;
    if (isRun) inRuns += at - start;
    start = at + 1;
  }
  return inRuns * 2 > head.length;
}

export function unitLayout(encoding: EncodingGuess | null): UnitLayout {
  const bytes = encoding === null ? 1 : unitBytes(encoding.encoding);
  return bytes === 1 ? SINGLE_BYTES : { bytes, littleEndian: encoding!.encoding.endsWith("le") };
}

/**
 * What the records in the head of a dump are encoded in, as a prior for all its records, the head's own too. It
 * depends on the head alone, so that chunks, shards and workers that share the head share the prior. `undefined`
 * where it could change nothing: the head is UTF-8 throughout, or holds a single record.
 */
export function readPrior(head: Uint8Array, format: TextFormat): EncodingPrior | undefined {
  if (findInvalidUtf8(head) === null) return undefined;
  const cutter = createRecordCutter({ format, unit: SINGLE_BYTES, wideEncoding: "utf-8", maxRecordBytes: head.length });
  // The last record may go on behind the head.
  const records = cutter.push(head);
  return records.length === 0 ? undefined : createEncodingPrior(records.map((record) => detectEncoding(record.bytes)));
}
