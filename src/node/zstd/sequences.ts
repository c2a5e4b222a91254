import { findMark, MOST_BITS, readBits } from "./bits.ts";
import { MOST_BLOCK_BYTES } from "./block-size.ts";
import { damaged } from "./damaged.ts";
import { createFseTable, createSingleTable, type FseTable, readFseTable, type Shares } from "./fse.ts";

// By RFC 8878, section 3.1.1.3.2: a sequence is a run of literals and a match, a piece of what came before.

/** What a code stands for: a number to which further bits are added. */
interface Codes {
  readonly bases: Uint32Array;
  readonly bits: Uint8Array;
  readonly mostLog: number;
  readonly usual: FseTable;
}

/** The tables that a block may take over from the one before it. */
export interface SequenceTables {
  literals: FseTable | null;
  offsets: FseTable | null;
  matches: FseTable | null;
}

/** The sequences of a block; the arrays are used again for the next one. */
export interface Sequences {
  count: number;
  readonly literals: Int32Array;
  readonly matches: Int32Array;
  /** Above 3 a distance and 3 more; the others stand for distances that were in use. */
  readonly offsets: Int32Array;
}

/** No match is shorter. */
const LEAST_MATCH = 3;
const MOST_SEQUENCES = Math.floor(MOST_BLOCK_BYTES / LEAST_MATCH);

const USUAL_LITERALS = [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1];
const USUAL_MATCHES = [
  1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  -1, -1, -1, -1, -1, -1, -1,
];
const USUAL_OFFSETS = [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1];

/** Bits that are added to the codes of literals and matches which stand for more than one number. */
const LITERAL_BITS = [1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const MATCH_BITS = [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const OFFSET_BITS = Array.from({ length: 32 }, (_, code) => code);

const LITERALS = createCodes(0, [...Array<number>(16).fill(0), ...LITERAL_BITS], 9, USUAL_LITERALS, 6);
const MATCHES = createCodes(LEAST_MATCH, [...Array<number>(32).fill(0), ...MATCH_BITS], 9, USUAL_MATCHES, 6);
const OFFSETS = createCodes(1, OFFSET_BITS, 8, USUAL_OFFSETS, 5);

/** Every code begins where the one before it ends. */
function createCodes(first: number, bits: readonly number[], mostLog: number, usual: Shares, usualLog: number): Codes {
  const bases = new Uint32Array(bits.length);
  let base = first;
  for (const [code, count] of bits.entries()) {
    bases[code] = base;
    base += 2 ** count;
  }
  return { bases, bits: Uint8Array.from(bits), mostLog, usual: createFseTable(usual, usualLog) };
}

/** Tables as they are described, one symbol, or the ones of the block before. */
const SINGLE = 1;
const DESCRIBED = 2;
const REPEATED = 3;

/** A distance of more bits is longer than any window. */
const MOST_OFFSET_BITS = 27;

export function createSequences(): Sequences {
  const create = (): Int32Array => new Int32Array(MOST_SEQUENCES);
  return { count: 0, literals: create(), matches: create(), offsets: create() };
}

/** Reads the section from `start` to `end`. */
export function readSequences(bytes: Uint8Array, start: number, end: number, tables: SequenceTables, output: Sequences): void {
  const { count, at: modesAt } = readCount(bytes, start, end);
  output.count = count;
  if (count === 0) {
    if (modesAt !== end) throw damaged("bytes follow the last section of a block");
    return;
  }
  if (count > MOST_SEQUENCES) throw damaged("a block inflates to more than it may");
  const modes = modesAt < end ? bytes[modesAt]! : 3;
  if ((modes & 3) !== 0) throw damaged("a section of sequences is wrong");
  let at = modesAt + 1;
  const literals = (tables.literals = takeTable(modes >> 6, LITERALS, tables.literals));
  const offsets = (tables.offsets = takeTable((modes >> 4) & 3, OFFSETS, tables.offsets));
  const matches = (tables.matches = takeTable((modes >> 2) & 3, MATCHES, tables.matches));
  decode(bytes, at, end, { literals, offsets, matches }, output);

  function takeTable(mode: number, codes: Codes, before: FseTable | null): FseTable {
    if (mode === REPEATED && before !== null) return before;
    if (mode === SINGLE && at < end && bytes[at]! < codes.bits.length) return createSingleTable(bytes[at++]!);
    if (mode === DESCRIBED) {
      const read = readFseTable(bytes, at, end, { mostLog: codes.mostLog, mostSymbols: codes.bits.length });
      at = read.end;
      return read.table;
    }
    if (mode === 0) return codes.usual;
    throw damaged("a section of sequences is wrong");
  }
}

function readCount(bytes: Uint8Array, start: number, end: number): { readonly count: number; readonly at: number } {
  const first = bytes[start]!;
  const length = start >= end ? Infinity : first < 128 ? 1 : first < 255 ? 2 : 3;
  if (start + length > end) throw damaged("a section of sequences is missing");
  if (length === 1) return { count: first, at: start + 1 };
  if (length === 2) return { count: ((first - 128) << 8) | bytes[start + 1]!, at: start + 2 };
  return { count: bytes[start + 1]! + (bytes[start + 2]! << 8) + 0x7f00, at: start + 3 };
}

function decode(
  bytes: Uint8Array,
  start: number,
  end: number,
  { literals, offsets, matches }: { readonly literals: FseTable; readonly offsets: FseTable; readonly matches: FseTable },
  output: Sequences,
): void {
  let bit = findMark(bytes, start, end);
  const firstBit = start * 8;
  let literalState = readBits(bytes, bit, literals.log);
  bit -= literals.log;
  let offsetState = readBits(bytes, bit, offsets.log);
  bit -= offsets.log;
  let matchState = readBits(bytes, bit, matches.log);
  bit -= matches.log;
  // What is read behind the last bit is no use, and is found out below.
  for (let at = 0; at < output.count && bit >= firstBit; at++) {
    const offsetCode = offsets.symbols[offsetState]!;
    if (offsetCode > MOST_OFFSET_BITS) throw damaged("a distance is longer than any window");
    let offset = OFFSETS.bases[offsetCode]!;
    if (offsetCode > MOST_BITS) {
      offset += readBits(bytes, bit, offsetCode - MOST_BITS) << MOST_BITS;
      bit -= offsetCode - MOST_BITS;
    }
    const offsetBits = Math.min(offsetCode, MOST_BITS);
    output.offsets[at] = offset + readBits(bytes, bit, offsetBits);
    bit -= offsetBits;
    const matchCode = matches.symbols[matchState]!;
    const matchBits = MATCHES.bits[matchCode]!;
    output.matches[at] = MATCHES.bases[matchCode]! + readBits(bytes, bit, matchBits);
    bit -= matchBits;
    const literalCode = literals.symbols[literalState]!;
    const literalBits = LITERALS.bits[literalCode]!;
    output.literals[at] = LITERALS.bases[literalCode]! + readBits(bytes, bit, literalBits);
    bit -= literalBits;
    if (at + 1 === output.count) break;
    const literalStep = literals.bits[literalState]!;
    literalState = literals.bases[literalState]! + readBits(bytes, bit, literalStep);
    bit -= literalStep;
    const matchStep = matches.bits[matchState]!;
    matchState = matches.bases[matchState]! + readBits(bytes, bit, matchStep);
    bit -= matchStep;
    const offsetStep = offsets.bits[offsetState]!;
    offsetState = offsets.bases[offsetState]! + readBits(bytes, bit, offsetStep);
    bit -= offsetStep;
  }
  if (bit !== firstBit) throw damaged("a stream of sequences has another length than it says");
}
