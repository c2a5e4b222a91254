import type { DateEvidence } from "./date/evidence.ts";
import { findLabelledByline } from "./byline.ts";
import { findLabel, type DateLabel } from "./date/labels.ts";
import { digitValue, isDense } from "./date/characters.ts";
import { scanLine, type FoundDate, type ScannedLine } from "./date/scan.ts";
import type { Token } from "./date/tokens.ts";

/** How a date stands in its line. */
type DatePlace =
  /** A word says what it is: `Published: …`. */
  | "labelled"
  /** Alone in its line. */
  | "alone"
  /** Beside an author, a place or a reading time. */
  | "beside"
  /** Before the first sentence of a paragraph: `PARIS, Nov. 11 (AFP) -`. */
  | "dateline";

/** A date or time in a line of its own or nearly, where articles say when they were published. */
export interface BodyDate extends FoundDate {
  /** 0-based place in the lines given. */
  readonly index: number;
  readonly place: DatePlace;
  /** The line stands above the text, but for a lead. */
  readonly isHead: boolean;
  /** No sentence stands above the line. */
  readonly isTop: boolean;
  /** The line holds nothing else. */
  readonly isWholeLine: boolean;
}

/** Longer lines are prose; a label and its date stand in fewer characters. */
const LONGEST_DATE_LINE = 160;
const SHORTEST_DATE_LINE = 4;
/** A date with a place, an author or a label, as it stands in a line of its own. */
const LONGEST_BRIEF_LINE = 60;
/** A label alone on its line. */
const LONGEST_LABEL_LINE = 30;
/** Lines of a head, as the other fields know it; what stands below is text, teasers and tickers. */
const HEAD_LINES = 30;
/** What a sentence adds to the text above a line, and a short one: the words of an interview, a headline with a stop. */
const SENTENCE = 3;
const SHORT_SENTENCE = 1;
/** One sentence may stand above a date of the head, a lead; two are the text. */
const HEAD_TEXT = 2 * SENTENCE;
const SHORTEST_PARAGRAPH = 120;
const SHORTEST_DENSE_PARAGRAPH = 45;
const SHORTEST_SENTENCE = 80;
const SHORTEST_DENSE_SENTENCE = 30;
/** From here on a paragraph is no lead. */
const SHORTEST_TEXT = 480;
const SHORTEST_DENSE_TEXT = 190;
/** Lines below a date that are searched for the text. */
const TEXT_REACH = 40;
/** A labelled date is believed anywhere; these bounds keep prose out. */
const MOST_WORDS_BEFORE_LABELLED = 14;
const MOST_WORDS_AFTER_LABELLED = 8;
/** Words beside a date without a label: an author and an agency. */
const MOST_WORDS_BESIDE = 8;
const MOST_WORDS_BESIDE_TIME = 12;
/** A place before a day: `Frankfurt, …`. */
const MOST_WORDS_BEFORE_COMMA = 2;
/** A label names the date where so few words stand in the line besides. */
const MOST_LABEL_WORDS = 4;

/** How far the article has come above a line. */
interface Progress {
  /** Weight of the sentences, and of all that is as long as a paragraph. */
  sentences: number;
  text: number;
  /** Weight of text from which on dates without a label are not looked for. */
  limit: number;
  /** A line that is no sentence stands above the first one. */
  hasHeadline: boolean;
  /** The last line that shows something. */
  above: string;
}

/**
 * Finds the dates of an article's head, and the labelled ones below it. Below a lead, a date without a label counts
 * when the text goes on under it: else it is an event's, a comment's or another article's.
 */
export function findBodyDates(lines: readonly string[], evidence: DateEvidence): BodyDate[] {
  const found: BodyDate[] = [];
  const progress: Progress = { sentences: 0, text: 0, limit: HEAD_TEXT, hasHeadline: false, above: "" };
  let labelAbove: DateLabel | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line === "") continue;
    if (progress.text < progress.limit) weigh(line, progress);
    const isTop = progress.sentences < SENTENCE;
    const isHead = index < HEAD_LINES && progress.text < HEAD_TEXT;
    const isSearched = index < HEAD_LINES && progress.text < progress.limit;
    const isCandidate = line.length >= SHORTEST_DATE_LINE && line.length <= LONGEST_DATE_LINE && mayHoldDate(line);
    if (isCandidate && (isSearched || findLabel(line) !== null)) {
      const dates = readLine(line, index, { isHead, isTop, isSearched }, evidence).map((date) => withLabelAbove(date, labelAbove));
      const counted = dates.filter((date) => !isInDoubt(date) || isBelowLead(date, lines, progress));
      found.push(...counted);
      // Entries of a chronology contradict each other: the next one is looked at, too.
      if (counted.some(isInDoubt)) progress.limit = Math.max(progress.limit, progress.text + HEAD_TEXT);
    }
    labelAbove = isHead && !isCandidate && line.length <= LONGEST_LABEL_LINE ? findLabel(line) : null;
    progress.above = line;
  }
  return found;
}

