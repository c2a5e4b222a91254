import { DENSE_LETTER, kindOf, LETTER } from "./characters.ts";

/** Letters by which two words are taken for forms of one. */
const STEM_LETTERS = 5;
const SHORTEST_STEM = 4;
/** Slots of the table; a power of two, several times the words of a few paragraphs. */
const SLOTS = 4096;
/** Pairs of letters cross the borders of words: fewer of them recur, and two or three make a word. */
const PAIR_SHARE = 1.5;
const PAIR_WORDS = 0.4;
/** Longest part of a line whose words are read. */
const LONGEST_READ = 400;

/** Words of a few paragraphs, by hashes of their first letters. */
export interface WordTable {
  /** Forgets all words. */
  clear(): void;
  /** Adds a text's words. */
  add(text: string): void;
  /** Share of a text's longer words that the table holds, 0…1, and how many those are. */
  compare(text: string): { readonly share: number; readonly found: number };
}

/** Creates a table that is reused from record to record. */
export function createWordTable(): WordTable {
  const slots = new Int32Array(SLOTS);
  const used: number[] = [];
  const hashes: number[] = [];

  function slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }

  return {
    clear() {
      for (const slot of used) slots[slot] = 0;
      used.length = 0;
    },
    add(text) {
      hashWords(text, hashes);
      for (const hash of hashes) {
        if (used.length > SLOTS / 2) return;
        const slot = slotOf(hash);
        if (slots[slot] !== 0) continue;
        slots[slot] = hash;
        used.push(slot);
      }
    },
    compare(text) {
      const pairs = hashWords(text, hashes);
      if (hashes.length === 0) return { share: 0, found: 0 };
      let found = 0;
      for (const hash of hashes) if (slots[slotOf(hash)] !== 0) found++;
      const share = found / hashes.length;
      const isDense = pairs > hashes.length / 2;
      return isDense ? { share: Math.min(1, share * PAIR_SHARE), found: found * PAIR_WORDS } : { share, found };
    },
  };
}

/** Hashes of the first letters of the longer words, and of pairs of letters where no blanks stand between words; returns how many are pairs. */
function hashWords(text: string, hashes: number[]): number {
  hashes.length = 0;
  let pairs = 0;
  const lower = text.toLowerCase();
  const length = Math.min(lower.length, LONGEST_READ);
  let hash = 0;
  let letters = 0;
  let denseBefore = 0;
  for (let index = 0; index <= length; index++) {
    const code = index < length ? lower.charCodeAt(index) : 0;
    const kind = kindOf(code);
    if (kind === LETTER) {
      letters++;
      if (letters <= STEM_LETTERS) hash = (Math.imul(hash, 0x01000193) ^ code) | 0;
      denseBefore = 0;
      continue;
    }
    if (letters >= SHORTEST_STEM) hashes.push(mixed(hash));
    hash = 0;
    letters = 0;
    if (kind === DENSE_LETTER && denseBefore !== 0) {
      hashes.push(mixed(Math.imul(denseBefore, 0x10001) ^ code));
      pairs++;
    }
    denseBefore = kind === DENSE_LETTER ? code : 0;
  }
  return pairs;
}

function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) | 1;
}
