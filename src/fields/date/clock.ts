import { has, skipPoint, type Token } from "./tokens.ts";
import { ROLE } from "./words.ts";
import { formatOffset, OPEN_ZONES, ZONE_MINUTES } from "./zones.ts";

/** A time of day that begins at a token. */
export interface Clock {
  /** `15:00` or `15:00:30`. */
  readonly time: string;
  /** `Z` or `+03:00`. */
  readonly utcOffset: string | null;
  /** It is Moscow's: its offset depends on the day. */
  readonly isMoscow: boolean;
  /** Index of the token behind it. */
  readonly end: number;
}

/** What stands before the time. */
export interface ClockContext {
  /** A word that announces a time (`kl.`, `um`), so that `15.30` is one. */
  readonly isAnnounced: boolean;
  /** A whole date, so that `11.11.2025 15.30` is a time. */
  readonly followsDate: boolean;
  /** The `T` of ISO 8601: only then a bare `15:00-05:00` is an offset and not a span of hours. */
  readonly isIso: boolean;
  /** `am` and `pm` words may stand before the number. */
  readonly half: "am" | "pm" | null;
}

interface Parts {
  hour: number;
  minute: number;
  second: number | null;
  end: number;
}

/** Offsets in use, from UTC-12 to UTC+14. */
const MOST_HOURS_WEST = 12;
const MOST_HOURS_EAST = 14;
/** Parts of an hour that zones are off by. */
const OFFSET_MINUTES: ReadonlySet<number> = new Set([0, 30, 45]);
const MOSCOW: ReadonlySet<string> = new Set(["msk", "мск"]);

/** Reads the time of day whose hour is the token at `index`, or `null`. */
export function readClock(tokens: readonly Token[], index: number, context: ClockContext): Clock | null {
  if (isSigned(tokens, index)) return null;
  const parts = readCompact(tokens, index, context) ?? readParts(tokens, index, context);
  if (parts === null) return null;
  const after = context.half === null ? readHalf(tokens, parts.end) : null;
  const hour = inHalf(parts.hour, context.half ?? after?.half ?? null, context.half !== null);
  if (hour === null || hour > 23 || parts.minute > 59 || (parts.second ?? 0) > 59) return null;
  let end = after?.end ?? parts.end;
  const unit = tokens[end];
  if (has(unit, ROLE.hour) && !isNumberBehind(tokens, end)) end = skipPoint(tokens, end + 1);
  const zone = readZone(tokens, end, parts.second !== null, context.isIso);
  if (zone === "impossible") return null;
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = `${two(hour)}:${two(parts.minute)}${parts.second === null ? "" : `:${two(parts.second)}`}`;
  return { time, utcOffset: zone?.offset ?? null, isMoscow: zone?.isMoscow ?? false, end: zone?.end ?? end };
}

/** The `-1` of `11.11.2025 -1:00`: an offset or a difference, not an hour. */
function isSigned(tokens: readonly Token[], index: number): boolean {
  const sign = tokens[index - 1];
  return (sign?.text === "-" || sign?.text === "+") && sign.isSpaced && !tokens[index]!.isSpaced;
}

function isNumberBehind(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.kind === "number" && !next.isSpaced;
}

/** `T150030` and `T1500`. */
function readCompact(tokens: readonly Token[], index: number, { isIso }: ClockContext): Parts | null {
  const { value, digits } = tokens[index]!;
  if (!isIso || (digits !== 4 && digits !== 6)) return null;
  const [hours, second] = digits === 6 ? [Math.floor(value / 100), value % 100] : [value, null];
  return { hour: Math.floor(hours / 100), minute: hours % 100, second, end: index + 1 };
}

