/** Furniture words by family, small letters, without the punctuation around them. */
export interface PhraseFamily {
  /** Texts that are furniture when they are the whole line. */
  readonly whole: readonly string[];
  /** Texts that are furniture alone, and when a colon and what `isRest` accepts follow them. */
  readonly labels: readonly string[];
  /** What may follow a label. */
  readonly isRest?: (rest: string) => boolean;
}

const LINE_EDGES = /^[\s\p{P}\p{S}]+|(?<![\s\p{P}\p{S}])[\s\p{P}\p{S}]+$/gu;
const LABEL = /^([^:：]{2,40})[:：]\s*(.*)$/s;
const LONGEST_LABEL = 40;
const COLON = 0x3a;
const WIDE_COLON = 0xff1a;
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
  const whole = new Set([...family.whole, ...family.labels]);
  const labels = new Set(family.labels);
  return (text) => {
    const line = text === lastLine.text ? lastLine : (lastLine = readPhrases(text));
    if (line.whole !== null && whole.has(line.whole)) return true;
    return line.label !== null && labels.has(line.label) && (family.isRest?.(line.rest) ?? false);
  };
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
  const whole = text.length <= LONGEST_WHOLE ? bare(text) : null;
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
    const code = text.charCodeAt(index);
    if (code === COLON || code === WIDE_COLON) return true;
  }
  return false;
}

function bare(text: string): string {
  const lower = text.toLowerCase();
  const isBare = isPlain(lower.charCodeAt(0)) && isPlain(lower.charCodeAt(lower.length - 1));
  return isBare ? lower : lower.replace(LINE_EDGES, "");
}

/** Small letters of ASCII and Russian, and digits: what most lines begin and end with. */
function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x44f) || (code >= 0x30 && code <= 0x39);
}
