import { readClock } from "./clock.ts";
import { createDraft, isDateless, isWholeDate, type Draft, type Triple } from "./draft.ts";
import { has, skipPoint, type Token } from "./tokens.ts";
import { ERAS } from "./word-lists.ts";
import { ROLE } from "./words.ts";

/** Marks that stand between the parts of a date. */
const JOINTS = ",.-/|·•_@()'’";
/** Joints and small words in a row between two parts. */
const MOST_JOINTS = 4;
/** Between day and month. */
const MOST_INNER = 3;
const LAST_DAY = 31;

/** What stands between the part read last and the token at hand. */
interface Gap {
  count: number;
  /** A dash with a blank before it: what follows a whole date may be the end of a span. */
  hasDash: boolean;
  hasClockWord: boolean;
  isIso: boolean;
  half: "am" | "pm" | null;
}

/**
 * Reads the date, the time or both that begin at the token `start`; the draft's `end` is `start` where nothing
 * does. Every token is looked at a bounded number of times.
 */
export function matchDate(tokens: readonly Token[], start: number): Draft {
  const draft = createDraft(start);
  let gap = emptyGap();
  let index = start;
  while (index < tokens.length && gap.count <= MOST_JOINTS) {
    const next = takePart(tokens, index, draft, gap);
    if (next > index) {
      draft.end = next;
      index = next;
      gap = emptyGap();
      continue;
    }
    if (!passJoint(tokens[index]!, draft, gap, index === start)) break;
    index++;
  }
  return draft;
}

function emptyGap(): Gap {
  return { count: 0, hasDash: false, hasClockWord: false, isIso: false, half: null };
}

/** Takes the part at `index` into the draft; gives the index behind it, or `index`. */
function takePart(tokens: readonly Token[], index: number, draft: Draft, gap: Gap): number {
  const token = tokens[index]!;
  if (token.kind === "number") return takeNumber(tokens, index, draft, gap);
  return token.kind === "word" ? takeWord(tokens, index, draft, gap) : index;
}

/** Lets a mark or a small word between two parts pass, and remembers what it says of the next. */
function passJoint(token: Token, draft: Draft, gap: Gap, isFirst: boolean): boolean {
  gap.count++;
  if (token.kind === "mark") {
    if (isFirst || !JOINTS.includes(token.text)) return false;
    if (token.text === "-" && token.isSpaced) gap.hasDash = true;
    if (token.text === "@") gap.hasClockWord = true;
    return true;
  }
  if (token.kind === "number") return false;
  if (has(token, ROLE.am)) gap.half = "am";
  else if (has(token, ROLE.pm)) gap.half = "pm";
  if (gap.half !== null && draft.clock === null && has(token, ROLE.am | ROLE.pm)) return true;
  if (has(token, ROLE.leading)) return true;
  if (isFirst) return has(token, ROLE.monthMark);
  if (token.text === "t" && !token.isSpaced && isWholeDate(draft)) {
    gap.isIso = true;
    return true;
  }
  if (has(token, ROLE.clock)) gap.hasClockWord = true;
  return has(token, ROLE.buddhist | ROLE.clock | ROLE.filler | ROLE.yearMark | ROLE.dayMark | ROLE.monthMark | ROLE.ordinal);
}

