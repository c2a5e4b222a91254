import type { Span } from "../article.ts";
import type { LineView, TextFormat } from "../formats/format.ts";
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
  /** It is all that follows the last record of {@link CutterOptions.maxRecords}; its bytes are let go, too. */
  readonly isSurplus: boolean;
  /** Offset of the line that starts the next record, or of the dump's end. */
  readonly nextStart: number;
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
  isSurplus: boolean;
}

type NextLine = () => LineView | null | undefined;

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
        blankBefore++;
        blankLines++;
        return true;
      }
      if (!openLine(bytes, start, end, isLong ? () => null : () => viewNext(bytes, next, final), complete)) return false;
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
  function openLine(bytes: Uint8Array, start: number, end: number, next: NextLine, complete: CutRecord[]): boolean {
    let isWaiting = false;
    current.point(bytes, start, end, lineNumber);
    const startsHere =
      isKnownStart ||
      (closed < maxRecords &&
        format.startsRecord(current, {
          isFirst: !hasSeenText,
          blankBefore,
          previous: hasPrevious ? previous : null,
          next() {
            const line = next();
            isWaiting ||= line === undefined;
            return line ?? null;
          },
        }));
    if (isWaiting) return false;
    isKnownStart = false;
    if (startsHere && record?.hasVisibleText) closeRecord(bytes, lineStart, complete);
    record ??= createOpenRecord(lineStart, lineNumber, closed >= maxRecords);
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

  function takeUnfinished(bytes: Uint8Array, complete: CutRecord[]): void {
    const end = carryStart + bytes.length;
    // The last unit is scanned again: a CR there may be half of a CRLF, and a wide unit may be cut.
    const cutUnit = (end - lineStart) % unit.bytes;
    scanStart = Math.max(scanStart, end - cutUnit - unit.bytes);
    if (isLongLine || end - lineStart <= longLineBytes) return;
    openLine(bytes, lineStart - carryStart, bytes.length - cutUnit, () => null, complete);
    isLongLine = true;
  }

  function closeRecord(bytes: Uint8Array, nextRecord: number, complete: CutRecord[]): void {
    if (record === null) return;
    const { start, end, lineStart: firstLine, lineEnd, headerLine, nonBlankLines, isSurplus } = record;
    const isOversize = record.isDropped || nextRecord - start > maxRecordBytes;
    complete.push({
      bytes: isOversize || isSurplus ? NO_BYTES : bytes.subarray(start - carryStart, end - carryStart),
      span: { byteStart: start, byteEnd: end, lineStart: firstLine, lineEnd },
      nonBlankLines,
      headerLine,
      isOversize,
      isSurplus,
      nextStart: nextRecord,
    });
    record = null;
    closed++;
  }

  return {
    push(bytes) {
      if (bytes.length === 0 || lineStart >= range.end) return [];
      carry.append(bytes);
      return scan(false);
    },
    finish: () => scan(true),
    release() {
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

function createOpenRecord(start: number, lineNumber: number, isSurplus: boolean): OpenRecord {
  return {
    start,
    end: start,
    lineStart: lineNumber,
    lineEnd: lineNumber,
    nonBlankLines: 0,
    headerLine: null,
    hasVisibleText: false,
    isDropped: false,
    isSurplus,
  };
}
