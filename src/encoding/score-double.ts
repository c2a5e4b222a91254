import { CELL_BASE, CELL_STEP } from "./model.generated.ts";
import { cellLevels, EMPTY_CELL, type CellSet } from "./model.ts";
import { johabHangul, johabPair } from "./johab.ts";
import type { Sample } from "./sample.ts";
import { unicodeLevels } from "./unicode-levels.ts";
import { otherScriptCost, type ScoredEncoding } from "./score-single.ts";

/** Nats of a byte that no character of the encoding begins with or goes on with. */
const BROKEN = 12;
/** The same for UTF-8, whose damage is rarer than a letter of a legacy encoding. */
const BROKEN_UTF8 = 15;
/** Nats of an ASCII letter beside East Asian text. */
const PLAIN_LETTER = 3;
/** Nats of a change between ASCII letters and East Asian characters without a blank. */
const MIXED_WORD = 3;
/** Candidates further behind than this after the first round are given up. */
const HOPELESS_NATS = 80;
/** Nats of characters outside the sets that have statistics. */
const EXTENSION = 11.5;
const PRIVATE = 15;
const HALF_WIDTH = 6;
/** UTF-8 characters by their length in bytes: about ln(characters of that length in use). */
const UTF8_PRICES: readonly number[] = [0, 0, 5, 7.5, 11];

/** Reads the character at `at`: sets `price`, gives its length. */
type Step = (bytes: Uint8Array, at: number) => number;

let price = 0;

function paid(nats: number, length: number): number {
  price = nats;
  return length;
}

const loaded: Partial<Record<CellSet, Uint8Array>> = {};

function cellPrice(set: CellSet, index: number): number {
  const level = (loaded[set] ??= cellLevels(set))[index];
  if (level === undefined || level === EMPTY_CELL) return PRIVATE;
  return CELL_BASE + CELL_STEP * level;
}

const within = (byte: number | undefined, low: number, high: number): boolean => byte !== undefined && byte >= low && byte <= high;

const stepGb18030: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1];
  if (lead === 0x80 || lead === 0xff) return paid(BROKEN, 1);
  if (within(trail, 0x30, 0x39)) {
    return within(bytes[at + 2], 0x81, 0xfe) && within(bytes[at + 3], 0x30, 0x39) ? paid(PRIVATE, 4) : paid(BROKEN, 1);
  }
  if (!within(trail, 0x40, 0xfe) || trail === 0x7f) return paid(BROKEN, 1);
  if (lead >= 0xa1 && trail! >= 0xa1) return paid(cellPrice("gb", (lead - 0xa1) * 94 + trail! - 0xa1), 2);
  return paid(lead < 0xa1 || lead >= 0xaa ? EXTENSION : PRIVATE, 2);
};

const stepBig5: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1];
  if (lead < 0x87 || lead === 0xff || !(within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe))) return paid(BROKEN, 1);
  if (lead < 0xa1) return paid(PRIVATE, 2);
  return paid(cellPrice("big5", (lead - 0xa1) * 157 + (trail! < 0x7f ? trail! - 0x40 : trail! - 0x62)), 2);
};

const stepEucKr: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1];
  if (lead === 0x80 || lead === 0xff) return paid(BROKEN, 1);
  if (lead >= 0xa1 && within(trail, 0xa1, 0xfe)) return paid(cellPrice("ksx", (lead - 0xa1) * 94 + trail! - 0xa1), 2);
  const extended = within(trail, 0x41, 0x5a) || within(trail, 0x61, 0x7a) || within(trail, 0x81, 0xfe);
  return extended && lead <= 0xc6 ? paid(EXTENSION, 2) : paid(BROKEN, 1);
};

function jisPrice(row: number, cell: number): number {
  // Rows 13 and 89–92 hold the additions of NEC and IBM.
  return row === 12 || row > 83 ? EXTENSION : cellPrice("jis", row * 94 + cell);
}

const stepEucJp: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1];
  if (lead === 0x8e) return within(trail, 0xa1, 0xdf) ? paid(HALF_WIDTH + 4, 2) : paid(BROKEN, 1);
  if (lead === 0x8f) return within(trail, 0xa1, 0xfe) && within(bytes[at + 2], 0xa1, 0xfe) ? paid(PRIVATE, 3) : paid(BROKEN, 1);
  if (lead < 0xa1 || lead === 0xff || !within(trail, 0xa1, 0xfe)) return paid(BROKEN, 1);
  return paid(jisPrice(lead - 0xa1, trail! - 0xa1), 2);
};

const stepShiftJis: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1];
  if (lead >= 0xa1 && lead <= 0xdf) return paid(HALF_WIDTH, 1);
  if (lead === 0x80 || lead === 0xa0 || lead > 0xfc) return paid(BROKEN, 1);
  if (!within(trail, 0x40, 0xfc) || trail === 0x7f) return paid(BROKEN, 1);
  const pair = lead < 0xa0 ? lead - 0x81 : lead - 0xc1;
  const second = trail! >= 0x9f;
  return paid(jisPrice(pair * 2 + (second ? 1 : 0), second ? trail! - 0x9f : trail! - (trail! > 0x7f ? 0x41 : 0x40)), 2);
};

const stepEucTw: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1];
  if (lead === 0x8e) {
    const whole = within(trail, 0xa1, 0xaf) && within(bytes[at + 2], 0xa1, 0xfe) && within(bytes[at + 3], 0xa1, 0xfe);
    return whole ? paid(PRIVATE, 4) : paid(BROKEN, 1);
  }
  if (lead < 0xa1 || lead === 0xff || !within(trail, 0xa1, 0xfe)) return paid(BROKEN, 1);
  // Plane 1 has the frequent characters of Big5 in nearly the same order, from row 0xC4 and from 0xA440.
  const order = (lead - 0xc4) * 94 + trail! - 0xa1;
  if (order >= 0) return paid(order < 5401 ? cellPrice("big5", 3 * 157 + order) : PRIVATE, 2);
  return paid(lead <= 0xa7 ? EXTENSION - 4 : PRIVATE, 2);
};

