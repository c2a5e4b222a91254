import { readBits } from "./bits.ts";
import { damaged } from "./damaged.ts";

/** By RFC 8878, section 4.1: what a state stands for, and how the next one is found. */
export interface FseTable {
  /** Bits of a state. */
  readonly log: number;
  readonly symbols: Uint8Array;
  /** Bits that are read for the next state, and what they are added to. */
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** How many of all states a symbol has; -1 for less than one. */
export type Shares = readonly number[];

const LOWEST_LOG = 5;

/** A table of one symbol, which takes no bits. */
export function createSingleTable(symbol: number): FseTable {
  return { log: 0, symbols: Uint8Array.of(symbol), bits: Uint8Array.of(0), bases: Uint16Array.of(0) };
}

export function createFseTable(shares: Shares, log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  const counts = new Int16Array(shares.length);
  let high = size; // rare symbols lie behind
  for (let symbol = 0; symbol < shares.length; symbol++) {
    counts[symbol] = Math.abs(shares[symbol]!);
    if (shares[symbol] === -1) symbols[--high] = symbol;
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let state = 0;
  for (let symbol = 0; symbol < shares.length; symbol++) {
    for (let count = shares[symbol]!; count > 0; count--) {
      symbols[state] = symbol;
      do state = (state + step) & (size - 1);
      while (state >= high);
    }
  }
  for (let at = 0; at < size; at++) {
    const next = counts[symbols[at]!]!++;
    bits[at] = log - (31 - Math.clz32(next));
    bases[at] = (next << bits[at]!) - size;
  }
  return { log, symbols, bits, bases };
}

/** The table that is described from `start` on, and where its description ends. */
export function readFseTable(
  bytes: Uint8Array,
  start: number,
  end: number,
  { mostLog, mostSymbols }: { readonly mostLog: number; readonly mostSymbols: number },
): { readonly table: FseTable; readonly end: number } {
  let at = start * 8;
  const read = (count: number): number => readBits(bytes, (at += count), count);
  const log = read(4) + LOWEST_LOG;
  if (log > mostLog) throw damaged("a table of states is too large");
  const shares: number[] = [];
  let left = 1 << log;
  while (left > 0) {
    if (shares.length >= mostSymbols || at > end * 8) throw damaged("a table of states is wrong");
    const share = readShare();
    shares.push(share);
    left -= Math.abs(share);
    for (let more = share === 0; more;) {
      const zeros = read(2);
      for (let zero = 0; zero < zeros; zero++) shares.push(0);
      more = zeros === 3 && shares.length < mostSymbols;
    }
  }
  const tableEnd = Math.ceil(at / 8);
  if (shares.length > mostSymbols || tableEnd > end) throw damaged("a table of states is wrong");
  return { table: createFseTable(shares, log), end: tableEnd };

  /** Of the values up to `left + 1`, counted from -1, the lower ones take a bit less. */
  function readShare(): number {
    const count = 32 - Math.clz32(left + 1);
    const half = 1 << (count - 1);
    const shorter = (1 << count) - 1 - (left + 1);
    const value = read(count);
    const low = value & (half - 1);
    if (low < shorter) {
      at--;
      return low - 1;
    }
    return (value >= half ? value - shorter : value) - 1;
  }
}
