import {
  END_BRACKET,
  END_COLON,
  END_ELLIPSIS,
  END_MARK,
  END_NONE,
  END_STOP,
  START_BULLET,
  START_DIGIT,
  START_QUOTE,
  START_SMALL,
} from "./line-shape.ts";
import { findLabelledByline } from "../byline.ts";
import { isCreditLine } from "../credit.ts";
import type { HeadLine, NumberedText } from "./head-lines.ts";
import type { WordTable } from "./words.ts";

/** Names of the features, in the order of their values. */
export const FEATURES = [
  "place",
  "gap",
  "gapAfter",
  "width",
  "words",
  "endNone",
  "endStop",
  "endMark",
  "endOther",
  "startQuote",
  "startSmall",
  "startDigit",
  "commas",
  "colons",
  "quotes",
  "marks",
  "innerEnds",
  "digitShare",
  "capitalShare",
  "capitals",
  "dense",
  "isDated",
  "isName",
  "label",
  "hasCredit",
  "prevCredit",
  "nextCredit",
  "prevWidth",
  "prevEnd",
  "prevKind",
  "prev2Kind",
  "nextWidth",
  "nextEnd",
  "nextKind",
  "next2Kind",
  "next3Kind",
  "toDate",
  "fromDate",
  "toByline",
  "toParagraph",
  "widthToParagraph",
  "paragraphWidth",
  "paragraphsBefore",
  "widthBefore",
  "bulletsBefore",
  "longest",
  "longestBefore",
  "overlap",
  "overlapFound",
  "overlapRank",
  "overlapBest",
  "repeats",
  "insideBefore",
  "holdsLater",
  "titlesBefore",
  "titlesAfter",
  "headLines",
  "firstParagraph",
  "firstWidth",
  "firstEnd",
  "shortShare",
  "nextOverlap",
] as const;

export const FEATURE_COUNT = FEATURES.length;

/** Widths of lines that can be a headline. */
const SHORTEST_TITLE = 12;
const SHORTEST_DENSE_TITLE = 9;
const LONGEST_TITLE = 260;
/** Lines that are asked. */
const MOST_PLACES = 25;
/** What stands for 'none in reach' where a distance is asked. */
const FAR = 12;
/** Lines behind one that are compared with it. */
const REACH = 3;
/** A line that is long enough for a headline and does not end like a sentence. */
const SHORTEST_LIKELY = 24;
const LONGEST_LIKELY = 160;

/** Whether a line can be a headline at all. */
function canBeTitle(line: HeadLine, place: number): boolean {
  return (
    place < MOST_PLACES &&
    !line.isParagraph &&
    line.width >= (line.dense > 0 ? SHORTEST_DENSE_TITLE : SHORTEST_TITLE) &&
    line.width <= LONGEST_TITLE &&
    line.letters >= 4 &&
    line.start !== START_BULLET &&
    line.end !== END_COLON &&
    !(line.isDated && line.digits > 0.2 * (line.digits + line.letters)) &&
    line.label !== "url" &&
    !((line.hasCredit || line.label === "credit") && isCreditLine(line.text)) &&
    !(line.label === "byline" && findLabelledByline(line.text) !== null)
  );
}

/** One of a few kinds of neighbours. */
function kindOfLine(line: HeadLine | undefined): number {
  if (line === undefined) return -1;
  if (line.isParagraph) return 6;
  if (line.start === START_BULLET) return 1;
  if (line.isDated) return 3;
  if (line.label === "byline") return 4;
  if (line.label === "credit") return 5;
  if (line.isName) return 2;
  return line.width < SHORTEST_LIKELY ? 0 : 7;
}

function isLikely(line: HeadLine): boolean {
  return (
    line.width >= SHORTEST_LIKELY &&
    line.width <= LONGEST_LIKELY &&
    (line.end === END_NONE || line.end === END_MARK) &&
    line.start !== START_BULLET &&
    line.start !== START_SMALL &&
    !line.isDated &&
    !line.isName &&
    line.marks === 0 &&
    line.label === null
  );
}

/** What is known of every line that can be a headline. */
export interface Candidate {
  /** Place in the head. */
  readonly place: number;
  readonly features: Float64Array;
}

/**
 * Features of the lines that can be a headline.
 *
 * @param head - the record's head
 * @param lines - all of the record's lines
 * @param table - a table that is reused
 */
