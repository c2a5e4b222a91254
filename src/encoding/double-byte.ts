import { isHkscs, type TableName } from "./table-shapes.ts";
import { indexTable } from "./tables.ts";
import { roomForUnits, textOfUnits } from "./units.ts";
import type { InvalidBytes } from "./utf8.ts";

/** A text and the bytes of it that are not valid. */
export interface DecodedText {
  text: string;
  invalid: InvalidBytes | null;
}

/** A text as the first `count` code units of an array, which the next text that is decoded may overwrite. */
export interface DecodedUnits {
  units: Uint16Array;
  count: number;
  invalid: InvalidBytes | null;
}

const REPLACEMENT = 0xfffd;
/** In {@link PairDecoder.singles}: the byte begins a character of several. */
const LEAD = 0xffff;
/** A number that makes every pointer negative. */
const NOWHERE = -0x100000;

/** A character that is not a plain pair, or a bad one. */
interface Special {
  /** Bytes it takes. */
  length: number;
  /** Its code point; -1 when the bytes are bad. */
  code: number;
  /** Code point of a combining mark behind it, 0 for none. */
  mark: number;
}

/** An encoding of ASCII, single bytes and pairs: the pointer of a pair is `rows[lead] + columns[trail]`. */
interface PairDecoder {
  table: TableName;
  /** Code unit of a byte that stands alone, U+FFFD for a bad one, {@link LEAD}. */
  singles: Uint16Array;
  rows: Int32Array;
  columns: Int32Array;
  /** What begins at `at` and is no pair of the table. */
  special: (bytes: Uint8Array, at: number) => Special;
}

/** The WHATWG decoders take an ASCII byte behind a bad lead byte for text. */
function badPair(bytes: Uint8Array, at: number): Special {
  const hasTrail = at + 1 < bytes.length;
  return { length: hasTrail && bytes[at + 1]! >= 0x80 ? 2 : 1, code: -1, mark: 0 };
}

function fill(array: Int32Array, from: number, to: number, at: (byte: number) => number): void {
  for (let byte = from; byte <= to; byte++) array[byte] = at(byte);
}

function createDecoder(table: TableName, leads: readonly [from: number, to: number][], special: PairDecoder["special"]): PairDecoder {
  const singles = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : REPLACEMENT));
  for (const [from, to] of leads) singles.fill(LEAD, from, to + 1);
  return { table, singles, rows: new Int32Array(256).fill(NOWHERE), columns: new Int32Array(256).fill(NOWHERE), special };
}

function createGb18030(): PairDecoder {
  const decoder = createDecoder("gb18030", [[0x81, 0xfe]], gb18030Special);
  decoder.singles[0x80] = 0x20ac;
  fill(decoder.rows, 0x81, 0xfe, (lead) => (lead - 0x81) * 190);
  fill(decoder.columns, 0x40, 0x7e, (trail) => trail - 0x40);
  fill(decoder.columns, 0x80, 0xfe, (trail) => trail - 0x41);
  return decoder;
}

const isBetween = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high;

