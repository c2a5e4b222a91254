import { open } from "node:fs/promises";
import { checkLimits } from "../limits.ts";
import { createDumpProfiler } from "../noise/profile-lines.ts";
import { mergeProfiles, type NoiseProfile } from "../noise/profile.ts";
import { profilePaths } from "./profile-files.ts";
import { readPieces } from "./read-range.ts";
import type { Shard } from "./shards.ts";

const PIECE_BYTES = 1024 * 1024;

/** The profile of the parts of a run; what cannot be read is passed over, and told when it is parsed. */
export async function profileShards(shards: readonly Shard[], signal?: AbortSignal): Promise<NoiseProfile> {
  const profiles: NoiseProfile[] = [];
  for (const shard of shards) {
    profiles.push(
      shard.kind === "files"
        ? await profilePaths(shard.paths, checkLimits(shard.options.limits), signal)
        : await profileRange(shard, signal),
    );
    signal?.throwIfAborted();
  }
  return mergeProfiles(...profiles);
}

async function profileRange(
  { path, start, end }: Extract<Shard, { kind: "range" }>,
  signal: AbortSignal | undefined,
): Promise<NoiseProfile> {
  const profiler = createDumpProfiler();
  const file = await open(path).catch(() => null);
  try {
    for await (const bytes of file === null ? [] : readPieces(file, path, start, end, PIECE_BYTES)) {
      signal?.throwIfAborted();
      profiler.push(bytes);
    }
  } finally {
    await file?.close();
  }
  return profiler.finish();
}
