import he from "he";

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
/** Below this code every text is in Unicode normalisation form C already. */
const FIRST_COMBINING = 0x300;

/**
 * Cleans one line: character references are decoded once, control and zero-width characters removed, every
 * run of white space (no-break spaces too) becomes one blank, ends are trimmed, and the result is in
 * normalisation form C. References without a semicolon are left alone: in plain text `&copy=` stands in an
 * address far more often than for ©. A line that shows nothing becomes the empty string.
 */
export function cleanText(raw: string): CleanText {
  const traits = findTraits(raw);
  if (traits === 0) return { text: raw, controlCharacters: 0 };
  let text = raw;
  if (traits & HAS_AMPERSAND) text = text.replace(CHARACTER_REFERENCE, decodeReference);
  let controlCharacters = 0;
  if (traits & (HAS_CONTROL | HAS_AMPERSAND)) {
    text = text.replace(CONTROL_CHARACTERS, () => {
      controlCharacters++;
      return "";
    });
  }
  if (traits & (HAS_WIDE | HAS_AMPERSAND)) text = text.replace(ZERO_WIDTH, "");
  text = text.replace(WHITE_SPACE, " ").trim();
  if (traits & (HAS_COMBINING | HAS_AMPERSAND)) {
    text = text.normalize("NFC");
    if (MARKS_ONLY.test(text)) text = "";
  }
  return { text, controlCharacters };
}

/** `he` also reads the old names inside longer ones, `&copy` in `&copyright;`; those stay as they are. */
function decodeReference(reference: string): string {
  const decoded = he.decode(reference);
  return decoded.endsWith(";") && reference !== "&semi;" ? reference : decoded;
}

const HAS_AMPERSAND = 1;
const HAS_CONTROL = 2;
/** A space that is not single and inside, or a tab. */
const HAS_SPACING = 4;
/** A character from U+007F on. */
const HAS_WIDE = 8;
/** A character from {@link FIRST_COMBINING} on. */
const HAS_COMBINING = 16;

/** One look at every character code decides which of the clean-ups are needed; most lines need none. */
function findTraits(text: string): number {
  let traits = 0;
  let isAfterSpace = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x20) {
      isAfterSpace = false;
      if (code === 0x26) traits |= HAS_AMPERSAND;
      else if (code >= FIRST_COMBINING) traits |= HAS_WIDE | HAS_COMBINING;
      else if (code >= 0xa0) traits |= HAS_WIDE;
      else if (code >= 0x7f) traits |= HAS_WIDE | HAS_CONTROL;
      continue;
    }
    if (code !== 0x20) traits |= code === 0x09 ? HAS_SPACING : HAS_SPACING | HAS_CONTROL;
    else if (isAfterSpace) traits |= HAS_SPACING;
    isAfterSpace = true;
  }
  return isAfterSpace && text.length > 0 ? traits | HAS_SPACING : traits;
}
