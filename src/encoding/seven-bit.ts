import { holdsByte } from "./find-byte.ts";
import { CELL_BASE, CELL_STEP } from "./model.generated.ts";
import { cellLevels, type CellSet } from "./model.ts";

const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const LINE_FEED = 0x0a;
const TILDE = 0x7e;
const DOLLAR = 0x24;
const LEFT_BRACKET = 0x28;
/** Last bytes of the escapes of ISO-2022-JP: `ESC $ B` and `ESC $ ( D` begin pairs, `ESC ( B` ends them. */
const PAIRS: ReadonlySet<number | undefined> = new Set([0x40, 0x42]);
const EXTENDED_PAIRS: ReadonlySet<number | undefined> = new Set([0x44, 0x4f, 0x50, 0x51]);
const SINGLES: ReadonlySet<number | undefined> = new Set([0x42, 0x4a, 0x49]);
/** Mean price of a pair up to which the pairs are text; ASCII words read as pairs are above 11. */
const TEXT_NATS = 9.5;
/** Up to one broken pair or unknown escape for this many good pairs is damage. */
const GOOD_PER_BROKEN = 8;

interface Tally {
  pairs: number;
  broken: number;
  nats: number;
}

/**
 * ISO-2022-JP, ISO-2022-KR, ISO-2022-CN or HZ, or `null`: the encodings that write two-byte characters with
 * ASCII bytes. The record as a whole has to agree: all escapes are known ones, what stands between them are
 * pairs, and the pairs are characters that text has.
 */
export function findSevenBitEncoding(bytes: Uint8Array): string | null {
  if (holdsByte(bytes, ESCAPE)) {
    const encoding = findIso2022(bytes);
    if (encoding !== null) return encoding;
  }
  if (holdsByte(bytes, SHIFT_OUT) && isText(tallyShifts(bytes, "ksx"))) return "iso-2022-kr";
  if (holdsByte(bytes, TILDE) && isText(tallyHz(bytes))) return "hz";
  return null;
}

function isText({ pairs, broken, nats }: Tally): boolean {
  return pairs > 0 && broken * GOOD_PER_BROKEN <= pairs && nats / pairs <= TEXT_NATS;
}

function findIso2022(bytes: Uint8Array): string | null {
  const designation = findDesignation(bytes);
  if (designation === "C" && isText(tallyShifts(bytes, "ksx"))) return "iso-2022-kr";
  if (designation === "A" && isText(tallyShifts(bytes, "gb"))) return "iso-2022-cn";
  if (designation === "G" && isText(tallyShifts(bytes, "big5"))) return "iso-2022-cn";
  return isText(tallyJapanese(bytes)) ? "iso-2022-jp" : null;
}

/** The last byte of the first `ESC $ )`, which names the set that Shift Out selects. */
function findDesignation(bytes: Uint8Array): string | null {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 1)) {
    if (bytes[at + 1] === DOLLAR && bytes[at + 2] === 0x29) return String.fromCharCode(bytes[at + 3] ?? 0);
  }
  return null;
}

/** Price of the pair at `at`, or `null` when it is none. */
function pairNats(bytes: Uint8Array, at: number, set: CellSet): number | null {
  const row = bytes[at]! - 0x21;
  const cell = (bytes[at + 1] ?? 0) - 0x21;
  if (row < 0 || row > 93 || cell < 0 || cell > 93) return null;
  // Plane 1 of CNS 11643 (rows 36 and up) has the frequent characters of Big5 in nearly the same order.
  const index = set === "big5" ? 3 * 157 + (row - 35) * 94 + cell : row * 94 + cell;
  if (set === "big5" && row < 35) return TEXT_NATS - 2;
  return CELL_BASE + CELL_STEP * (cellLevels(set)[index] ?? 15);
}

function countPair(tally: Tally, bytes: Uint8Array, at: number, set: CellSet): number {
  const nats = pairNats(bytes, at, set);
  if (nats === null) {
    // A pair cut by the record's end is not broken.
    if (at + 1 < bytes.length) tally.broken++;
    return at + 1;
  }
  tally.pairs++;
  tally.nats += nats;
  return at + 2;
}

/** Whether pairs follow the escape at `at`, or single bytes; `null` when ISO-2022-JP has no such escape. */
function readJapaneseEscape(bytes: Uint8Array, at: number): boolean | null {
  const second = bytes[at + 2];
  if (bytes[at + 1] === LEFT_BRACKET) return SINGLES.has(second) ? false : null;
  if (bytes[at + 1] !== DOLLAR) return null;
  return (second === LEFT_BRACKET ? EXTENDED_PAIRS.has(bytes[at + 3]) : PAIRS.has(second)) ? true : null;
}

function tallyJapanese(bytes: Uint8Array): Tally {
  const tally = { pairs: 0, broken: 0, nats: 0 };
  let double = false;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte === ESCAPE) {
      const isPairs = readJapaneseEscape(bytes, at);
      if (isPairs !== null) double = isPairs;
      else if (at + 3 < bytes.length) tally.broken++;
      at += bytes[at + 1] === DOLLAR && bytes[at + 2] === LEFT_BRACKET ? 4 : 3;
    } else if (double && byte !== LINE_FEED && byte !== 0x0d) at = countPair(tally, bytes, at, "jis");
    else {
      if (byte >= 0x80) tally.broken++;
      if (byte === LINE_FEED) double = false;
      at++;
    }
  }
  return tally;
}

function tallyShifts(bytes: Uint8Array, set: CellSet): Tally {
  const tally = { pairs: 0, broken: 0, nats: 0 };
  let double = false;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte === ESCAPE) at += 4;
    else if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      double = byte === SHIFT_OUT;
      at++;
    } else if (double && byte > 0x20) at = countPair(tally, bytes, at, set);
    else {
      if (byte >= 0x80) tally.broken++;
      if (byte === LINE_FEED) double = false;
      at++;
    }
  }
  return tally;
}

function tallyHz(bytes: Uint8Array): Tally {
  const tally = { pairs: 0, broken: 0, nats: 0 };
  let double = false;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    const next = bytes[at + 1];
    if (byte === TILDE && next === 0x7b && !double) {
      double = true;
      at += 2;
    } else if (byte === TILDE && next === 0x7d && double) {
      double = false;
      at += 2;
    } else if (double && byte !== LINE_FEED) at = countPair(tally, bytes, at, "gb");
    else {
      if (byte >= 0x80) tally.broken++;
      if (byte === LINE_FEED) double = false;
      at++;
    }
  }
  return tally;
}
