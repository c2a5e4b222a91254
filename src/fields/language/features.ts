import { APOSTROPHE, FOLD_BITS, letterTable, SCRIPT, SCRIPT_COUNT, scriptOfHighUnit, TABLE_END } from "./scripts.ts";

/** Hashes kept in {@link FeatureSink.hashes} at most; a sample of 700 letters gives about 3,600. */
export const MAX_FEATURES = 16_384;
/** A word is read up to this many letters. */
const MAX_WORD = 40;
/** Stands before and after each word. */
const EDGE = 1;
/** Bits of a feature's hash. */
export const HASH_BITS = 20;
const HASH_SHIFT = 32 - HASH_BITS;

/** What a text's words were turned into. */
export interface FeatureSink {
  /** A hash for each n-gram and each word, in the order of the text. */
  readonly hashes: Uint32Array;
  /** How many of them hold. */
  count: number;
  /** Letters read, by script. */
  readonly letters: Uint32Array;
}

/** Empty sink, to be used again and again. */
export function createFeatureSink(): FeatureSink {
  return { hashes: new Uint32Array(MAX_FEATURES), count: 0, letters: new Uint32Array(SCRIPT_COUNT) };
}

// Letters that look alike: Latin on the left, Cyrillic on the right (Unicode confusables, the lower-case pairs).
const LATIN_LOOKALIKES = "aceopxyijsbhkmt";
const CYRILLIC_LOOKALIKES = "асеорхуіјѕьнкмт";

const word = new Uint16Array(MAX_WORD + 2);

/**
 * Which features are read: `all` n-grams of one to four letters and words, or only those of `three` letters and
 * words, which take a third of the time and are enough where there is much text.
 */
export type FeatureSet = "all" | "three";

/**
 * Reads the letters of `text` from `from` to `to` and adds to `sink` the hashes of their n-grams (word edges
 * included) and of their words. Nothing is allocated.
 */
export function readFeatures(text: string, from: number, to: number, sink: FeatureSink, set: FeatureSet = "all"): void {
  const table = letterTable();
  const { letters } = sink;
  let length = 0;
  let wordScript: number = SCRIPT.NONE;
  let mixed = false;
  let runScript: number = SCRIPT.NONE;
  let runLength = 0;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    const entry = code < TABLE_END ? table[code]! : (scriptOfHighUnit(code) << FOLD_BITS) | code;
    const script = entry >>> FOLD_BITS;
    if (script > SCRIPT.IGNORED) {
      if (script !== runScript) {
        letters[runScript]! += runLength;
        runScript = script;
        runLength = 0;
        if (length > 0 && script !== SCRIPT.HAN) mixed = true;
      }
      runLength++;
      if (script === SCRIPT.HAN) {
        addCharacter(code, sink);
        continue;
      }
      if (length === 0) wordScript = script;
      if (length < MAX_WORD) word[++length] = entry;
      continue;
    }
    if (script === SCRIPT.IGNORED) continue;
    if (length === 0) continue;
    if (script === SCRIPT.COMMON) {
      if (length < MAX_WORD) word[++length] = entry;
      continue;
    }
    endWord(length, wordScript, mixed, sink, set);
    length = 0;
    mixed = false;
  }
  letters[runScript]! += runLength;
  letters[SCRIPT.NONE] = 0;
  if (length > 0) endWord(length, wordScript, mixed, sink, set);
}

function addCharacter(code: number, sink: FeatureSink): void {
  if (sink.count >= MAX_FEATURES) return;
  sink.hashes[sink.count++] = Math.imul(code, 0x9e3779b1) >>> HASH_SHIFT;
}

function endWord(letters: number, script: number, mixed: boolean, sink: FeatureSink, set: FeatureSet): void {
  let length = letters;
  while (length > 0 && word[length] === APOSTROPHE) length--;
  if (length === 0) return;
  if (mixed) unifyLookalikes(length);
  if (script > SCRIPT.TIFINAGH) return;
  word[0] = EDGE;
  word[length + 1] = EDGE;
  if (set === "all") addNgrams(length, sink);
  else addTrigrams(length, sink);
}

/** Hashes the word in {@link word}: what starts at each place, one to four long, and the word as a whole. */
function addNgrams(length: number, sink: FeatureSink): void {
  const { hashes } = sink;
  let count = sink.count;
  if (count + length * 4 + 5 > MAX_FEATURES) return;
  const end = length + 1;
  let whole = WORD_SEED;
  for (let start = 0; start <= length; start++) {
    const first = word[start]!;
    whole = extendWord(whole, first);
    let hash = hashOne(first);
    if (start > 0) hashes[count++] = mix(hash);
    hash = extendToTwo(hash, word[start + 1]!);
    hashes[count++] = mix(hash);
    if (start + 2 > end) continue;
    hash = extendToThree(hash, word[start + 2]!);
    hashes[count++] = mix(hash);
    if (start + 3 > end) continue;
    hashes[count++] = mix(extendToFour(hash, word[start + 3]!));
  }
  // Words of one or two letters are n-grams with both edges already.
  if (length > 2) hashes[count++] = mix(endOfWord(whole));
  sink.count = count;
}

/** Hashes what {@link addNgrams} does, n-grams of three and the word only. */
function addTrigrams(length: number, sink: FeatureSink): void {
  const { hashes } = sink;
  let count = sink.count;
  if (count + length + 5 > MAX_FEATURES) return;
  let whole = WORD_SEED;
  for (let start = 0; start < length; start++) {
    const first = word[start]!;
    whole = extendWord(whole, first);
    hashes[count++] = mix(extendToThree(extendToTwo(hashOne(first), word[start + 1]!), word[start + 2]!));
  }
  if (length > 2) hashes[count++] = mix(endOfWord(extendWord(whole, word[length]!)));
  sink.count = count;
}

// Multiplicative hashing; the constants are those of FNV, MurmurHash3, xxHash and the golden ratio.
const WORD_SEED = 0x2545f491;

function hashOne(code: number): number {
  return Math.imul(code + 0x51ed, 0x9e3779b1);
}

function extendToTwo(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x85ebca6b);
}

function extendToThree(hash: number, code: number): number {
  return Math.imul((hash ^ (hash >>> 15)) + code, 0xc2b2ae35);
}

function extendToFour(hash: number, code: number): number {
  return Math.imul((hash ^ (hash >>> 13)) + code, 0x27d4eb2f);
}

function extendWord(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function endOfWord(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
}

function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> HASH_SHIFT;
}

/** Writes a word of two scripts in the one most of its letters have, where the others only look alike. */
function unifyLookalikes(length: number): void {
  let latin = 0;
  let cyrillic = 0;
  for (let index = 1; index <= length; index++) {
    const code = word[index]!;
    if (code >= 0x400 && code < 0x530) cyrillic++;
    else if (code < 0x250) latin++;
  }
  const [source, target] = cyrillic >= latin ? [LATIN_LOOKALIKES, CYRILLIC_LOOKALIKES] : [CYRILLIC_LOOKALIKES, LATIN_LOOKALIKES];
  for (let index = 1; index <= length; index++) {
    const found = source.indexOf(String.fromCharCode(word[index]!));
    if (found >= 0) word[index] = target.charCodeAt(found);
  }
}
