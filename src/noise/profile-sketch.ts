// A count-min sketch of sets: a line's hash chooses a cell in each of two rows, and a cell is a bitmap of the contexts
// the line was seen in (linear counting, Whang et al. 1990, with 32 bits). The contexts of a line are in all its cells,
// so what the cells have in common is a little too much and never too little. Bitmaps are joined by `or`: neither the
// order nor doing it twice matters. Level n takes one in 2^n contexts, so that some level is never too full.

import { isWords } from "../typed-array.ts";

/** One sample of the dump. */
export interface SketchLevel {
  /**
   * Bitmaps: two rows for the contexts before a line, then two for those after it; none while nothing was added. Few
   * of them stand as a hash table in a shorter array, since a small dump would take longer to clear the whole one
   * than to be parsed.
   */
  cells: Uint32Array;
  /** Bits that are set. */
  bits: number;
}

const CELL_BITS = 16;
const CELLS = 1 << CELL_BITS;
const ROWS = 4;
/** Cells of a level: 1 MiB. */
export const ALL_CELLS = CELLS * ROWS;
/** 12 levels hold some 350 million lines. */
export const LEVELS = 12;
/** Share of the bits that may be set: above it, one line in thirty would share two bits with others. */
export const MOST_BITS = Math.floor(ALL_CELLS * 32 * 0.06);
/** How many contexts as many set bits of 32 stand for: 32 ln(32 / (32 - bits)). */
const CONTEXTS = [
  0, 1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 15, 17, 18, 20, 22, 24, 26, 29, 31, 34, 37, 41, 44, 49, 54, 59, 67, 76, 89, 111, 150,
];

const NO_CELLS = new Uint32Array(0);

export function createLevel(): SketchLevel {
  return { cells: NO_CELLS, bits: 0 };
}

/** The highest level that a context is sampled for. */
export function levelOf(context: number): number {
  return Math.min(LEVELS - 1, Math.clz32(context));
}

/** Notes that a line stands between two contexts; one that is not sampled is `null`. */
export function addToLevel(level: SketchLevel, hash: number, before: number | null, after: number | null): void {
  const first = hash & (CELLS - 1);
  const second = CELLS + ((hash >>> CELL_BITS) ^ (Math.imul(hash, 0x9e3779b1) >>> CELL_BITS));
  if (before !== null) {
    setBit(level, first, before & 31);
    setBit(level, second, before & 31);
  }
  if (after !== null) {
    setBit(level, first + 2 * CELLS, after & 31);
    setBit(level, second + 2 * CELLS, after & 31);
  }
}

function setBit(level: SketchLevel, cell: number, bit: number): void {
  addBits(level, cell, 1 << bit);
}

/** Sets bits of a cell. */
export function addBits(level: SketchLevel, cell: number, bits: number): void {
  if (bits === 0) return; // a place is never taken without a bit: the bits tell when the table has to grow
  const at = placeFor(level, cell);
  const old = level.cells[at]!;
  if ((old & bits) === bits) return;
  level.cells[at] = old | bits;
  level.bits += countBits(bits & ~old);
}

/** Places of the smallest and of the largest hash table, a cell's number plus one and its bitmap in turn. */
const FEWEST_PLACES = 1 << 9;
const MOST_PLACES = 1 << 15;

/** Index of a cell's bitmap; makes room for it where there is none. */
function placeFor(level: SketchLevel, cell: number): number {
  if (level.cells.length === ALL_CELLS) return cell;
  if (level.cells.length === 0) level.cells = new Uint32Array(FEWEST_PLACES);
  const at = findPlace(level.cells, cell);
  if (level.cells[at] !== 0) return at + 1;
  // A set bit stands for a taken place at least, so that the table is never more than a quarter full.
  if (level.bits * 8 > level.cells.length) {
    level.cells = spread(level.cells);
    return placeFor(level, cell);
  }
  level.cells[at] = cell + 1;
  return at + 1;
}

