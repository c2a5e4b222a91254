import { readsAlike } from "./reading.ts";
import { countBytes, takeSample, type Sample } from "./sample.ts";
import { priceDoubleByte } from "./score-double.ts";
import { priceSingleByte, type ScoredEncoding } from "./score-single.ts";

/** Bytes of a part that are looked at alone, and of the stretches around its high bytes that are judged. */
const PART_BYTES = 1024;
const STRETCH_BYTES = 128;
/** Longer texts are looked at in the middle, too. */
const LONG_BYTES = 4 * PART_BYTES;
/** Shorter texts have no parts that tell anything. */
const SHORT_BYTES = 96;
/** Parts with a shorter sample tell nothing. */
const FEWEST_BYTES = 16;
/** Nats a byte up to which a part is sound beyond doubt: nine of ten clean ones, one of ten in the wrong encoding. */
const DOUBTED_NATS_PER_BYTE = 3.1;
/** The same as a multiple of what the whole costs a byte: some encodings are dear throughout. */
const DOUBTED_RATIO = 1.12;
/** Another encoding has to be ahead by this in a part. */
const AHEAD_NATS = 12;

/**
 * Whether the head, the tail or, if it is long, the middle of a text, alone, is of another encoding than the one chosen
 * for the whole: a text made of several, which no single one reads right.
 *
 * @param whole - bytes of the sample that the choice rests on
 * @param judge - all candidates for a sample, cheapest first
 */
export function hasOtherPart(
  bytes: Uint8Array,
  chosen: ScoredEncoding,
  whole: number,
  judge: (sample: Sample) => readonly ScoredEncoding[],
): boolean {
  if (bytes.length < SHORT_BYTES) return false;
  const doubted = Math.max(DOUBTED_NATS_PER_BYTE, (DOUBTED_RATIO * chosen.cost) / whole);
  const length = Math.min(PART_BYTES, bytes.length >> 1);
  const starts = [0, bytes.length - length];
  if (bytes.length > LONG_BYTES) starts.push(bytes.length >> 1);
  return starts.some((start) => isOther(bytes.subarray(start, start + length), chosen, doubted, judge));
}

function isOther(
  part: Uint8Array,
  { encoding, language }: ScoredEncoding,
  doubted: number,
  judge: (sample: Sample) => readonly ScoredEncoding[],
): boolean {
  const sample = takeSample(part, countBytes(part), STRETCH_BYTES, 0);
  const { length } = sample.bytes;
  if (length < FEWEST_BYTES) return false;
  const price = priceSingleByte(sample, encoding, language) ?? priceDoubleByte(sample, encoding);
  if (price === null || price < doubted * length) return false;
  const scored = judge(sample);
  const best = scored[0];
  if (best === undefined || readsAlike(best.encoding, encoding, sample.counts)) return false;
  const here = scored.find((candidate) => readsAlike(candidate.encoding, encoding, sample.counts));
  return here === undefined || here.cost - best.cost > AHEAD_NATS;
}
