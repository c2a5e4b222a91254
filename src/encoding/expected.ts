import { SINGLE_BYTE_CANDIDATES } from "./candidates.ts";
import { PAIR_STEP } from "./model.generated.ts";
import type { EncodingPrior } from "./prior.ts";
import { readingOf, SYMBOL, type Reading } from "./reading.ts";
import { sumPairs, translate, type Translation } from "./translate.ts";

/** A text that reads as most of the dump does. */
export interface ExpectedReading {
  /** Canonical name. */
  encoding: string;
  /** BCP 47 tag of the language that fits best. */
  language: string;
}

/** Records of one encoding from which on it is expected. */
const FEWEST_RECORDS = 3;
/** Share of the records of a dump that an encoding needs to be looked at first. */
const EXPECTED_SHARE = 0.2;
/** Stretches taken, spread evenly over the record. */
const STRETCHES = 3;
const STRETCH_BYTES = 110;
/** Letters that tell the language. */
const LANGUAGE_LETTERS = 80;
/** Fewer high bytes than this in the sample prove nothing. */
const FEWEST_HIGH = 60;
/** Mean nats of a high byte up to which a text is plausible; of 99,265 samples of other encodings none passed with another text. */
const PLAUSIBLE_NATS = 3.4;
/** Nats by which every encoding that gives another text has to be behind. */
const MARGIN_NATS = 20;
/** Symbols up to this price are those of ordinary text. */
const ORDINARY_SYMBOL = 6.5;
/** Rivals share at least this many cells of letters with the expected encoding. */
const SHARED_CELLS = 16;
const BLANK = 0x20;

/**
 * The encoding that the dump's other records let expect, where the text agrees with it beyond doubt: most of
 * its bytes are letters in an order that one of the encoding's languages has, no byte is out of place, and the
 * encodings that read such letters alike either give the very same text or are clearly worse. `null` wherever
 * that is not so; the full decision is due then.
 *
 * Only for encodings of other scripts than the Latin one: there nearly all letters bear witness.
 *
 * @param counts - how often each byte stands in the text
 */
export function confirmExpected(bytes: Uint8Array, counts: Int32Array, prior: EncodingPrior): ExpectedReading | null {
  const expected = expectedReadings(prior);
  if (expected.length === 0) return null;
  const sample = takeStretches(bytes);
  if (sample === null) return null;
  for (const reading of expected) {
    const judged = judge(reading, sample);
    if (judged === null) continue;
    if (isContradicted(reading, judged.cost, sample, counts)) return null;
    return { encoding: reading.candidate.encoding, language: judged.language };
  }
  return null;
}

const byPrior = new WeakMap<EncodingPrior, readonly Reading[]>();

function expectedReadings(prior: EncodingPrior): readonly Reading[] {
  let readings = byPrior.get(prior);
  if (readings !== undefined) return readings;
  const entries = Object.entries(prior.counts).sort((left, right) => right[1] - left[1]);
  const all = entries.reduce((sum, [, count]) => sum + count, 0);
  readings = entries.flatMap(([encoding, count]) => {
    if (count < FEWEST_RECORDS || count < all * EXPECTED_SHARE) return [];
    return SINGLE_BYTE_CANDIDATES.filter(
      (entry) => entry.encoding === encoding && entry.script !== "latin" && entry.script !== "vietnamese",
    ).map(readingOf);
  });
  byPrior.set(prior, readings);
  return readings;
}

/** High bytes of some stretches and the letters that touch them, a blank for everything else; `null` when they are too few. */
function takeStretches(bytes: Uint8Array): Uint8Array | null {
  const taken = new Uint8Array(STRETCHES * (STRETCH_BYTES + 1));
  let length = 0;
  let high = 0;
  const step = Math.floor(bytes.length / STRETCHES);
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    let index = stretch * step;
    // A stretch begins behind a word: what stands before a cut word is unknown.
    if (index > 0) while (index < bytes.length && bytes[index]! >= 0x80) index++;
    const end = Math.min(bytes.length, (stretch + 1) * step);
    const last = length + STRETCH_BYTES;
    for (; index < end && length < last; index++) {
      const byte = bytes[index]!;
      if (byte >= 0x80) {
        taken[length++] = byte;
        high++;
      } else if (isLetter(byte) && (bytes[index - 1]! >= 0x80 || bytes[index + 1]! >= 0x80)) {
        taken[length++] = byte;
      } else if (length > 0 && taken[length - 1] !== BLANK) taken[length++] = BLANK;
    }
    if (length > 0 && taken[length - 1] !== BLANK) taken[length++] = BLANK;
  }
  return high < FEWEST_HIGH || high * 2 < length ? null : taken.subarray(0, length);
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

