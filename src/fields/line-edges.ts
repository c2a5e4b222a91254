import type { BodyLine } from "./placed.ts";

/** Marks that begin an item or a turn of speech: `- item`, `• item`, `– Yes.`, `1. item`, `a) item`. */
export const ITEM_START = /^(?:[-*•·–—‣▪■●>|]|\d{1,3}[.)]\s|\p{L}\)\s)/u;
/** The end of a sentence, also behind the two apostrophes of wires and in writing without blanks. */
export const SENTENCE_END = /[.!?…:。！？：؟۔।](?:["'»”’)\]」』）》]|'')?$/u;
/** Writing that sets no blank where a line ends. */
export const DENSE_EDGE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}，。、；：？！”’」』）》]/u;

const LEADING_BLANKS = /^[ \t\u00A0\u3000]*/;
const SOFT_CUT = /\u00AD[ \t]*$/;

/** Lines of verse and lists begin with capitals; of the lines that go on in a paragraph such a share does not. */
const SHARE_OF_SMALL_STARTS = 0.25;
const CASED_START = /^[\p{Lu}\p{Ll}]/u;
const SMALL_LETTER = /\p{Ll}/u;
const SMALL_START = /^\p{Ll}/u;
/** Between the columns of a table; wide blanks are found in justified text, too, so that one makes no row. */
const COLUMN_GAP = /\t| {3}/;
const SHORTEST_GAP = 3;
const FEWEST_GAPS = 2;
const DIGIT = /\d/;
const SHORTEST_ROW = 4;

/** What a line is indented by. */
export function indentOf({ line }: BodyLine): string {
  return LEADING_BLANKS.exec(line.text)![0];
}

/** Whether a line as decoded is cut inside a word by a soft hyphen. */
export function endsInSoftHyphen(raw: string): boolean {
  return SOFT_CUT.test(raw);
}

/** Whether a line stands directly below the one before. */
export function follows(lines: readonly BodyLine[], index: number): boolean {
  if (index === 0) return false;
  const line = lines[index]!;
  const before = lines[index - 1]!;
  return line.text !== "" && before.text !== "" && line.line.number === before.line.number + 1;
}

/** Whether lines begin in the middle of sentences, as far as their writing has small letters to tell. */
export function beginsInSentences(lines: readonly BodyLine[], indices: readonly number[]): boolean {
  let cased = 0;
  let small = 0;
  for (const index of indices) {
    const { text } = lines[index]!;
    if (!CASED_START.test(text) || !SMALL_LETTER.test(text)) continue;
    cased++;
    if (SMALL_START.test(text)) small++;
  }
  return small >= cased * SHARE_OF_SMALL_STARTS;
}

/** Whether a line is the row of a table: gaps set columns, or most of the words are numbers. */
export function isRow({ line, text }: BodyLine): boolean {
  if (COLUMN_GAP.test(line.text) && countGaps(line.text.trim()) >= FEWEST_GAPS) return true;
  const words = text.split(" ");
  return words.length >= SHORTEST_ROW && words.filter((word) => DIGIT.test(word)).length * 2 > words.length;
}

function countGaps(text: string): number {
  let gaps = 0;
  let blanks = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character !== " " && character !== "\t") {
      if (blanks >= SHORTEST_GAP) gaps++;
      blanks = 0;
    } else blanks += character === "\t" ? SHORTEST_GAP : 1;
  }
  return gaps;
}
