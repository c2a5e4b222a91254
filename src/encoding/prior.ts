import { NewsdumpError } from "../errors.ts";
import { invalidOption, isObject } from "../invalid-option.ts";
import type { EncodingGuess } from "./guess.ts";

/**
 * What the other records of a dump were: how many of each encoding. Plain numbers, so that it can be stored,
 * sent to a worker, and compared.
 *
 * It is an input, never a memory: {@link detectEncoding} neither reads nor writes anything else. For the same
 * answer under every chunking and sharding, make it once, from the dump's head (the same first bytes on every
 * way in) or from an option, and give the same object to every record. Making it from the records met so far
 * would let the answer depend on where a shard begins.
 */
export interface EncodingPrior {
  /** Records by canonical name of encoding; encodings proven by their bytes count too, and change nothing. */
  counts: Readonly<Record<string, number>>;
}

/** The most a prior speaks against an encoding: a few dozen bytes of evidence outweigh it. */
const LIMIT_NATS = 5;
/** Added to every count: records of an encoding not met yet are still possible. */
const UNSEEN = 0.5;
/** A guess below this says nothing about the dump. */
const SURE = 0.9;

/**
 * A prior from the guesses about some records, those that were sure. Order does not matter.
 *
 * @param guesses - what {@link detectEncoding} gave for records of the dump's head, without a prior
 * @throws {@link NewsdumpError} with code `invalid-input` when they are none
 *
 * @example
 * ```ts
 * import { createEncodingPrior, detectEncoding } from "newsdump";
 *
 * const head = [new Uint8Array([0xff, 0xfe, 0x61, 0x00])];
 * createEncodingPrior(head.map((record) => detectEncoding(record))); // { counts: { "utf-16le": 1 } }
 * ```
 */
export function createEncodingPrior(guesses: Iterable<EncodingGuess>): EncodingPrior {
  if (!isIterable(guesses)) throw new NewsdumpError("invalid-input", "a prior is made from guesses of encodings");
  const counts = new Map<string, number>();
  for (const guess of guesses) {
    if (!isObject(guess)) throw new NewsdumpError("invalid-input", "a prior is made from guesses of encodings");
    const { encoding, confidence, evidence } = guess;
    if (confidence < SURE || evidence === "ascii" || evidence === "none") continue;
    counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  }
  // Sorted, so that equal priors are equal as JSON too.
  return { counts: Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1))) };
}

function isIterable(value: unknown): boolean {
  return typeof (value as Partial<Iterable<unknown>> | null | undefined)?.[Symbol.iterator] === "function";
}

/** @throws {@link NewsdumpError} when it is neither left out nor what {@link createEncodingPrior} gives */
export function checkPrior(name: string, prior: EncodingPrior | undefined): EncodingPrior | undefined {
  if (prior === undefined) return prior;
  const counts: unknown = isObject(prior) ? prior.counts : null;
  if (isObject(counts) && Object.values(counts).every((count) => Number.isFinite(count) && count >= 0)) return prior;
  throw invalidOption(name, "must be what createEncodingPrior gives", prior);
}

/** Nats that a prior speaks against an encoding, 0 for the most frequent one. */
export function priorCost(prior: EncodingPrior, encoding: string): number {
  let most = 0;
  for (const count of Object.values(prior.counts)) most = Math.max(most, count);
  const here = Object.hasOwn(prior.counts, encoding) ? prior.counts[encoding]! : 0;
  return Math.min(LIMIT_NATS, Math.log((most + UNSEEN) / (here + UNSEEN)));
}
