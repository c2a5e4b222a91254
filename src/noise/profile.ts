import { NewsdumpError } from "../errors.ts";
import { checkBytes } from "../typed-array.ts";
import {
  addBits,
  ALL_CELLS,
  createLevel,
  entriesOf,
  isLevel,
  LEVELS,
  levelOf,
  mergeLevels,
  MOST_BITS,
  addToLevel,
  readLevel,
  type SketchLevel,
} from "./profile-sketch.ts";
import { hashLine, SHORTEST_CONTEXT } from "./line-hash.ts";

/**
 * The short lines that recur in a dump, as a sketch of bounded size: no text can be read from it. Made by
 * `profileDump`, put together by `mergeProfiles`, kept as bytes by `writeProfile`. It can be sent to workers as it is.
 */
export interface NoiseProfile {
  /** Of the layout; others are not read. */
  readonly version: 1;
  /** Sketches of ever smaller samples of the dump; a level that is too full is `null`. */
  readonly levels: readonly (SketchLevel | null)[];
}

/** Collects a profile while a dump is read. */
export interface ProfileBuilder {
  add(hash: number, before: number, after: number): void;
  finish(): NoiseProfile;
}

/** Whether a value is a profile that can be read, in all of its parts. */
export function isNoiseProfile(value: unknown): value is NoiseProfile {
  if (typeof value !== "object" || value === null) return false;
  const { version, levels } = value as Partial<NoiseProfile>;
  return version === 1 && Array.isArray(levels) && levels.length === LEVELS && levels.every((level) => level === null || isLevel(level));
}

function checkProfile(profile: NoiseProfile): NoiseProfile {
  if (isNoiseProfile(profile)) return profile;
  throw new NewsdumpError("invalid-input", "only profiles can be merged or written");
}

/**
 * About how many records have a line with this hash (of {@link hashLine}): the same but for capitals (of ASCII) and
 * numbers. Never less than there are by more than the sketch's error, which is one in thirty of the lines that stand
 * alone counted as two.
 */
export function countRecords({ levels }: NoiseProfile, hash: number): number {
  const at = levels.findIndex((level) => level !== null);
  return at < 0 ? 0 : readLevel(levels[at]!, hash) * 2 ** at;
}

/** More records than this are not told apart. */
const MOST_COUNTED = 0x7fff_ffff;

/** Where a line stands in a dump. */
interface LineRange {
  readonly byteStart: number;
  readonly byteEnd: number;
}

/**
 * About how many other records have each line of a record; 0 for long ones. What an article itself repeats between its
 * paragraphs, a subheading or a speaker's name, is taken off: the sketch counted it at every place.
 *
 * @param bytes - of the record, which begins at `byteStart` of the dump
 */
export function countElsewhere(profile: NoiseProfile, bytes: Uint8Array, byteStart: number, lines: readonly LineRange[]): Int32Array {
  const counts = new Int32Array(lines.length);
  const hashes = new Int32Array(lines.length);
  const places = new Map<number, number>(); // of a line in this record, as the sketch counts: once between two long lines
  const lastRuns = new Map<number, number>();
  let run = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.byteEnd - line.byteStart >= SHORTEST_CONTEXT) {
      run++;
      continue;
    }
    const hash = hashLine(bytes, line.byteStart - byteStart, line.byteEnd - byteStart);
    hashes[index] = hash;
    if (hash === 0 || lastRuns.get(hash) === run) continue;
    lastRuns.set(hash, run);
    places.set(hash, (places.get(hash) ?? 0) + 1);
  }
  for (let index = 0; index < lines.length; index++) {
    const hash = hashes[index]!;
    if (hash !== 0) counts[index] = Math.min(MOST_COUNTED, Math.max(0, countRecords(profile, hash) - places.get(hash)!));
  }
  return counts;
}

