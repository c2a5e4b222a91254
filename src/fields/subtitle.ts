import type { HeadLine } from "./title/head-lines.ts";
import { END_MARK, END_NONE, START_BULLET, START_SMALL } from "./title/line-shape.ts";

/** Widths of second headlines. */
const SHORTEST_SUBTITLE = 30;
const LONGEST_SUBTITLE = 200;
const FEWEST_WORDS = 5;
/** A row of names has at most so many words without a capital. */
const MOST_SMALL_NAME_WORDS = 1;
/** Lines between a second headline and the date, author or text that proves it one. */
const REACH = 2;

/**
 * Whether the line below the headline is a second one: a headline's shape, no full stop, and a date, an author
 * or the text closely below. A lead that ends like a sentence is a paragraph.
 */
export function isSubtitle(head: readonly HeadLine[], titlePlace: number): boolean {
  const line = head[titlePlace + 1];
  if (line === undefined || line.isParagraph || line.isDated || line.isName || line.hasCredit || line.label !== null) return false;
  if (line.width < SHORTEST_SUBTITLE || line.width > LONGEST_SUBTITLE || line.words < FEWEST_WORDS) return false;
  if ((line.end !== END_NONE && line.end !== END_MARK) || line.start === START_BULLET || line.start === START_SMALL) return false;
  if (line.marks > 0 || line.innerEnds > 1 || line.hasClock) return false;
  if (line.casedWords > 0 && line.casedWords - line.capitalised <= MOST_SMALL_NAME_WORDS) return false;
  for (let at = titlePlace + 2; at <= titlePlace + 1 + REACH; at++) {
    const next = head[at];
    if (next === undefined) return false;
    if (next.isParagraph || next.isDated || next.label === "byline" || next.isName) return true;
  }
  return false;
}
