import type { Span } from "../article.ts";
import { formatFailed, type LineView, type RecordContext, type TextFormat } from "../formats/format.ts";
import { createLineFinder, findNextLine, trimLineEnd, type UnitLayout } from "../lines/scan.ts";
import { hasVisibleByte, isBlankLine } from "./blank.ts";
import { createByteBuffer } from "./byte-buffer.ts";
import { createLineView, LINE_HEAD_BYTES } from "./line-view.ts";

/** One record as cut from the dump, from its first to its last line that is not blank. */
export interface CutRecord {
  /** Exactly the bytes of `span`, valid until the cutter is pushed again; empty when `isOversize` or `isSurplus`. */
  readonly bytes: Uint8Array;
  readonly span: Span;
  readonly nonBlankLines: number;
  /** Index of the line that started the record; `null` when none did. Only invisible lines precede it. */
  readonly headerLine: number | null;
  readonly isOversize: boolean;
  /** Which part of a record over the limit it is; `null`: it is a whole record. */
  readonly piece: RecordPiece | null;
  /** It is all that follows the last record of {@link CutterOptions.maxRecords}; its bytes are let go, too. */
  readonly isSurplus: boolean;
  /** Offset of the line that starts the next record, or of the dump's end. */
  readonly nextStart: number;
}

/** A part of a record that is over the limit. */
interface RecordPiece {
  /** 1-based. */
  readonly number: number;
  /** Where the piece before it stands; `null` for the first. */
  readonly previous: Span | null;
  /** Whether others follow. */
  readonly goesOn: boolean;
}

/** Receives a dump's bytes piece by piece and returns the records that are complete. */
export interface RecordCutter {
  push(bytes: Uint8Array): CutRecord[];
  finish(): CutRecord[];
  /** Copies what is still needed of the bytes pushed; to be called when the records returned are used up. */
  release(): void;
  /** Lines that are complete so far, and how many of them are blank. */
  counts(): { readonly lines: number; readonly blank: number };
  /** Whether {@link CutterRange.end} is reached; what is pushed then is passed over. */
  isDone(): boolean;
}

/** A part of a dump that is cut on its own, as if all of the dump were. */
interface CutterRange {
  /** Offset of the first byte that is pushed, at the start of a line. */
  readonly start: number;
  /** Whether that line is known to start a record, with text before it. */
  readonly startsRecord: boolean;
  /**
   * Offset of a line that is known to start a record: the part ends there. Bytes behind it have to be pushed all
   * the same until the cutter is done: a format may ask for the line that follows.
   */
  readonly end: number;
}

/** What the cutter needs to know of the dump. */
export interface CutterOptions {
  readonly format: TextFormat;
  readonly unit: UnitLayout;
  /** The dump's encoding when its units are wider than a byte. */
  readonly wideEncoding: string;
  /** From the record's first line to the start of the next record. */
  readonly maxRecordBytes: number;
  /** Whether a longer record is cut between lines into pieces within the limit; else it is dropped whole. Default: it is dropped. */
  readonly splitsLarge?: boolean;
  /** What comes after so many is one more, however it is written. Default: no bound. */
  readonly maxRecords?: number;
  /** Default: the whole dump. */
  readonly range?: CutterRange;
}

/** The record that is being collected; all offsets count from the dump's start. */
interface OpenRecord {
  start: number;
  end: number;
  lineStart: number;
  lineEnd: number;
  nonBlankLines: number;
  headerLine: number | null;
  hasVisibleText: boolean;
  /** Its bytes are over the limit and no longer held. */
  isDropped: boolean;
  /** Pieces of the same record before it, and the last of them. */
  readonly before: Pieces;
  isSurplus: boolean;
}

/** The pieces of a record so far. */
interface Pieces {
  readonly count: number;
  readonly last: Span | null;
}

const NO_PIECES: Pieces = { count: 0, last: null };

const NO_BYTES = new Uint8Array(0);
const WHOLE_DUMP: CutterRange = { start: 0, startsRecord: false, end: Number.POSITIVE_INFINITY };

/**
 * Cuts records at the lines for which the format says so. What comes out depends on the bytes alone, never
 * on how they were cut into chunks. Holds at most about twice the limit, whatever comes in.
 */
