import { createFillClasses, createRowContexts, LEVEL_BITS, levelContext, presenceContext } from "./model-layout.ts";
import { ADAPTATION_SHIFT, PROBABILITY_BITS, RANGE_FLOOR } from "./range-decoder.ts";

/** Where the rows of a group go. */
export interface RowSink {
  /** Language and level of each weight, row by row. */
  readonly entries: Uint16Array;
  /** Index of the group's first entry. */
  readonly firstEntry: number;
  /** Where each row ends in the entries, from the group's first row on. */
  readonly ends: Uint32Array;
  /** Number of the group's first language. */
  readonly firstLanguage: number;
}

/** Bits of a language's number in an entry. */
export const LANGUAGE_BITS = 8;
/** The language's number in an entry. */
export const LANGUAGE_MASK = (1 << LANGUAGE_BITS) - 1;

/** Stands for a parent that is not there; no language has this number. */
const NO_PARENT = 255;
const ONE = 1 << PROBABILITY_BITS;

/**
 * Reads a group's rows: `createBitReader` and its callers in one loop, since this is the time a first article waits.
 *
 * @param parents - for each language the two earlier ones its weights are coded by
 */
export function decodeRows(bytes: Uint8Array, parents: readonly (readonly [number, number])[], sink: RowSink): void {
  const { presence, level: levels } = createRowContexts();
  const fill = createFillClasses();
  const { entries, ends, firstLanguage } = sink;
  const parentOf = Uint8Array.from(parents.flat(), (parent) => (parent < 0 ? NO_PARENT : parent));
  const size = parents.length;
  const rows = ends.length;
  const row = new Uint8Array(NO_PARENT + 1);
  let entry = sink.firstEntry;
  let position = 4;
  let range = 0xffffffff;
  let code = ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0;
  for (let number = 0; number < rows; number++) {
    let present = 0;
    for (let language = 0; language < size; language++) {
      const first = row[parentOf[language * 2]!]!;
      const second = row[parentOf[language * 2 + 1]!]!;
      const context = presenceContext(fill, first, second, present, language);
      const chance = presence[context]!;
      const bound = Math.imul(range >>> PROBABILITY_BITS, chance) >>> 0;
      if (code < bound) {
        range = bound;
        presence[context] = chance + ((ONE - chance) >>> ADAPTATION_SHIFT);
        row[language] = 0;
        while (range < RANGE_FLOOR) {
          range = (range << 8) >>> 0;
          code = ((code << 8) | bytes[position++]!) >>> 0;
        }
        continue;
      }
      range = (range - bound) >>> 0;
      code = (code - bound) >>> 0;
      presence[context] = chance - (chance >>> ADAPTATION_SHIFT);
      while (range < RANGE_FLOOR) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | bytes[position++]!) >>> 0;
      }
      present++;
      const tree = levelContext(first, second);
      let node = 1;
      for (let bit = 0; bit < LEVEL_BITS; bit++) {
        const odds = levels[tree + node]!;
        const limit = Math.imul(range >>> PROBABILITY_BITS, odds) >>> 0;
        if (code < limit) {
          range = limit;
          levels[tree + node] = odds + ((ONE - odds) >>> ADAPTATION_SHIFT);
          node <<= 1;
        } else {
          range = (range - limit) >>> 0;
          code = (code - limit) >>> 0;
          levels[tree + node] = odds - (odds >>> ADAPTATION_SHIFT);
          node = (node << 1) | 1;
        }
        while (range < RANGE_FLOOR) {
          range = (range << 8) >>> 0;
          code = ((code << 8) | bytes[position++]!) >>> 0;
        }
      }
      const level = node - (1 << LEVEL_BITS);
      row[language] = level;
      entries[entry++] = (level << LANGUAGE_BITS) | (firstLanguage + language);
    }
    ends[number] = entry;
  }
}
