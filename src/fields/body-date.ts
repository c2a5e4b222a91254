import { parseDate } from "./date.ts";
import { isSentenceParagraph } from "./title.ts";
import { readTime } from "./time.ts";

/** A line of the article's head that holds a date or a time and nothing else. */
export interface DateLine {
  /** 0-based place in the lines given. */
  index: number;
  date: string | null;
  time: string | null;
  utcOffset: string | null;
}

const LONGEST_DATE_LINE = 64;
const DIGIT = /\p{Nd}/u;
/** Lines of a head: date lines further down belong to something else. */
const HEAD_LINES = 15;
/** Length of a date with its day; in a body, a month or a year alone is as likely a heading. */
const FULL_DATE_LENGTH = 10;

/**
 * The lines before the first paragraph that are a date, a time, or both. Further down such lines belong to
 * tickers and teasers.
 *
 * @param lines - cleaned lines; empty ones are passed over
 */
export function findDateLines(lines: readonly string[]): DateLine[] {
  const found: DateLine[] = [];
  for (const [index, text] of lines.entries()) {
    if (index >= HEAD_LINES || isSentenceParagraph(text)) break;
    if (text.length < 4 || text.length > LONGEST_DATE_LINE || !DIGIT.test(text)) continue;
    const clock = readTime(text);
    if (clock !== null) {
      found.push({ index, date: null, ...clock });
      continue;
    }
    const date = text.length > 4 ? parseDate(text) : null;
    if (date !== null && date.date.length === FULL_DATE_LENGTH) found.push({ index, ...date });
  }
  return found;
}
