import { splitSignal, type AbortOptions } from "./abort.ts";
import { createDumpProfiler, profileBytes } from "./noise/profile-lines.ts";
import type { NoiseProfile } from "./noise/profile.ts";
import { CHUNKS, iterateBytes, type ByteSource } from "./read.ts";
import { checkBytes, isBytes } from "./typed-array.ts";

/**
 * Makes the profile of a dump: which short lines recur in it. It takes a small part of the time of parsing and at
 * most 12 MiB, and holds no text. Streams are parsed with a profile that was made before, and all shards of a dump
 * with the same one.
 *
 * A line counts by the long lines (200 bytes and more) around it, so that the same article twice in a dump does not
 * make furniture of its lines.
 *
 * @param source - the dump's bytes or its text; of a stream, an iterable, a `Blob` or a `Response` the profile comes
 *   as a promise
 * @throws {@link NewsdumpError} when the source is none of these
 *
 * @example
 * ```ts
 * import { profileDump, readDump } from "newsdump";
 *
 * const dump = new Blob([" date 2025-11-11 First text.\n", " date 2025-11-12 Second text.\n"]);
 * const profile = await profileDump(dump);
 * let count = 0;
 * for await (const result of readDump(dump, { profile })) if (result.kind === "article") count++;
 * count; // 2
 * ```
 */
export function profileDump(source: Uint8Array | string): NoiseProfile;
/**
 * Makes the profile of a stream, an iterable, a `Blob` or a `Response`.
 *
 * @param source - the dump; it can be read only once, unless it is a `Blob`
 * @param options - a `signal` that rejects the promise with its reason
 */
export function profileDump(source: ByteSource, options?: AbortOptions): Promise<NoiseProfile>;
export function profileDump(source: Uint8Array | string | ByteSource, options: AbortOptions = {}): NoiseProfile | Promise<NoiseProfile> {
  const { signal } = splitSignal(options);
  if (typeof source === "string") return profileBytes(new TextEncoder().encode(source));
  return isBytes(source) ? profileBytes(checkBytes(source, "a dump must be a Uint8Array or a string")) : profileStream(source, signal);
}

async function profileStream(source: ByteSource, signal: AbortSignal | undefined): Promise<NoiseProfile> {
  const profiler = createDumpProfiler();
  for await (const chunk of iterateBytes(source, signal)) {
    profiler.push(checkBytes(chunk, CHUNKS));
  }
  signal?.throwIfAborted();
  return profiler.finish();
}
