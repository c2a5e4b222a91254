import he from "#he";
import { textOfAnyUnits } from "../encoding/units.ts";
import { ANY_SPACE, classOf, findTraits, TRAIT } from "./traits.ts";

/** A line's text as it goes into an article, and what was taken out of it. */
export interface CleanText {
  text: string;
  /** Control characters that were removed. */
  controlCharacters: number;
}

/** Character references that end in a semicolon; example: `&nbsp;`, `&#8211;`, `&#x2014;`. */
const CHARACTER_REFERENCE = /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/g;
/** Joiners and direction marks, which mean something only beside a visible character. */
// oxlint-disable-next-line no-misleading-character-class -- the class is a list of single characters
const MARKS_ONLY = /^[\u200C-\u200F\u202A-\u202E\u2066-\u2069\uFE0E\uFE0F\u034F\u061C\u180E\u3164\u2800\s]*$/;
/** Traits of a text that {@link tidy} has to see. */
const UNTIDY = TRAIT.control | TRAIT.zeroWidth | TRAIT.spacing;
const NEEDS_CLEANING = UNTIDY | TRAIT.ampersand | TRAIT.edge | TRAIT.form;
/** What a character is that does not go into a tidy text as it stands. */
const NOT_KEPT = TRAIT.control | TRAIT.zeroWidth | ANY_SPACE;
const BLANK = 0x20;
/** Not the room of the decoders, which may still hold the record whose lines are cleaned. Longer texts get memory of their own. */
const MOST_ROOM = 1 << 16;
const room = new Uint16Array(MOST_ROOM);
/** More combining marks in a row than any writing has; shorter texts are not searched. */
const FEWEST_LONG_MARKS = 129;
const LONG_MARKS = /\p{M}{129}/u;
/** The same, whole; `split` keeps what stands in parentheses. */
const MARK_RUNS = /(\p{M}{129,})/u;

/**
 * Cleans one line: character references are decoded once, control and zero-width characters removed, every
 * run of white space (no-break spaces too) becomes one blank, ends are trimmed, and the result is in
 * normalisation form C. References without a semicolon are left alone: in plain text `&copy=` stands in an
 * address far more often than for ©. A line that shows nothing becomes the empty string.
 *
 * @param traits - what is known of the text's characters, see {@link TRAIT}
 */
export function cleanText(raw: string, traits: number = findTraits(raw)): CleanText {
  if ((traits & NEEDS_CLEANING) === 0) return { text: raw, controlCharacters: 0 };
  const decoded = traits & TRAIT.ampersand ? raw.replace(CHARACTER_REFERENCE, decodeReference) : raw;
  const isDecoded = decoded !== raw;
  let text = decoded;
  let controlCharacters = 0;
  if (isDecoded || traits & UNTIDY) ({ text, controlCharacters } = tidy(decoded));
  else if (traits & TRAIT.edge) text = decoded.trim();
  if (isDecoded || traits & TRAIT.form) {
    text = normalForm(text);
    if (MARKS_ONLY.test(text)) text = "";
  }
  return { text, controlCharacters };
}

/**
 * Takes control and zero-width characters out and makes every run of white space one blank, or nothing at an end. In
 * one pass and one array: patterns leave a string in memory for each place they find.
 */
function tidy(text: string): CleanText {
  const units = text.length > MOST_ROOM ? new Uint16Array(text.length) : room;
  let count = 0;
  let controlCharacters = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const bits = classOf(code);
    if ((bits & NOT_KEPT) === 0) units[count++] = code;
    else if ((bits & TRAIT.control) !== 0) controlCharacters++;
    else if ((bits & TRAIT.zeroWidth) === 0 && count > 0 && units[count - 1] !== BLANK) units[count++] = BLANK;
  }
  if (count > 0 && units[count - 1] === BLANK) count--;
  return { text: textOfAnyUnits(units, count), controlCharacters };
}

/**
 * Normalisation form C. Runtimes sort a run of marks in a time that grows with its square: 100,000 of them take
 * minutes. Unicode's Stream-Safe Text Format (UAX #15, section 13) knows no use of more than 30; a run far longer is
 * no writing, and is left as it stands.
 */
function normalForm(text: string): string {
  if (text.length < FEWEST_LONG_MARKS || !LONG_MARKS.test(text)) return text.normalize("NFC");
  return text
    .split(MARK_RUNS)
    .map((part, index) => (index % 2 === 1 ? part : part.normalize("NFC")))
    .join("");
}

/** `he` also reads the old names inside longer ones, `&copy` in `&copyright;`; those stay as they are. */
function decodeReference(reference: string): string {
  const decoded = he.decode(reference);
  return decoded.length > 1 && decoded.endsWith(";") ? reference : decoded;
}
