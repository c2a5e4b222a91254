import { MOST_BLOCK_BYTES, mostBlockBytes } from "./block-size.ts";
import { damaged } from "./damaged.ts";
import { decodeHuffman, type HuffmanTable, readHuffmanTable } from "./huffman.ts";
import { createSequences, readSequences, type SequenceTables } from "./sequences.ts";

// Compressed blocks by RFC 8878, section 3.1.1.3. All that is read is checked, and no block becomes longer than it may,
// so that what data costs in time and memory is in step with its length and what it inflates to.

/** Inflates the blocks of one frame after the other. */
export interface BlockInflater {
  /** Begins a frame of which so many bytes can be repeated. */
  begin(window: number): void;
  /** What a block gives. The bytes are the caller's; the error of a compressed block says what is wrong with it. */
  copy(bytes: Uint8Array): Uint8Array;
  repeat(byte: number, count: number): Uint8Array;
  inflate(block: Uint8Array): Uint8Array;
}

/** Fewer literals are never in four streams. */
const LEAST_OF_STREAMS = 6;
const USUAL_DISTANCES = [1, 4, 8] as const;
/** Pieces of at least so many bytes are copied at once. */
const LONG_BYTES = 32;

export function createBlockInflater(): BlockInflater {
  /** The window and what comes behind it, as far as there is any. */
  let history = new Uint8Array(0);
  let at = 0; // bytes of the history that are written
  let window = 0;
  let mostOfBlock = 0; // bytes
  /** The block, with room behind it to read words. */
  const packed = new Uint8Array(MOST_BLOCK_BYTES + 4);
  const literals = new Uint8Array(MOST_BLOCK_BYTES);
  const sequences = createSequences();
  let huffman: HuffmanTable | null = null;
  const tables: SequenceTables = { literals: null, offsets: null, matches: null };
  const distances: [number, number, number] = [...USUAL_DISTANCES];

  /** Makes room for so many bytes: the history grows with what comes, and slides when it is longer than a window. */
  function reserve(count: number): void {
    if (at + count <= history.length) return;
    const kept = Math.min(at, window);
    const most = window + Math.max(2 * MOST_BLOCK_BYTES, window >> 2);
    if (history.length >= most) {
      history.copyWithin(0, at - kept, at);
    } else {
      const grown = new Uint8Array(Math.min(most, Math.max(2 * history.length, 2 * (kept + count))));
      grown.set(history.subarray(at - kept, at));
      history = grown;
    }
    at = kept;
  }

  function take(start: number): Uint8Array {
    return history.slice(start, at);
  }

  /** Reads the literals of the block that is packed: how many there are, and where their section ends. */
  function readLiterals(blockEnd: number): { readonly count: number; readonly end: number } {
    const { type, streams, count, size, start } = readLiteralsHeader(packed.subarray(0, blockEnd));
    const end = start + size;
    if (count > mostOfBlock || end > blockEnd) throw damaged("a section of literals is too long");
    if (type === RAW) literals.set(packed.subarray(start, end));
    else if (type === SAME) literals.fill(packed[start]!, 0, count);
    else {
      let streamsAt = start;
      if (type === COMPRESSED) ({ table: huffman, end: streamsAt } = readHuffmanTable(packed, start, end));
      if (huffman === null) throw damaged("a table of lengths is missing");
      if (streams === 1) decodeHuffman(huffman, packed, streamsAt, end, literals, 0, count);
      else decodeStreams(huffman, streamsAt, end, count);
    }
    return { count, end };
  }

  /** Four streams of the same length, the last of which may be shorter, behind the sizes of the first three. */
  function decodeStreams(table: HuffmanTable, start: number, end: number, count: number): void {
    if (count < LEAST_OF_STREAMS) throw damaged("a section of literals is wrong");
    const each = (count + 3) >> 2;
    let from = start + 6;
    for (let stream = 0; stream < 4; stream++) {
      const sizeAt = start + 2 * stream;
      const to = stream === 3 ? end : from + (packed[sizeAt]! | (packed[sizeAt + 1]! << 8));
      if (to > end) throw damaged("a section of literals is wrong");
      decodeHuffman(table, packed, from, to, literals, stream * each, stream === 3 ? count : (stream + 1) * each);
      from = to;
    }
  }

  /** Writes what the sequences stand for; how many of the literals they use. */
  function runSequences(literalCount: number, limit: number): number {
    let used = 0;
    for (let sequence = 0; sequence < sequences.count; sequence++) {
      const run = sequences.literals[sequence]!;
      const match = sequences.matches[sequence]!;
      const distance = takeDistance(sequences.offsets[sequence]!, run);
      if (used + run > literalCount) throw damaged("a block has fewer literals than it uses");
      if (at + run + match > limit) throw damaged("a block inflates to more than it may");
      copyLiterals(used, run);
      used += run;
      if (distance > at || distance > window) throw damaged("a distance is longer than what there is");
      repeatMatch(distance, match);
    }
    return used;
  }

  /** The distance that an offset stands for, which becomes the first of those in use. */
  function takeDistance(offset: number, run: number): number {
    const [first, second, third] = distances;
    if (offset > 3) {
      distances[2] = second;
      distances[1] = first;
      return (distances[0] = offset - 3);
    }
    const place = run === 0 ? offset : offset - 1;
    if (place === 0) return first;
    const distance = place === 1 ? second : place === 2 ? third : first - 1;
    if (distance === 0) throw damaged("a distance is 0");
    if (place !== 1) distances[2] = second;
    distances[1] = first;
    return (distances[0] = distance);
  }

  function copyLiterals(from: number, count: number): void {
    const to = at;
    if (count >= LONG_BYTES) history.set(literals.subarray(from, from + count), to);
    else for (let step = 0; step < count; step++) history[to + step] = literals[from + step]!;
    at = to + count;
  }

  /** A match may reach into itself. */
  function repeatMatch(distance: number, count: number): void {
    const to = at;
    const from = to - distance;
    if (count >= LONG_BYTES && distance >= count) history.copyWithin(to, from, from + count);
    else for (let step = 0; step < count; step++) history[to + step] = history[from + step]!;
    at = to + count;
  }

  return {
    begin(bytes) {
      window = bytes;
      mostOfBlock = mostBlockBytes(bytes);
      at = 0;
      huffman = null;
      tables.literals = tables.offsets = tables.matches = null;
      distances.splice(0, 3, ...USUAL_DISTANCES);
    },
    copy(bytes) {
      reserve(bytes.length);
      history.set(bytes, at);
      at += bytes.length;
      return take(at - bytes.length);
    },
    repeat(byte, count) {
      reserve(count);
      history.fill(byte, at, at + count);
      at += count;
      return take(at - count);
    },
    inflate(block) {
      packed.set(block);
      const { count, end } = readLiterals(block.length);
      readSequences(packed, end, block.length, tables, sequences);
      reserve(mostOfBlock);
      const start = at;
      const limit = start + mostOfBlock;
      const used = runSequences(count, limit);
      if (at + count - used > limit) throw damaged("a block inflates to more than it may");
      copyLiterals(used, count - used);
      return take(start);
    },
  };
}

/** Types of literals: bytes as they are, one byte repeated, compressed with a table of their own or with the last one. */
const RAW = 0;
const SAME = 1;
const COMPRESSED = 2;

interface LiteralsHeader {
  readonly type: number;
  readonly streams: 1 | 4;
  readonly count: number;
  /** Bytes behind the header. */
  readonly size: number;
  readonly start: number;
}

function readLiteralsHeader(block: Uint8Array): LiteralsHeader {
  const type = block[0]! & 3;
  const format = (block[0]! >> 2) & 3;
  const isPlain = type === RAW || type === SAME;
  const start = isPlain ? [1, 2, 1, 3][format]! : [3, 3, 4, 5][format]!;
  if (start > block.length) throw damaged("a section of literals is missing");
  const header = block.subarray(0, start).reduceRight((sum, byte) => sum * 256 + byte, 0);
  if (isPlain) {
    const count = Math.floor(header / (format % 2 === 0 ? 8 : 16));
    return { type, streams: 1, count, size: type === SAME ? 1 : count, start };
  }
  const width = 2 ** [10, 10, 14, 18][format]!;
  const lengths = Math.floor(header / 16);
  return { type, streams: format === 0 ? 1 : 4, count: lengths % width, size: Math.floor(lengths / width), start };
}
