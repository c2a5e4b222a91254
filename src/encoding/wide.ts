import { holdsByte } from "./find-byte.ts";
import { unicodeLevels } from "./unicode-levels.ts";

/** Bytes read; what they show does not change further on. */
const WIDE_BYTES = 4096;
/** Fewer code units than this prove nothing when no zero byte is among them. */
const FEWEST_UNITS = 8;
/** Share of good units, with bad ones counted thrice against them, from which a text is taken as wide. */
const GOOD_SHARE = 0.8;
/** How far the other byte order has to be behind. */
const LEAD = 0.15;
/** What a text without zero bytes has to show at its very head to be read further. */
const QUICK_BYTES = 64;
const QUICK_SHARE = 0.5;
/** From this share of ideographs and Hangul on, they have to be frequent ones. */
const IDEOGRAPH_SHARE = 0.2;
const FREQUENT_SHARE = 0.45;
/** Cells up to this level make up nine tenths of a text. */
const FREQUENT_LEVEL = 7;

/**
 * UTF-16 or UTF-32 without a byte order mark, or `null`: one byte order gives code units that are letters,
 * digits and blanks of living scripts, the other order does not; ideographs and Hangul have to be frequent
 * ones, because two ASCII letters read as one unit are an ideograph too (a rare one).
 *
 * @param bytes - the head of a text; at most its first 4 KiB are read
 *
 * @example
 * ```ts
 * import { findWideEncoding } from "newsdump/encoding";
 *
 * findWideEncoding(new Uint8Array([0x1d, 0x04, 0x3e, 0x04, 0x32, 0x04, 0x3e, 0x04, 0x20, 0x00])); // "utf-16le"
 * ```
 */
export function findWideEncoding(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, WIDE_BYTES);
  if (head.length < 4) return null;
  const holdsZero = holdsByte(head, 0);
  if (holdsZero) {
    const quad = findUtf32(head);
    if (quad !== null) return quad;
  } else if (head.length < 2 * FEWEST_UNITS || isPlainText(head) || !looksWide(head)) return null;
  const little = judgeUnits(head, 0, 1);
  const big = judgeUnits(head, 1, 0);
  if (little >= GOOD_SHARE && little >= big + LEAD) return "utf-16le";
  if (big >= GOOD_SHARE && big >= little + LEAD) return "utf-16be";
  return null;
}

/** ASCII without control characters; UTF-16 of Thai is all below 0x80, too, and full of them. */
function isPlainText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x7f && (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)));
}

/** A quick look at the first units, which spares legacy text the full one. */
function looksWide(head: Uint8Array): boolean {
  const start = head.subarray(0, QUICK_BYTES);
  return Math.max(judgeUnits(start, 0, 1), judgeUnits(start, 1, 0)) >= QUICK_SHARE;
}

function findUtf32(head: Uint8Array): string | null {
  const units = head.length >> 2;
  if (units < 2) return null;
  let little = 0;
  let big = 0;
  for (let at = 0; at < units * 4; at += 4) {
    if (head[at + 3] === 0 && head[at + 2]! <= 0x10 && head[at]! + head[at + 1]! + head[at + 2]! > 0) little++;
    if (head[at] === 0 && head[at + 1]! <= 0x10 && head[at + 3]! + head[at + 2]! + head[at + 1]! > 0) big++;
  }
  // A zero on either side of a unit fits both; the plane byte then decides by the other half of the unit.
  const enough = units * 0.95;
  if (little >= enough && little > big) return "utf-32le";
  if (big >= enough && big > little) return "utf-32be";
  return null;
}

/** -3…1: share of units that are plausible, with bad ones counted thrice against them; 0 for rare ideographs. */
function judgeUnits(head: Uint8Array, low: 0 | 1, high: 0 | 1): number {
  const units = head.length >> 1;
  let score = 0;
  let ideographs = 0;
  let frequent = 0;
  let blocks = 0;
  const met = new Uint8Array(256);
  for (let at = 0; at < units * 2; at += 2) {
    const unit = head[at + low]! | (head[at + high]! << 8);
    if (isIdeographOrHangul(unit)) {
      ideographs++;
      score++;
    } else if (isPairedSurrogate(head, at, high, unit)) score++;
    else if (isGood(unit)) {
      score++;
      const block = unit >> 8;
      if (met[block] === 0) {
        met[block] = 1;
        blocks++;
      }
    } else if (isBad(unit)) score -= 3;
  }
  if (ideographs > units * IDEOGRAPH_SHARE) {
    const levels = (byUnicode ??= listFrequentUnits());
    for (let at = 0; at < units * 2; at += 2) {
      const unit = head[at + low]! | (head[at + high]! << 8);
      if (isIdeographOrHangul(unit) && levels[unit]! <= FREQUENT_LEVEL) frequent++;
    }
    if (frequent < ideographs * FREQUENT_SHARE) return 0;
  } else if (blocks > 8) return 0; // one text is of one or two scripts and some punctuation
  return score / units;
}

function isIdeographOrHangul(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
}

/** Half of a valid pair of surrogates. */
function isPairedSurrogate(head: Uint8Array, at: number, high: 0 | 1, unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdfff) return false;
  const other = unit < 0xdc00 ? at + 2 : at - 2;
  const neighbour = (head[other + high] ?? 0) << 8;
  return unit < 0xdc00 ? neighbour >= 0xdc00 && neighbour <= 0xdf00 : neighbour >= 0xd800 && neighbour <= 0xdb00;
}

function isGood(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 ? unit < 0x7f : unit === 0x0a || unit === 0x0d || unit === 0x09;
  if (unit < 0x2000) return unit >= 0xa0 && !(unit >= 0x1400 && unit < 0x1780);
  if (unit < 0x2e80) return (unit >= 0x200b && unit <= 0x203a) || unit === 0x20ac || unit === 0x2116 || unit === 0x2122;
  return (
    (unit >= 0x3000 && unit <= 0x3003) ||
    (unit >= 0x3005 && unit <= 0x3020) ||
    (unit >= 0x3041 && unit <= 0x30ff) ||
    (unit >= 0xff01 && unit <= 0xff9f)
  );
}

function isBad(unit: number): boolean {
  return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0xd800 && unit <= 0xf8ff) || unit >= 0xfff0;
}

let byUnicode: Uint8Array | null = null;

/** For each UTF-16 code unit the lowest level it has in any East Asian set. */
export function listFrequentUnits(): Uint8Array {
  const lowest = unicodeLevels("gb", FREQUENT_LEVEL).slice();
  for (const set of ["big5", "jis", "ksx"] as const) {
    unicodeLevels(set, FREQUENT_LEVEL).forEach((level, unit) => {
      if (level < lowest[unit]!) lowest[unit] = level;
    });
  }
  return lowest;
}