function readParts(tokens: readonly Token[], index: number, context: ClockContext): Parts | null {
  const hour = tokens[index]!;
  if (hour.kind !== "number" || hour.digits > 2 || hour.value > 24) return null;
  const next = tokens[index + 1];
  const minute = tokens[index + 2];
  if (next?.text === ":" && isMinute(minute)) return readSeconds(tokens, index + 3, hour.value, minute.value);
  if (has(next, ROLE.hour)) return readUnits(tokens, index, hour.value, context);
  if (next?.text === "." && !next.isSpaced && isMinute(minute) && !minute.isSpaced && isPointTime(tokens, index + 3, context)) {
    return readPointSeconds(tokens, index + 3, hour.value, minute.value);
  }
  return readHalf(tokens, index + 1) !== null && hour.value <= 12 ? { hour: hour.value, minute: 0, second: null, end: index + 1 } : null;
}

function isMinute(token: Token | undefined): token is Token {
  return token?.kind === "number" && token.digits === 2;
}

/** Seconds and their fraction behind `15:00`. */
function readSeconds(tokens: readonly Token[], index: number, hour: number, minute: number): Parts {
  const second = tokens[index + 1];
  if (tokens[index]?.text !== ":" || !isMinute(second)) return { hour, minute, second: null, end: index };
  const point = tokens[index + 2];
  const fraction = tokens[index + 3];
  const hasFraction = (point?.text === "." || point?.text === ",") && fraction?.kind === "number" && !fraction.isSpaced && !point.isSpaced;
  return { hour, minute, second: second.value, end: index + (hasFraction ? 4 : 2) };
}

function readPointSeconds(tokens: readonly Token[], index: number, hour: number, minute: number): Parts {
  const second = tokens[index + 1];
  const hasSecond = tokens[index]?.text === "." && isMinute(second) && !second.isSpaced;
  return { hour, minute, second: hasSecond ? second.value : null, end: index + (hasSecond ? 2 : 0) };
}

/** Whether `15.30` can only be a time: announced, behind a date, or with the word of an hour. */
function isPointTime(tokens: readonly Token[], end: number, context: ClockContext): boolean {
  const next = tokens[end];
  const isLonger = next?.text === "." && tokens[end + 1]?.kind === "number" && !tokens[end + 1]!.isSpaced;
  if (has(next, ROLE.hour) || readHalf(tokens, end) !== null) return true;
  if (isLonger) return context.followsDate && isMinute(tokens[end + 1]) && tokens[end + 2]?.text !== ".";
  return context.isAnnounced || context.followsDate || context.half !== null;
}

/** `15h30`, `19 h 21 min`, `20時01分05秒`, `15 Uhr`. */
function readUnits(tokens: readonly Token[], index: number, hour: number, context: ClockContext): Parts | null {
  const end = index + 2;
  if (tokens[end]?.text === "半") return { hour, minute: 30, second: null, end: end + 1 };
  const at = tokens[end]?.text === "." && !tokens[end].isSpaced ? end + 1 : end;
  const minute = tokens[at];
  const isFollowed = has(tokens[at + 1], ROLE.minute);
  if (minute?.kind === "number" && minute.digits <= 2 && (isFollowed || (!minute.isSpaced && isMinute(minute)))) {
    const behind = at + (isFollowed ? 2 : 1);
    const second = tokens[behind];
    if (second?.kind === "number" && second.digits <= 2 && (!second.isSpaced || has(tokens[behind + 1], ROLE.second))) {
      return { hour, minute: minute.value, second: second.value, end: behind + (has(tokens[behind + 1], ROLE.second) ? 2 : 1) };
    }
    return { hour, minute: minute.value, second: null, end: behind };
  }
  // The unit alone is also a letter of other words: only whole words of an hour stand without minutes.
  const unit = tokens[index + 1]!;
  return unit.text.length > 1 || unit.text === "h" || unit.text > "\u2fff" || context.half !== null
    ? { hour, minute: 0, second: null, end: at }
    : null;
}

/** `am`, `p.m.` and their like behind a time; a lone letter only without a blank. */
function readHalf(tokens: readonly Token[], index: number): { half: "am" | "pm"; end: number } | null {
  const token = tokens[index];
  if (token?.kind !== "word") return null;
  if (has(token, ROLE.am)) return { half: "am", end: skipPoint(tokens, index + 1) };
  if (has(token, ROLE.pm)) return { half: "pm", end: skipPoint(tokens, index + 1) };
  if (token.isSpaced || (token.text !== "a" && token.text !== "p")) return null;
  return { half: token.text === "a" ? "am" : "pm", end: skipPoint(tokens, index + 1) };
}

