import { isDateless } from "./date/draft.ts";
import { matchDate } from "./date/match.ts";
import { tokenize } from "./date/tokens.ts";

/** A time of day as far as a text tells it. */
export interface ClockTime {
  /** `15:00` or `15:00:30`. */
  time: string | null;
  /** `Z` or `+03:00`. */
  utcOffset: string | null;
}

/** Longest text that is looked at. */
const MAX_TIME_LENGTH = 40;

/** Reads a text that is a time of day and nothing else; `null` when it is not, or names no time there is. */
export function readTime(text: string): ClockTime | null {
  if (text.length > MAX_TIME_LENGTH) return null;
  const tokens = tokenize(text);
  const draft = matchDate(tokens, 0);
  if (draft.clock === null || !isDateless(draft) || draft.weekday !== null || draft.end < tokens.length) return null;
  return { time: draft.clock.time, utcOffset: draft.clock.utcOffset };
}
