import { SINGLE_BYTE_CANDIDATES } from "./candidates.ts";
import { CLASSES, scriptModel, type LanguageModel } from "./model.ts";
import { PAIR_STEP } from "./model.generated.ts";
import { readingOf, type Reading } from "./reading.ts";
import type { Sample } from "./sample.ts";
import { sumPairs, translate, type Translation } from "./translate.ts";

/** A candidate with its price: minus the logarithm of how likely the bytes are under it. */
export interface ScoredEncoding {
  encoding: string;
  /** BCP 47 tag of the language that fits best; `null` where the encoding's model has none. */
  language: string | null;
  /** Nats; the lower, the likelier. */
  cost: number;
}

/** Groups further behind than this after the first round are given up. */
const HOPELESS_NATS = 16;
/** Languages of one encoding further behind than this after the first round are given up. */
const HOPELESS_LANGUAGE_NATS = 10;
/** A repeated symbol costs a part of its price only, so that the floor of the high bytes is taken lower. */
const FLOOR_SHARE = 0.8;
/** ASCII words weigh less than words with high bytes: they may be of another language (markup, quotes). */
const PLAIN_WEIGHT = 0.5;
const PLAIN_LIMIT_NATS = 10;
/** English stands in texts of all languages: it says less about theirs. */
const ENGLISH_LIMIT_NATS = 4;
/** A record in an encoding of another script than the Latin one that shows none of its letters. */
const NO_LETTER = 6;

/** ASCII words around speak for the Latin script: one nat for this many letters of them, up to a limit. */
const PLAIN_LETTERS_PER_NAT = 12;
const OTHER_SCRIPT_LIMIT_NATS = 8;
/** A low opening quote in a record without closing ones. */
const OPEN_QUOTE = 4;
const OPEN_QUOTES_LIMIT = 3;

/** Nats against every script but the Latin one, because of the ASCII words of a record. */
export function otherScriptCost(sample: Sample): number {
  return Math.min(OTHER_SCRIPT_LIMIT_NATS, sample.plain.length / PLAIN_LETTERS_PER_NAT);
}

/** Nats of a sample in one encoding and language, without anything from outside; `null` for no single-byte candidate. */
export function priceSingleByte({ bytes }: Sample, encoding: string, language: string | null): number | null {
  const reading = allReadings().find(({ candidate }) => candidate.encoding === encoding);
  const model = reading?.models.find((known) => known.language === language);
  if (reading === undefined || model === undefined) return null;
  const { classes, cost } = translate(reading, bytes, 0, Infinity, null)!; // without a limit there is always one
  return cost + PAIR_STEP * sumPairs(classes, model.levels, Infinity);
}

/** Encodings that read every byte of the record alike. */
interface Group {
  readings: Reading[];
  languages: { model: LanguageModel; cost: number }[];
  /** Letter classes of the first round's bytes, and their price without any language. */
  first: Translation;
}

/**
 * Price of every single-byte candidate: how improbable the letter pairs, symbols and capitals are that the
 * sample shows when read in it, for the language where that is lowest. `head` is the lowest price that any
 * encoding has after the first round.
 *
 * @param languageCost - nats for or against a language, from outside (a hint)
 * @param rival - nats of the first round in the best encoding of several bytes a character
 */
