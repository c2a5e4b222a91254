/** News before this year is not in dumps, and four digits below it are something else. */
export const FIRST_YEAR = 1800;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAY_MS = 86_400_000;

/** A day of the Gregorian calendar; month from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether the calendar has the day. */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  const length = DAYS_IN_MONTH[month - 1];
  if (length === undefined || day < 1) return false;
  return day <= length || (month === 2 && day === 29 && isLeapYear(year));
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Day of the week, Sunday 0. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** The day so many days later (or earlier). */
export function addDays({ year, month, day }: CalendarDay, days: number): CalendarDay {
  return fromTime(Date.UTC(year, month - 1, day) + days * DAY_MS);
}

function fromTime(time: number): CalendarDay {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2025-11-11`, `2025-11`, `2025`. */
export function formatDay(year: number, month: number | null, day: number | null): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  if (month === null) return String(year);
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** 1 Farvardin 1300 was 21 March 1921. */
const PERSIAN_EPOCH = { year: 1300, time: Date.UTC(1921, 2, 21) } as const;
/** The 33-year rule holds for the years 1178 to 1633. */
const PERSIAN_YEARS = [1300, 1500] as const;
const LONG_PERSIAN_MONTHS = 6;

/** Whether the number is a year of the solar Hijri calendar that news are dated in. */
export function isPersianYear(year: number): boolean {
  return year >= PERSIAN_YEARS[0] && year < PERSIAN_YEARS[1];
}

/** A day of the solar Hijri calendar as a Gregorian one, by the rule of eight leap years in 33; `null` for none. */
export function fromPersian({ year, month, day }: CalendarDay): CalendarDay | null {
  if (!isPersianYear(year) || month < 1 || month > 12 || day < 1) return null;
  const length = month <= LONG_PERSIAN_MONTHS ? 31 : month < 12 || isPersianLeap(year) ? 30 : 29;
  if (day > length) return null;
  let days = day - 1 + (month - 1) * 30 + Math.min(month - 1, LONG_PERSIAN_MONTHS);
  for (let past = PERSIAN_EPOCH.year; past < year; past++) days += isPersianLeap(past) ? 366 : 365;
  return fromTime(PERSIAN_EPOCH.time + days * DAY_MS);
}

function isPersianLeap(year: number): boolean {
  return (25 * year + 11) % 33 < 8;
}