/** Where a cell stands in a hash table, or would stand. */
function findPlace(table: Uint32Array, cell: number): number {
  const mask = table.length - 1;
  let at = (Math.imul(cell, 0x9e3779b1) >>> CELL_BITS) * 2;
  for (; ; at += 2) {
    at &= mask;
    if (table[at] === 0 || table[at] === cell + 1) return at;
  }
}

/** The same cells with more room. */
function spread(table: Uint32Array): Uint32Array {
  const isLargest = table.length >= MOST_PLACES;
  const wider = new Uint32Array(isLargest ? ALL_CELLS : table.length * 4);
  for (let at = 0; at < table.length; at += 2) {
    if (table[at] === 0) continue;
    const cell = table[at]! - 1;
    const place = isLargest ? cell : findPlace(wider, cell) + 1;
    if (!isLargest) wider[place - 1] = cell + 1;
    wider[place] = table[at + 1]!;
  }
  return wider;
}

/** Whether a value is a level that can be read: one that is not may have no place where a search ends. */
export function isLevel(value: unknown): value is SketchLevel {
  if (typeof value !== "object" || value === null) return false;
  const { cells, bits } = value as Partial<SketchLevel>;
  if (!isWords(cells) || !Number.isInteger(bits) || bits! < 0) return false;
  return cells.length === 0 || cells.length === ALL_CELLS || isTable(cells);
}

function isTable(cells: Uint32Array): boolean {
  let length = FEWEST_PLACES;
  while (length < cells.length) length *= 4;
  if (length !== cells.length || length > MOST_PLACES) return false;
  let taken = 0;
  for (let at = 0; at < length; at += 2) {
    if (cells[at]! > ALL_CELLS) return false;
    if (cells[at] !== 0) taken++;
  }
  return taken * 8 <= length + 8 && isEachFound(cells);
}

/** Whether each cell stands where it is looked for, and once. */
function isEachFound(table: Uint32Array): boolean {
  for (let at = 0; at < table.length; at += 2) if (table[at] !== 0 && findPlace(table, table[at]! - 1) !== at) return false;
  return true;
}

/** Cells with their bitmaps, the cells in order. */
export function* entriesOf({ cells }: SketchLevel): Generator<readonly [cell: number, bits: number]> {
  if (cells.length === ALL_CELLS) {
    for (let cell = 0; cell < ALL_CELLS; cell++) if (cells[cell] !== 0) yield [cell, cells[cell]!];
    return;
  }
  const entries: [number, number][] = [];
  for (let at = 0; at < cells.length; at += 2) if (cells[at] !== 0) entries.push([cells[at]! - 1, cells[at + 1]!]);
  yield* entries.sort(([a], [b]) => a - b);
}

function bitsAt(cells: Uint32Array, cell: number): number {
  if (cells.length === ALL_CELLS) return cells[cell]!;
  const at = findPlace(cells, cell);
  return cells[at] === 0 ? 0 : cells[at + 1]!;
}

/** About how many contexts a line was seen in: the fewer of those before and after it. */
export function readLevel({ cells }: SketchLevel, hash: number): number {
  if (cells.length === 0) return 0;
  const first = hash & (CELLS - 1);
  const second = CELLS + ((hash >>> CELL_BITS) ^ (Math.imul(hash, 0x9e3779b1) >>> CELL_BITS));
  const before = CONTEXTS[countBits(bitsAt(cells, first) & bitsAt(cells, second))]!;
  const after = CONTEXTS[countBits(bitsAt(cells, first + 2 * CELLS) & bitsAt(cells, second + 2 * CELLS))]!;
  return Math.min(before, after);
}

/** What any of the levels holds; `null` when one of them was too full. */
export function mergeLevels(levels: readonly (SketchLevel | null)[]): SketchLevel | null {
  const merged = createLevel();
  for (const level of levels) {
    if (level === null) return null;
    for (const [cell, bits] of entriesOf(level)) addBits(merged, cell, bits);
  }
  return merged;
}

/** Set bits of a word (Warren, Hacker's Delight). */
function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
