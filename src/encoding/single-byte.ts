import type { DecodedText, DecodedUnits } from "./double-byte.ts";
import { createMixedReader } from "./mixed-bits.ts";
import { LOW_LETTERS, PACKED_UPPER_HALVES, SINGLE_BYTE_NAMES } from "./single-byte.generated.ts";
import { codeCells, createCells } from "./table-model.ts";
import { roomForUnits, textOfLatin1, textOfUnits } from "./units.ts";
import type { InvalidBytes } from "./utf8.ts";

/** Encodings that differ from another in the direction of writing only. */
const SAME_TABLE: Readonly<Record<string, string>> = { "iso-8859-8-i": "iso-8859-8" };
const REPLACEMENT = 0xfffd;

const UPPER_HALF = 128;
const NAMES: readonly string[] = SINGLE_BYTE_NAMES.split(" ");

interface SingleByteTable {
  units: Uint16Array;
  /** Whether some byte stands for nothing. */
  hasHoles: boolean;
  /** For each byte whether it stands for a code point of another number. */
  isOther: Uint8Array;
}

const tables = new Map<string, SingleByteTable>();

/** Names of the single-byte encodings. */
export function singleByteNames(): string[] {
  return [...NAMES, ...Object.keys(SAME_TABLE)];
}

let upperHalves: Uint16Array | null = null;

/** Code units of the upper halves, one after the other; U+FFFD where a cell is empty. */
export function unpackUpperHalves(): Uint16Array {
  const cells = createCells(NAMES.length * UPPER_HALF, UPPER_HALF);
  codeCells(createMixedReader(PACKED_UPPER_HALVES), cells, []);
  return cells.units.map((unit) => (unit === 0 ? REPLACEMENT : unit));
}

function tableOf(encoding: string): SingleByteTable {
  let table = tables.get(encoding);
  if (table === undefined) {
    upperHalves ??= unpackUpperHalves();
    table = createTable(encoding, upperHalves);
    tables.set(encoding, table);
  }
  return table;
}

/** The table of an encoding, made anew of the upper halves of all. */
export function createTable(encoding: string, halves: Uint16Array): SingleByteTable {
  const name = SAME_TABLE[encoding] ?? encoding;
  const units = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  const start = NAMES.indexOf(name) * UPPER_HALF;
  units.set(halves.subarray(start, start + UPPER_HALF), UPPER_HALF);
  for (const [byte, letter] of Object.entries(LOW_LETTERS[name] ?? {})) units[Number(byte)] = letter.charCodeAt(0);
  return { units, hasHoles: units.includes(REPLACEMENT), isOther: Uint8Array.from(units, (unit, byte) => (unit === byte ? 0 : 1)) };
}

/** Whether {@link decodeSingleByte} reads an encoding. */
export function isSingleByte(encoding: string): boolean {
  return NAMES.includes(encoding) || Object.hasOwn(SAME_TABLE, encoding);
}

/** Text of bytes in an encoding that {@link isSingleByte}; empty cells become U+FFFD. */
export function decodeSingleByte(bytes: Uint8Array, encoding: string): DecodedText {
  const { isOther } = tableOf(encoding);
  const { length } = bytes;
  let same = 0;
  while (
    same + 3 < length &&
    (isOther[bytes[same]!]! | isOther[bytes[same + 1]!]! | isOther[bytes[same + 2]!]! | isOther[bytes[same + 3]!]!) === 0
  )
    same += 4;
  while (same < length && isOther[bytes[same]!] === 0) same++;
  const plain = same === length ? textOfLatin1(bytes) : null;
  if (plain !== null) return { text: plain, invalid: null };
  const { units, invalid } = readSingleBytes(bytes, encoding);
  return { text: textOfUnits(units, length), invalid };
}

/** The same as code units, one for each byte. */
export function readSingleBytes(bytes: Uint8Array, encoding: string): DecodedUnits {
  const { units: table, hasHoles } = tableOf(encoding);
  const { length } = bytes;
  const units = roomForUnits(length);
  const fours = length - (length % 4);
  for (let at = 0; at < fours; at += 4) {
    units[at] = table[bytes[at]!]!;
    units[at + 1] = table[bytes[at + 1]!]!;
    units[at + 2] = table[bytes[at + 2]!]!;
    units[at + 3] = table[bytes[at + 3]!]!;
  }
  for (let at = fours; at < length; at++) units[at] = table[bytes[at]!]!;
  return { units, count: length, invalid: hasHoles ? findReplaced(units, length) : null };
}

/** One byte is one unit here, so that places in the text are places in the bytes. */
function findReplaced(units: Uint16Array, length: number): InvalidBytes | null {
  const firstOffset = units.subarray(0, length).indexOf(REPLACEMENT);
  if (firstOffset < 0) return null;
  let count = 0;
  for (let at = firstOffset; at < length; at++) if (units[at] === REPLACEMENT) count++;
  return { count, firstOffset };
}
