import { analyse } from "chardet";
import { canonicalEncoding } from "./labels.ts";
import { findInvalidUtf8 } from "./utf8.ts";

/** What the decision about an encoding rests on, strongest first. */
export type EncodingEvidence =
  /** The caller named the encoding. */
  | "option"
  /** A byte order mark at the head. */
  | "bom"
  /** No byte above 0x7F: ASCII, which is UTF-8. */
  | "ascii"
  /** Valid as UTF-8, with at least one multi-byte character. */
  | "utf-8-valid"
  /** Nearly all multi-byte sequences are valid UTF-8; the rest is damage. */
  | "utf-8-damaged"
  /** Zero bytes where UTF-16 or UTF-32 of mostly Latin text has them. */
  | "nul-pattern"
  /** Letter statistics of the bytes. */
  | "statistics"
  /** Nothing speaks for any encoding; the value is a fallback. */
  | "none";

/** A candidate that was not chosen. */
export interface EncodingAlternative {
  /** Canonical name. */
  encoding: string;
  /** 0…1. */
  confidence: number;
}

/** What {@link detectEncoding} gives back. */
export interface EncodingGuess {
  /** Canonical name, as {@link decode} takes it. */
  encoding: string;
  /** 0…1; 1 where the bytes prove the answer. */
  confidence: number;
  /** What the answer rests on. */
  evidence: EncodingEvidence;
  /** Other candidates, best first; empty where the bytes prove the answer. */
  alternatives: EncodingAlternative[];
}

const BYTE_ORDER_MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-32le", bytes: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: "utf-32be", bytes: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

/** Encoding named by the byte order mark at the head of `bytes`, or `null`. */
export function findByteOrderMark(bytes: Uint8Array): string | null {
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  return mark?.encoding ?? null;
}

/** The statistics read no more than this: `chardet` takes about 0.5 ms a KiB. */
const STATISTICS_BYTES = 2 * 1024;
/** Up to one bad sequence for this many good ones is damage to UTF-8, not another encoding. */
const GOOD_SEQUENCES_PER_BAD = 8;
const FALLBACK = "windows-1252";

/**
 * The encoding of a text's bytes, decided by evidence: a byte order mark, no high bytes at all, validity as
 * UTF-8, zero bytes in the pattern of UTF-16 or UTF-32, and letter statistics
 * ([chardet](https://github.com/runk/node-chardet)) for the rest. Never throws.
 *
 * @param bytes - one record, or any other text of one encoding
 *
 * @example
 * ```ts
 * import { detectEncoding } from "newsdump";
 *
 * detectEncoding(new TextEncoder().encode("Новости")).encoding; // "utf-8"
 * ```
 */
export function detectEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = findByteOrderMark(bytes);
  if (marked !== null) return proven(marked, "bom");
  const wide = findWideEncoding(bytes);
  if (wide !== null) return { encoding: wide, confidence: 0.95, evidence: "nul-pattern", alternatives: [] };
  const high = countHighBytes(bytes);
  if (high === 0) return proven("utf-8", "ascii");
  const invalid = findInvalidUtf8(bytes);
  if (invalid === null) return proven("utf-8", "utf-8-valid");
  // A good sequence has two to four high bytes.
  if ((high - invalid.count) / 4 >= invalid.count * GOOD_SEQUENCES_PER_BAD) {
    return { encoding: "utf-8", confidence: 0.9, evidence: "utf-8-damaged", alternatives: [] };
  }
  return detectByStatistics(bytes);
}

function proven(encoding: string, evidence: EncodingEvidence): EncodingGuess {
  return { encoding, confidence: 1, evidence, alternatives: [] };
}

function countHighBytes(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index++) if (bytes[index]! >= 0x80) count++;
  return count;
}

/** Bytes read for the zero pattern; the pattern of a text does not change further on. */
const PATTERN_BYTES = 1024;
/** Share of zero bytes on one side of the code units from which a text is taken as wide. */
const PATTERN_SHARE = 0.3;

/**
 * UTF-16 or UTF-32 without a byte order mark, or `null`: line ends, blanks and digits have their zero bytes
 * on one side of the code unit in every language, and no other text encoding holds zero bytes.
 */
export function findWideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, PATTERN_BYTES) & ~3;
  if (length < 8) return null;
  const zeros: [number, number, number, number] = [0, 0, 0, 0];
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[(index & 3) as 0 | 1 | 2 | 3]++;
  const units = length / 4;
  const [first, second, third, fourth] = zeros;
  if (first === units && second === units && third + fourth < units * 2) return "utf-32be";
  if (fourth === units && third === units && first + second < units * 2) return "utf-32le";
  const even = (first + third) / (units * 2);
  const odd = (second + fourth) / (units * 2);
  if (odd >= PATTERN_SHARE && even < odd / 8) return "utf-16le";
  if (even >= PATTERN_SHARE && odd < even / 8) return "utf-16be";
  return null;
}

function detectByStatistics(bytes: Uint8Array): EncodingGuess {
  const candidates: EncodingAlternative[] = [];
  for (const match of analyse(sampleAroundHighBytes(bytes))) {
    const encoding = canonicalEncoding(match.name);
    if (encoding === null || encoding === "utf-8" || candidates.some((known) => known.encoding === encoding)) continue;
    candidates.push({ encoding, confidence: match.confidence / 100 });
  }
  const [best, ...alternatives] = candidates;
  if (best === undefined) return { encoding: FALLBACK, confidence: 0, evidence: "none", alternatives: [] };
  return { ...best, evidence: "statistics", alternatives };
}

/** A stretch of the bytes that starts shortly before the first high byte, cut at line ends where it can be. */
function sampleAroundHighBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= STATISTICS_BYTES) return bytes;
  const firstHigh = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, Math.min(firstHigh - 16, bytes.length - STATISTICS_BYTES));
  return bytes.subarray(start, start + STATISTICS_BYTES);
}