function gb18030Special(bytes: Uint8Array, at: number): Special {
  const left = bytes.length - at;
  const second = left > 1 ? bytes[at + 1]! : -1;
  if (!isBetween(second, 0x30, 0x39)) return badPair(bytes, at);
  const third = left > 2 ? bytes[at + 2]! : -1;
  // Cut off by the end: one bad character in all.
  if (third < 0) return { length: left, code: -1, mark: 0 };
  if (!isBetween(third, 0x81, 0xfe)) return { length: 1, code: -1, mark: 0 };
  const fourth = left > 3 ? bytes[at + 3]! : -1;
  if (fourth < 0) return { length: left, code: -1, mark: 0 };
  if (!isBetween(fourth, 0x30, 0x39)) return { length: 1, code: -1, mark: 0 };
  const pointer = (((bytes[at]! - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  return { length: 4, code: fourByteCode(pointer), mark: 0 };
}

/** Pointers of four bytes: the BMP's without the characters of two bytes, then the other planes. */
const FOUR_BYTE_END = 39420;
const PLANES_START = 189_000;
const PLANES_END = 1_237_576;
/** Here stood U+1E3F before it got a pair; U+E7C7, whose pair that was, stands in its place. */
const ODD_POINTER = 7457;
const ODD_CODE = 0xe7c7;
/** U+E5E5 has no code of four bytes, though its pair stands for another character. */
const LEFT_OUT = 0xe5e5;
/** Private characters whose pairs stand for U+9FB4…9FBB and U+FE10…FE19 since 2022; codes of four bytes did not change. */
const PRIVATE_BEFORE: readonly number[] = "e78d e78e e78f e790 e791 e792 e793 e794 e795 e796 e81e e826 e82b e82c e832 e843 e854 e864"
  .split(" ")
  .map((code) => parseInt(code, 16));

let fourByteCodes: Uint16Array | null = null;

function fourByteCode(pointer: number): number {
  if (pointer >= PLANES_START && pointer < PLANES_END) return pointer - PLANES_START + 0x10000;
  if (pointer >= FOUR_BYTE_END) return -1;
  fourByteCodes ??= listFourByteCodes();
  return fourByteCodes[pointer]!;
}

/** Code units by pointer of four bytes, those of the basic plane. */
export function listFourByteCodes(): Uint16Array {
  const hasPair = new Uint8Array(0x10000);
  for (const unit of indexTable("gb18030").units) hasPair[unit] = 1;
  for (const code of [LEFT_OUT, ODD_CODE, ...PRIVATE_BEFORE]) hasPair[code] = 1;
  hasPair.fill(0, 0x9fb4, 0x9fbc);
  hasPair.fill(0, 0xfe10, 0xfe1a);
  hasPair.fill(1, 0xd800, 0xe000);
  const codes = new Uint16Array(FOUR_BYTE_END);
  let pointer = 0;
  for (let code = 0x80; code < 0x10000 && pointer < FOUR_BYTE_END; code++) {
    if (pointer === ODD_POINTER) codes[pointer++] = ODD_CODE;
    if (hasPair[code] === 0) codes[pointer++] = code;
  }
  return codes;
}

function createBig5(): PairDecoder {
  const decoder = createDecoder("big5", [[0x81, 0xfe]], big5Special);
  fill(decoder.rows, 0x81, 0xfe, (lead) => (lead - 0x81) * 157);
  fill(decoder.columns, 0x40, 0x7e, (trail) => trail - 0x40);
  fill(decoder.columns, 0xa1, 0xfe, (trail) => trail - 0x62);
  return decoder;
}

/** Ê and ê with a macron or a caron, the only pairs that stand for two characters. */
const BIG5_MARKED: Readonly<Record<number, readonly [letter: number, mark: number]>> = {
  0x8862: [0xca, 0x304],
  0x8864: [0xca, 0x30c],
  0x88a3: [0xea, 0x304],
  0x88a5: [0xea, 0x30c],
};

function big5Special(bytes: Uint8Array, at: number): Special {
  if (at + 1 === bytes.length) return badPair(bytes, at);
  const marked = BIG5_MARKED[bytes[at]! * 256 + bytes[at + 1]!];
  if (marked !== undefined) return { length: 2, code: marked[0], mark: marked[1] };
  const { rows, columns } = decoderOf("big5");
  const pointer = rows[bytes[at]!]! + columns[bytes[at + 1]!]!;
  if (pointer < 0) return badPair(bytes, at);
  const { units, astral } = indexTable(isHkscs(pointer) ? "hkscs" : "big5");
  const code = units[pointer]! + astral[pointer]! * 0x20000;
  return code === 0 ? badPair(bytes, at) : { length: 2, code, mark: 0 };
}

function createEucKr(): PairDecoder {
  const decoder = createDecoder("euc-kr", [[0x81, 0xfe]], badPair);
  fill(decoder.rows, 0x81, 0xfe, (lead) => (lead - 0x81) * 190);
  fill(decoder.columns, 0x41, 0xfe, (trail) => trail - 0x41);
  return decoder;
}

/** Half-width katakana stand in single bytes. */
const KATAKANA_SHIFT = 0xff61 - 0xa1;
/** Shift_JIS keeps these pointers for private characters. */
const PRIVATE_START = 8836;
const PRIVATE_END = 10716;

function createShiftJis(): PairDecoder {
  const leads: [number, number][] = [
    [0x81, 0x9f],
    [0xe0, 0xfc],
  ];
  const decoder = createDecoder("jis0208", leads, shiftJisSpecial);
  decoder.singles[0x80] = 0x80;
  for (let byte = 0xa1; byte <= 0xdf; byte++) decoder.singles[byte] = byte + KATAKANA_SHIFT;
  fill(decoder.rows, 0x81, 0x9f, (lead) => (lead - 0x81) * 188);
  fill(decoder.rows, 0xe0, 0xfc, (lead) => (lead - 0xc1) * 188);
  fill(decoder.columns, 0x40, 0x7e, (trail) => trail - 0x40);
  fill(decoder.columns, 0x80, 0xfc, (trail) => trail - 0x41);
  return decoder;
}

function shiftJisSpecial(bytes: Uint8Array, at: number): Special {
  const { rows, columns } = decoderOf("shift_jis");
  const pointer = rows[bytes[at]!]! + (at + 1 < bytes.length ? columns[bytes[at + 1]!]! : NOWHERE);
  if (pointer < PRIVATE_START || pointer >= PRIVATE_END) return badPair(bytes, at);
  return { length: 2, code: 0xe000 + pointer - PRIVATE_START, mark: 0 };
}

function createEucJp(): PairDecoder {
  const leads: [number, number][] = [
    [0x8e, 0x8f],
    [0xa1, 0xfe],
  ];
  const decoder = createDecoder("jis0208", leads, eucJpSpecial);
  fill(decoder.rows, 0xa1, 0xfe, (lead) => (lead - 0xa1) * 94);
  fill(decoder.columns, 0xa1, 0xfe, (trail) => trail - 0xa1);
  return decoder;
}

const SINGLE_SHIFT_2 = 0x8e;
const SINGLE_SHIFT_3 = 0x8f;

function eucJpSpecial(bytes: Uint8Array, at: number): Special {
  const left = bytes.length - at;
  const second = left > 1 ? bytes[at + 1]! : -1;
  if (bytes[at] === SINGLE_SHIFT_2 && isBetween(second, 0xa1, 0xdf)) return { length: 2, code: second + KATAKANA_SHIFT, mark: 0 };
  if (bytes[at] !== SINGLE_SHIFT_3 || !isBetween(second, 0xa1, 0xfe)) return badPair(bytes, at);
  if (left < 3) return { length: 2, code: -1, mark: 0 };
  const third = bytes[at + 2]!;
  const unit = isBetween(third, 0xa1, 0xfe) ? indexTable("jis0212").units[(second - 0xa1) * 94 + third - 0xa1]! : 0;
  if (unit !== 0) return { length: 3, code: unit, mark: 0 };
  return { length: third < 0x80 ? 2 : 3, code: -1, mark: 0 };
}

const CREATORS = {
  gb18030: createGb18030,
  gbk: createGb18030,
  big5: createBig5,
  "euc-kr": createEucKr,
  shift_jis: createShiftJis,
  "euc-jp": createEucJp,
} as const;

/** Encodings that {@link decodePairs} reads. */
export type PairEncoding = keyof typeof CREATORS;

const decoders = new Map<PairEncoding, PairDecoder>();

function decoderOf(encoding: PairEncoding): PairDecoder {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = createPairDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder;
}

/** The same, made anew. */
export function createPairDecoder(encoding: PairEncoding): PairDecoder {
  return CREATORS[encoding]();
}

/** Whether {@link decodePairs} reads an encoding. */
export function isPairEncoding(encoding: string): encoding is PairEncoding {
  return Object.hasOwn(CREATORS, encoding);
}

/**
 * Text of bytes in an East Asian encoding of one to four bytes a character, as the decoders of the
 * [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/#legacy-multi-byte-chinese-(simplified)-encodings)
 * read them. Bad bytes become U+FFFD.
 */
export function decodePairs(bytes: Uint8Array, encoding: PairEncoding): DecodedText {
  const { units, count, invalid } = readPairs(bytes, encoding);
  return { text: textOfUnits(units, count), invalid };
}

/** The same as code units. */
export function readPairs(bytes: Uint8Array, encoding: PairEncoding): DecodedUnits {
  const { length } = bytes;
  const units = roomForUnits(length + 1);
  const head = copyAscii(bytes, units);
  if (head === length) return { units, count: head, invalid: null };
  const { table, singles, rows, columns, special } = decoderOf(encoding);
  const cells = pairCells(table);
  const last = length - 1;
  let count = head;
  let at = head;
  let invalid: InvalidBytes | null = null;
  while (at < length) {
    while (at < last) {
      const byte = bytes[at]!;
      if (byte < 0x80) {
        units[count++] = byte;
        at++;
        continue;
      }
      const pointer = rows[byte]! + columns[bytes[at + 1]!]!;
      const unit = pointer < 0 ? 0 : cells[pointer]!;
      if (unit === 0) break;
      units[count++] = unit;
      at += 2;
    }
    if (at >= length) break;
    const single = singles[bytes[at]!]!;
    if (single !== LEAD) {
      units[count++] = single;
      if (single === REPLACEMENT) invalid = addInvalid(invalid, at);
      at++;
      continue;
    }
    const found = special(bytes, at);
    if (found.code < 0) invalid = addInvalid(invalid, at);
    if (found.code > 0xffff) {
      units[count++] = 0xd7c0 + (found.code >> 10);
      units[count++] = 0xdc00 + (found.code & 0x3ff);
    } else units[count++] = found.code < 0 ? REPLACEMENT : found.code;
    if (found.mark !== 0) units[count++] = found.mark;
    at += found.length;
  }
  return { units, count, invalid };
}

/** Copies the ASCII bytes before the first other one; gives their number. */
function copyAscii(bytes: Uint8Array, units: Uint16Array): number {
  let at = 0;
  while (at < bytes.length && bytes[at]! < 0x80) {
    units[at] = bytes[at]!;
    at++;
  }
  return at;
}

const cellsByTable = new Map<TableName, Uint16Array>();

/** Code units by pointer, 0 where there is none or the character takes two. */
function pairCells(table: TableName): Uint16Array {
  let cells = cellsByTable.get(table);
  if (cells === undefined) {
    const { units, astral } = indexTable(table);
    cells = units.map((unit, pointer) => (astral[pointer] === 1 ? 0 : unit));
    cellsByTable.set(table, cells);
  }
  return cells;
}

/** One more bad sequence, at `offset` if it is the first. */
export function addInvalid(invalid: InvalidBytes | null, offset: number): InvalidBytes {
  return invalid === null ? { count: 1, firstOffset: offset } : { count: invalid.count + 1, firstOffset: invalid.firstOffset };
}

/** Code unit of a pair of the table's encoding by its pointer, U+FFFD where there is none; never one of plane 2. */
export function unitAt(table: TableName, pointer: number): number {
  const { units, astral } = indexTable(table);
  return pointer >= 0 && pointer < units.length && astral[pointer] === 0 && units[pointer] !== 0 ? units[pointer]! : REPLACEMENT;
}