interface Judged {
  cost: number;
  language: string;
}

/** Price and language of a plausible text, `null` for others. */
function judge(reading: Reading, sample: Uint8Array): Judged | null {
  const limit = PLAUSIBLE_NATS * sample.length;
  const read = translate(reading, sample, 0, limit, null);
  return read === null ? null : cheapestLanguage(reading, read, limit);
}

/** The language that fits the first letters best, with the price of all of them; `null` where that is above `limit`. */
function cheapestLanguage({ models }: Reading, { classes, cost }: Translation, limit: number): Judged | null {
  const first = classes.subarray(0, LANGUAGE_LETTERS);
  let best = models[0]!;
  let least = Infinity;
  for (const model of models) {
    const levels = sumPairs(first, model.levels, least);
    if (levels >= least) continue;
    least = levels;
    best = model;
  }
  const total = cost + PAIR_STEP * sumPairs(classes, best.levels, (limit - cost) / PAIR_STEP);
  return total > limit ? null : { cost: total, language: best.language };
}

/** What the high bytes of a record say about an expected encoding. */
interface Witness {
  /** For each byte 1 when it is neither a letter nor a symbol of ordinary text, and a bit for each rival that reads it otherwise. */
  flags: Int32Array;
  /** Encodings with much the same letters, the first with bit 1. */
  rivals: readonly Reading[];
}

const OUT_OF_PLACE = 1;

/** Whether a byte is out of place, or an encoding with much the same letters gives another text that is not clearly worse. */
function isContradicted(reading: Reading, cost: number, sample: Uint8Array, counts: Int32Array): boolean {
  const { flags, rivals } = witnessOf(reading);
  let met = 0;
  for (let byte = 128; byte < 256; byte++) if (counts[byte]! > 0) met |= flags[byte]!;
  if ((met & OUT_OF_PLACE) !== 0) return true;
  const limit = cost + MARGIN_NATS;
  return rivals.some((rival, at) => {
    if ((met & (2 << at)) === 0) return false;
    const read = translate(rival, sample, 0, limit, null);
    return read !== null && rival.models.some(({ levels }) => read.cost + PAIR_STEP * sumPairs(read.classes, levels, Infinity) <= limit);
  });
}

const witnesses = new Map<Reading, Witness>();

function witnessOf(reading: Reading): Witness {
  let witness = witnesses.get(reading);
  if (witness === undefined) {
    witness = createWitness(reading);
    witnesses.set(reading, witness);
  }
  return witness;
}

/** The witness of a reading, made anew. */
export function createWitness(reading: Reading): Witness {
  const rivals = SINGLE_BYTE_CANDIDATES.map(readingOf).filter((other) => other !== reading && sharesCells(reading, other));
  const flags = new Int32Array(256);
  for (let byte = 128; byte < 256; byte++) {
    if (reading.shapes[byte]! >= SYMBOL && reading.prices[byte]! > ORDINARY_SYMBOL) flags[byte] = OUT_OF_PLACE;
    rivals.forEach(({ units }, at) => {
      if (units[byte] !== reading.units[byte]) flags[byte]! |= 2 << at;
    });
  }
  return { flags, rivals };
}

function sharesCells(left: Reading, right: Reading): boolean {
  let shared = 0;
  for (let byte = 128; byte < 256; byte++) if (left.classes[byte] !== 0 && left.units[byte] === right.units[byte]) shared++;
  return shared >= SHARED_CELLS;
}
