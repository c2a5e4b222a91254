import { hashLine } from "../../src/noise/line-hash.ts";
import { countRecords, type NoiseProfile } from "../../src/noise/profile.ts";

export function hashOf(line: string): number {
  const bytes = new TextEncoder().encode(line);
  return hashLine(bytes, 0, bytes.length);
}

/** About how many records of a profile have the line. */
export function countOf(profile: NoiseProfile, line: string): number {
  return countRecords(profile, hashOf(line));
}
