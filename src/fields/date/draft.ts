import type { Clock } from "./clock.ts";
import type { Word } from "./words.ts";

/** Three numbers of a date with the same mark between them, in their order. */
export interface Triple {
  readonly values: readonly [number, number, number];
  /** Digits of the first and the last; the year is the one with four. */
  readonly digits: readonly [number, number, number];
  readonly mark: string;
  /** Written in Persian digits. */
  readonly isPersian: boolean;
}

/** A date as far as its tokens have been read. */
export interface Draft {
  year: number | null;
  /** The year has two digits. */
  isShortYear: boolean;
  /** Gregorian year before the first of the era that was named. */
  eraStart: number | null;
  month: Word | number | null;
  day: number | null;
  triple: Triple | null;
  weekday: Word | null;
  clock: Clock | null;
  /** Days from today, as a word says. */
  relative: number | null;
  isBuddhist: boolean;
  isCommonEra: boolean;
  /** Index of the token behind the last that belongs to the date. */
  end: number;
}

export function createDraft(start: number): Draft {
  return {
    year: null,
    isShortYear: false,
    eraStart: null,
    month: null,
    day: null,
    triple: null,
    weekday: null,
    clock: null,
    relative: null,
    isBuddhist: false,
    isCommonEra: false,
    end: start,
  };
}

/** Whether year, month and day are there. */
export function isWholeDate({ triple, year, month, day, relative }: Draft): boolean {
  return triple !== null || relative !== null || (year !== null && month !== null && day !== null);
}

/** Whether nothing of the date is there yet. */
export function isDateless({ triple, year, month, day, relative }: Draft): boolean {
  return triple === null && relative === null && year === null && month === null && day === null;
}
