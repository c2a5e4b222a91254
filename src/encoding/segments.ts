import { readsAlike } from "./reading.ts";
import { takeSample, type Sample } from "./sample.ts";
import { priceDoubleByte } from "./score-double.ts";
import { priceSingleByte, type ScoredEncoding } from "./score-single.ts";

/** Bytes of a part that are looked at alone. */
const PART_BYTES = 1024;
/** Longer texts are looked at in the middle, too. */
const LONG_BYTES = 4 * PART_BYTES;
/** Parts with a shorter sample tell nothing. */
const FEWEST_BYTES = 16;
/** Nats a byte up to which a part is sound beyond doubt: nine of ten clean ones, one of ten in the wrong encoding. */
const DOUBTED_NATS_PER_BYTE = 3.1;
/** Another encoding has to be ahead by this in a part. */
const AHEAD_NATS = 12;

/**
 * Whether the head, the tail or, if it is long, the middle of a text, alone, is of another encoding than the one chosen for the whole: a text made
 * of several, which no single one reads right.
 *
 * @param judge - all candidates for a sample, cheapest first
 */
export function hasOtherPart(bytes: Uint8Array, chosen: ScoredEncoding, judge: (sample: Sample) => readonly ScoredEncoding[]): boolean {
  const length = Math.min(PART_BYTES, bytes.length >> 1);
  const starts = [0, bytes.length - length];
  if (bytes.length > LONG_BYTES) starts.push(bytes.length >> 1);
  return starts.some((start) => isOther(bytes.subarray(start, start + length), chosen, judge));
}

function isOther(part: Uint8Array, { encoding, language }: ScoredEncoding, judge: (sample: Sample) => readonly ScoredEncoding[]): boolean {
  const sample = takeSample(part);
  const { length } = sample.bytes;
  const price = priceSingleByte(sample, encoding, language) ?? priceDoubleByte(sample, encoding);
  if (length < FEWEST_BYTES || price === null || price < DOUBTED_NATS_PER_BYTE * length) return false;
  const scored = judge(sample);
  const best = scored[0];
  if (best === undefined || readsAlike(best.encoding, encoding, sample.counts)) return false;
  const here = scored.find((candidate) => readsAlike(candidate.encoding, encoding, sample.counts));
  return here === undefined || here.cost - best.cost > AHEAD_NATS;
}