export function readCandidates(head: readonly HeadLine[], lines: readonly NumberedText[], table: WordTable): Candidate[] {
  const places: number[] = [];
  for (const [place, line] of head.entries()) if (canBeTitle(line, place)) places.push(place);
  if (places.length === 0) return [];
  table.clear();
  for (const line of head) if (line.isParagraph) table.add(line.text);
  const overlaps = places.map((place) => table.compare(head[place]!.text));
  const bestShare = Math.max(...overlaps.map((overlap) => overlap.share));
  const firstParagraph = head.findIndex((line) => line.isParagraph);
  const likely = head.map(isLikely);
  const shortShare = head.reduce((sum, line) => sum + (line.width < SHORTEST_LIKELY ? 1 : 0), 0) / head.length;
  const opening = head[firstParagraph];
  const first = head[0]!;
  return places.map((place, candidate): Candidate => {
    const line = head[place]!;
    const previous = head[place - 1];
    const next = head[place + 1];
    let toDate = FAR;
    let toByline = FAR;
    let toParagraph = FAR;
    let widthToParagraph = 0;
    for (let at = place + 1; at < head.length && at <= place + FAR; at++) {
      const other = head[at]!;
      if (other.isDated && toDate === FAR) toDate = at - place;
      if (other.label === "byline" && toByline === FAR) toByline = at - place;
      if (other.isParagraph) {
        toParagraph = at - place;
        break;
      }
      widthToParagraph += other.width;
    }
    let fromDate = FAR;
    let widthBefore = 0;
    let bulletsBefore = 0;
    let paragraphsBefore = 0;
    let longestBefore = 0;
    let likelyBefore = 0;
    for (let at = 0; at < place; at++) {
      const other = head[at]!;
      if (other.isDated) fromDate = Math.min(FAR, place - at);
      widthBefore += other.width;
      if (other.start === START_BULLET) bulletsBefore++;
      if (other.isParagraph) paragraphsBefore++;
      if (other.width > longestBefore) longestBefore = other.width;
      if (likely[at]) likelyBefore++;
    }
    let likelyAfter = 0;
    let longestAfter = 0;
    for (let at = place + 1; at < head.length && !head[at]!.isParagraph; at++) {
      if (likely[at]) likelyAfter++;
      if (head[at]!.width > longestAfter) longestAfter = head[at]!.width;
    }
    const overlap = overlaps[candidate]!;
    let rank = 0;
    for (const other of overlaps) if (other.found > overlap.found) rank++;
    const values = [
      place,
      line.gap,
      next === undefined ? -1 : next.gap,
      line.width,
      line.words,
      line.end === END_NONE || line.end === END_BRACKET ? 1 : 0,
      line.end === END_STOP ? 1 : 0,
      line.end === END_MARK ? 1 : 0,
      line.end === END_ELLIPSIS ? 1 : line.end === END_BRACKET ? 2 : 0,
      line.start === START_QUOTE ? 1 : 0,
      line.start === START_SMALL ? 1 : 0,
      line.start === START_DIGIT ? 1 : 0,
      line.commas,
      line.colons,
      line.quotes,
      line.marks,
      line.innerEnds,
      line.digits / (line.digits + line.letters),
      line.casedWords === 0 ? -1 : line.capitalised / line.casedWords,
      line.capitals,
      line.dense,
      line.isDated ? 1 : 0,
      line.isName ? 1 : 0,
      line.label === "byline" ? 1 : line.label === "section" ? 2 : 0,
      line.hasCredit ? 1 : 0,
      previous?.hasCredit === true ? 1 : 0,
      next?.hasCredit === true ? 1 : 0,
      previous === undefined ? -1 : previous.width,
      previous === undefined ? -1 : previous.end,
      kindOfLine(previous),
      kindOfLine(head[place - 2]),
      next === undefined ? -1 : next.width,
      next === undefined ? -1 : next.end,
      kindOfLine(next),
      kindOfLine(head[place + 2]),
      kindOfLine(head[place + 3]),
      toDate,
      fromDate,
      toByline,
      toParagraph,
      widthToParagraph,
      opening === undefined ? 0 : opening.width,
      paragraphsBefore,
      widthBefore,
      bulletsBefore,
      line.width >= longestAfter ? 1 : 0,
      longestBefore,
      overlap.share,
      overlap.found,
      rank,
      bestShare - overlap.share,
      countRepeats(line, lines),
      isInsideEarlier(head, place) ? 1 : 0,
      holdsLater(head, place) ? 1 : 0,
      likelyBefore,
      likelyAfter,
      head.length,
      firstParagraph,
      first.width,
      first.end,
      shortShare,
      next === undefined ? -1 : overlapOfNext(table, next),
    ];
    return { place, features: Float64Array.from(values) };
  });
}

function overlapOfNext(table: WordTable, next: HeadLine): number {
  return next.isParagraph ? -1 : table.compare(next.text).share;
}

/** How often the line stands elsewhere in the record. */
function countRepeats({ text, index }: HeadLine, lines: readonly NumberedText[]): number {
  let count = 0;
  for (const [at, line] of lines.entries()) if (at !== index && line.text.length === text.length && line.text === text) count++;
  return Math.min(count, 3);
}

/** Whether a line before holds it and more: a breadcrumb that ends in the headline. */
function isInsideEarlier(head: readonly HeadLine[], place: number): boolean {
  const { text } = head[place]!;
  for (let at = 0; at < place; at++) {
    const other = head[at]!.text;
    if (other.length > text.length && other.includes(text)) return true;
  }
  return false;
}

/** Whether it holds one of the next lines and more. */
function holdsLater(head: readonly HeadLine[], place: number): boolean {
  const { text } = head[place]!;
  for (let at = place + 1; at < head.length && at <= place + REACH; at++) {
    const other = head[at]!;
    if (other.width >= SHORTEST_LIKELY && other.text.length < text.length && text.includes(other.text)) return true;
  }
  return false;
}
