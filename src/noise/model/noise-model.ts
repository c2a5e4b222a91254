import { createContextMeter, ROW_FEATURES } from "./context-features.ts";
import { evenLists } from "./even-lists.ts";
import { type Passes, readForest } from "./forest-bytes.ts";
import { createLineMeter, LINE, LINE_FEATURES, SENTENCE_END, START, type ModelLine } from "./line-features.ts";
import { FIRST_BORDERS, FIRST_TREES, SECOND_BORDERS, SECOND_TREES } from "./model.generated.ts";
import { createMarginMeter } from "./margin-features.ts";
import { roomFor } from "./room.ts";
import { MARGIN_UNITS, sumTrees } from "./trees.ts";

/** Says of each line of a record how sure it is noise. */
export interface NoiseModel {
  /**
   * Margins in units of 1/{@link MARGIN_UNITS} of log odds, one a line: above 0 noise is likelier. Valid until the
   * next call.
   */
  rate(lines: readonly ModelLine[]): Int32Array;
  /** Log odds of noise that the last rating of a line must have beyond others. */
  cautionOf(index: number): number;
}

/**
 * A record of fewer sentences than this shows little of how its text is written: a line that reads like one of them
 * must be surer noise, by so many log odds.
 */
const FEW_SENTENCES = 6;
const SENTENCE_CAUTION = 2;
const SENTENCE_WIDTH = 20;
/**
 * Margins beyond these are not told apart: a line is so surely part of the article, or noise, that no more trees are
 * asked. It is in the first pass that a neighbour's margin needs least to be exact.
 */
export const SURE_ARTICLE = -2 * MARGIN_UNITS;
export const SURE_NOISE = 4 * MARGIN_UNITS;

/** Rows of more lines are made, pass by pass, a part at a time: they take 400 bytes a line. */
export const LINES_AT_ONCE = 1024;
const NO_ROWS: Float32Array = new Float32Array(0);

let passes: Passes | null = null; // read at first use

/** The passes that come with the library. */
export function builtInPasses(): Passes {
  passes ??= { first: readForest(FIRST_TREES, FIRST_BORDERS), second: readForest(SECOND_TREES, SECOND_BORDERS) };
  return passes;
}

/** Creates a model with buffers of its own. */
export function createNoiseModel({ first, second }: Passes = builtInPasses()): NoiseModel {
  const lineMeter = createLineMeter();
  const contextMeter = createContextMeter();
  const marginMeter = createMarginMeter();
  let lineRows: Float32Array = new Float32Array(0); // of the last record
  let isBrief = false; // whether it has few sentences
  let firstMargins = new Int32Array(0);
  let margins = new Int32Array(0);
  return {
    rate(lines) {
      const count = lines.length;
      if (count > margins.length) {
        firstMargins = new Int32Array(roomFor(count));
        margins = new Int32Array(firstMargins.length);
      }
      lineRows = lineMeter.measure(lines);
      isBrief = hasFewSentences(lineRows, count);
      contextMeter.begin(lineRows, count);
      let rows = NO_ROWS;
      for (let from = 0; from < count; from += LINES_AT_ONCE) {
        const end = Math.min(count, from + LINES_AT_ONCE);
        rows = contextMeter.place(from, end);
        for (let index = from, row = 0; index < end; index++, row += ROW_FEATURES)
          firstMargins[index] = sumTrees(first, rows, row, SURE_ARTICLE, SURE_NOISE);
      }
      marginMeter.begin(firstMargins, lineRows, LINE_FEATURES, count);
      for (let from = 0; from < count; from += LINES_AT_ONCE) {
        const end = Math.min(count, from + LINES_AT_ONCE);
        if (count > LINES_AT_ONCE) rows = contextMeter.place(from, end);
        marginMeter.add(rows, from, end);
        for (let index = from, row = 0; index < end; index++, row += ROW_FEATURES)
          margins[index] = sumTrees(second, rows, row, lines[index]!.repeats > 0 ? -Infinity : SURE_ARTICLE, SURE_NOISE);
      }
      evenLists(lineRows, margins, count);
      return margins;
    },
    cautionOf: (index) => (isBrief && readsLikeSentence(lineRows, index * LINE_FEATURES) ? SENTENCE_CAUTION : 0),
  };
}

function hasFewSentences(own: Float32Array, lineCount: number): boolean {
  let sentences = 0;
  for (let index = 0; index < lineCount && sentences < FEW_SENTENCES; index++) sentences += own[index * LINE_FEATURES + LINE.isSentence]!;
  return sentences < FEW_SENTENCES;
}

function readsLikeSentence(own: Float32Array, row: number): boolean {
  return (
    own[row + LINE.end]! >= SENTENCE_END &&
    own[row + LINE.start]! <= START.caseless &&
    own[row + LINE.width]! >= SENTENCE_WIDTH &&
    own[row + LINE.hint] === 0
  );
}

/** A margin as a probability of noise, 0…1, of three digits. */
export function probabilityOf(margin: number): number {
  return Math.round(1000 / (1 + Math.exp(-margin / MARGIN_UNITS))) / 1000;
}
