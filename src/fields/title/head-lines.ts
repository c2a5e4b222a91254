import { hasCredit } from "../credit-marks.ts";
import { findLabel, loneLabel, type LabelKind } from "../field-labels.ts";
import {
  END_ELLIPSIS,
  END_MARK,
  END_NONE,
  END_STOP,
  endOf,
  estimateWidth,
  measureLine,
  measureParagraph,
  START_BULLET,
  startsWithBullet,
  type LineShape,
} from "./line-shape.ts";

/** A line of a record's head, measured. */
export interface HeadLine extends LineShape {
  /** Place in the lines given. */
  readonly index: number;
  /** Reads like a paragraph: long, and it ends like a sentence. */
  readonly isParagraph: boolean;
  /** Reads like a date or a time with little else. */
  readonly isDated: boolean;
  /** Two to five words, all with capitals, and nothing else: a name, a button, a section. */
  readonly isName: boolean;
  /** Names an agency or a photographer the way captions do: `(Foto: …)`, `Credit: …`, `© …`, `…/AFP`. */
  readonly hasCredit: boolean;
  /** What its label announces. */
  readonly label: LabelKind | null;
}

/** A text and the number of its line, so that blank lines between are known. */
export interface NumberedText {
  readonly text: string;
  readonly number: number;
}

/** Lines of a head that are looked at. */
const HEAD_LINES = 30;
/** Paragraphs after which nothing of a head follows. */
const HEAD_PARAGRAPHS = 3;
/** Widths: from here on a line that ends like a sentence is a paragraph, and up to here it can be a date line. */
const SHORTEST_PARAGRAPH = 80;
/** Units from which on a text may be a paragraph without a count of its letters. */
const SHORTEST_SURE_PARAGRAPH = 34;
const LONGEST_DATED = 90;
/** From here on a line is a paragraph whatever it ends in. */
const LONGEST_QUESTION = 260;
const LONGEST_LABELLED = 160;
const LONGEST_CAPTION = 400;
const FEWEST_DATE_DIGITS = 3;
const LEAST_DATE_DIGITS_SHARE = 0.08;
const LEAST_DENSE_DIGITS_SHARE = 0.3;
const MOST_NAME_WORDS = 5;

/**
 * The lines of a record's head that show something: up to the third paragraph, at most {@link HEAD_LINES}.
 *
 * @param lines - the record's lines in order; those with an empty text count as blank
 */
export function readHead(lines: readonly NumberedText[]): HeadLine[] {
  const head: HeadLine[] = [];
  let paragraphs = 0;
  let last = lines[0]?.number ?? 1;
  for (let index = 0; index < lines.length && head.length < HEAD_LINES && paragraphs < HEAD_PARAGRAPHS; index++) {
    const { text, number } = lines[index]!;
    if (text === "") continue;
    const line = describeLine(text, Math.max(0, number - last - 1), index);
    last = number;
    if (line.isParagraph) paragraphs++;
    head.push(line);
  }
  return head;
}

function describeLine(text: string, gap: number, index: number): HeadLine {
  if (text.length >= SHORTEST_SURE_PARAGRAPH && !startsWithBullet(text)) {
    const end = endOf(text);
    const width = estimateWidth(text);
    if (width >= LONGEST_QUESTION || ((end === END_STOP || end === END_ELLIPSIS) && width >= SHORTEST_PARAGRAPH)) {
      return createHeadLine(measureParagraph(text, width, end), gap, index, PARAGRAPH);
    }
  }
  const shape = measureLine(text, gap);
  const isParagraph = readsLikeParagraph(shape);
  const canBeShort = !isParagraph && shape.width <= LONGEST_LABELLED;
  return createHeadLine(shape, gap, index, {
    isParagraph,
    isDated:
      canBeShort &&
      shape.width <= LONGEST_DATED &&
      (shape.hasYear || shape.hasClock) &&
      shape.digits >= FEWEST_DATE_DIGITS &&
      shape.digits >= (shape.dense > 0.3 ? LEAST_DENSE_DIGITS_SHARE : LEAST_DATE_DIGITS_SHARE) * (shape.digits + shape.letters),
    isName:
      shape.casedWords >= 2 &&
      shape.casedWords === shape.capitalised &&
      shape.words <= MOST_NAME_WORDS &&
      shape.end === END_NONE &&
      shape.marks === 0,
    hasCredit: canBeShort || shape.width < LONGEST_CAPTION ? hasCredit(text) : false,
    label: canBeShort ? labelOf(text) : null,
  });
}

/** What a line reads like. */
type Reading = Pick<HeadLine, "isParagraph" | "isDated" | "isName" | "hasCredit" | "label">;

const PARAGRAPH: Reading = { isParagraph: true, isDated: false, isName: false, hasCredit: false, label: null };

/** Every key is written out: spreading so many takes microseconds a line. */
function createHeadLine(shape: LineShape, gap: number, index: number, reading: Reading): HeadLine {
  return {
    text: shape.text,
    gap,
    width: shape.width,
    words: shape.words,
    letters: shape.letters,
    digits: shape.digits,
    dense: shape.dense,
    capitalised: shape.capitalised,
    casedWords: shape.casedWords,
    capitals: shape.capitals,
    commas: shape.commas,
    colons: shape.colons,
    quotes: shape.quotes,
    marks: shape.marks,
    innerEnds: shape.innerEnds,
    end: shape.end,
    start: shape.start,
    hasYear: shape.hasYear,
    hasClock: shape.hasClock,
    index,
    isParagraph: reading.isParagraph,
    isDated: reading.isDated,
    isName: reading.isName,
    hasCredit: reading.hasCredit,
    label: reading.label,
  };
}

/** Long, and the end of a sentence; headlines may well end in a question or exclamation mark. */
function readsLikeParagraph(shape: LineShape): boolean {
  if (shape.width < SHORTEST_PARAGRAPH || shape.start === START_BULLET) return false;
  if (shape.end === END_STOP || shape.end === END_ELLIPSIS) return true;
  return shape.width >= LONGEST_QUESTION || (shape.end === END_MARK && shape.innerEnds > 0);
}

function labelOf(text: string): LabelKind | null {
  const found = findLabel(text);
  if (found !== null && (found.hasColon || found.isPreposition)) return found.kind;
  return loneLabel(text);
}
