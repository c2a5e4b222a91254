import { createUnitCopier } from "../../text/copy-units.ts";
import { CLASS, characterTables } from "./character-classes.ts";
import { roomFor } from "./room.ts";

/** A line as the model sees it. */
export interface ModelLine {
  /** Cleaned text, not empty. */
  readonly text: string;
  /** Blank lines before it. */
  readonly blankBefore: number;
  /** Number of the rule group that would take it; 0: none. */
  readonly hint: number;
  /** Other records of the dump that have the line, as far as it is known. */
  readonly repeats: number;
}

/** Features of a line by itself, by their place in a row. */
export const LINE = {
  width: 0,
  words: 1,
  end: 2,
  innerStops: 3,
  digits: 4,
  upper: 5,
  capitalised: 6,
  separators: 7,
  commas: 8,
  quotes: 9,
  start: 10,
  letters: 11,
  wordLength: 12,
  address: 13,
  blankBefore: 14,
  hint: 15,
  repeats: 16,
  brackets: 17,
  colons: 18,
  known: 19,
  odds: 20,
  leastOdds: 21,
  unknown: 22,
  content: 23,
  twins: 24,
  isSentence: 25,
  mostOdds: 26,
} as const;

/** Places of a row. */
export const LINE_FEATURES = 27;

/** The head of a line that is looked at in UTF-16 units: longer lines are text, whatever follows. */
const HEAD_UNITS = 128;
/** A character of a writing without blanks says as much as this many letters. */
const DENSE_WIDTH = 2.5;
/** Width of an obvious sentence, and of an obvious short line. */
const SENTENCE_WIDTH = 90;
const SHORT_WIDTH = 45;
const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
/** Table cells for a token; a collision costs a little accuracy and nothing else. */
const CELLS_PER_TOKEN = 4;
const MOST_CELLS = 1 << 15;
/** Doubts a token odd of few occurrences. */
const ODDS_PRIOR = 1.5;

/** Ends of lines from furniture to sentence. */
const END = { letter: 0, digit: 1, other: 2, comma: 3, colon: 4, ellipsis: 5, call: 6, stop: 7 } as const;
/** From this end on a line ends as sentences do. */
export const SENTENCE_END = END.call;
export const START = { upper: 0, caseless: 1, lower: 2, digit: 3, quote: 4, separator: 5, other: 6 } as const;

const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ELLIPSIS = 0x2026;
const AT_SIGN = 0x40;
const SLASH = 0x2f;

/** Two characters that are counted apart from their class. */
const SLASH_KIND = 15;
const AT_SIGN_KIND = 16;

// What is known of a UTF-16 unit, in one number: below, the unit as tokens have it, capitals as small letters; then
// its kind, in five bits; then a bit for each of the following.
const FOLDED_MASK = 0xffff;
const KIND = 16;
const KIND_MASK = 31;
/** Part of a word or number: letters, digits and marks. */
const JOINS = 1 << 21;
const LETTER = 1 << 22;
const CAPITAL_PLACE = 23;
const CAPITAL = 1 << CAPITAL_PLACE;
/** What makes a stop before it the end of a sentence. */
const BREAK = 1 << 24;

let unitTraits: Int32Array | null = null; // made at first use

function readTraits(): Int32Array {
  unitTraits ??= makeTraits();
  return unitTraits;
}

function makeTraits(): Int32Array {
  const { classes, lower } = characterTables();
  const bitsOf = Array.from(Object.values(CLASS), (kind) => (kind << KIND) | bitsOfClass(kind));
  const traits = Int32Array.from(classes, (kind, unit) => bitsOf[kind]! | lower[unit]!);
  traits[SLASH] = (SLASH_KIND << KIND) | SLASH;
  traits[AT_SIGN] = (AT_SIGN_KIND << KIND) | AT_SIGN;
  return traits;
}

function bitsOfClass(kind: number): number {
  switch (kind) {
    case CLASS.lower:
    case CLASS.caseless:
      return JOINS | LETTER;
    case CLASS.upper:
      return JOINS | LETTER | CAPITAL;
    case CLASS.digit:
    case CLASS.mark:
      return JOINS;
    case CLASS.dense:
    case CLASS.space:
      return BREAK;
    default:
      return 0;
  }
}

/** Measures the lines of one record after another; the arrays are used again for the next. */
export interface LineMeter {
  /** Rows of {@link LINE_FEATURES} numbers, one a line; valid until the next call. */
  measure(lines: readonly ModelLine[]): Float32Array;
}

