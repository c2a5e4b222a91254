import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { describeFileError } from "./read-file.ts";

/** A file to be read, or a path that cannot be. */
export interface FoundFile {
  /** As the caller would write it, with forward slashes. */
  readonly path: string;
  /** Why it cannot be read, or `null`. */
  readonly problem: string | null;
}

/** What the inputs stand for. */
export interface FoundFiles {
  readonly files: FoundFile[];
  /** Hidden entries, symbolic links and devices that were passed over in folders. */
  skipped: number;
}

/** What was found so far, by a search that may be ended. */
interface Search extends FoundFiles {
  readonly signal: AbortSignal | undefined;
}

/**
 * Lists the files that paths, folders and glob patterns stand for: inputs in their order, folders by the code
 * units of their names, each file once. The list is complete before a file is read, so that what is written
 * into the same folder meanwhile never becomes input.
 */
export async function findFiles(inputs: readonly string[], signal?: AbortSignal): Promise<FoundFiles> {
  const found: Search = { files: [], skipped: 0, signal };
  for (const input of inputs) await findInput(input, found);
  if (inputs.length > 1) removeRepeated(found.files);
  return { files: found.files, skipped: found.skipped };
}

/** A path as it is shown: forward slashes, none at the end. */
export function normalPath(input: string): string {
  const path = sep === "/" ? input : input.replaceAll(sep, "/");
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

/** A name that exists is taken literally, whatever characters it holds; only others can be patterns. */
async function findInput(input: string, found: Search): Promise<void> {
  found.signal?.throwIfAborted();
  const path = normalPath(input);
  const stats = await stat(path).catch(describeFileError);
  if (typeof stats === "string") {
    const { default: picomatch } = await import("picomatch"); // few calls have patterns
    const { base, glob, isGlob, prefix } = picomatch.scan(path);
    if (isGlob) await findMatches(path, prefix + base, glob, picomatch(glob), found);
    else found.files.push({ path, problem: stats });
  } else if (stats.isDirectory()) await walk({ path, relative: "" }, TAKE_ALL, found);
  else found.files.push({ path, problem: null });
}

async function findMatches(pattern: string, base: string, glob: string, matches: Selection["matches"], found: Search): Promise<void> {
  const before = found.files.length;
  const selection: Selection = {
    matches,
    depth: glob.includes("**") ? Number.POSITIVE_INFINITY : glob.split("/").length,
    // Names that begin with a dot are matched only by patterns that say so.
    showsHidden: /(?:^|[/{,(])\./.test(glob),
  };
  const isFolder = await stat(base === "" ? "." : base).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) await walk({ path: base, relative: "" }, selection, found);
  if (found.files.length === before) found.files.push({ path: pattern, problem: "no file matches the pattern" });
}

interface Folder {
  /** As shown; empty for the working directory. */
  readonly path: string;
  /** From where the pattern starts, with an end slash; empty there. */
  readonly relative: string;
}

/** Which entries of a folder are taken. */
interface Selection {
  /** `null` takes all. */
  readonly matches: ((relative: string) => boolean) | null;
  /** Levels of folders that may hold a match. */
  readonly depth: number;
  readonly showsHidden: boolean;
}

const TAKE_ALL: Selection = { matches: null, depth: Number.POSITIVE_INFINITY, showsHidden: false };

async function walk(folder: Folder, selection: Selection, found: Search): Promise<void> {
  found.signal?.throwIfAborted();
  let entries: Dirent[];
  try {
    entries = await readdir(folder.path === "" ? "." : folder.path, { withFileTypes: true });
  } catch (error) {
    found.files.push({ path: folder.path, problem: describeFileError(error) });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) await takeEntry(entry, folder, selection, found);
}

async function takeEntry(entry: Dirent, folder: Folder, selection: Selection, found: Search): Promise<void> {
  const { matches, depth, showsHidden } = selection;
  const relative = folder.relative + entry.name;
  const path = joinPath(folder.path, entry.name);
  if (entry.name.startsWith(".") && !showsHidden) {
    if (matches === null) found.skipped++;
    return;
  }
  const isTaken = matches === null || matches(relative);
  // A pattern that matches a folder means all of it, as it would when the shell expands the pattern.
  if (entry.isDirectory() && isTaken) await walk({ path, relative: "" }, TAKE_ALL, found);
  else if (entry.isDirectory() && depth > 1) await walk({ path, relative: `${relative}/` }, { ...selection, depth: depth - 1 }, found);
  else if (!isTaken || entry.isDirectory()) return;
  else if (entry.isFile()) found.files.push({ path, problem: null });
  else found.skipped++;
}

function joinPath(folder: string, name: string): string {
  return folder === "" || folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

function removeRepeated(files: FoundFile[]): void {
  const seen = new Set<string>();
  let kept = 0;
  for (const file of files) {
    const absolute = resolve(file.path);
    if (seen.has(absolute)) continue;
    seen.add(absolute);
    files[kept++] = file;
  }
  files.length = kept;
}