/** Creates an empty profile to add lines to. */
export function createProfileBuilder(): ProfileBuilder {
  const levels = Array.from({ length: LEVELS }, (): SketchLevel | null => createLevel());
  return {
    add(hash, before, after) {
      const highest = Math.max(levelOf(before), levelOf(after));
      for (let level = 0; level <= highest; level++) {
        const sketch = levels[level]!;
        if (sketch === null) continue;
        addToLevel(sketch, hash, levelOf(before) >= level ? before : null, levelOf(after) >= level ? after : null);
        if (sketch.bits > MOST_BITS) levels[level] = null;
      }
    },
    finish: () => ({ version: 1, levels }),
  };
}

/**
 * One profile of several dumps, or of the shards of one; the order does not matter, and a shard given twice counts
 * once.
 *
 * @throws {@link NewsdumpError} with code `invalid-input` when one of them is no profile
 *
 * @example
 * ```ts
 * import { mergeProfiles, profileDump } from "newsdump";
 *
 * const profile = mergeProfiles(profileDump(" date 2025-11-11 Rain fell.\n"), profileDump(" date 2025-11-12 It stopped.\n"));
 * profile.version; // 1
 * ```
 */
export function mergeProfiles(...profiles: readonly NoiseProfile[]): NoiseProfile {
  profiles.forEach(checkProfile);
  const levels: (SketchLevel | null)[] = [];
  for (let level = 0; level < LEVELS; level++) levels.push(shrink(mergeLevels(profiles.map((profile) => profile.levels[level] ?? null))));
  return { version: 1, levels };
}

/** A level that is fuller than it may be says nothing. */
function shrink(level: SketchLevel | null): SketchLevel | null {
  return level === null || level.bits > MOST_BITS ? null : level;
}

const MAGIC = 0x4e44_5031; // "NDP1"

/**
 * A profile as bytes, for a file or another machine; {@link readProfile} reads them.
 *
 * @throws {@link NewsdumpError} with code `invalid-input` when it is no profile
 *
 * @example
 * ```ts
 * import { profileDump, readProfile, writeProfile } from "newsdump";
 *
 * const profile = profileDump(" date 2025-11-11 Rain fell.\n");
 * readProfile(writeProfile(profile)).version; // 1
 * ```
 */
export function writeProfile(profile: NoiseProfile): Uint8Array {
  const { levels } = checkProfile(profile);
  const words: number[] = [MAGIC, levels.length];
  for (const level of levels) {
    if (level === null) {
      words.push(0xffff_ffff);
      continue;
    }
    const start = words.push(0) - 1;
    for (const [cell, bits] of entriesOf(level)) words.push(cell, bits);
    words[start] = (words.length - start - 1) / 2;
  }
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word, true);
  return bytes;
}

/**
 * Reads what {@link writeProfile} wrote.
 *
 * @throws {@link NewsdumpError} with code `invalid-input` when the bytes are something else
 */
export function readProfile(bytes: Uint8Array): NoiseProfile {
  const fail = (): never => {
    throw new NewsdumpError("invalid-input", "the bytes are no noise profile");
  };
  checkBytes(bytes, "a profile is read from a Uint8Array");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const next = (): number => {
    if (at + 4 > bytes.length) return fail();
    at += 4;
    return view.getUint32(at - 4, true);
  };
  if (next() !== MAGIC || next() !== LEVELS) fail();
  const levels: (SketchLevel | null)[] = [];
  for (let level = 0; level < LEVELS; level++) {
    const count = next();
    if (count === 0xffff_ffff) {
      levels.push(null);
      continue;
    }
    const read = createLevel();
    let previous = -1;
    for (let entry = 0; entry < count; entry++) {
      const cell = next();
      const bits = next();
      if (cell <= previous || cell >= ALL_CELLS || bits === 0) fail();
      addBits(read, cell, bits);
      previous = cell;
    }
    levels.push(shrink(read));
  }
  if (at < bytes.length) fail();
  return { version: 1, levels };
}