function takeWord(tokens: readonly Token[], index: number, draft: Draft, gap: Gap): number {
  const token = tokens[index]!;
  const { word } = token;
  if (word === null) return index;
  const { roles } = word;
  if ((roles & ROLE.buddhist) !== 0 && draft.year !== null) {
    draft.isBuddhist = true;
    return skipPoint(tokens, index + 1);
  }
  if ((roles & (ROLE.noon | ROLE.midnight)) !== 0 && draft.clock === null && isWholeDate(draft)) {
    draft.clock = { time: (roles & ROLE.noon) !== 0 ? "12:00" : "00:00", utcOffset: null, isMoscow: false, end: index + 1 };
    return index + 1;
  }
  if (
    (roles & (ROLE.month | ROLE.persianMonth)) !== 0 &&
    draft.month === null &&
    draft.triple === null &&
    !isRatherWeekday(tokens, index, draft)
  ) {
    if (gap.hasDash && isWholeDate(draft)) return index;
    draft.month = word;
    return skipPoint(tokens, index + 1);
  }
  if ((roles & ROLE.weekday) !== 0 && draft.weekday === null && !isShortWeekdayAlone(tokens, index, draft)) {
    draft.weekday = word;
    return skipPoint(tokens, index + 1);
  }
  if ((roles & ROLE.era) !== 0 && draft.year === null && draft.triple === null) return takeEra(tokens, index, draft);
  if ((roles & ROLE.relative) !== 0 && isDateless(draft)) {
    draft.relative = relativeDays(token);
    return draft.relative === null ? index : index + 1;
  }
  if ((roles & ROLE.buddhist) !== 0) {
    draft.isBuddhist = true; // `พ.ศ. 2568`: the year follows
    return index;
  }
  if (draft.year !== null && (roles & ROLE.commonEra) !== 0) {
    draft.isCommonEra = true;
    return skipPoint(tokens, index + 1);
  }
  return draft.year !== null && (roles & ROLE.persianEra) !== 0 ? index + 1 : index;
}

/** Words like `mar`, `sept` and `paz` name a day and a month: the day, or a place, when a month follows. */
function isRatherWeekday(tokens: readonly Token[], index: number, draft: Draft): boolean {
  if (!has(tokens[index], ROLE.weekday) || (draft.weekday !== null && draft.day !== null)) return false;
  return tokens.slice(index + 1, index + 6).some((token) => has(token, ROLE.month));
}

/** Weekdays of two letters are other words too (`so`, `on`, `la`): only before a date, or behind one in it. */
function isShortWeekdayAlone(tokens: readonly Token[], index: number, draft: Draft): boolean {
  if (tokens[index]!.text.length > 2 || tokens[index]!.text > "\u02ff") return false;
  const next = tokens.slice(index + 1, index + 4);
  return isDateless(draft) && !next.some((token) => token.kind === "number" || has(token, ROLE.month));
}

function relativeDays(token: Token): number | null {
  const values = new Set(token.word!.meanings.filter(({ role }) => role === ROLE.relative).map(({ value }) => value));
  return values.size === 1 ? [...values][0]! : null;
}

/** `令和7年`, `民國114年`, `令和元年`. */
function takeEra(tokens: readonly Token[], index: number, draft: Draft): number {
  const number = tokens[index + 1];
  const isFirstYear = number?.text.startsWith("元") === true;
  if (!isFirstYear && (number?.kind !== "number" || number.digits > 3)) return index;
  draft.eraStart = ERAS[tokens[index]!.text]!;
  draft.year = isFirstYear ? 1 : number.value;
  const mark = tokens[index + 2];
  return index + (has(mark, ROLE.yearMark) ? 3 : 2);
}

function takeNumber(tokens: readonly Token[], index: number, draft: Draft, gap: Gap): number {
  const glued = takeGluedYear(tokens, index, draft);
  if (glued > index) return glued;
  if (draft.clock === null) {
    const followsDate = isWholeDate(draft);
    const clock = readClock(tokens, index, { isAnnounced: gap.hasClockWord, followsDate, isIso: gap.isIso, half: gap.half });
    if (clock !== null) {
      draft.clock = clock;
      return clock.end;
    }
  }
  if (draft.triple !== null || draft.relative !== null || gap.isIso) return index;
  const triple = isDateless(draft) ? readTriple(tokens, index) : null;
  if (triple !== null) {
    draft.triple = triple.triple;
    return skipYearMark(tokens, triple.end);
  }
  const pair = isDateless(draft) ? takePair(tokens, index, draft) : index;
  return pair > index ? pair : takeLoneNumber(tokens, index, draft, gap);
}

