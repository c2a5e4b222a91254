/**
 * Files, folders and glob patterns on Node, Bun and Deno.
 *
 * @module newsdump/node
 */
export { profileFiles, type ProfileFilesOptions } from "./profile-files.ts";
export type { CommandConfig } from "./command-config.ts";
export { openDump, type OpenOptions } from "./open-dump.ts";
export type { FileCounts, FilesReader } from "./open-inputs.ts";
