// Runs inside the runtime that is tested: no module of Node, nothing but the package and the cases.
import type { decode, detectEncoding, parseDump, ParseOptions } from "../../src/index.ts";

/** Bytes to decode, and the hash of the text that must come out. */
export interface VectorCase {
  encoding: string;
  base64: string;
  hash: number;
}

/** A fixture and what its golden says. */
export interface FixtureCase {
  name: string;
  base64: string;
  isText: boolean;
  options: ParseOptions;
  expected: unknown;
}

/** Everything that a runtime is asked. */
export interface Cases {
  vectors: VectorCase[];
  fixtures: FixtureCase[];
}

/** What a runtime answered. */
export interface Answer {
  passed: number;
  failures: string[];
  /** Megabytes of Russian text in UTF-8 that are recognised in a second. */
  utf8Rate: number;
}

/** Hash of a text's code units: FNV-1a of 32 bits, http://www.isthe.com/chongo/tech/comp/fnv/ (public domain). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return hash >>> 0;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** JSON with sorted keys, so that equal values are equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

const MEGABYTE = 1_000_000;
const RATE_ROUNDS = 15;

/** The best of several rounds: other programs on the machine only ever take time. */
function measureUtf8Rate(detect: typeof detectEncoding): number {
  const bytes = new TextEncoder().encode("Новости дня, 11 ноября 2025. ".repeat((4 * MEGABYTE) / 47));
  let best = 0;
  for (let round = 0; round < RATE_ROUNDS; round++) {
    const start = performance.now();
    if (detect(bytes).evidence !== "utf-8-valid") return 0;
    best = Math.max(best, bytes.length / MEGABYTE / ((performance.now() - start) / 1000));
  }
  return Math.round(best);
}

/** The functions of the package that are tried. */
type Package = { decode: typeof decode; detectEncoding: typeof detectEncoding; parseDump: typeof parseDump };

/** Decodes all vectors, parses all fixtures and measures how fast UTF-8 is recognised. */
export function check(newsdump: Package, { vectors, fixtures }: Cases): Answer {
  const failures: string[] = [];
  for (const { encoding, base64, hash } of vectors) {
    if (hashText(newsdump.decode(bytesOf(base64), encoding).text) !== hash) failures.push(`decoding ${encoding}`);
  }
  for (const { name, base64, isText, options, expected } of fixtures) {
    const bytes = bytesOf(base64);
    const input = isText ? (JSON.parse(newsdump.decode(bytes, "utf-8").text) as string) : bytes; // a JSON string by contract
    if (canonical(newsdump.parseDump(input, options)) !== canonical(expected)) failures.push(`parsing ${name}`);
  }
  return { passed: vectors.length + fixtures.length - failures.length, failures, utf8Rate: measureUtf8Rate(newsdump.detectEncoding) };
}
