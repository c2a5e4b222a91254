import { isDateless, type Draft } from "./draft.ts";
import type { DateEvidence } from "./evidence.ts";
import { findLabel, type DateLabel } from "./labels.ts";
import { matchDate } from "./match.ts";
import { resolveDraft, type DateReading } from "./resolve.ts";
import { has, tokenize, type Token } from "./tokens.ts";
import { ROLE } from "./words.ts";

/** A date or a time inside a line, and what the words before it say of it. */
export interface FoundDate extends DateReading {
  readonly label: DateLabel | null;
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
}

/** The dates of a line and the words around them. */
export interface ScannedLine {
  readonly dates: readonly FoundDate[];
  /** Words before the first date, between dates, and behind the last. */
  readonly before: readonly Token[];
  readonly between: readonly Token[];
  readonly after: readonly Token[];
}

const STARTS = ROLE.month | ROLE.weekday | ROLE.relative | ROLE.era | ROLE.am | ROLE.pm | ROLE.buddhist | ROLE.persianMonth;

/** `15:00` alone: the line that dumps hold most often; it means the same whatever the evidence. */
const PLAIN_CLOCK = /^\d\d:\d\d$/;
const PLAIN_CLOCK_LENGTH = 5;
/** At most ten thousand entries, by the form of the key. */
const plainClocks = new Map<string, ScannedLine>();

/** Finds every date in a line; linear in its length. */
export function scanLine(text: string, evidence: DateEvidence): ScannedLine {
  if (text.length !== PLAIN_CLOCK_LENGTH || !PLAIN_CLOCK.test(text)) return scanAnyLine(text, evidence);
  const known = plainClocks.get(text);
  if (known !== undefined) return known;
  const line = scanAnyLine(text, evidence);
  plainClocks.set(text, line);
  return line;
}

function scanAnyLine(text: string, evidence: DateEvidence): ScannedLine {
  const tokens = tokenize(text);
  const drafts: { draft: Draft; start: number }[] = [];
  let index = 0;
  while (index < tokens.length) {
    const draft = mayStart(tokens, index) ? matchDate(tokens, index) : null;
    if (draft === null || draft.end <= index || !saysWhen(draft) || isPartOfSpan(tokens, index, draft)) index++;
    else {
      drafts.push({ draft, start: index });
      index = draft.end;
    }
  }
  const from = (at: number): number => drafts[at]?.start ?? tokens.length;
  const to = (at: number): number => drafts[at]?.draft.end ?? 0;
  return {
    dates: drafts.map(({ draft, start }, at) => ({
      ...resolveDraft(draft, evidence),
      label: findLabel(text.slice(at === 0 ? 0 : tokens[to(at - 1) - 1]!.end, tokens[start]!.start)),
      start: tokens[start]!.start,
      end: tokens[draft.end - 1]!.end,
    })),
    before: words(tokens.slice(0, from(0))),
    between: drafts.slice(1).flatMap((_, at) => words(tokens.slice(to(at), from(at + 1)))),
    after: words(tokens.slice(to(drafts.length - 1))),
  };
}

/** A time, or a day: months and years alone are names (`Marta`, `May`) and quantities in most lines. */
function saysWhen({ triple, relative, clock, month, day }: Draft): boolean {
  return triple !== null || relative !== null || clock !== null || (month !== null && day !== null);
}

function words(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== "mark");
}

function mayStart(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind === "mark") return false;
  const previous = tokens[index - 1];
  // A number that another runs into is part of something longer.
  if (previous?.kind === "number" && !token.isSpaced && token.kind === "number") return false;
  if (token.kind === "number") return !isGlued(tokens, index);
  return has(token, STARTS);
}

/** `1.2.3.2025`, `A/2025`: a mark without blanks before the number, and something before that. */
function isGlued(tokens: readonly Token[], index: number): boolean {
  const mark = tokens[index - 1];
  const before = tokens[index - 2];
  if (mark?.kind !== "mark" || tokens[index]!.isSpaced || mark.isSpaced) return false;
  return before?.kind === "number" && "./-:".includes(mark.text);
}

const DURATIONS = ROLE.hour | ROLE.minute | ROLE.second;

/** `10 - 22 August`, `5 May – 7 May 2025`: the second half of a span is no date of its own, nor is the first. */
function isPartOfSpan(tokens: readonly Token[], start: number, draft: Draft): boolean {
  if (isDateless(draft)) return false;
  const isDay = (token: Token | undefined): boolean => token?.kind === "number" && token.digits <= 2;
  const isSpanMark = (token: Token | undefined): boolean => token?.text === "-" || token?.text === "~";
  if (isSpanMark(tokens[start - 1]) && isDay(tokens[start - 2])) return true;
  if (!isSpanMark(tokens[draft.end]) || draft.clock !== null || !isDay(tokens[draft.end + 1])) return false;
  const behind = tokens[draft.end + 2];
  // A time of day, or how long reading takes.
  return behind?.text !== ":" && !has(behind, DURATIONS);
}
