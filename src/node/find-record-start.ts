import type { FileHandle } from "node:fs/promises";
import { findNextLine, type UnitLayout } from "../lines/scan.ts";
import { createRecordCutter, type CutterOptions } from "../records/cutter.ts";
import { readPieces, readRange } from "./read-range.ts";

/** A file that holds one dump as it is. */
export interface PlainFile {
  readonly file: FileHandle;
  readonly path: string;
  readonly size: number;
}

/** Records are mostly shorter. */
const PIECE_BYTES = 16 * 1024;

/**
 * Offset of a record's first line behind `from`, or the file's size when none starts there. What precedes a line
 * decides whether it starts a record; so the search begins at the next line, and only starts with visible text
 * between that line and them count: cutting the dump from its head finds the same.
 */
export async function findRecordStart({ file, path, size }: PlainFile, from: number, cutting: CutterOptions): Promise<number> {
  const lineStart = await findLineStart({ file, path, size }, from - (from % cutting.unit.bytes), cutting.unit);
  const range = { start: lineStart, startsRecord: false, end: Number.POSITIVE_INFINITY };
  const cutter = createRecordCutter({ ...cutting, splitsLarge: false, range }); // pieces are no starts
  for await (const bytes of readPieces(file, path, lineStart, size, PIECE_BYTES)) {
    const [first] = cutter.push(bytes);
    if (first !== undefined) return first.nextStart;
    cutter.release();
  }
  const [last] = cutter.finish();
  return last?.nextStart ?? size;
}

async function findLineStart({ file, path, size }: PlainFile, from: number, unit: UnitLayout): Promise<number> {
  for (let at = from; at < size;) {
    const bytes = await readRange(file, path, at, Math.min(size, at + PIECE_BYTES));
    const isLast = at + bytes.length === size;
    const found = findNextLine(bytes, 0, isLast, unit);
    if (found >= 0) return at + found;
    if (isLast) return size;
    at += bytes.length - unit.bytes; // a CR there may be half of a CRLF
  }
  return size;
}
