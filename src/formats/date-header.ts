import { parseLanguageLabel } from "../fields/language-label.ts";
import { defineTextFormat, type LineView, type RecordContext, type RecordHeader } from "./format.ts";

/**
 * ` date 2025-11-11 EN`: the word, a day, month or year, and after one more blank the page's own first line.
 * The day may be one that no calendar has; that is for the date field to say. Tools that each set a byte order mark
 * leave two.
 */
const HEADER = /^\uFEFF{0,2}([ \t]*)date (\d{4}(?:-\d{2}){0,2})(?=\s|$)/;
/** The word in other letters, behind other blanks, or with a mark behind it. */
const LIKE_HEADER = /^\uFEFF{0,2}([ \t\u00A0\u3000]{0,8})date(?:[ \t\u00A0]{1,4}|[ \t]{0,2}[:：=][ \t]{0,4})(?=\S)/iu;
/** A day in other forms than a header's, a time behind it. */
const LIKE_DAY =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{8}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\p{L}\p{N}])[,;|]?/u;
/** What stands between the word and a language label: nothing, a word for nothing, or a day in two words or three. */
const LIKE_VALUE = /^(?:|(?:unknown|undefined|none|null|nan|n\/a|[-?]{1,4})|(?=\D*\d\D*\d)\S{1,24}(?: \S{1,12}){0,2})$/iu;
const LONGEST_LIKE_VALUE = 60;
const LOWER_CASE_START = /^\p{Ll}/u;
const SENTENCE_END = /[.!?…。！？]["'»”’)\]]?\s*$/u;
const FULL_DATE_LENGTH = 10;
/** Codes are declarations in all capitals or all small letters: `EN`, `eng`, but not the word `It`. */
const MIXED_CASE_CODE = /^(?:[A-Z][a-z]{1,2})$/;
/** Codes that a page's first line is more likely to be as a word or a name. */
const WORD_CODES: ReadonlySet<string> = new Set(
  "aa arm cat car dan fin hat her ice kin mac mar may min pan pap per run rum see sin sun tel ton".split(" "),
);
/** Small words that are codes too. */
const SMALL_WORDS: ReadonlySet<string> = new Set("am as be by do go he hi if in is it la me my no of or so to us we".split(" "));

const SPACE = 0x20;
const TAB = 0x09;
const LETTER_D = 0x64;
const CAPITAL_D = 0x44;
const NO_BREAK_SPACE = 0xa0;
const IDEOGRAPHIC_SPACE = 0x3000;
const UTF8_BOM = [0xef, 0xbb, 0xbf] as const;

/**
 * The layout of page crawls: ` date YYYY-MM-DD ` (or the month, or the year alone) and then the page's own
 * text, which begins on the same line. The header may be missing altogether.
 */
export const dateHeader = /* @__PURE__ */ defineTextFormat({
  name: "date-header",

  detect(sample) {
    const first = sample.lines.find((line) => line.trim() !== "");
    if (first === undefined) return 0;
    if (HEADER.test(first)) return 0.95;
    // A dump may begin with a record that has no header.
    return sample.lines.some((line) => line.startsWith(" date ") && HEADER.test(line)) ? 0.9 : WITHOUT_HEADER;
  },

  startsRecord(line, context) {
    if (!mayBeHeader(line)) return false;
    const match = HEADER.exec(line.text);
    return match !== null && isRealHeader(match, line.text, context);
  },

  readHeader(lines) {
    const first = lines[0] ?? "";
    const match = HEADER.exec(first);
    return match === null ? null : readHeaderLine(first, match);
  },

  resemblesHeader(text) {
    if (!mayResembleHeader(text.charCodeAt(0))) return false;
    const match = LIKE_HEADER.exec(text);
    if (match === null) return false;
    const rest = text.slice(match[0].length);
    return endsInDeclaration(rest) || (match[1] === " " && beginsWithDay(rest));
  },
});

/** A dump in which nothing speaks for any format is pages without headers. */
const WITHOUT_HEADER = 0.1;

/** Cheap gate: blanks, then a `d`. */
function mayBeHeader(line: LineView): boolean {
  let index = 0;
  while (index < 2 * UTF8_BOM.length && line.byteAt(index) === UTF8_BOM[index % UTF8_BOM.length]) index++;
  while (line.byteAt(index) === SPACE || line.byteAt(index) === TAB) index++;
  return line.byteAt(index) === LETTER_D;
}

/** Cheap gate: a blank, a byte order mark or the word's first letter. */
function mayResembleHeader(code: number): boolean {
  return code === SPACE || code === TAB || code === LETTER_D || code === CAPITAL_D || code === NO_BREAK_SPACE || code >= IDEOGRAPHIC_SPACE;
}

/**
 * Tells headers from look-alikes inside a text. Real ones are indented by one blank, which prose is not; at
 * the head of the dump and after a blank line the blank may have been trimmed. A line that goes on with a small
 * letter is text, unless the line before has ended its sentence.
 */
function isRealHeader(match: RegExpExecArray, text: string, context: RecordContext): boolean {
  if (context.isFirst) return true;
  const isIndented = match[1] === " ";
  const isSeparate = context.blankBefore > 0;
  if (isIndented && isSeparate) return true;
  if (!isIndented && !isSeparate) return false;
  const goesOn = LOWER_CASE_START.test(text.slice(match[0].length).trim());
  if (!goesOn) return true;
  return isIndented && match[2]!.length === FULL_DATE_LENGTH && context.previous !== null && SENTENCE_END.test(context.previous.text);
}

/** Whether a language label ends what is a date or stands for none otherwise: a page has no such lines. */
function endsInDeclaration(rest: string): boolean {
  if (rest.length > LONGEST_LIKE_VALUE) return false;
  const text = rest.trim();
  const labelStart = Math.max(...[" ", "\t", "("].map((mark) => text.lastIndexOf(mark))) + 1;
  const value = text.slice(0, labelStart).replace(/[\s,;|(]{1,8}$/u, "");
  return LIKE_VALUE.test(value) && isDeclaration(text.slice(labelStart).replace(/\)$/u, ""));
}

/** Whether a day is all there is, or what follows it does not go on with a small letter. */
function beginsWithDay(rest: string): boolean {
  const day = LIKE_DAY.exec(rest)?.[0];
  return day !== undefined && !LOWER_CASE_START.test(rest.slice(day.length).trim());
}

/** Whether the rest of a header line is a language label and not a word of the page. */
function isDeclaration(label: string): boolean {
  if (MIXED_CASE_CODE.test(label) || SMALL_WORDS.has(label) || WORD_CODES.has(label.toLowerCase())) return false;
  return parseLanguageLabel(label) !== null;
}

function readHeaderLine(line: string, match: RegExpExecArray): RecordHeader {
  const dateEnd = match[0].length;
  const date = { line: 0, start: dateEnd - match[2]!.length, end: dateEnd };
  const rest = line.slice(dateEnd);
  const label = rest.trim();
  if (label === "") return { end: { line: 1, column: 0 }, fields: { date } };
  const labelStart = dateEnd + rest.indexOf(label);
  if (!isDeclaration(label)) return { end: { line: 0, column: labelStart }, fields: { date } };
  return { end: { line: 1, column: 0 }, fields: { date, language: { line: 0, start: labelStart, end: labelStart + label.length } } };
}