export function createRecordCutter({
  format,
  unit,
  wideEncoding,
  maxRecordBytes,
  splitsLarge = false,
  maxRecords = Number.POSITIVE_INFINITY,
  range = WHOLE_DUMP,
}: CutterOptions): RecordCutter {
  const longLineBytes = Math.max(maxRecordBytes, LINE_HEAD_BYTES * unit.bytes);
  const carry = createByteBuffer();
  let carryStart = range.start; // offset in the dump of the first carried byte
  let lineStart = range.start; // offset of the line that is not complete yet
  let scanStart = range.start; // no line end before this offset
  let lineNumber = 1;
  let isLongLine = false; // that line is over the limit, was taken by its head, and its bytes are let go
  let current = createLineView(unit, wideEncoding);
  let previous = createLineView(unit, wideEncoding);
  const following = createLineView(unit, wideEncoding);
  let hasPrevious = false;
  let blankBefore = 0;
  let blankLines = 0; // in the dump
  let hasSeenText = range.startsRecord;
  let isKnownStart = range.startsRecord;
  let record: OpenRecord | null = null;
  let pieces = NO_PIECES; // of the record that goes on
  let isWaiting = false; // the format asked for a line that has not come yet
  let nextBytes: Uint8Array | null = null; // where the line behind the current one stands; `null`: it is not to be seen
  let nextStart = 0;
  let isFinal = false;
  /** One for all lines: formats are told no more than they ask for. */
  const lineContext: RecordContext = {
    get isFirst() {
      return !hasSeenText;
    },
    get blankBefore() {
      return blankBefore;
    },
    get previous() {
      return hasPrevious ? previous : null;
    },
    next() {
      const line = nextBytes === null ? null : viewNext(nextBytes, nextStart, isFinal);
      isWaiting ||= line === undefined;
      return line ?? null;
    },
  };
  let closed = 0; // records

  function scan(final: boolean): CutRecord[] {
    const complete: CutRecord[] = [];
    const bytes = carry.bytes();
    const findNext = createLineFinder(bytes, unit);
    for (;;) {
      if (lineStart >= range.end) break;
      const found = findNext(scanStart - carryStart, final);
      const isUnended = found < 0 && final && carryStart + bytes.length > lineStart;
      if (found < 0 && !isUnended) break;
      const next = isUnended ? bytes.length : found;
      const start = Math.max(0, lineStart - carryStart);
      const isTaken = takeLine(bytes, next, isUnended ? next : trimLineEnd(bytes, start, next, unit), final, complete);
      if (!isTaken) return complete;
      lineStart = carryStart + next;
      scanStart = lineStart;
      lineNumber++;
    }
    if (final || lineStart >= range.end) closeRecord(bytes, lineStart, complete);
    else takeUnfinished(bytes, complete);
    return complete;
  }

  /** `false`: the format has to see the next line first. */
  function takeLine(bytes: Uint8Array, next: number, end: number, final: boolean, complete: CutRecord[]): boolean {
    const start = lineStart - carryStart;
    if (!isLongLine) {
      const isLong = next - start > longLineBytes;
      if (!isLong && isBlankLine(bytes, start, end, unit, lineStart === 0)) {
        closePiece(bytes, carryStart + next, complete);
        blankBefore++;
        blankLines++;
        return true;
      }
      nextBytes = isLong ? null : bytes;
      nextStart = next;
      isFinal = final;
      if (!openLine(bytes, start, end, carryStart + next, complete)) return false;
    }
    isLongLine = false;
    if (record !== null) record.end = carryStart + end;
    return true;
  }

  /** The line at an offset of the carried bytes; `null` when there is none, `undefined` when it has not come yet. */
  function viewNext(bytes: Uint8Array, start: number, final: boolean): LineView | null | undefined {
    const end = findNextLine(bytes, start, final, unit);
    if (end >= 0) following.point(bytes, start, trimLineEnd(bytes, start, end, unit), lineNumber + 1);
    else if (final ? start < bytes.length : bytes.length - start >= LINE_HEAD_BYTES * unit.bytes) {
      following.point(bytes, start, bytes.length, lineNumber + 1);
    } else return final ? null : undefined;
    return following;
  }

  /** Asks the format about a line and adds it to the record it belongs to, unless the format has to wait. */
  function openLine(bytes: Uint8Array, start: number, end: number, nextLine: number, complete: CutRecord[]): boolean {
    isWaiting = false;
    current.point(bytes, start, end, lineNumber);
    const startsHere = isKnownStart || (closed < maxRecords && askFormat());
    if (isWaiting) return false;
    isKnownStart = false;
    // Invisible lines go before the header they stand above, but not where they are what is left of a record in pieces.
    if (startsHere && (record === null || record.hasVisibleText || record.before.count > 0)) {
      if (record === null && pieces !== NO_PIECES) closed++; // its last piece was taken for one that goes on
      closeRecord(bytes, lineStart, complete);
      pieces = NO_PIECES;
    } else if (!startsHere) closePiece(bytes, nextLine, complete);
    record ??= createOpenRecord(lineStart, lineNumber, pieces, closed >= maxRecords);
    if (startsHere) record.headerLine ??= lineNumber - record.lineStart;
    record.end = carryStart + end;
    record.lineEnd = lineNumber;
    record.nonBlankLines++;
    record.hasVisibleText ||= hasVisibleByte(current);
    hasSeenText ||= record.hasVisibleText;
    blankBefore = 0;
    hasPrevious = true;
    [previous, current] = [current, previous];
    return true;
  }

  function askFormat(): boolean {
    try {
      return format.startsRecord(current, lineContext);
    } catch (error) {
      throw formatFailed(format, "startsRecord", error);
    }
  }

  function takeUnfinished(bytes: Uint8Array, complete: CutRecord[]): void {
    const end = carryStart + bytes.length;
    // The last unit is scanned again: a CR there may be half of a CRLF, and a wide unit may be cut.
    const cutUnit = (end - lineStart) % unit.bytes;
    scanStart = Math.max(scanStart, end - cutUnit - unit.bytes);
    if (isLongLine || end - lineStart <= longLineBytes) return;
    nextBytes = null;
    openLine(bytes, lineStart - carryStart, bytes.length - cutUnit, end, complete);
    isLongLine = true;
  }

  /** Closes the record before a line with which it would be over the limit; what follows goes on with it. */
  function closePiece(bytes: Uint8Array, nextLine: number, complete: CutRecord[]): void {
    if (!splitsLarge || record === null || record.isSurplus || nextLine - record.start <= maxRecordBytes) return;
    const { count } = record.before;
    const last = closeRecord(bytes, lineStart, complete, true);
    pieces = { count: count + 1, last };
  }

  function closeRecord(bytes: Uint8Array, nextRecord: number, complete: CutRecord[], goesOn = false): Span | null {
    if (record === null) return null;
    const { start, end, lineStart: firstLine, lineEnd, headerLine, nonBlankLines, before, isSurplus } = record;
    const isOversize = record.isDropped || nextRecord - start > maxRecordBytes;
    const span = { byteStart: start, byteEnd: end, lineStart: firstLine, lineEnd };
    complete.push({
      bytes: isOversize || isSurplus ? NO_BYTES : bytes.subarray(start - carryStart, end - carryStart),
      span,
      nonBlankLines,
      headerLine,
      isOversize,
      isSurplus,
      piece: goesOn || before.count > 0 ? { number: before.count + 1, previous: before.last, goesOn } : null,
      nextStart: nextRecord,
    });
    record = null;
    if (!goesOn) closed++;
    return span;
  }

  return {
    push(bytes) {
      if (bytes.length === 0 || lineStart >= range.end) return [];
      carry.append(bytes);
      return scan(false);
    },
    finish: () => scan(true),
    release() {
      nextBytes = null;
      if (hasPrevious) previous.detach();
      if (record !== null && (record.isSurplus || isLongLine || lineStart - record.start > maxRecordBytes)) record.isDropped = true;
      const open = record === null || record.isDropped ? lineStart : record.start;
      const keepFrom = isLongLine ? scanStart : open;
      carry.discard(keepFrom - carryStart);
      carryStart = keepFrom;
    },
    counts: () => ({ lines: lineNumber - 1, blank: blankLines }),
    isDone: () => lineStart >= range.end,
  };
}

function createOpenRecord(start: number, lineNumber: number, before: Pieces, isSurplus: boolean): OpenRecord {
  return {
    start,
    end: start,
    lineStart: lineNumber,
    lineEnd: lineNumber,
    nonBlankLines: 0,
    headerLine: null,
    hasVisibleText: false,
    isDropped: false,
    before,
    isSurplus,
  };
}