/** The hour of the day; before the number, `下午15:00` is written too. */
function inHalf(hour: number, half: "am" | "pm" | null, isBefore: boolean): number | null {
  if (half === null) return hour;
  if (isBefore && half === "pm" && hour > 12) return hour;
  if (hour > 12 || (hour === 0 && !isBefore)) return null; // 午後0時 is noon
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

interface Zone {
  readonly offset: string | null;
  readonly isMoscow: boolean;
  readonly end: number;
}

function readZone(tokens: readonly Token[], index: number, hasSeconds: boolean, isIso: boolean): Zone | "impossible" | null {
  const opening = tokens[index];
  if (opening?.text === "(") {
    const inner = readZone(tokens, index + 1, true, false);
    if (inner === null || inner === "impossible" || tokens[inner.end]?.text !== ")") return null;
    return { ...inner, end: inner.end + 1 };
  }
  if (opening?.kind === "word" && has(opening, ROLE.zone)) return readNamedZone(tokens, index, opening.text);
  if (opening?.text !== "+" && opening?.text !== "-") return null;
  const number = tokens[index + 1];
  if (number?.kind !== "number" || number.isSpaced) return null;
  if (number.digits > 4 || number.digits === 3 || number.digits === 0) return null;
  const isSure = isIso || hasSeconds || opening.text === "+" || (number.digits === 4 && opening.isSpaced);
  if (!isSure) return null;
  return withComment(tokens, readOffset(tokens, index));
}

/** `UTC`, `GMT+3`, `EST`. */
function readNamedZone(tokens: readonly Token[], index: number, name: string): Zone | "impossible" {
  const minutes = ZONE_MINUTES.get(name);
  const sign = tokens[index + 1];
  const isBase = minutes === 0 && name !== "z";
  if (isBase && (sign?.text === "+" || sign?.text === "-") && tokens[index + 2]?.kind === "number" && !tokens[index + 2]!.isSpaced) {
    return withComment(tokens, readOffset(tokens, index + 1));
  }
  if (minutes === undefined || OPEN_ZONES.has(name)) return { offset: null, isMoscow: MOSCOW.has(name), end: skipPoint(tokens, index + 1) };
  return { offset: formatOffset(minutes), isMoscow: false, end: skipPoint(tokens, index + 1) };
}

/** The offset whose sign is at `index`. */
function readOffset(tokens: readonly Token[], index: number): Zone | "impossible" {
  const number = tokens[index + 1]!;
  const minute = tokens[index + 3];
  const hasMinutes = tokens[index + 2]?.text === ":" && isMinute(minute);
  const isJoined = number.digits > 2;
  const hours = isJoined ? Math.floor(number.value / 100) : number.value;
  const minutes = isJoined ? number.value % 100 : hasMinutes ? minute.value : 0;
  const isWest = tokens[index]!.text === "-";
  if (hours > (isWest ? MOST_HOURS_WEST : MOST_HOURS_EAST) || !OFFSET_MINUTES.has(minutes)) return "impossible";
  const total = hours * 60 + minutes;
  // A stated +00:00 is an offset, and the same as Z.
  const offset = total === 0 ? "+00:00" : formatOffset(isWest ? -total : total);
  return { offset, isMoscow: false, end: index + (!isJoined && hasMinutes ? 4 : 2) };
}

/** The zone's name in brackets behind its offset: `GMT+0800 (CST)`. */
function withComment(tokens: readonly Token[], zone: Zone | "impossible"): Zone | "impossible" {
  if (zone === "impossible" || tokens[zone.end]?.text !== "(" || !has(tokens[zone.end + 1], ROLE.zone)) return zone;
  return tokens[zone.end + 2]?.text === ")" ? { ...zone, end: zone.end + 3 } : zone;
}