/** `Apr 28 20232:23 PM`: the year and the hour ran together. */
function takeGluedYear(tokens: readonly Token[], index: number, draft: Draft): number {
  const { digits, value } = tokens[index]!;
  const hourDigits = digits - 4;
  if ((hourDigits !== 1 && hourDigits !== 2) || tokens[index + 1]?.text !== ":" || draft.month === null || draft.day === null) return index;
  if (draft.year !== null || draft.clock !== null) return index;
  const scale = 10 ** hourDigits;
  const split = [
    ...tokens.slice(0, index),
    { ...tokens[index]!, digits: hourDigits, value: value % scale },
    ...tokens.slice(index + 1, index + 12),
  ];
  const clock = readClock(split, index, { isAnnounced: false, followsDate: true, isIso: false, half: null });
  if (clock === null) return index;
  draft.year = Math.floor(value / scale);
  draft.clock = clock;
  return clock.end;
}

/** Three numbers with the same mark between them: `2025-11-11`, `11.11.2025`, `27. 05. 2022`, `2014 12 28`. */
function readTriple(tokens: readonly Token[], index: number): { triple: Triple; end: number } | null {
  const first = tokens[index]!;
  const mark = tokens[index + 1];
  if (first.digits === 8 && mark?.text === "t" && !mark.isSpaced) return { triple: basicTriple(first), end: index + 1 };
  const isSpaced = mark?.kind === "number" && mark.isSpaced;
  const second = tokens[index + (isSpaced ? 1 : 2)];
  const third = tokens[index + (isSpaced ? 2 : 4)];
  const end = index + (isSpaced ? 3 : 5);
  if (second?.kind !== "number" || third?.kind !== "number") return null;
  const digits = [first.digits, second.digits, third.digits] as const;
  if (isSpaced) {
    if (!third.isSpaced || digits[0] !== 4 || digits[1] !== 2 || digits[2] !== 2) return null;
  } else {
    if (mark === undefined || !"-/.".includes(mark.text) || tokens[index + 3]?.text !== mark.text || mark.isSpaced) return null;
    if (mark.text !== "." && (second.isSpaced || third.isSpaced || tokens[index + 3]!.isSpaced)) return null;
    const behind = tokens[end];
    const isLonger = behind?.text === mark.text && !behind.isSpaced && tokens[end + 1]?.kind === "number" && !tokens[end + 1]!.isSpaced;
    if (isLonger && !(mark.text === "." && tokens[end + 2]?.text === ":")) return null;
  }
  const isShort = (count: number): boolean => count === 1 || count === 2;
  if (!isShort(digits[1])) return null;
  const hasYear = (digits[0] === 4 && isShort(digits[2])) || (isShort(digits[0]) && (digits[2] === 4 || digits[2] === 2));
  if (!hasYear) return null;
  const values = [first.value, second.value, third.value] as const;
  return { triple: { values, digits, mark: isSpaced ? " " : mark.text, isPersian: first.isPersian }, end };
}

/** The basic format of ISO 8601, before its time: `20251111T150000Z`. */
function basicTriple({ value, isPersian }: Token): Triple {
  return { values: [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100], digits: [4, 2, 2], mark: "-", isPersian };
}

/** `2025-11`, `11/2025`. */
function takePair(tokens: readonly Token[], index: number, draft: Draft): number {
  const first = tokens[index]!;
  const mark = tokens[index + 1];
  const second = tokens[index + 2];
  if (mark?.kind !== "mark" || !"-/.".includes(mark.text) || second?.kind !== "number" || mark.isSpaced || second.isSpaced) return index;
  const behind = tokens[index + 3];
  if (behind?.kind === "mark" && !behind.isSpaced && tokens[index + 4]?.kind === "number") return index;
  const isYearFirst = first.digits === 4 && (second.digits === 2 || second.digits === 1);
  const isYearLast = second.digits === 4 && first.digits <= 2 && (mark.text === "/" || first.digits === 2);
  if (!isYearFirst && !isYearLast) return index;
  draft.year = isYearFirst ? first.value : second.value;
  draft.month = isYearFirst ? second.value : first.value;
  return skipYearMark(tokens, index + 3);
}

