import { LINE, LINE_FEATURES, SENTENCE_END, START } from "./line-features.ts";

/** Lines narrower than this are short; neighbouring ones make a run. */
const SHORT = 70;
/** Places of a row that {@link RunMeter} fills. */
export const RUN_FEATURES = 12;

/** What stands for the line beside a run where there is none, and for the run of a line that is not short. */
const NO_LINE = -2;
const NO_RUN = -3;
const WIDEST = 500;
/** Share of capitals from which a line is written in capitals, and share of words that begin with one. */
const IN_CAPITALS = 0.5;
const CAPITALISED = 0.5;
/** Kinds of ends, of starts, and two answers each to whether a line is in capitals and whether its words are capitalised. */
const ENDS = 8;
const STARTS = 7;

/** Measures runs of short lines: what stands before and behind them, and which lines stand alone like headings. */
export interface RunMeter {
  /**
   * Looks at all lines of a record, which {@link RunMeter.fill} is asked for next.
   *
   * @param runStarts - of each short line, the first line of its run
   * @param runEnds - of each short line, the line behind its run
   */
  begin(own: Float32Array, lineCount: number, runStarts: Int32Array, runEnds: Int32Array): void;
  /** Fills {@link RUN_FEATURES} places of the rows of the lines from `from` to before `end`, from `place` on, `stride` apart. */
  fill(rows: Float32Array, from: number, end: number, stride: number, place: number): void;
}

/** What is known of the runs of a record. */
interface Runs {
  readonly own: Float32Array;
  readonly lineCount: number;
  /** Runs of one line between others. */
  readonly headings: number;
  /** Their share in the short lines; of no use where there are none. */
  readonly share: number;
  /** Headings by end and capitals. */
  readonly rough: Int32Array;
  /** The same by start and capitalised words, too. */
  readonly fine: Int32Array;
  readonly runStarts: Int32Array;
  readonly runEnds: Int32Array;
}

/** Means over the lines of a run. */
interface RunMeans {
  marked: number;
  ended: number;
  odds: number;
  width: number;
}

/** Creates a meter with buffers of its own. */
export function createRunMeter(): RunMeter {
  const rough = new Int32Array(ENDS * 2);
  const fine = new Int32Array(ENDS * STARTS * 4);

  let runs: Runs = { own: new Float32Array(0), lineCount: 0, headings: 0, share: 0, rough, fine, runStarts: NONE, runEnds: NONE };
  let lastRun = -1; // first line of the run of the means
  const means: RunMeans = { marked: 0, ended: 0, odds: 0, width: 0 };

  return {
    begin(own, lineCount, runStarts, runEnds) {
      rough.fill(0);
      fine.fill(0);
      let headings = 0;
      let shortLines = 0;
      for (let start = 0; start < lineCount; start++) {
        if (!isShort(own, start)) continue;
        const end = runEnds[start]!;
        shortLines += end - start;
        if (isHeading(start, end, lineCount)) {
          headings++;
          rough[roughKind(own, start)]!++;
          fine[fineKind(own, start)]!++;
        }
        start = end;
      }
      runs = { own, lineCount, headings, share: headings / shortLines, rough, fine, runStarts, runEnds };
      lastRun = -1;
    },
    fill(rows, from, end, stride, place) {
      const { own, runStarts, runEnds, headings } = runs;
      for (let index = from; index < end;) {
        const to = (index - from) * stride + place;
        if (!isShort(own, index)) {
          fillLong(headings, rows, to);
          index++;
          continue;
        }
        const start = runStarts[index]!;
        if (start !== lastRun) addUpRun(own, start, runEnds[start]!, means);
        lastRun = start;
        const last = Math.min(runEnds[start]!, end);
        fillRun(runs, means, index, last, rows, stride, to);
        index = last;
      }
    },
  };
}

const NONE = new Int32Array(0);

/** Whether a line is short. */
export function isShort(own: Float32Array, index: number): boolean {
  return own[index * LINE_FEATURES + LINE.width]! < SHORT;
}

function isHeading(start: number, end: number, lineCount: number): boolean {
  return end === start + 1 && start > 0 && end < lineCount;
}

function fillLong(headings: number, rows: Float32Array, place: number): void {
  let to = place;
  rows[to++] = NO_RUN;
  rows[to++] = 0;
  rows[to++] = NO_RUN;
  for (let zero = 0; zero < 6; zero++) rows[to++] = 0;
  rows[to++] = headings;
  rows[to++] = 0;
  rows[to++] = -1;
}

function addUpRun(own: Float32Array, start: number, end: number, means: RunMeans): void {
  let marked = 0;
  let ended = 0;
  let odds = 0;
  let widths = 0;
  for (let index = start; index < end; index++) {
    const row = index * LINE_FEATURES;
    if (own[row + LINE.start]! >= START.separator) marked++;
    if (own[row + LINE.end]! >= SENTENCE_END) ended++;
    odds += own[row + LINE.odds]!;
    widths += own[row + LINE.width]!;
  }
  const length = end - start;
  means.marked = marked / length;
  means.ended = ended / length;
  means.odds = odds / length;
  means.width = widths / length;
}

/** Fills the rows of the lines from `from` to before `end`, all of one run. */
function fillRun(runs: Runs, means: RunMeans, from: number, end: number, rows: Float32Array, stride: number, place: number): void {
  const { own, lineCount, headings, share, rough, fine } = runs;
  const runStart = runs.runStarts[from]!;
  const runEnd = runs.runEnds[from]!;
  const itself = isHeading(runStart, runEnd, lineCount) ? 1 : 0;
  const before = (runStart - 1) * LINE_FEATURES;
  const after = runEnd * LINE_FEATURES;
  for (let index = from; index < end; index++) {
    let to = (index - from) * stride + place;
    rows[to++] = runStart > 0 ? own[before + LINE.end]! : NO_LINE;
    rows[to++] = runStart > 0 ? Math.min(WIDEST, own[before + LINE.width]!) : NO_LINE;
    rows[to++] = runEnd < lineCount ? own[after + LINE.end]! : NO_LINE;
    rows[to++] = runEnd < lineCount ? Math.min(WIDEST, own[after + LINE.width]!) : NO_LINE;
    rows[to++] = means.marked;
    rows[to++] = means.ended;
    rows[to++] = means.odds;
    rows[to++] = means.width;
    rows[to++] = rough[roughKind(own, index)]! - itself;
    rows[to++] = headings;
    rows[to++] = fine[fineKind(own, index)]! - itself;
    rows[to++] = share;
  }
}

function roughKind(own: Float32Array, index: number): number {
  const row = index * LINE_FEATURES;
  return own[row + LINE.end]! * 2 + (own[row + LINE.upper]! >= IN_CAPITALS ? 1 : 0);
}

function fineKind(own: Float32Array, index: number): number {
  const row = index * LINE_FEATURES;
  return (roughKind(own, index) * STARTS + own[row + LINE.start]!) * 2 + (own[row + LINE.capitalised]! >= CAPITALISED ? 1 : 0);
}