export function scoreSingleBytes(
  sample: Sample,
  languageCost: (language: string) => number,
  rival: number,
): { scored: ScoredEncoding[]; head: number } {
  const otherScript = otherScriptCost(sample);
  let plainCosts: ReadonlyMap<string, number> | null = null;
  const outside = (language: string): number => (plainCosts ??= scorePlainWords(sample.plain)).get(language) ?? otherScript;
  const head = sample.bytes.subarray(0, sample.firstRound);
  const used = usedHighBytes(sample.counts);
  const judged = countHigh(sample.counts) >= DAMAGED_HIGH ? sample.counts : null;
  const readings = allReadings();
  const floors = floorsOf(readings, head);
  let best = rival;
  const alive: Group[] = [];
  for (let at = cheapest(floors); at >= 0; at = cheapest(floors)) {
    const limit = best + HOPELESS_NATS;
    if (floors[at]! > limit) break;
    floors[at] = Infinity;
    const reading = readings[at]!;
    const first = translate(reading, head, priceOpenQuotes(reading, sample.counts) + priceNoLetters(reading, used), limit, judged);
    if (first === null) continue;
    const alike = alive.find((group) => readAlike(group.readings[0]!, reading, used));
    const group = alike ?? { readings: [], languages: [], first };
    if (alike === undefined) alive.push(group);
    group.readings.push(reading);
    best = Math.min(best, addLanguages(group, reading, outside, limit));
  }
  const rest = sample.bytes.subarray(sample.firstRound);
  const scored: ScoredEncoding[] = [];
  for (const group of alive) {
    const lowest = lowestCost(group);
    if (lowest > best + HOPELESS_NATS) continue;
    if (rest.length > 0) {
      group.languages = group.languages.filter(({ cost }) => cost <= lowest + HOPELESS_LANGUAGE_NATS);
      addRest(group, translate(group.readings[0]!, rest, 0, Infinity, judged)!);
    }
    for (const reading of group.readings) scored.push(priceOf(reading, group, languageCost));
  }
  return { scored, head: best };
}

function lowestCost({ languages }: Group): number {
  let lowest = Infinity;
  for (const { cost } of languages) if (cost < lowest) lowest = cost;
  return lowest;
}

function priceOf({ candidate }: Reading, group: Group, languageCost: (language: string) => number): ScoredEncoding {
  let best: ScoredEncoding = { encoding: candidate.encoding, language: null, cost: Infinity };
  for (const { model, cost } of group.languages) {
    const price = candidate.languages.get(model.language);
    if (price === undefined) continue;
    const total = cost + price + candidate.rarity + languageCost(model.language);
    if (total < best.cost) best = { encoding: candidate.encoding, language: model.language, cost: total };
  }
  return best;
}

function countHigh(counts: Int32Array): number {
  let high = 0;
  for (let byte = 128; byte < 256; byte++) high += counts[byte]!;
  return high;
}

function usedHighBytes(counts: Int32Array): number[] {
  const used: number[] = [];
  for (let byte = 128; byte < 256; byte++) if (counts[byte]! > 0) used.push(byte);
  return used;
}

let everyReading: readonly Reading[] | null = null;

function allReadings(): readonly Reading[] {
  return (everyReading ??= SINGLE_BYTE_CANDIDATES.map(readingOf));
}

/** Index of the lowest floor, -1 when all are taken. */
function cheapest(floors: Float64Array): number {
  let found = -1;
  let least = Infinity;
  for (let at = 0; at < floors.length; at++) {
    if (floors[at]! >= least) continue;
    least = floors[at]!;
    found = at;
  }
  return found;
}

/** The least that the first round's bytes can cost in each reading. */
export function floorsOf(readings: readonly Reading[], head: Uint8Array): Float64Array {
  const counts = new Int32Array(256);
  for (let index = 0; index < head.length; index++) counts[head[index]!]!++;
  const used = usedHighBytes(counts);
  const pairs = plainPairs(head);
  // Candidates for the same languages share the price of what stands between the high bytes.
  const plainFloors = new Map<Uint8Array, number>();
  const floors = new Float64Array(readings.length);
  for (let index = 0; index < readings.length; index++) {
    const reading = readings[index]!;
    let floor = 0;
    for (let at = 0; at < used.length; at++) floor += counts[used[at]!]! * reading.floors[used[at]!]!;
    let plain = plainFloors.get(reading.lowest);
    if (plain === undefined) plainFloors.set(reading.lowest, (plain = floorOfPlain(reading, head, pairs)));
    floors[index] = plain + floor * FLOOR_SHARE;
  }
  return floors;
}

