/** A time of day as far as a text tells it. */
export interface ClockTime {
  /** `15:00` or `15:00:30`. */
  time: string | null;
  /** `Z` or `+03:00`. */
  utcOffset: string | null;
}

/** `15:00`, `9:05:30`, `3:15 pm`, `15:00 GMT`, `15:00 UTC+3`, `15:00:30.250+03:00`, `15:00 Uhr`. */
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT)?([+-]\d{1,2}(?::?\d{2})?)?)(?: Uhr)?$/i;
const OFFSET = /^([+-])(\d{1,2}):?(\d{2})?$/;
/** Offsets in use, from UTC-12 to UTC+14. */
const MOST_HOURS_WEST = 12;
const MOST_HOURS_EAST = 14;
const OFFSET_MINUTES: ReadonlySet<string> = new Set(["00", "30", "45"]);

/**
 * Reads a text that is a time of day and nothing else; `null` when it is not, or names no time there is.
 *
 * @param isIso - the time follows a `T`: only then a bare `15:00-05:00` is an offset and not a span of hours
 */
export function readTime(text: string, isIso = false): ClockTime | null {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [, hours = "", minutes = "", seconds, half, zone, offset] = match;
  const hour = half === undefined ? Number(hours) : twelveHour(Number(hours), half.toLowerCase());
  if (hour === null || hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  if (offset?.startsWith("-") && zone === undefined && seconds === undefined && !isIso) return null;
  const utcOffset = readOffset(zone, offset);
  if (utcOffset === undefined) return null;
  const clock = `${String(hour).padStart(2, "0")}:${minutes}`;
  return { time: seconds === undefined ? clock : `${clock}:${seconds}`, utcOffset };
}

function twelveHour(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

/** `undefined` for an offset that no zone has. */
function readOffset(zone: string | undefined, offset: string | undefined): string | null | undefined {
  if (offset === undefined) return zone === undefined ? null : "Z";
  const [, sign = "", hours = "", minutes = "00"] = OFFSET.exec(offset) ?? [];
  const limit = sign === "-" ? MOST_HOURS_WEST : MOST_HOURS_EAST;
  if (Number(hours) > limit || !OFFSET_MINUTES.has(minutes)) return undefined;
  return `${sign}${hours.padStart(2, "0")}:${minutes}`;
}