/** Creates a meter with buffers of its own. */
export function createLineMeter(): LineMeter {
  const { classes } = characterTables();
  const traitsOf = readTraits();
  const kinds = new Uint16Array(KIND_MASK + 1); // how many characters of a line's head are of each kind
  const units = new Uint16Array(HEAD_UNITS + 1);
  const copyUnits = createUnitCopier(units);
  let rows = new Float32Array(64 * LINE_FEATURES);
  let tokens = new Int32Array(4096);
  let tokenEnds = new Int32Array(64);
  let lineHashes = new Int32Array(64);
  let sentenceCounts = new Uint32Array(0);
  let shortCounts = new Uint32Array(0);
  let otherCounts = new Uint32Array(0);
  let tokenCount = 0;

  /** Looks at every character of a line's head once, word by word. */
  function scanLine(line: ModelLine, index: number): void {
    const { text } = line;
    const length = text.length;
    const head = length > HEAD_UNITS ? HEAD_UNITS : length;
    copyUnits(text, head);
    units[head] = 0; // ends the last word
    if (tokenCount + head > tokens.length) tokens = grow(tokens, tokenCount + head);
    kinds.fill(0);
    let innerStops = 0;
    let words = 0;
    let capitalised = 0;
    let letters = 0;
    let capitals = 0;
    let digits = 0;
    let before: number = CLASS.space;
    for (let at = 0; at < head;) {
      const code = units[at]!;
      let traits = traitsOf[code]!;
      if ((traits & JOINS) === 0) {
        const kind = (traits >> KIND) & KIND_MASK;
        kinds[kind]!++;
        if (kind === CLASS.dense) tokens[tokenCount++] = Math.imul(HASH_SEED ^ code, HASH_PRIME) | 1;
        if ((traits & BREAK) !== 0 && endsSentence(kind, before, at)) innerStops++;
        before = kind;
        at++;
        continue;
      }
      let hash = HASH_SEED;
      if ((traits & LETTER) !== 0) words++;
      if ((traits & CAPITAL) !== 0) capitalised++;
      for (; (traits & JOINS) !== 0; traits = traitsOf[units[++at]!]!) {
        if ((traits & LETTER) !== 0) {
          letters++;
          capitals += (traits >> CAPITAL_PLACE) & 1;
        } else if (((traits >> KIND) & KIND_MASK) === CLASS.digit) {
          digits++;
          continue; // numbers are all the same token
        }
        hash = Math.imul(hash ^ (traits & FOLDED_MASK), HASH_PRIME) | 1;
      }
      tokens[tokenCount++] = hash;
      before = CLASS.lower;
    }
    tokenEnds[index] = tokenCount;
    const dense = kinds[CLASS.dense]!;
    const slashes = kinds[SLASH_KIND]!;
    const scale = length / head;
    const width = (length + dense * scale * (DENSE_WIDTH - 1)) | 0;
    const end = endOf(text);
    const row = index * LINE_FEATURES;
    rows[row + LINE.width] = width;
    rows[row + LINE.words] = words + dense / 2;
    rows[row + LINE.end] = end;
    rows[row + LINE.innerStops] = innerStops;
    rows[row + LINE.digits] = digits / head;
    rows[row + LINE.upper] = capitals / (letters + dense + 1);
    rows[row + LINE.capitalised] = words === 0 ? 0 : capitalised / words;
    rows[row + LINE.separators] = kinds[CLASS.separator]! + slashes;
    rows[row + LINE.commas] = (kinds[CLASS.comma]! * 100) / (head + dense);
    rows[row + LINE.quotes] = kinds[CLASS.quote]!;
    rows[row + LINE.start] = startOf(text);
    rows[row + LINE.letters] = (letters + dense) / head;
    rows[row + LINE.wordLength] = words === 0 ? 0 : letters / words;
    rows[row + LINE.address] = slashes + 2 * kinds[AT_SIGN_KIND]!;
    rows[row + LINE.blankBefore] = line.blankBefore > 9 ? 9 : line.blankBefore;
    rows[row + LINE.hint] = line.hint;
    rows[row + LINE.repeats] = line.repeats > 9 ? 9 : line.repeats;
    rows[row + LINE.brackets] = kinds[CLASS.bracket]!;
    rows[row + LINE.colons] = kinds[CLASS.colon]!;
    rows[row + LINE.isSentence] = width >= SENTENCE_WIDTH && end >= END.ellipsis ? 1 : 0;
    lineHashes[index] = Math.imul(HASH_SEED ^ length, HASH_PRIME) ^ digits;
  }

  /** Whether what breaks a line up at a place stands behind the end of a sentence. */
  function endsSentence(kind: number, before: number, at: number): boolean {
    if (before === CLASS.stop) return true;
    return kind === CLASS.space && before === CLASS.quote && at > 1 && classes[units[at - 2]!] === CLASS.stop;
  }

  function endOf(text: string): number {
    let at = text.length - 1;
    let kind = classes[text.charCodeAt(at)]!;
    if ((kind === CLASS.quote || kind === CLASS.bracket) && at > 0) kind = classes[text.charCodeAt(--at)]!;
    const code = text.charCodeAt(at);
    if (kind === CLASS.stop) {
      if (code === ELLIPSIS || (code === 0x2e && text.charCodeAt(at - 1) === 0x2e)) return END.ellipsis;
      return code === EXCLAMATION || code === QUESTION ? END.call : END.stop;
    }
    if (kind >= CLASS.lower && kind <= CLASS.dense) return END.letter;
    if (kind === CLASS.digit) return END.digit;
    if (kind === CLASS.comma) return END.comma;
    return kind === CLASS.colon ? END.colon : END.other;
  }

  function startOf(text: string): number {
    const kind = classes[text.charCodeAt(0)]!;
    if (kind === CLASS.upper) return START.upper;
    if (kind === CLASS.lower) return START.lower;
    if (kind === CLASS.caseless || kind === CLASS.dense) return START.caseless;
    if (kind === CLASS.digit) return START.digit;
    if (kind === CLASS.quote || kind === CLASS.bracket) return START.quote;
    return kind === CLASS.separator ? START.separator : START.other;
  }

  /**
   * Counts how often tokens stand in obvious sentences, in obvious short lines, and elsewhere, and brings those of a
   * line into its hash.
   */
  function countTokens(lineCount: number, mask: number): void {
    for (let index = 0, at = 0; index < lineCount; index++) {
      const counts = countsOf(index);
      let hash = lineHashes[index]!;
      for (const end = tokenEnds[index]!; at < end; at++) {
        const token = tokens[at]!;
        counts[token & mask]!++;
        hash = Math.imul(hash ^ token, HASH_PRIME);
      }
      lineHashes[index] = hash;
    }
  }

  function countsOf(index: number): Uint32Array {
    const row = index * LINE_FEATURES;
    if (rows[row + LINE.isSentence] === 1) return sentenceCounts;
    return rows[row + LINE.width]! < SHORT_WIDTH && rows[row + LINE.end]! < END.ellipsis ? shortCounts : otherCounts;
  }

  /** How much the line's words are those of the record's sentences; its own occurrences do not count. */
  function weighTokens(lineCount: number, mask: number, common: number): void {
    for (let index = 0, at = 0; index < lineCount; index++) {
      const row = index * LINE_FEATURES;
      const counts = countsOf(index);
      const own = counts === otherCounts ? 0 : 1;
      const inSentences = counts === sentenceCounts ? 1 : 0;
      const inShort = own - inSentences;
      const end = tokenEnds[index]!;
      const count = end - at;
      let sum = 0;
      let least = 1;
      let most = -1;
      let known = 0;
      let unknown = 0;
      let content = 0;
      for (; at < end; at++) {
        const cell = tokens[at]! & mask;
        const sentences = sentenceCounts[cell]! - inSentences;
        const short = shortCounts[cell]! - inShort;
        const odds = (sentences - short) / (sentences + short + ODDS_PRIOR);
        sum += odds;
        if (odds < least) least = odds;
        if (odds > most) most = odds;
        if (sentences > common) known++;
        else if (sentences > 0) content++;
        else if (short <= 0) unknown++;
      }
      rows[row + LINE.known] = known;
      rows[row + LINE.odds] = count === 0 ? -1 : sum / count;
      rows[row + LINE.leastOdds] = least;
      rows[row + LINE.mostOdds] = most;
      rows[row + LINE.unknown] = count === 0 ? 1 : unknown / count;
      rows[row + LINE.content] = count === known ? 0 : content / (count - known);
    }
  }

  /** Counts the lines of the record that are the same but for digits and capitals. */
  function countTwins(lineCount: number, mask: number): void {
    otherCounts.fill(0, 0, mask + 1);
    for (let index = 0; index < lineCount; index++) otherCounts[lineHashes[index]! & mask]!++;
    for (let index = 0; index < lineCount; index++)
      rows[index * LINE_FEATURES + LINE.twins] = Math.min(9, otherCounts[lineHashes[index]! & mask]! - 1);
  }

  return {
    measure(lines) {
      const lineCount = lines.length;
      if (lineCount > tokenEnds.length) {
        const room = roomFor(lineCount);
        rows = new Float32Array(room * LINE_FEATURES);
        tokenEnds = new Int32Array(room);
        lineHashes = new Int32Array(room);
      }
      tokenCount = 0;
      for (let index = 0; index < lineCount; index++) scanLine(lines[index]!, index);
      let cells = 1024;
      const wanted = Math.max(tokenCount, lineCount) * CELLS_PER_TOKEN;
      while (cells < wanted && cells < MOST_CELLS) cells *= 2;
      if (cells > sentenceCounts.length) {
        sentenceCounts = new Uint32Array(cells);
        shortCounts = new Uint32Array(cells);
        otherCounts = new Uint32Array(cells);
      } else {
        sentenceCounts.fill(0, 0, cells);
        shortCounts.fill(0, 0, cells);
      }
      const mask = cells - 1;
      countTokens(lineCount, mask);
      weighTokens(lineCount, mask, commonCount(lineCount));
      countTwins(lineCount, mask);
      return rows;
    },
  };

  /** A token in more sentences than this is a function word of the record. */
  function commonCount(lineCount: number): number {
    let sentences = 0;
    for (let index = 0; index < lineCount; index++) sentences += rows[index * LINE_FEATURES + LINE.isSentence]!;
    return Math.max(1, sentences / 4);
  }
}

function grow(array: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
