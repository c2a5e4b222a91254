import type { BodyLine } from "./placed.ts";

/** Lines of a body that belong together: one each, or several where an author's line was wrapped. */
export interface LineBlocks {
  readonly count: number;
  /** Index of each block's first line; behind the last block, the number of lines. */
  readonly starts: Int32Array;
  /** Texts of the blocks of several lines. */
  readonly joined: ReadonlyMap<number, string>;
}

/** Column at which texts are wrapped at most: mail and telex wrap at 60 to 80, nothing beyond this is a page. */
const LONGEST_WRAP = 110;
const SHORTEST_WRAP = 40;
/** So many line ends must agree before a record is taken for wrapped, and such a share of all. */
const FEWEST_WRAPS = 4;
const SHARE_OF_WRAPS = 0.6;

/** Marks that begin an item or a turn of speech: `- item`, `• item`, `– Yes.`, `1. item`, `a) item`. */
const ITEM_START = /^(?:[-*•·–—‣▪■●>|]|\d{1,3}[.)]\s|\p{L}\)\s)/u;
const LEADING_BLANKS = /^[ \t\u00A0\u3000]*/;
/** A word cut at the line's end, and how it goes on. */
const CUT_WORD = /\p{Ll}[-\u2010]$/u;
const SOFT_CUT = /\u00AD[ \t]*$/;
const LOWER_CASE_START = /^\p{Ll}/u;
const SENTENCE_END = /[.!?…:]["'»”’)\]]?$/u;
/** Writing that sets no blank where a line ends. */
const DENSE_EDGE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}，。、；：？！”’」』）》]/u;

/**
 * Puts the lines of a hard-wrapped record together again; in any other record every line stays alone. A record is
 * wrapped when its lines end where the next word would not have fitted. `isAlone` says which lines stay alone.
 */
export function joinWrapped(lines: readonly BodyLine[], isAlone: (index: number) => boolean): LineBlocks {
  const column = findWrapColumn(lines);
  const joinable = column > 0 ? lines.length : 0; // lines that may follow another
  const starts = new Int32Array(lines.length + 1);
  const joined = new Map<number, string>();
  let count = 0;
  for (let index = 0; index < lines.length; count++) {
    const start = index++;
    while (index < joinable && !isAlone(index) && !isAlone(index - 1) && continues(lines, index, column)) index++;
    if (index > start + 1) joined.set(count, joinLines(lines.slice(start, index).map(toJoined)));
    starts[count + 1] = index;
  }
  return { count, starts, joined };
}

/** A line to be joined with others. */
interface JoinedLine {
  readonly text: string;
  /** It ends in a soft hyphen. */
  readonly isCut: boolean;
}

function toJoined({ line, text }: BodyLine): JoinedLine {
  return { text, isCut: endsInSoftHyphen(line.text) };
}

/** Whether a line as decoded is cut inside a word by a soft hyphen. */
export function endsInSoftHyphen(raw: string): boolean {
  return SOFT_CUT.test(raw);
}

/** Of a text to which another is joined, so many UTF-16 units at its end are looked at: a hyphen and the letter before it. */
const EDGE_UNITS = 3;

/**
 * Joins cleaned lines into one text: a hyphen between small letters at a line's end goes, as a soft hyphen does,
 * dense writing is joined without a blank, everything else with one.
 */
export function joinLines(lines: readonly JoinedLine[]): string {
  const parts: string[] = []; // looking into what is joined already would cost its whole length, line after line
  let edge = ""; // the end of the parts
  let isCut = false;
  for (const { text, isCut: isCutHere } of lines) {
    if (edge !== "" && !isCut) {
      if (CUT_WORD.test(edge) && LOWER_CASE_START.test(text)) parts.push(parts.pop()!.slice(0, -1));
      else if (!(DENSE_EDGE.test(edge.at(-1)!) && DENSE_EDGE.test(text[0] ?? ""))) parts.push(" ");
    }
    if (text !== "") parts.push(text);
    edge = (text.length < EDGE_UNITS ? edge + text : text).slice(-EDGE_UNITS);
    isCut = isCutHere;
  }
  return parts.join("");
}

/** The column a record is wrapped at, 0 when it is not. */
function findWrapColumn(lines: readonly BodyLine[]): number {
  let column = 0;
  let pairs = 0;
  for (let index = 0; index < lines.length; index++) {
    const { length } = lines[index]!.text;
    if (length > LONGEST_WRAP) return 0;
    if (length > column) column = length;
    if (index > 0 && follows(lines, index) && !ITEM_START.test(lines[index]!.text)) pairs++;
  }
  if (column < SHORTEST_WRAP || pairs < FEWEST_WRAPS) return 0;
  let wraps = 0;
  for (let index = 1; index < lines.length; index++)
    if (follows(lines, index) && !ITEM_START.test(lines[index]!.text) && isFull(lines, index, column)) wraps++;
  return wraps >= FEWEST_WRAPS && wraps >= pairs * SHARE_OF_WRAPS ? column : 0;
}

/** Whether a line stands directly below the one before. */
function follows(lines: readonly BodyLine[], index: number): boolean {
  const line = lines[index]!;
  const before = lines[index - 1]!;
  return line.text !== "" && before.text !== "" && line.line.number === before.line.number + 1;
}

/** Whether the line before had no room for the first word of this one. */
function isFull(lines: readonly BodyLine[], index: number, column: number): boolean {
  const { text } = lines[index]!;
  const before = lines[index - 1]!.text;
  const blank = text.indexOf(" ");
  const word = DENSE_EDGE.test(text[0]!) ? 2 : (blank < 0 ? text.length : blank) + 1;
  return before.length + word > column;
}

function continues(lines: readonly BodyLine[], index: number, column: number): boolean {
  if (!follows(lines, index)) return false;
  if (endsInSoftHyphen(lines[index - 1]!.line.text)) return true;
  if (!isFull(lines, index, column)) return false;
  const line = lines[index]!;
  if (ITEM_START.test(line.text)) return false;
  const before = lines[index - 1]!;
  const isIndented = blanksBefore(line) > blanksBefore(before);
  return !(isIndented && SENTENCE_END.test(before.text));
}

function blanksBefore({ line }: BodyLine): number {
  return LEADING_BLANKS.exec(line.text)![0].length;
}
