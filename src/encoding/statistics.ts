import { SINGLE_BYTE_CANDIDATES } from "./candidates.ts";
import { plainGuess, type EncodingAlternative, type EncodingGuess } from "./guess.ts";
import { priorCost, type EncodingPrior } from "./prior.ts";
import { takeSample, type Sample } from "./sample.ts";
import { voteByChardet } from "./vote.ts";
import { openDoubleBytes, scoreDoubleBytes } from "./score-double.ts";
import { scoreSingleBytes, type ScoredEncoding } from "./score-single.ts";
import { readsAlike } from "./reading.ts";
import { hasOtherPart } from "./segments.ts";

/** What besides the bytes speaks for an encoding. */
export interface OutsideEvidence {
  /** Canonical name that was declared from outside. */
  declared: string | null;
  /** Canonical name that the record's own markup declares: often what the page was, not what the dump is. */
  inMarkup: string | null;
  prior: EncodingPrior | undefined;
  /** BCP 47 tag. */
  hint: string | undefined;
}

const FALLBACK = "windows-1252";
/** Nats for the languages that are not the hinted one. */
const HINT_NATS = 3;
/** A declared encoding is impossible when another one is ahead by this and by this much for each high byte. */
const DECLARED_NATS = 15;
const DECLARED_NATS_PER_BYTE = 0.1;
/** A declaration in the record's markup counts this much. */
const MARKUP_NATS = 8;
/** Nats of margin that multiply the odds by e: letter pairs are not independent, so one nat is worth less. Fitted. */
const NATS_PER_ODDS = 2;
/** Fewer high bytes than this are no text: nothing but the Latin script is likely then. */
const FEW_HIGH = 4;
const FEW_HIGH_NATS = 14;
/** A longer sample that costs more a byte than any sound text is damaged, or of several encodings. */
const SOUND_NATS_PER_BYTE = 4.5;
const SOUND_BYTES = 100;
const UNSOUND_CONFIDENCE = 0.7;
/** A text of which a part is plainly of another encoding is not right as a whole. */
const MIXED_CONFIDENCE = 0.5;
/** Candidates further behind are no alternatives. */
const FAR_NATS = 40;
/** Two candidates nearer than this fit equally. */
const TIE_NATS = 0.2;
/** Alternatives told. */
const ALTERNATIVES = 5;

/**
 * The encoding whose text is most plausible; the slow way, for bytes that nothing proves.
 *
 * @param counts - how often each byte stands in the text
 */
export function detectByStatistics(bytes: Uint8Array, counts: Int32Array, outside: OutsideEvidence): EncodingGuess {
  const sample = takeSample(bytes, counts);
  const scored = scoreAll(sample, outside);
  const best = scored[0];
  if (best === undefined || best.cost === Infinity) return plainGuess(FALLBACK, 0, "none");
  if (isUnfounded(sample, outside)) return plainGuess(FALLBACK, 0, "none");
  const declared = acceptDeclared(sample, scored, outside.declared);
  const chosen = declared ?? breakTie(bytes, sample, scored);
  const guess = describe(sample, chosen, scored, declared !== null);
  if (guess.evidence === "declared" || guess.confidence <= MIXED_CONFIDENCE) return guess;
  return hasOtherPart(bytes, chosen, sample.bytes.length, (part) => scoreAll(part, outside))
    ? { ...guess, confidence: MIXED_CONFIDENCE }
    : guess;
}

/** All candidates, cheapest first. */
function scoreAll(sample: Sample, { prior, hint, inMarkup }: OutsideEvidence): ScoredEncoding[] {
  const expected = hint?.toLowerCase().split("-")[0];
  const languageCost = (language: string): number => (expected === undefined || language.split("-")[0] === expected ? 0 : HINT_NATS);
  const open = openDoubleBytes(sample, languageCost);
  const rival = open.reduce((least, { head }) => Math.min(least, head), Infinity);
  const { scored, head } = scoreSingleBytes(sample, languageCost, rival);
  const lowest = scored.reduce((least, { cost }) => Math.min(least, cost), Infinity);
  scored.push(...scoreDoubleBytes(sample, open, head, lowest + FAR_NATS));
  const few = isFew(sample.counts);
  for (const entry of scored) {
    if (few && !isLatin(entry.encoding)) entry.cost += FEW_HIGH_NATS;
    if (prior !== undefined) entry.cost += priorCost(prior, entry.encoding);
    if (inMarkup === entry.encoding || (inMarkup === "gbk" && entry.encoding === "gb18030")) entry.cost -= MARKUP_NATS;
  }
  return scored.sort((left, right) => left.cost - right.cost);
}

