/**
 * Files, folders and glob patterns on Node, Bun and Deno.
 *
 * @module newsdump/node
 */
export { profileFiles } from "./profile-files.ts";
export type { ArchiveLimits } from "./archive-limits.ts";
export type { CommandConfig } from "./command-config.ts";
export { openDump, type OpenOptions } from "./open-dump.ts";
export type { FileCounts, FilesReader } from "./open-inputs.ts";
