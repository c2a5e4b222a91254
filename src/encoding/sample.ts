/** What the statistics read of a record. */
export interface Sample {
  /** Stretches around high bytes, a blank between two; each begins where a word begins. */
  bytes: Uint8Array;
  /** The first stretches end here: what the first round looks at. */
  firstRound: number;
  /** Words without high bytes, blanks between: they tell the language, not the encoding. */
  plain: Uint8Array;
  /** Which high bytes the record holds at all, and how often. */
  counts: Int32Array;
  /** Whether the first stretch begins at the record's first byte, where a character may be cut. */
  startsAtHead: boolean;
}

/** Bytes read in order; accuracy on the development set is flat above this. */
const MAIN_BYTES = 480;
/** Bytes read further on for high bytes not met yet, so that rare cells are judged too. */
const RARE_BYTES = 240;
const FIRST_ROUND_BYTES = 112;
/** Longest stretch taken whole: text without blanks (Chinese, Thai) is cut here. */
const STRETCH_BYTES = 320;
const PLAIN_BYTES = 240;
const BLANK = 0x20;

/** Whether a byte goes on with a stretch: letters, high bytes, and what can be the second byte of a pair. */
const IN_STRETCH = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const letter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  if (byte >= 0x80 || letter) IN_STRETCH[byte] = 1;
  else if ((byte >= 0x30 && byte <= 0x39) || byte >= 0x40) IN_STRETCH[byte] = byte < 0x7f ? 2 : 0;
}

/** How often each byte stands in a text. Signed: unsigned counters are raised by way of floating point. */
export function countBytes(bytes: Uint8Array): Int32Array {
  // Four counters for each byte: the processor would wait for one that is raised again at once.
  const counts = new Int32Array(4 * 256);
  const fours = bytes.length & ~3;
  for (let index = 0; index < fours; index += 4) {
    counts[bytes[index]!]!++;
    counts[256 + bytes[index + 1]!]!++;
    counts[512 + bytes[index + 2]!]!++;
    counts[768 + bytes[index + 3]!]!++;
  }
  for (let index = fours; index < bytes.length; index++) counts[bytes[index]!]!++;
  for (let byte = 0; byte < 256; byte++) counts[byte]! += counts[256 + byte]! + counts[512 + byte]! + counts[768 + byte]!;
  return counts.subarray(0, 256);
}

/**
 * Takes the sample that {@link scoreSingleBytes} and {@link scoreDoubleBytes} read.
 *
 * @param counts - how often each byte stands in the text
 * @param main - bytes to read in order
 * @param rare - bytes to read behind them for high bytes not met yet
 */
export function takeSample(bytes: Uint8Array, counts: Int32Array, main = MAIN_BYTES, rare = RARE_BYTES): Sample {
  const taken = new Uint8Array(main + rare + 2 * STRETCH_BYTES + 2);
  const met = new Uint8Array(256);
  let length = 0;
  let firstRound = 0;
  let startsAtHead = false;
  let missing = 0;
  for (let byte = 128; byte < 256; byte++) if (counts[byte]! > 0) missing++;
  for (let index = 0; index < bytes.length;) {
    if (bytes[index]! < 0x80) {
      index++;
      continue;
    }
    if (bytes[index] === 0xef && bytes[index + 1] === 0xbf && bytes[index + 2] === 0xbd) {
      // U+FFFD in UTF-8, left by an earlier conversion that lost the character: it says nothing.
      index += 3;
      continue;
    }
    let start = index;
    while (start > 0 && IN_STRETCH[bytes[start - 1]!] === 1 && bytes[start - 1]! < 0x80 && index - start < 24) start--;
    let end = index;
    let fresh = 0;
    while (end < bytes.length && end - start < STRETCH_BYTES) {
      const byte = bytes[end]!;
      if (!(IN_STRETCH[byte] === 1 || (IN_STRETCH[byte] === 2 && bytes[end - 1]! >= 0x80))) break;
      if (byte >= 0x80 && met[byte] === 0) fresh++;
      if (byte === 0xef && bytes[end + 1] === 0xbf && bytes[end + 2] === 0xbd) break;
      end++;
    }
    index = end;
    if (length >= main && fresh === 0) continue;
    if (length === 0) startsAtHead = start === 0;
    for (let at = start; at < end; at++) {
      if (at - start >= 4 && at + 1 < end && repeatsPair(bytes, at)) {
        at++;
        continue;
      }
      const byte = bytes[at]!;
      if (byte >= 0x80 && met[byte] === 0) {
        met[byte] = 1;
        missing--;
      }
      taken[length++] = byte;
    }
    taken[length++] = BLANK;
    if (firstRound === 0 && length >= FIRST_ROUND_BYTES) firstRound = length;
    if (length >= main && (missing === 0 || length >= main + rare)) break;
  }
  if (firstRound === 0) firstRound = length;
  return { bytes: taken.subarray(0, length), firstRound, plain: takePlainWords(bytes), counts, startsAtHead };
}

/** Whether the pair at `at` has stood twice just before: rulers and other ornaments, which say little. */
function repeatsPair(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at]!;
  const second = bytes[at + 1]!;
  return first >= 0x80 && first === bytes[at - 2] && second === bytes[at - 1] && first === bytes[at - 4] && second === bytes[at - 3];
}

/** Words of ASCII letters only, outside markup. */
function takePlainWords(bytes: Uint8Array): Uint8Array {
  const taken = new Uint8Array(PLAIN_BYTES + 64);
  let length = 0;
  let start = -1;
  let mixed = false;
  let inTag = false;
  for (let index = 0; index <= bytes.length && length < PLAIN_BYTES; index++) {
    const byte = index < bytes.length ? bytes[index]! : BLANK;
    if (IN_STRETCH[byte] === 1) {
      if (start < 0) start = index;
      if (byte >= 0x80) mixed = true;
      continue;
    }
    if (start >= 0 && !mixed && !inTag && index - start >= 2 && index - start <= 24) {
      for (let at = start; at < index; at++) taken[length++] = bytes[at]!;
      taken[length++] = BLANK;
    }
    start = -1;
    mixed = false;
    if (byte === 0x3c) inTag = true;
    else if (byte === 0x3e || byte === 0x0a) inTag = false;
  }
  return taken.subarray(0, length);
}