function isFew(counts: Int32Array): boolean {
  let high = 0;
  for (let byte = 128; byte < 256; byte++) high += counts[byte]!;
  return high < FEW_HIGH;
}

/**
 * Whether two or three high bytes without a letter beside them are all there is, in a row or apart: any encoding may
 * be meant.
 */
function isUnfounded({ bytes, counts }: Sample, { declared, inMarkup, prior, hint }: OutsideEvidence): boolean {
  if (declared !== null || inMarkup !== null || prior !== undefined || hint !== undefined || !isFew(counts)) return false;
  let high = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    if (isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1])) return false;
    high++;
  }
  return high > 1;
}

function isAsciiLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

const LATIN: ReadonlySet<string> = new Set(
  SINGLE_BYTE_CANDIDATES.filter(({ script }) => script === "latin").map(({ encoding }) => encoding),
);

/** Whether few high bytes may be letters of it: an encoding of the Latin script, or UTF-8. */
function isLatin(encoding: string): boolean {
  return encoding === "utf-8" || LATIN.has(encoding);
}

/** The best candidate, or the next one when they fit equally and a second opinion prefers it. */
function breakTie(bytes: Uint8Array, { counts }: Sample, scored: readonly ScoredEncoding[]): ScoredEncoding {
  const best = scored[0]!;
  const next = scored.find(({ encoding, cost }) => cost - best.cost < TIE_NATS && !readsAlike(encoding, best.encoding, counts));
  if (next === undefined) return best;
  return voteByChardet(bytes, best.encoding, next.encoding) === next.encoding ? next : best;
}

function acceptDeclared(sample: Sample, scored: readonly ScoredEncoding[], declared: string | null): ScoredEncoding | null {
  if (declared === null) return null;
  let high = 0;
  for (const byte of sample.bytes) if (byte >= 0x80) high++;
  const limit = scored[0]!.cost + DECLARED_NATS + DECLARED_NATS_PER_BYTE * high;
  const name = declared === "gbk" ? "gb18030" : declared;
  const found = scored.find(({ encoding }) => encoding === name);
  return found !== undefined && found.cost <= limit ? found : null;
}

function describe(sample: Sample, chosen: ScoredEncoding, scored: readonly ScoredEncoding[], declared: boolean): EncodingGuess {
  const { counts } = sample;
  const alternatives: EncodingAlternative[] = [];
  let margin = Infinity;
  for (const { encoding, cost } of scored) {
    if (alternatives.length === ALTERNATIVES || cost > scored[0]!.cost + FAR_NATS) break;
    if (readsAlike(encoding, chosen.encoding, counts)) continue;
    margin = Math.min(margin, Math.abs(cost - chosen.cost));
    alternatives.push({ encoding, confidence: chance(chosen.cost - cost) });
  }
  return {
    ...plainGuess(
      chosen.encoding,
      declared ? 0.95 : isSound(sample, chosen) ? chance(margin) : Math.min(UNSOUND_CONFIDENCE, chance(margin)),
      declared ? "declared" : "statistics",
    ),
    alternatives,
    language: chosen.language,
  };
}

/** Whether the text is about as plausible as texts of one encoding are. */
function isSound({ bytes }: Sample, { cost }: ScoredEncoding): boolean {
  return bytes.length < SOUND_BYTES || cost <= bytes.length * SOUND_NATS_PER_BYTE;
}

/** Chance that a candidate is right which is ahead by `margin` nats. */
function chance(margin: number): number {
  if (margin === Infinity) return 1;
  return Math.round(1000 / (1 + Math.exp(-margin / NATS_PER_ODDS))) / 1000;
}
