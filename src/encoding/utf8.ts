import { holdsByte } from "./find-byte.ts";

/** First bad sequence of a byte range read as UTF-8, and how many there are. */
export interface InvalidBytes {
  /** Number of U+FFFD the decoder wrote for bytes that are not valid, at least 1. */
  count: number;
  /** Offset of the first such byte in the bytes given, 0-based. */
  firstOffset: number;
}

/**
 * Length of the valid UTF-8 sequence at `index` of `bytes`, or minus the length of the maximal bad
 * subpart there (Unicode 16, section 3.9, table 3-7: well-formed byte sequences).
 */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  let low = 0x80;
  let high = 0xbf;
  if (lead === 0xe0) low = 0xa0;
  else if (lead === 0xed) high = 0x9f;
  else if (lead === 0xf0) low = 0x90;
  else if (lead === 0xf4) high = 0x8f;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let taken = 1; taken < length; taken++) {
    const byte = bytes[index + taken];
    if (byte === undefined || byte < low || byte > high) return -taken;
    low = 0x80;
    high = 0xbf;
  }
  return length;
}

/** Counts the bad sequences of UTF-8 the way the WHATWG decoder replaces them: one U+FFFD each. */
export function findInvalidUtf8(bytes: Uint8Array): InvalidBytes | null {
  let count = 0;
  let firstOffset = -1;
  for (let index = 0; index < bytes.length;) {
    const length = sequenceLength(bytes, index);
    if (length < 0) {
      if (count === 0) firstOffset = index;
      count++;
    }
    index += Math.abs(length);
  }
  return count === 0 ? null : { count, firstOffset };
}

/** How much of a byte range is UTF-8. */
export interface Utf8Survey {
  /** Valid sequences of two to four bytes, those of U+FFFD not counted: legacy text may hold them, too. */
  good: number;
  /** Sequences of U+FFFD. */
  lost: number;
  /** Bad sequences; one cut off at the head or the tail of the range is not counted. */
  bad: number;
}

/** Bad bytes after which it is no use to read on. */
const HOPELESS = 200;

/**
 * Counts valid and bad sequences of UTF-8. Stops when it is plain that a text is not UTF-8; the numbers then
 * hold for the part that was read.
 */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let good = 0;
  let bad = 0;
  let lost = 0;
  let cutTail = 0;
  const { length } = bytes;
  let index = 0;
  // The rest of a character that was cut off before the range.
  while (index < 3 && index < length && (bytes[index]! & 0xc0) === 0x80) index++;
  const cutHead = index;
  while (index < length) {
    const lead = bytes[index]!;
    if (lead < 0x80) {
      index++;
      continue;
    }
    if (lead >= 0xc2 && lead < 0xe0 && (bytes[index + 1]! & 0xc0) === 0x80) {
      good++;
      index += 2;
      continue;
    }
    const size = sequenceLength(bytes, index);
    if (size === 3 && lead === 0xef && bytes[index + 1] === 0xbf && bytes[index + 2] === 0xbd) lost++;
    else if (size > 0) good++;
    else if (index - size >= length && lead >= 0xc2 && lead <= 0xf4) cutTail = 1;
    else {
      bad++;
      if (bad >= HOPELESS && bad > good) break;
    }
    index += Math.abs(size);
  }
  // Stray bytes at the head and the tail are cut characters only when the rest is UTF-8.
  if (good + lost > 0) return { good, bad, lost };
  return { good, bad: bad + cutHead + cutTail, lost };
}

/** Whether bytes are UTF-8 and not UTF-16 or UTF-32: no text of wide units that is UTF-8 throughout, without a zero byte, was met. */
export function isSurelyUtf8(bytes: Uint8Array, { good, bad }: Utf8Survey): boolean {
  return good > 0 && bad === 0 && !holdsByte(bytes, 0);
}
