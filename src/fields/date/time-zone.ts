import { formatOffset } from "./zones.ts";

const MINUTE_MS = 60_000;
/** Offsets of all zones lie within a day of UTC. */
const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime knows the IANA zone. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The offset of a local time in an IANA zone, as the runtime's tz database has it; `null` for a time that a change
 * of the clock skips (no instant) or repeats (two).
 *
 * @param local - `2025-11-11T15:00:00`
 */
export function offsetIn(timeZone: string, local: string): string | null {
  const wanted = Date.parse(`${local}Z`);
  const offsets = new Set([-DAY_MS, 0, DAY_MS].map((shift) => offsetAt(timeZone, wanted + shift)));
  const fitting = [...offsets].filter((minutes) => offsetAt(timeZone, wanted - minutes * MINUTE_MS) === minutes);
  return fitting.length === 1 ? formatOffset(fitting[0]!) : null;
}

/** Minutes east of UTC at an instant. */
function offsetAt(timeZone: string, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instant) / MINUTE_MS);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}
