import { findMark, MOST_BITS, readBits } from "./bits.ts";
import { damaged } from "./damaged.ts";
import { readFseTable } from "./fse.ts";

/** By RFC 8878, section 4.2: what the next bits stand for. */
export interface HuffmanTable {
  /** Bits that are looked at. */
  readonly log: number;
  /** A byte, and above it how many of the bits are its own. */
  readonly entries: Uint16Array;
}

const MOST_LOG = 11;
const MOST_SYMBOLS = 256;
const WEIGHT_LIMITS = { mostLog: 6, mostSymbols: MOST_LOG + 1 };

/** The table that is described from `start` on, and where its description ends. */
export function readHuffmanTable(bytes: Uint8Array, start: number, end: number): { readonly table: HuffmanTable; readonly end: number } {
  const head = start < end ? bytes[start]! : 0;
  const isPlain = head >= 128;
  const tableEnd = start + 1 + (isPlain ? (head - 126) >> 1 : head);
  if (tableEnd > end) throw tableIsWrong();
  const weights = isPlain ? readPlainWeights(bytes, start + 1, head - 127) : readWeights(bytes, start + 1, tableEnd);
  return { table: createHuffmanTable(weights), end: tableEnd };
}

/** Two in a byte. */
function readPlainWeights(bytes: Uint8Array, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => (bytes[start + (at >> 1)]! >> (at % 2 === 0 ? 4 : 0)) & 0x0f);
}

/** Two states take turns until the bits are used up. */
function readWeights(bytes: Uint8Array, start: number, end: number): number[] {
  const { table, end: tableEnd } = readFseTable(bytes, start, end, WEIGHT_LIMITS);
  const firstBit = tableEnd * 8;
  let at = findMark(bytes, tableEnd, end);
  const states = [take(table.log), take(table.log)] as [number, number];
  if (at < firstBit) throw tableIsWrong();
  const weights: number[] = [];
  for (let turn = 0; weights.length < MOST_SYMBOLS; turn ^= 1) {
    const state = states[turn]!;
    weights.push(table.symbols[state]!);
    states[turn] = table.bases[state]! + take(table.bits[state]!);
    if (at < firstBit) return [...weights, table.symbols[states[turn ^ 1]!]!];
  }
  throw tableIsWrong();

  function take(count: number): number {
    const value = readBits(bytes, at, count);
    at -= count;
    return value;
  }
}

/** The weight of the last byte that occurs is what is left. */
function createHuffmanTable(weights: readonly number[]): HuffmanTable {
  const sum = weights.reduce((total, weight) => total + widthOf(weight), 0);
  const log = 32 - Math.clz32(sum);
  const left = (1 << log) - sum;
  if (sum === 0 || log > MOST_LOG || weights.length >= MOST_SYMBOLS || (left & (left - 1)) !== 0) throw tableIsWrong();
  const all = [...weights, 32 - Math.clz32(left)];
  if (!all.includes(1)) throw tableIsWrong(); // the table could be half as large
  const entries = new Uint16Array(1 << log);
  let at = 0;
  for (let weight = 1; weight <= log; weight++) {
    for (const [symbol, own] of all.entries()) {
      if (own === weight) entries.fill(symbol | ((log + 1 - weight) << 8), at, (at += widthOf(weight)));
    }
  }
  return { log, entries };
}

/** How many of the table's entries a byte of this weight has. */
function widthOf(weight: number): number {
  return weight === 0 ? 0 : 1 << (weight - 1);
}

/** Decodes the stream in the bytes from `start` to `end` to `output` from `from` to `to`, which it has to fill exactly. */
export function decodeHuffman(
  { log, entries }: HuffmanTable,
  bytes: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  from: number,
  to: number,
): void {
  let bit = findMark(bytes, start, end);
  const firstBit = start * 8;
  const above = 32 - log;
  let at = from;
  // What is read at once is enough for two.
  for (; at + 1 < to && bit >= firstBit; at += 2) {
    const word = readBits(bytes, bit, MOST_BITS) << (32 - MOST_BITS);
    const first = entries[word >>> above]!;
    const second = entries[(word << (first >> 8)) >>> above]!;
    output[at] = first;
    output[at + 1] = second;
    bit -= (first >> 8) + (second >> 8);
  }
  if (at < to) bit -= (output[at] = entries[readBits(bytes, bit, log)]!) >> 8;
  if (bit !== firstBit) throw damaged("a stream of literals has another length than it says");
}

function tableIsWrong(): Error {
  return damaged("a table of lengths is wrong");
}
