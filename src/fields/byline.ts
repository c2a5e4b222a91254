import { isAgency } from "./agencies.ts";
import { findLabel } from "./field-labels.ts";
import { BLANK, DENSE_LETTER, DIGIT, isCased, kindOf, LETTER } from "./title/characters.ts";

/** A stretch of a cleaned line. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** Longest author line in UTF-16 units, and longest in writing without blanks. */
const LONGEST_BYLINE = 120;
const LONGEST_DENSE_NAMES = 36;
/** Longest author line far from the headline, and longest name in writing without blanks there. */
export const LONGEST_ANYWHERE = 70;
const LONGEST_DENSE_NAME = 14;
/** Most words of the names on a line, and of one that no label announces. */
const MOST_WORDS = 12;
const MOST_BARE_WORDS = 4;
const MOST_UNCASED_WORDS = 6;

/** Small words between the parts of a name. */
const PARTICLES: ReadonlySet<string> = new Set(
  "de da di do dos das del della delle degli du des d la le el al bin ibn ben van von vom der den ter ten te zu zur af av 't y und".split(
    " ",
  ),
);
/** Words between names. */
const CONNECTORS: ReadonlySet<string> = new Set(
  "and und y e et en i a и та і й og och ja ve dan và si și és και & with mit con avec".split(" "),
);
/** Words that no name has though a headline writes them with a capital. */
const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    "the of is are was were be to in on at for from with without your you we our my his her their its it this that these those how what why when where who which will can could should " +
    "not no new more most all about after before over under into out up down der die das ein eine und ist sind wird wie was warum nach bei mit für auf aus zum zur nicht kein " +
    "les une dans sur pour avec est sont pas los las una con para por que como es son il lo gli che per non sono " +
    "save article contributing commentary by sign log terms privacy policy cookie cookies back next previous view image images photo tags topics related popular latest trending here now today yesterday file teilen drucken anhören merken artikel " +
    "share print comments comment email facebook twitter whatsapp telegram instagram linkedin subscribe newsletter login menu home search follow advertisement read watch listen video photos gallery live news updated published"
  ).split(" "),
);
/** What people who write news are called behind or before their names in writing without capitals. */
const REPORTER_SUFFIX = /(?:기자|특파원|記者|特派員|記者報導|記者報道)$/u;
const REPORTER_PREFIX =
  /^[（(【[]?\s?(?:本报|本報|本刊|本网|本台|新华社|新華社|中新社|实习|见习|特约|驻\p{Script=Han}{1,6})?(?:记者|記者|通讯员|通訊員|实习生)\s?/u;

/** Where the names of an author line with a label stand: `By A. Writer`, `Автор: …`; `null` for anything else. */
export function findLabelledByline(text: string): TextPart | null {
  if (text.length < 5 || text.length > LONGEST_BYLINE) return null;
  const label = findLabel(text);
  if (label === null || label.kind !== "byline") return findReporter(text);
  if (!label.hasColon && !label.isPreposition) return findReporter(text);
  return findNames(text, label.valueStart, label.hasColon) ?? findReporter(text);
}

/** Whether a line is a labelled author and little else, short enough to be one anywhere in a text. */
export function isBylineLine(text: string): boolean {
  if (text.length > LONGEST_ANYWHERE) return false;
  const label = findLabel(text);
  if (label === null || label.kind !== "byline") return false;
  const part = findLabelledByline(text);
  return (
    part !== null &&
    part.start >= label.valueStart &&
    (part.end - part.start <= LONGEST_DENSE_NAME || kindOf(text.charCodeAt(part.start)) !== DENSE_LETTER)
  );
}

/** `홍길동 기자`, `本报记者 王小明`: writing in which a word, not a label, tells the author. */
function findReporter(text: string): TextPart | null {
  const kind = kindOf(text.charCodeAt(0));
  if (text.length > LONGEST_DENSE_NAMES || (kind === LETTER && isCased(text.charCodeAt(0)))) return null;
  if (REPORTER_SUFFIX.test(text) || REPORTER_PREFIX.test(text)) return hasSentenceMarks(text) ? null : { start: 0, end: text.length };
  return null;
}

/** Names alone on a line, as they stand below a headline; how many words that are depends on what stands beside. */
export function findBareNames(text: string): TextPart | null {
  if (text.length < 3 || text.length > LONGEST_BYLINE) return null;
  const first = text.charCodeAt(0);
  if (isAgency(text)) return { start: 0, end: text.length };
  if (kindOf(first) !== LETTER || !isCased(first)) return null;
  const names = findNames(text, 0, false);
  if (names === null) return null;
  const words = text.slice(names.start, names.end).split(" ");
  const isWhole = names.end === text.length || /^[\s,|•·@(–-]/u.test(text.slice(names.end));
  return words.length >= 2 && words.length <= MOST_BARE_WORDS + connectorCount(words) * MOST_BARE_WORDS && isWhole ? names : null;
}

function connectorCount(words: readonly string[]): number {
  return words.filter((word) => CONNECTORS.has(word.toLowerCase())).length;
}

/**
 * The stretch of names from a column on. It may end before a mark (`|`, `•`, `@`), a date or a comma with a
 * newspaper, a place or an office behind it; what is behind must not read on like a sentence.
 */
function findNames(text: string, from: number, isLabelled: boolean): TextPart | null {
  let start = from;
  while (start < text.length && kindOf(text.charCodeAt(start)) === BLANK) start++;
  if (start === text.length) return null;
  const first = text.charCodeAt(start);
  const kind = kindOf(first);
  if (kind === DENSE_LETTER || (kind === LETTER && !isCased(first))) return uncasedNames(text, start, isLabelled);
  let words = 0;
  let names = 0;
  let end = start;
  let before = start;
  let index = start;
  while (index < text.length) {
    const wordEnd = endOfWord(text, index);
    const word = text.slice(index, wordEnd);
    const bare = word.replace(END_MARKS, "");
    const lower = bare.toLowerCase();
    const isCapital = startsCapital(bare);
    if (isCapital && NOT_NAMES.has(lower)) break;
    if (!isCapital && !PARTICLES.has(lower) && !CONNECTORS.has(lower) && !isAgency(bare)) break;
    if (++words > MOST_WORDS) return null;
    if (isCapital || isAgency(bare)) {
      names++;
      before = end;
      end = word === bare || isInitial(word) ? index + word.length : index + bare.length;
    }
    const at = bare.indexOf("@", 1);
    if (at > 0) {
      end = index + at;
      break;
    }
    index = wordEnd;
    while (index < text.length && kindOf(text.charCodeAt(index)) === BLANK) index++;
    if (/[,;]$/u.test(word) && !isCapitalAt(text, index)) break;
  }
  if (names > 1 && MONTH_REST.test(text.slice(end, end + 12))) {
    names--;
    end = before;
  }
  if (names === 0 || end <= start) return null;
  if (!isRestFine(text, end)) return null;
  const isEnough = names >= 2 || isLabelled || isAgency(text.slice(start, end));
  return isEnough ? { start, end } : null;
}

/** Day and year behind what then is a month: `December 22, 2023`. */
const MONTH_REST = /^,? \d{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)\d\d/u;

/** What closes a word. */
const END_MARKS = /(?<![.,;:)])[.,;:)]+$/u;

/** Names in writing without capitals: few words, no sentence. */
function uncasedNames(text: string, start: number, isLabelled: boolean): TextPart | null {
  const value = text.slice(start);
  if (hasSentenceMarks(value)) return null;
  const isDense = kindOf(text.charCodeAt(start)) === DENSE_LETTER;
  if (isDense) return isLabelled && value.length <= LONGEST_DENSE_NAMES ? { start, end: text.length } : null;
  const words = value.split(" ").length;
  return words <= (isLabelled ? MOST_UNCASED_WORDS + 2 : MOST_UNCASED_WORDS) && words >= (isLabelled ? 1 : 2) && value.length <= 60
    ? { start, end: text.length }
    : null;
}

const SENTENCE_MARKS = /[.!?…。！？؟۔।,，、；;：:«»"“”]/u;
function hasSentenceMarks(value: string): boolean {
  return SENTENCE_MARKS.test(value.replace(/[،,、]/gu, ""));
}

function endOfWord(text: string, from: number): number {
  let index = from;
  while (index < text.length && kindOf(text.charCodeAt(index)) !== BLANK) index++;
  return index;
}

function isCapitalAt(text: string, index: number): boolean {
  return startsCapital(text.slice(index, index + 2));
}

/** A capital of a script that has them, perhaps behind an opening mark. */
function startsCapital(word: string): boolean {
  const head = word.charAt(0) === "(" || word.charAt(0) === "“" || word.charAt(0) === '"' ? word.charAt(1) : word.charAt(0);
  return head !== "" && kindOf(head.charCodeAt(0)) === LETTER && head !== head.toLowerCase();
}

/** `J.`, `Jr.`, `Th.` */
function isInitial(word: string): boolean {
  return word.length <= 3 && word.endsWith(".");
}

/** A date in words behind the names. */
const MONTH_DATE = /^(?:on )?\p{L}{3,12}\.? \d{1,2},? ?(?:(?:19|20)\d\d)?.{0,30}$/u;
/** Longest text behind the names, and most words of an office: `, staff writer`. */
const LONGEST_REST = 70;
const MOST_OFFICE_WORDS = 7;
const SENTENCE_END = /[.!?…]["'”»]?$/u;

/** What may stand behind names: nothing, a mark, a date, a comma and a few words that are no sentence. */
function isRestFine(text: string, end: number): boolean {
  const rest = text.slice(end).trim();
  if (rest === "" || rest === "." || rest === ",") return true;
  if (rest.length > LONGEST_REST) return false;
  const code = rest.charCodeAt(0);
  if (kindOf(code) === DIGIT) return true;
  if (MONTH_DATE.test(rest)) return true;
  const isMark = "|•·@/–—-(".includes(rest.charAt(0));
  if (isMark) return !SENTENCE_END.test(rest) || hasDigit(rest);
  if (rest.startsWith(",") || rest.startsWith(".,")) return !SENTENCE_END.test(rest) && rest.split(" ").length <= MOST_OFFICE_WORDS;
  return false;
}

function hasDigit(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (kindOf(text.charCodeAt(index)) === DIGIT) return true;
  return false;
}
