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

/** Encodings that read every byte of the record alike. */
interface Group {
  readings: Reading[];
  languages: { model: LanguageModel; cost: number }[];
  /** Letter classes of the first round's bytes, and their price without any language. */
  first: Translation;
  /** No language's price is below this after the first round. */
  bound: number;
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
  const plainCosts = scorePlainWords(sample.plain);
  const otherScript = otherScriptCost(sample);
  const outside = (language: string): number => plainCosts.get(language) ?? otherScript;
  const head = sample.bytes.subarray(0, sample.firstRound);
  const used = usedHighBytes(sample.counts);
  let best = rival;
  const alive: Group[] = [];
  for (const { reading, floor } of orderByFloor(head)) {
    if (floor > best + HOPELESS_NATS) break;
    const alike = alive.find(({ readings }) => readAlike(readings[0]!, reading, used));
    const group = alike ?? createGroup(reading, head, sample.counts);
    if (alike === undefined) alive.push(group);
    else {
      group.readings.push(reading);
      group.bound = Math.min(group.bound, boundOf(reading, group.first));
    }
    if (group.bound <= best + HOPELESS_NATS) best = Math.min(best, addLanguages(group, reading, outside));
  }
  const rest = sample.bytes.subarray(sample.firstRound);
  const scored: ScoredEncoding[] = [];
  for (const group of alive) {
    const lowest = lowestCost(group);
    if (lowest > best + HOPELESS_NATS) continue;
    if (rest.length > 0) {
      group.languages = group.languages.filter(({ cost }) => cost <= lowest + HOPELESS_LANGUAGE_NATS);
      addRest(group, translate(group.readings[0]!, rest));
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

function usedHighBytes(counts: Uint32Array): number[] {
  const used: number[] = [];
  for (let byte = 128; byte < 256; byte++) if (counts[byte]! > 0) used.push(byte);
  return used;
}

/** All readings with the least that the first round's bytes can cost in them, the cheapest first. */
function orderByFloor(head: Uint8Array): { reading: Reading; floor: number }[] {
  const counts = new Uint32Array(256);
  for (const byte of head) counts[byte]!++;
  const used = usedHighBytes(counts);
  const asciiFloors = new Map<Uint8Array, number>();
  const ordered = SINGLE_BYTE_CANDIDATES.map((candidate) => {
    const reading = readingOf(candidate);
    let floor = 0;
    for (const byte of used) floor += counts[byte]! * reading.floors[byte]!;
    // Candidates for the same languages share the price of what stands between the high bytes.
    let ascii = asciiFloors.get(reading.lowest);
    if (ascii === undefined) asciiFloors.set(reading.lowest, (ascii = floorOfAscii(reading, head)));
    return { reading, floor: ascii + floor * FLOOR_SHARE };
  });
  return ordered.sort((left, right) => left.floor - right.floor);
}

function floorOfAscii({ lowest, classes, prices }: Reading, head: Uint8Array): number {
  let floor = 0;
  for (let index = 1; index < head.length; index++) {
    const byte = head[index]!;
    const before = head[index - 1]!;
    if (byte >= 0x80) continue;
    floor += prices[byte]!;
    if (before < 0x80) floor += PAIR_STEP * lowest[classes[before]! * CLASSES + classes[byte]!]!;
  }
  return floor;
}

function readAlike(left: Reading, right: Reading, used: readonly number[]): boolean {
  if (left.candidate.script !== right.candidate.script) return false;
  for (const byte of used) if (left.units[byte] !== right.units[byte]) return false;
  return true;
}

function createGroup(reading: Reading, head: Uint8Array, counts: Uint32Array): Group {
  const first = translate(reading, head);
  first.cost += priceOpenQuotes(reading, counts);
  return { readings: [reading], languages: [], first, bound: boundOf(reading, first) };
}

/** Low opening quotes of a record that no closing ones answer are capitals of another encoding rather. */
function priceOpenQuotes({ upper }: Reading, counts: Uint32Array): number {
  const countOf = (character: string): number => {
    const index = upper.indexOf(character);
    return index < 0 ? 0 : counts[index + 128]!;
  };
  const opened = countOf("„");
  if (opened === 0 || countOf("“") + countOf("”") > 0) return 0;
  return OPEN_QUOTE * Math.min(opened, OPEN_QUOTES_LIMIT);
}

function boundOf({ lowest }: Reading, { classes, cost }: Translation): number {
  return cost + PAIR_STEP * sumPairs(classes, lowest);
}

/** Prices the first round for the languages that a reading brings to its group; the group's lowest price. */
function addLanguages(group: Group, { candidate }: Reading, extra: (language: string) => number): number {
  const { classes, cost } = group.first;
  for (const model of scriptModel(candidate.script).languages) {
    if (!candidate.languages.has(model.language) || group.languages.some((known) => known.model === model)) continue;
    group.languages.push({ model, cost: cost + PAIR_STEP * sumPairs(classes, model.levels) + extra(model.language) });
  }
  return lowestCost(group);
}

function addRest(group: Group, { classes, cost }: Translation): void {
  for (const language of group.languages) language.cost += cost + PAIR_STEP * sumPairs(classes, language.model.levels);
}

/** For each language of the Latin script what the ASCII words say against it, 0…{@link PLAIN_LIMIT_NATS}. */
function scorePlainWords(plain: Uint8Array): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  const { languages } = scriptModel("latin");
  const classes = plain.map((byte) => (byte === 0x20 ? 0 : (byte | 0x20) - 0x60));
  const sums = languages.map((model) => PAIR_STEP * sumPairs(classes, model.levels));
  const lowest = Math.min(...sums);
  languages.forEach(({ language }, at) => costs.set(language, Math.min(PLAIN_LIMIT_NATS, PLAIN_WEIGHT * (sums[at]! - lowest))));
  return costs;
}
