import { open, type FileHandle } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import type { CheckedOptions } from "../options.ts";
import { limitResult } from "../limit-result.ts";
import { createPause } from "../pause.ts";
import { parseRecord } from "../parse-record.ts";
import { createFallbackDiagnostic, openPlan, type PlannedDump } from "../pipeline.ts";
import { createRecordCutter, type CutRecord } from "../records/cutter.ts";
import { LINE_HEAD_BYTES } from "../records/line-view.ts";
import type { ReportBuilder } from "../report.ts";
import type { DumpResult } from "../result.ts";
import type { Span } from "../span.ts";
import type { Counts } from "./counts.ts";
import { readPieces, readRange } from "./read-range.ts";
import type { RangeTask } from "./tasks.ts";

/** What a part of a dump is parsed with. */
export interface RangeRun {
  readonly options: CheckedOptions;
  readonly builder: ReportBuilder;
  /** Receives every result; wait for what it returns. */
  readonly take: (result: DumpResult) => Promise<void> | null;
  /** Given what the part holds, resolves to what stands before it. */
  readonly exchange: (counts: Counts) => Promise<Counts>;
}

/** Longer parts (they hold a record that is as long) are not held in memory as a whole. */
const LONGEST_HELD = 32 * 1024 * 1024;
const PIECE_BYTES = 256 * 1024;
/** A format may ask for the line behind the part; it sees no more of it. The widest unit has four bytes. */
const LOOKAHEAD_BYTES = 4 * LINE_HEAD_BYTES + 4;

/**
 * Parses a part of a dump as if all of the dump were parsed. Records are cut first: only then it is known how
 * many the part holds, which is what the parts behind it wait for.
 */
export async function parseRange(task: RangeTask, run: RangeRun, longestHeld = LONGEST_HELD): Promise<void> {
  const planned = openPlan(task.plan, { ...run.options, source: task.path });
  if (task.start === 0 && task.plan.isFallback) run.builder.addDiagnostic(createFallbackDiagnostic());
  const file = await open(task.path);
  try {
    if (task.end - task.start > longestHeld) await parsePieces(file, task, planned, run);
    else await parseHeld(file, task, planned, run);
  } finally {
    await file.close();
  }
}

async function parseHeld(file: FileHandle, task: RangeTask, planned: PlannedDump, run: RangeRun): Promise<void> {
  const cutter = createRangeCutter(task, planned);
  const records = cutter.push(await readRange(file, task.path, task.start, endOfLookahead(task)));
  records.push(...(cutter.isDone() ? [] : cutter.finish()));
  const { lines, blank } = cutter.counts();
  const base = await run.exchange({ lines, records: records.length });
  run.builder.addInput(task.end - task.start, lines, blank);
  let index = base.records;
  const pause = createPause(setImmediate);
  for (const record of records) {
    const wait = parseOne(record, index++, base, planned, run) ?? pause();
    if (wait !== null) await wait;
  }
}

/** Reads the part twice: to count, and to parse. */
async function parsePieces(file: FileHandle, task: RangeTask, planned: PlannedDump, run: RangeRun): Promise<void> {
  const counter = createRangeCutter(task, planned);
  let records = 0;
  for await (const { length } of cutPieces(file, task, counter)) records += length;
  const { lines, blank } = counter.counts();
  const base = await run.exchange({ lines, records });
  run.builder.addInput(task.end - task.start, lines, blank);
  let index = base.records;
  for await (const cut of cutPieces(file, task, createRangeCutter(task, planned))) {
    for (const record of cut) {
      const wait = parseOne(record, index++, base, planned, run);
      if (wait !== null) await wait;
    }
  }
}

async function* cutPieces(file: FileHandle, task: RangeTask, cutter: ReturnType<typeof createRecordCutter>): AsyncGenerator<CutRecord[]> {
  for await (const bytes of readPieces(file, task.path, task.start, endOfLookahead(task), PIECE_BYTES)) {
    yield cutter.push(bytes);
    cutter.release();
  }
  if (!cutter.isDone()) yield cutter.finish();
}

function createRangeCutter({ start, end, size }: RangeTask, { cutting }: PlannedDump): ReturnType<typeof createRecordCutter> {
  const range = { start, startsRecord: start > 0, end: end === size ? Number.POSITIVE_INFINITY : end };
  return createRecordCutter({ ...cutting, range });
}

function endOfLookahead({ end, size }: RangeTask): number {
  return Math.min(size, end + LOOKAHEAD_BYTES);
}

function parseOne(record: CutRecord, index: number, { lines }: Counts, { context }: PlannedDump, run: RangeRun): Promise<void> | null {
  const { span, piece } = record;
  const previous = piece === null || piece.previous === null ? null : moveSpan(piece.previous, lines);
  const placed = { ...record, span: moveSpan(span, lines), piece: piece && { ...piece, previous } };
  const result = parseRecord(placed, index, context);
  run.builder.addResult(result, record.nonBlankLines);
  for (const added of limitResult(result, context.limits)) run.builder.addDiagnostic(added);
  return run.take(result);
}

function moveSpan(span: Span, lines: number): Span {
  return { ...span, lineStart: span.lineStart + lines, lineEnd: span.lineEnd + lines };
}