/** Places of the pairs of A–Z and blanks in the levels of a language that writes them: all such give them the same classes. */
function plainPairs(head: Uint8Array): Uint16Array {
  const pairs = new Uint16Array(head.length);
  let length = 0;
  let before = -1;
  for (let index = 0; index < head.length; index++) {
    const byte = head[index]!;
    const letterClass = byte >= 0x80 ? -1 : plainClass(byte);
    if (before >= 0 && letterClass >= 0 && before + letterClass > 0) pairs[length++] = before * CLASSES + letterClass;
    before = letterClass;
  }
  return pairs.subarray(0, length);
}

/** Class of an ASCII byte in the Latin script's model, whose first letters are a…z. */
function plainClass(byte: number): number {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x60 : 0;
}

function floorOfPlain({ lowest, prices, candidate }: Reading, head: Uint8Array, pairs: Uint16Array): number {
  let floor = 0;
  for (let index = 0; index < head.length; index++) if (head[index]! < 0x80) floor += prices[head[index]!]!;
  if (candidate.script !== "latin" && candidate.script !== "vietnamese") return floor;
  let levels = 0;
  for (let at = 0; at < pairs.length; at++) levels += lowest[pairs[at]!]!;
  return floor + PAIR_STEP * levels;
}

function readAlike(left: Reading, right: Reading, used: readonly number[]): boolean {
  if (left.candidate.script !== right.candidate.script) return false;
  for (let at = 0; at < used.length; at++) if (left.units[used[at]!] !== right.units[used[at]!]) return false;
  return true;
}

/** Fewer high bytes than this are too few to tell damage from another encoding. */
const DAMAGED_HIGH = 12;

/** Marks alone do not make a text one of another script. */
function priceNoLetters({ classes, candidate }: Reading, used: readonly number[]): number {
  if (candidate.script === "latin" || candidate.script === "vietnamese") return 0;
  for (let at = 0; at < used.length; at++) if (classes[used[at]!] !== 0) return 0;
  return NO_LETTER;
}

/** Low opening quotes of a record that no closing ones answer are capitals of another encoding rather. */
function priceOpenQuotes({ openQuote, closeQuotes }: Reading, counts: Int32Array): number {
  const opened = openQuote === 0 ? 0 : counts[openQuote]!;
  if (opened === 0 || closeQuotes.some((byte) => counts[byte]! > 0)) return 0;
  return OPEN_QUOTE * Math.min(opened, OPEN_QUOTES_LIMIT);
}

/**
 * Prices the first round for the languages that a reading brings to its group, leaving out those above `limit`;
 * the group's lowest price.
 */
function addLanguages(group: Group, { models }: Reading, extra: (language: string) => number, limit: number): number {
  const { classes, cost } = group.first;
  const most = (limit - cost) / PAIR_STEP;
  for (const model of models) {
    if (group.languages.some((known) => known.model === model)) continue;
    const levels = sumPairs(classes, model.levels, most);
    if (levels <= most) group.languages.push({ model, cost: cost + PAIR_STEP * levels + extra(model.language) });
  }
  return lowestCost(group);
}

function addRest(group: Group, { classes, cost }: Translation): void {
  for (const language of group.languages) language.cost += cost + PAIR_STEP * sumPairs(classes, language.model.levels, Infinity);
}

/** For each language of the Latin script what the ASCII words say against it, 0…{@link PLAIN_LIMIT_NATS}. */
function scorePlainWords(plain: Uint8Array): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  const { languages } = scriptModel("latin");
  const pairs = plainPairs(plain);
  const sums = languages.map(({ levels }) => {
    let sum = 0;
    for (let at = 0; at < pairs.length; at++) sum += levels[pairs[at]!]!;
    return PAIR_STEP * sum;
  });
  const lowest = Math.min(...sums);
  const limit = languages[sums.indexOf(lowest)]!.language === "en" ? ENGLISH_LIMIT_NATS : PLAIN_LIMIT_NATS;
  languages.forEach(({ language }, at) => costs.set(language, Math.min(limit, PLAIN_WEIGHT * (sums[at]! - lowest))));
  return costs;
}