/** A date below a sentence that nothing but its place makes the article's. */
function isInDoubt({ place, isHead, isTop }: BodyDate): boolean {
  return place !== "labelled" && isHead && !isTop;
}

function weigh(line: string, progress: Progress): void {
  const weight = sentenceWeight(line);
  progress.hasHeadline ||= weight === 0 && progress.text === 0;
  progress.sentences += weight;
  progress.text += textWeight(line);
}

/** What a line adds to the text, whatever it ends in. */
function textWeight(line: string): number {
  if (!isParagraph(line)) return sentenceWeight(line);
  return line.length >= (isDenseLine(line) ? SHORTEST_DENSE_TEXT : SHORTEST_TEXT) ? HEAD_TEXT : SENTENCE;
}

/** What a line adds to the text, when it reads like a sentence of a body; long headlines may ask, cry out or quote. */
function sentenceWeight(line: string): number {
  const shortest = isDenseLine(line) ? SHORTEST_DENSE_SENTENCE : SHORTEST_SENTENCE;
  if (line.length < shortest / 2) return 0;
  const hasStop = QUOTED_STOP.test(line.slice(-QUOTED_STOP_UNITS));
  if (!hasStop && !endsSentence(line)) return 0;
  return line.length >= shortest && (hasStop || isParagraph(line)) ? SENTENCE : SHORT_SENTENCE;
}

/** Whether a line reads like a sentence of a body, or several. */
export function isWholeSentence(line: string): boolean {
  return sentenceWeight(line) === SENTENCE;
}

/** A full stop, and the quotation marks and brackets that close behind it. */
const QUOTED_STOP = /[.…。．۔।։።]["'”’»“」』)）\]]{0,2}$/u;
const QUOTED_STOP_UNITS = 3;

/**
 * Whether a date stands between lead and text: the line above announces nothing (`The next public meeting:`), and
 * the text goes on, for longer where neither headline nor author show that the sentence above is a lead.
 */
function isBelowLead({ index, place }: BodyDate, lines: readonly string[], { hasHeadline, above }: Progress): boolean {
  if (endsWithColon(above)) return false;
  const isShown = hasHeadline || place === "beside" || findLabelledByline(above) !== null;
  const needed = isShown ? HEAD_TEXT : 2 * HEAD_TEXT;
  let text = 0;
  for (let next = index + 1; next < lines.length && next <= index + TEXT_REACH && text < needed; next++) {
    text += textWeight(lines[next]!);
  }
  return text >= needed;
}

function endsWithColon(line: string): boolean {
  return line.endsWith(":") || line.endsWith("：");
}

/** Whether a line is no longer than a date with a place or a name, and has numbers. */
export function mayBeDateLine(text: string): boolean {
  return text.length <= LONGEST_BRIEF_LINE && text.length >= SHORTEST_DATE_LINE && mayHoldDate(text);
}

/** `Updated:` alone on the line above says what a date that has its line for itself is. */
function withLabelAbove(date: BodyDate, label: DateLabel | null): BodyDate {
  if (label === null || date.label !== null || date.place !== "alone" || date.start > 0) return date;
  return { ...date, label, place: "labelled" };
}

/** Whether a line holds a day, perhaps its time and label, and nothing else. */
export function isDateLine(text: string, evidence: DateEvidence): boolean {
  if (text.length > LONGEST_DATE_LINE || !mayHoldDay(text)) return false;
  const line = scanLine(text, evidence);
  return line.dates.some(({ date }) => date !== null) && isWhole(line);
}

function isParagraph(text: string): boolean {
  if (text.length < SHORTEST_DENSE_PARAGRAPH) return false;
  return text.length >= SHORTEST_PARAGRAPH || isDenseLine(text);
}

function isDenseLine(text: string): boolean {
  return isDense(text.charCodeAt(text.length >> 1));
}

/**
 * Whether a line can hold a day or a time: three or four digits in a row, or two numbers with a mark, a blank or a
 * letter like `h` between them; or the ideograph for year, whose numbers may be ideographs too. Most lines end here.
 */
function mayHoldDate(text: string): boolean {
  let run = 0;
  let lastDigit = -NUMBER_GAP;
  let numbers = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === YEAR_IDEOGRAPH) return true;
    if (!isDigit(code)) {
      run = 0;
      continue;
    }
    if (run === 0) numbers = index - lastDigit <= NUMBER_GAP ? numbers + 1 : 1;
    run++;
    if (run === 4 || numbers >= 2) return true;
    lastDigit = index;
  }
  return numbers === 1 && isShortHead(text);
}

