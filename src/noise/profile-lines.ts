import { findByte } from "../encoding/find-byte.ts";
import { hashLine, SHORTEST_CONTEXT } from "./line-hash.ts";
import { createProfileBuilder, type NoiseProfile } from "./profile.ts";

const CONTEXT_HEAD = 64;
/** Lines that wait for the next long line at most; a longer run of short lines is no article. */
const MOST_WAITING = 4096;
/** A line that comes back within so many bytes is in the same record: a refrain, a question's letter. */
const NEAR_BYTES = 1024;
const RECENT_SLOTS = 1024;
const LF = 0x0a;

/** Takes a dump's bytes piece by piece and gives its profile. */
export interface DumpProfiler {
  push(bytes: Uint8Array): void;
  finish(): NoiseProfile;
}

/** Creates the profiler of one dump; the same bytes, however they are cut, give the same profile. */
export function createDumpProfiler(): DumpProfiler {
  const builder = createProfileBuilder();
  const waiting = new Int32Array(MOST_WAITING); // hashes of the lines since the last long one
  let waitingCount = 0;
  const recentHashes = new Int32Array(RECENT_SLOTS);
  const recentOffsets = new Float64Array(RECENT_SLOTS);
  let context = 1; // of the last long line
  let carry = new Uint8Array(0); // the line that is not complete, or its head when it is long
  let carryLength = 0; // its whole length so far
  let offset = 0;

  function takeLine(bytes: Uint8Array, start: number, end: number, length: number): void {
    offset += length + 1;
    if (length >= SHORTEST_CONTEXT) takeLong(hashLine(bytes, start, Math.min(end, start + CONTEXT_HEAD)));
    else if (length > 0) takeShort(hashLine(bytes, start, end));
  }

  function takeShort(hash: number): void {
    if (hash === 0 || waitingCount === MOST_WAITING) return;
    const slot = hash >>> 22;
    if (recentHashes[slot] === hash && offset - recentOffsets[slot]! < NEAR_BYTES) return;
    recentHashes[slot] = hash;
    recentOffsets[slot] = offset;
    waiting[waitingCount++] = hash;
  }

  function takeLong(hash: number): void {
    if (hash === 0) return;
    for (let index = 0; index < waitingCount; index++) builder.add(waiting[index]!, context, hash);
    waitingCount = 0;
    context = hash;
  }

  return {
    push(bytes) {
      let start = 0;
      for (;;) {
        const end = bytes[start] === LF ? start : findByte(bytes, LF, start);
        if (end < 0) break;
        if (carryLength === 0) takeLine(bytes, start, end, end - start);
        else {
          const line = join(carry, bytes.subarray(start, end));
          takeLine(line, 0, line.length, carryLength + end - start);
          carryLength = 0;
        }
        start = end + 1;
      }
      const rest = bytes.subarray(start);
      carry = carryLength === 0 ? rest.slice(0, SHORTEST_CONTEXT) : join(carry, rest);
      carryLength += rest.length;
    },
    finish() {
      if (carryLength > 0) takeLine(carry, 0, carry.length, carryLength);
      takeLong(1);
      return builder.finish();
    },
  };
}

/** The profile of a whole dump. */
export function profileBytes(bytes: Uint8Array): NoiseProfile {
  const profiler = createDumpProfiler();
  profiler.push(bytes);
  return profiler.finish();
}

/** The head of a line from two pieces: more than a short line's length is not needed. */
function join(head: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(Math.min(SHORTEST_CONTEXT, head.length + rest.length));
  joined.set(head.subarray(0, joined.length));
  joined.set(rest.subarray(0, joined.length - head.length), head.length);
  return joined;
}