const stepJohab: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const trail = bytes[at + 1] ?? 0;
  if (lead >= 0xd8) return johabPair(lead, trail) === null ? paid(BROKEN, 1) : paid(lead < 0xe0 ? EXTENSION - 3 : EXTENSION + 1, 2);
  const syllable = johabHangul((lead << 8) | trail);
  return syllable === null ? paid(BROKEN, 1) : paid(syllablePrice(syllable.charCodeAt(0)), 2);
};

let syllableLevels: Uint8Array | null = null;

/** Price of a Hangul syllable by its code unit. */
function syllablePrice(unit: number): number {
  syllableLevels ??= unicodeLevels("ksx", EMPTY_CELL - 1);
  const level = syllableLevels[unit]!;
  return level === EMPTY_CELL ? EXTENSION + 1 : CELL_BASE + CELL_STEP * level;
}

const stepUtf8: Step = (bytes, at) => {
  const lead = bytes[at]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return paid(BROKEN_UTF8, 1);
  for (let taken = 1; taken < length; taken++) if (!within(bytes[at + taken], 0x80, 0xbf)) return paid(BROKEN_UTF8, taken);
  return paid(UTF8_PRICES[length]!, length);
};

interface DoubleByteCandidate {
  encoding: string;
  language: string | null;
  rarity: number;
  step: Step;
}

const CANDIDATES: readonly DoubleByteCandidate[] = [
  { encoding: "utf-8", language: null, rarity: 4, step: stepUtf8 },
  { encoding: "gb18030", language: "zh", rarity: 0.5, step: stepGb18030 },
  { encoding: "big5", language: "zh-Hant", rarity: 0.5, step: stepBig5 },
  { encoding: "shift_jis", language: "ja", rarity: 0.5, step: stepShiftJis },
  { encoding: "euc-jp", language: "ja", rarity: 0.5, step: stepEucJp },
  { encoding: "euc-kr", language: "ko", rarity: 0.5, step: stepEucKr },
  { encoding: "johab", language: "ko", rarity: 3, step: stepJohab },
  { encoding: "euc-tw", language: "zh-Hant", rarity: 3, step: stepEucTw },
];

/** An encoding with several bytes a character after the first round. */
export interface OpenCandidate {
  candidate: DoubleByteCandidate;
  /** Nats besides the bytes: rarity, language, script. */
  outside: number;
  /** Nats of the first round's bytes, with those. */
  head: number;
}

/** Prices the first round's bytes in every encoding with several bytes a character. */
export function openDoubleBytes(sample: Sample, languageCost: (language: string) => number): OpenCandidate[] {
  const head = { ...sample, bytes: sample.bytes.subarray(0, sample.firstRound) };
  const otherScript = otherScriptCost(sample);
  let lowest = Infinity;
  return CANDIDATES.map((candidate) => {
    const { language, rarity } = candidate;
    const outside = rarity + (language === null ? 0 : otherScript + languageCost(language));
    const headPrice = outside + scoreSteps(head, candidate, lowest + HOPELESS_NATS - outside);
    lowest = Math.min(lowest, headPrice);
    return { candidate, outside, head: headPrice };
  });
}

/**
 * Price of the open candidates on the same bytes as the single-byte ones.
 *
 * @param rival - nats of the first round in the best encoding of all
 * @param limit - nats above which a candidate is of no interest; it is left out
 */
export function scoreDoubleBytes(sample: Sample, open: readonly OpenCandidate[], rival: number, limit: number): ScoredEncoding[] {
  const scored: ScoredEncoding[] = [];
  for (const { candidate, outside, head } of open) {
    if (head > rival + HOPELESS_NATS) continue;
    const cost = outside + scoreSteps(sample, candidate, limit - outside);
    if (cost <= limit) scored.push({ encoding: candidate.encoding, language: candidate.language, cost });
  }
  return scored;
}

/** Nats of a sample in one encoding, without anything from outside; `null` for no candidate of several bytes. */
export function priceDoubleByte(sample: Sample, encoding: string): number | null {
  const candidate = CANDIDATES.find((known) => known.encoding === encoding);
  return candidate === undefined ? null : scoreSteps(sample, candidate, Infinity);
}

function scoreSteps(sample: Sample, { step, language }: DoubleByteCandidate, limit: number): number {
  const { bytes, startsAtHead } = sample;
  const mixed = language === null ? 0 : MIXED_WORD;
  const whole = scoreStretch(bytes, 0, step, mixed, limit);
  if (!startsAtHead) return whole;
  // A record cut in the middle of a character begins with the rest of it.
  const cut = BROKEN / 2;
  return Math.min(whole, scoreStretch(bytes, 1, step, mixed, Math.min(limit, whole) - cut) + cut);
}

const BLANK = 0x20;

/** Nats of the bytes from `start` on; stops where they exceed `limit`. */
function scoreStretch(bytes: Uint8Array, start: number, step: Step, mixed: number, limit: number): number {
  let cost = 0;
  let before = BLANK;
  for (let at = start; at < bytes.length && cost <= limit;) {
    const byte = bytes[at]!;
    if (byte >= 0x80) {
      if (before !== BLANK && before < 0x80) cost += mixed;
      at += step(bytes, at);
      cost += price;
    } else {
      if (byte !== BLANK) {
        cost += PLAIN_LETTER;
        if (before >= 0x80) cost += mixed;
      }
      at++;
    }
    before = byte;
  }
  return cost;
}