function isDigit(code: number): boolean {
  return code < 0x3a ? code >= 0x30 : code >= 0x660 && digitValue(code) >= 0;
}

/**
 * Whether a line can say a day with its month and year: two numbers at least, a long one, or the ideograph for year.
 * Years alone stand in notices of copyright, numbers alone in addresses.
 */
function mayHoldDay(text: string): boolean {
  let run = 0;
  let numbers = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === YEAR_IDEOGRAPH) return true;
    run = isDigit(code) ? run + 1 : 0;
    if (run === 1) numbers++;
    if (numbers > 1 || run === SHORTEST_COMPACT_DATE) return true;
  }
  return false;
}

/** Digits of a day written as one number: `251111`, `20251111`. */
const SHORTEST_COMPACT_DATE = 6;

/** A word for today or an hour alone stands in lines hardly longer: `heute, 7 Uhr`, `3 pm`. */
function isShortHead(text: string): boolean {
  return text.length <= LONGEST_LABEL_LINE;
}

const YEAR_IDEOGRAPH = 0x5e74;
/** From the last digit of one number to the first of the next: `15:00`, `11. 11.`, `22, 24`, `11 Nov 25`. */
const NUMBER_GAP = 14;

/** Where a line stands in the article. */
interface Position {
  readonly isHead: boolean;
  readonly isTop: boolean;
  /** Dates without a label count, if only to contradict another. */
  readonly isSearched: boolean;
}

function readLine(text: string, index: number, position: Position, evidence: DateEvidence): BodyDate[] {
  const line = scanLine(text, evidence);
  if (line.dates.length === 0) return [];
  const isWholeLine = isWhole(line);
  const found: BodyDate[] = [];
  for (const date of line.dates) {
    const place = placeOf(text, line, date, isWholeLine, position);
    if (place !== null) found.push({ ...date, index, place, isHead: position.isHead, isTop: position.isTop, isWholeLine });
  }
  return found;
}

/** Nothing stands in the line but dates, their labels and `Uhr`-like words. */
function isWhole({ dates, before, between, after }: ScannedLine): boolean {
  if (after.length > 0) return false;
  const [first, ...others] = dates;
  if (before.length > 0 && (first!.label === null || before.length > MOST_LABEL_WORDS)) return false;
  return between.length === 0 || (between.length <= MOST_LABEL_WORDS * others.length && others.every(({ label }) => label !== null));
}

function placeOf(
  text: string,
  line: ScannedLine,
  date: FoundDate,
  isWholeLine: boolean,
  { isSearched, isTop }: Position,
): DatePlace | null {
  if (date.label !== null && isLabelled(text, line, date)) return "labelled";
  if (!isSearched) return null;
  // A time without a day belongs to what stands around it.
  if (isWholeLine) return isTop || date.date !== null || date.problem !== null ? "alone" : null;
  if (date.date === null && date.problem === null) return null;
  return isBeside(text, line, date) ? "beside" : null;
}

/** The words between the label and its date are few, and no sentence goes on behind it. */
function isLabelled(text: string, { before, after, dates }: ScannedLine, date: FoundDate): boolean {
  const isFirst = date === dates[0];
  if (isFirst && before.length > MOST_WORDS_BEFORE_LABELLED) return false;
  const rest = text.slice(dates.at(-1)!.end).trimStart();
  if (after.length === 0) return before.length <= MOST_LABEL_WORDS || !endsSentence(text) || hasSeparator(text.slice(0, dates[0]!.start));
  if (after.length > MOST_WORDS_AFTER_LABELLED) return false;
  return isSeparator(rest) || (before.length <= MOST_LABEL_WORDS && !endsSentence(text));
}

