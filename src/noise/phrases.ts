import { isColon } from "../text/colon.ts";

/** Phrases by language (BCP 47, `mul` for those of many), small letters, without punctuation around them; `|` between them. */
export type PhraseTable = Readonly<Record<string, string>>;

/** Furniture words by family. */
export interface PhraseFamily {
  /** Texts that are furniture when they are the whole line. */
  readonly whole: PhraseTable;
  /** Texts that are furniture alone, and when a colon and what `isRest` accepts follow them. */
  readonly labels: PhraseTable;
  /** What may follow a label. */
  readonly isRest?: (rest: string) => boolean;
}

/** All phrases of a table, those in Greek without accents, too, as capitals have them. */
export function phrasesOf(table: PhraseTable): Set<string> {
  const unaccented = (table["el"] ?? "").normalize("NFD").replaceAll("\u0301", "").normalize("NFC");
  const phrases = new Set([...Object.values(table), unaccented].flatMap((row) => row.split("|")));
  phrases.delete("");
  return phrases;
}

const LINE_EDGES = /^[\s\p{P}\p{S}]+|(?<![\s\p{P}\p{S}])[\s\p{P}\p{S}]+$/gu;
const LABEL = /^([^:：]{2,40})[:：]\s*(.*)$/s;
const LONGEST_LABEL = 40;
/** A word with a question mark is a question of an interview. */
const QUESTION_END = /[?？]\s*$/;
const LOWER_CASE_START = /^\p{Ll}/u;
const QUOTE_OR_DIGIT_START = /^["'«„“‘\p{Nd}]/u;
const SENTENCE_END = /[.。…;,]["'»”’)\]]?$/u;
const INNER_SENTENCE_END = /\p{L}{3}[.!?] /u;

/** Longest line in UTF-16 units that a label with its rest may have, and a whole phrase. */
export const LONGEST_PHRASE = 160;
const LONGEST_WHOLE = 60;
const LONGEST_CREDIT = 60;
const MOST_CREDIT_WORDS = 8;
/** So few words are a name even with a full stop behind them, or in small letters: `dpa.` */
const FEW_WORDS = 3;
const LONGEST_POINTER = 120;

/** Creates a test for one family's phrases, for lines up to {@link LONGEST_PHRASE}: two set look-ups a line. */
export function createPhraseTest(family: PhraseFamily): (text: string) => boolean {
  let whole: Set<string> | null = null; // made when the first line has come
  let labels: Set<string> | null = null;
  return (text) => {
    labels ??= phrasesOf(family.labels);
    whole ??= new Set([...phrasesOf(family.whole), ...labels]);
    const line = text === lastLine.text ? lastLine : (lastLine = readPhrases(text));
    if (line.whole !== null && whole.has(line.whole)) return true;
    return line.label !== null && labels.has(line.label) && (family.isRest?.(line.rest) ?? false);
  };
}

/** Longest line in UTF-16 units that the beginning of a notice makes one. */
export const LONGEST_NOTICE = 240;
/** Phrases are looked for among those that begin with the same so many UTF-16 units. */
const START_KEY = 3;
/** Units of a line that are compared with them. */
const LONGEST_START = 80;
const ASCII_CASE = 0x20;
const LEADING_EDGE = /^[\s\p{P}\p{S}]+/u;
/** What a person said or wrote is no notice. */
const QUOTATION = /["'«»‹›„“”‘’「『]/;

/** A letter of the scripts that put blanks between words. */
const LETTER = /^(?![\u3000-\uFFFF])[\p{L}\p{M}]/u;

/**
 * Creates a test for phrases that lines begin with. A phrase ends where a word does, unless its last character is `*`; in
 * a quotation it is none.
 */
export function createStartTest(table: PhraseTable): (text: string) => boolean {
  let byStart: Map<string, string[]> | null = null; // made when the first line has come
  return (text) => {
    byStart ??= groupByStart(table);
    let line = text;
    if (!isPlain(text.charCodeAt(0) | ASCII_CASE)) {
      const edge = LEADING_EDGE.exec(text.slice(0, LONGEST_START))?.[0] ?? "";
      if (QUOTATION.test(edge)) return false;
      line = text.slice(edge.length, LONGEST_START);
    }
    const candidates = byStart.get(fold(line.slice(0, START_KEY)));
    if (candidates === undefined) return false;
    const start = fold(line.slice(0, LONGEST_START));
    return candidates.some((phrase) =>
      phrase.endsWith("*") ? start.startsWith(phrase.slice(0, -1)) : start.startsWith(phrase) && !LETTER.test(start.charAt(phrase.length)),
    );
  };
}

function groupByStart(table: PhraseTable): Map<string, string[]> {
  const byStart = new Map<string, string[]>();
  for (const phrase of phrasesOf(table)) {
    const key = phrase.slice(0, START_KEY);
    const group = byStart.get(key);
    if (group === undefined) byStart.set(key, [phrase]);
    else group.push(phrase);
  }
  return byStart;
}

/** What the families compare. */
interface LinePhrases {
  readonly text: string;
  /** The whole line, `null` when it is too long. */
  readonly whole: string | null;
  /** What stands before a colon, and behind it. */
  readonly label: string | null;
  readonly rest: string;
}

/** The line asked about last: all families are asked about a line, one after the other. */
let lastLine = readPhrases("");

function readPhrases(text: string): LinePhrases {
  const phrase = text.length <= LONGEST_WHOLE ? bare(text) : null;
  const whole = phrase !== null && !phrase.includes(" ") && QUESTION_END.test(text) ? null : phrase;
  const label = holdsColon(text) ? LABEL.exec(text) : null;
  return label === null ? { text, whole, label: null, rest: "" } : { text, whole, label: bare(label[1]!), rest: label[2]!.trim() };
}

/** A name or two: short, not a sentence, not a quotation, not a number of things. */
export function isCreditRest(rest: string): boolean {
  if (rest.length > LONGEST_CREDIT || QUOTE_OR_DIGIT_START.test(rest)) return false;
  const words = rest.split(" ").length;
  if (words <= FEW_WORDS) return true;
  return words <= MOST_CREDIT_WORDS && !LOWER_CASE_START.test(rest) && !SENTENCE_END.test(rest) && !INNER_SENTENCE_END.test(rest);
}

/** A headline: it does not end like a sentence. */
export function isPointerRest(rest: string): boolean {
  return rest.length <= LONGEST_POINTER && !SENTENCE_END.test(rest);
}

/** Whether a colon stands where a label can end. */
function holdsColon(text: string): boolean {
  const end = Math.min(text.length, LONGEST_LABEL + 1);
  for (let index = 0; index < end; index++) {
    if (isColon(text.charCodeAt(index))) return true;
  }
  return false;
}

/** Small letters and straight apostrophes; the dot of a Turkish capital does not stay behind as a mark. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll("’", "'").replaceAll("i\u0307", "i");
}

/** A text as phrases are written: small letters, straight apostrophes, nothing around it. */
export function bare(text: string): string {
  const lower = fold(text);
  const isBare = isPlain(lower.charCodeAt(0)) && isPlain(lower.charCodeAt(lower.length - 1));
  return isBare ? lower : lower.replace(LINE_EDGES, "");
}

/** Small letters of ASCII and Russian, and digits: what most lines begin and end with. */
function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x44f) || (code >= 0x30 && code <= 0x39);
}
