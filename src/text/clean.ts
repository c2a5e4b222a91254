import he from "#he";
import { findTraits, TRAIT } from "./traits.ts";

/** A line's text as it goes into an article, and what was taken out of it. */
export interface CleanText {
  text: string;
  /** Control characters that were removed. */
  controlCharacters: number;
}

/** Character references that end in a semicolon; example: `&nbsp;`, `&#8211;`, `&#x2014;`. */
const CHARACTER_REFERENCE = /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/g;
/** C0 controls but tab and line ends, delete, and C1 controls. */
// oxlint-disable-next-line no-control-regex -- these characters are what is looked for
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
/** Characters that show nothing and carry no meaning: soft hyphen, zero-width space, word joiner, byte order mark. */
const ZERO_WIDTH = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Every white space there is, no-break ones and form feed included. */
const WHITE_SPACE = /[\s\u0085]+/g;
/** Joiners and direction marks, which mean something only beside a visible character. */
// oxlint-disable-next-line no-misleading-character-class -- the class is a list of single characters
const MARKS_ONLY = /^[\u200C-\u200F\u202A-\u202E\u2066-\u2069\uFE0E\uFE0F\u034F\u061C\u180E\u3164\u2800\s]*$/;
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
  const { ampersand, control, zeroWidth, form, edge } = TRAIT;
  let text = raw;
  if (traits & ampersand) text = text.replace(CHARACTER_REFERENCE, decodeReference);
  let controlCharacters = 0;
  if (traits & (control | ampersand)) {
    text = text.replace(CONTROL_CHARACTERS, () => {
      controlCharacters++;
      return "";
    });
  }
  if (traits & (zeroWidth | ampersand)) text = text.replace(ZERO_WIDTH, "");
  if (traits & SPACING_OR_WHAT_MAKES_IT) text = text.replace(WHITE_SPACE, " ").trim();
  else if (traits & edge) text = text.trim();
  if (traits & (form | ampersand)) {
    text = normalForm(text);
    if (MARKS_ONLY.test(text)) text = "";
  }
  return { text, controlCharacters };
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

/** Taking something out may leave two blanks side by side, or one at an end. */
const SPACING_OR_WHAT_MAKES_IT = TRAIT.spacing | TRAIT.ampersand | TRAIT.control | TRAIT.zeroWidth;
const NEEDS_CLEANING = SPACING_OR_WHAT_MAKES_IT | TRAIT.edge | TRAIT.form;