const SEPARATORS = "|•·-–—/([,;:•‧●►■";

function isSeparator(rest: string): boolean {
  return rest !== "" && SEPARATORS.includes(rest[0]!);
}

function hasSeparator(text: string): boolean {
  return [..."|•·:：/"].some((mark) => text.includes(mark));
}

/** `a.m.`: no end of a sentence. */
const ABBREVIATION_END = /\p{L}\.\p{L}\.$/u;
const SENTENCE_ENDS = '.!?…。！？．؟۔।։።။"”»』」';

function endsSentence(text: string): boolean {
  return SENTENCE_ENDS.includes(text[text.length - 1]!) && !ABBREVIATION_END.test(text.slice(-4));
}

/** Beside an author, a place, a reading time: a short line that is no sentence, no quotation and no caption. */
function isBeside(text: string, { dates, before, between, after }: ScannedLine, date: FoundDate): boolean {
  if (text.startsWith(">") || text.includes("@") || endsSentence(text)) return false;
  const count = before.length + between.length + after.length;
  const hasTime = date.time !== null;
  if (count > (hasTime ? MOST_WORDS_BESIDE_TIME : MOST_WORDS_BESIDE)) return false;
  const lead = text.slice(0, dates[0]!.start).trimEnd();
  const rest = text.slice(dates.at(-1)!.end).trimStart();
  if (before.length === 0) return hasTime || isSeparator(rest) || after.length <= 4 || rest.includes(":") || rest.includes("：");
  if (hasTime) return true;
  const last = lead.at(-1)!;
  if (last === ",") return before.length <= MOST_WORDS_BEFORE_COMMA;
  return after.length <= 3 && (SEPARATORS.includes(last) ? isNameLike(before, text) || before.length <= 4 : isByline(before, text));
}

/** An author's line: every long word begins with a capital. */
function isNameLike(words: readonly Token[], text: string): boolean {
  return words.every(({ start, end }) => end - start <= 3 || isCapital(text, start));
}

function isByline(words: readonly Token[], text: string): boolean {
  return words.length >= 2 && words.length <= 6 && isNameLike(words, text) && words.every(({ kind }) => kind === "word");
}

function isCapital(text: string, index: number): boolean {
  const letter = text[index]!;
  return letter !== letter.toLowerCase();
}

function isCaseless(text: string, index: number): boolean {
  const letter = text[index]!;
  return letter.toUpperCase() === letter.toLowerCase();
}

/** Part of a paragraph that a dateline can stand in. */
const DATELINE_REACH = 90;
/** Paragraphs whose beginnings are looked at. */
const DATELINE_LINES = 3;
const MOST_DATELINE_WORDS = 6;
/** What closes a dateline: a dash, or the ideograph for `wire` behind the day. */
const DATELINE_END = / [-–—] | [-–—]|[)）] ?[-–—]|\)|电|電|訊|讯/u;

/** The date before the first sentence of the first paragraphs: `МОСКВА, 30 сентября - ИА`, `新华社北京11月11日电`. */
export function findDateline(lines: readonly string[], evidence: DateEvidence): BodyDate | null {
  let seen = 0;
  for (const [index, text] of lines.entries()) {
    if (text.length < SHORTEST_DENSE_PARAGRAPH) continue;
    if (++seen > DATELINE_LINES) return null;
    const head = text.slice(0, DATELINE_REACH);
    const end = DATELINE_END.exec(head);
    if (end === null) continue;
    const line = scanLine(head.slice(0, end.index), evidence);
    const [date] = line.dates;
    if (line.dates.length !== 1 || date === undefined || (date.date?.length !== 10 && date.monthDay === null)) continue;
    const words = [...line.before, ...line.after];
    if (
      words.length === 0 ||
      words.length > MOST_DATELINE_WORDS ||
      !words.every((word) => word.end - word.start <= 3 || isCapital(head, word.start) || isCaseless(head, word.start))
    )
      continue;
    return { ...date, index, place: "dateline", isHead: true, isTop: false, isWholeLine: false };
  }
  return null;
}