/** The year's word behind it: `2025 г.`, `2025年`. */
function skipYearMark(tokens: readonly Token[], index: number): number {
  const at = tokens[index]?.text === "-" && !tokens[index].isSpaced ? index + 1 : index;
  return has(tokens[at], ROLE.yearMark) ? skipPoint(tokens, at + 1) : index;
}

function takeLoneNumber(tokens: readonly Token[], index: number, draft: Draft, gap: Gap): number {
  const token = tokens[index]!;
  const { value } = token;
  const behind = skipOrdinal(tokens, index + 1);
  const unit = tokens[behind];
  if (unit !== undefined && (unit.text === "年" || unit.text === "년") && draft.year === null) return takeYear(draft, token, behind + 1);
  if (isMonthBehind(unit) && draft.month === null) {
    draft.month = value;
    return behind + 1;
  }
  if (token.digits === 4 && draft.year === null && (draft.day !== null || draft.month === null || !gap.hasDash)) {
    return takeYear(draft, token, skipYearMark(tokens, index + 1));
  }
  if (token.digits > 2) return index;
  if (has(tokens[index - 1], ROLE.monthMark) && !isMonthBehind(tokens[index - 1]) && draft.month === null) {
    draft.month = value;
    return index + 1;
  }
  const isOrdered = behind > index + 1;
  if (draft.day === null && value <= LAST_DAY + 1 && !gap.hasDash && (draft.month !== null || isMonthAhead(tokens, behind))) {
    draft.day = value;
    return has(unit, ROLE.dayMark) ? skipPoint(tokens, behind + 1) : skipPoint(tokens, behind);
  }
  const isShortYear = token.digits === 2 && draft.month !== null && draft.year === null && !gap.hasDash && !isOrdered;
  if (!isShortYear || (draft.day === null && value <= LAST_DAY) || isMonthAhead(tokens, index + 1)) return index;
  return takeYear(draft, token, skipYearMark(tokens, index + 1));
}

function takeYear(draft: Draft, { value, digits }: Token, end: number): number {
  draft.year = value;
  draft.isShortYear = digits <= 2;
  return end;
}

/** `月`, `월`, `сарын` stand behind the month's number, `tháng` before it. */
function isMonthBehind(token: Token | undefined): boolean {
  return has(token, ROLE.monthMark) && token!.text !== "tháng" && token!.text !== "thg";
}

/** Behind `1st`, `1er`, `11-го`. */
function skipOrdinal(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token?.kind === "word" && !token.isSpaced && has(token, ROLE.ordinal) && !has(token, ROLE.month)) return index + 1;
  const word = tokens[index + 1];
  if (token?.text !== "-" || token.isSpaced || word?.isSpaced !== false) return index;
  return has(word, ROLE.ordinal) && !has(word, ROLE.month) ? index + 2 : index;
}

/** Whether the month follows, over points, dashes and small words. */
function isMonthAhead(tokens: readonly Token[], index: number): boolean {
  for (let ahead = index; ahead <= index + MOST_INNER; ahead++) {
    const token = tokens[ahead];
    if (token === undefined || token.kind === "number") return false;
    if (has(token, ROLE.month | ROLE.persianMonth | ROLE.monthMark)) return true;
    if (
      token.kind === "mark"
        ? !"-./_,".includes(token.text) || (token.text === "-" && token.isSpaced)
        : !has(token, ROLE.filler | ROLE.dayMark | ROLE.ordinal)
    ) {
      return false;
    }
  }
  return false;
}
