import { createHash } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import type { FoundFile } from "../node/find-files.ts";
import { nullIfMissing } from "../node/missing.ts";
import type { FileCounts } from "../node/open-inputs.ts";
import { describeFileError } from "../node/read-file.ts";
import type { Place } from "../node/tasks.ts";
import type { Report } from "../report.ts";
import { CommandError, EXIT } from "./io.ts";
import { cannotWrite } from "./row-writer.ts";
import { pathBeside } from "./temporary-files.ts";
import { VERSION } from "./version.ts";

/** What a run has come to at a place where it can go on. */
export interface Progress {
  readonly place: Place;
  /** Bytes of each output that hold what has been parsed so far. */
  readonly lengths: { readonly output: number; readonly rejects: number };
  readonly report: Report;
  readonly files: FileCounts;
  readonly reasons: Record<string, number>;
  readonly unreadable: string[];
  /** Everything is parsed and written, and perhaps not all files have their names. */
  readonly isComplete: boolean;
}

/** For messages; `null` is the place of a run that has saved none. */
export function describePlace(place: Pick<Place, "file" | "byte"> | null, files: readonly FoundFile[]): string {
  if (place === null) return "the beginning";
  const file = files[place.file];
  return file === undefined ? "the end of the input" : `byte ${place.byte} of ${file.path}`;
}

/** A run's identity and progress, in a file beside its output. */
export interface Checkpoints {
  /** Progress of an earlier run, or `null`. */
  readonly earlier: Progress | null;
  save(progress: Progress): Promise<void>;
  /** @throws {@link CommandError} that says what stands against going on, and how to begin anew */
  refuse(what: string): never;
  remove(): Promise<void>;
}

interface Stored {
  readonly version: string;
  readonly options: string;
  readonly inputs: string;
  readonly progress: Progress;
}

/** What the file holds; the checksum tells a note of this command from one that was changed. */
interface Sealed {
  readonly checksum: string;
  readonly stored: Stored;
}

/**
 * Opens the checkpoints of an output.
 *
 * @param output - path of the output, resolved
 * @param options - all that decides what is written
 * @throws {@link CommandError} when an earlier run was one of other inputs, options or another version
 */
export async function openCheckpoints(output: string, options: unknown, found: readonly FoundFile[]): Promise<Checkpoints> {
  const path = pathBeside(output, "checkpoint");
  const fresh = `${path}.new`;
  const identity = { version: VERSION, options: JSON.stringify(options), inputs: await fingerprint(found) };
  const refuse = (what: string): never => {
    throw new CommandError(EXIT.usage, `cannot go on with ${output}: ${what}; remove ${path} to begin anew`, false);
  };
  const text = await readFile(path, "utf8")
    .catch(nullIfMissing)
    .catch((error: unknown) => {
      throw new CommandError(EXIT.usage, `cannot go on with ${output}: ${path} cannot be read: ${describeFileError(error)}`, false);
    });
  const stored = text === null ? null : (unseal(text) ?? refuse("the note of what is done is not as it was written"));
  if (stored !== null) {
    if (stored.version !== identity.version) refuse(`it was begun with version ${stored.version}`);
    if (stored.options !== identity.options) refuse("it was begun with other options or inputs");
    if (stored.inputs !== identity.inputs) refuse("the inputs have changed since it was begun");
  }
  const write = async (content: string): Promise<void> => {
    const file = await open(fresh, "w");
    try {
      await file.writeFile(content);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  };
  return {
    earlier: stored?.progress ?? null,
    async save(progress) {
      await write(seal({ ...identity, progress })).catch((error: unknown) => {
        throw cannotWrite(path, error);
      });
    },
    refuse,
    async remove() {
      await rm(path, { force: true });
      await rm(fresh, { force: true });
    },
  };
}

/** Hash of a whole file that decides what is written. */
export async function hashFile(path: string): Promise<string> {
  return hashBytes(await readFile(path));
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function seal(stored: Stored): string {
  return JSON.stringify({ checksum: checksumOf(stored), stored } satisfies Sealed);
}

/** `null` when it is not what {@link seal} has made. */
function unseal(text: string): Stored | null {
  try {
    const { checksum, stored } = JSON.parse(text) as Sealed; // the checksum says so
    return checksum === checksumOf(stored) ? stored : null;
  } catch {
    return null;
  }
}

function checksumOf(stored: Stored): string {
  return hashBytes(new TextEncoder().encode(JSON.stringify(stored)));
}

/** Bytes of a file's head and of its end that are looked at. */
const SAMPLE_BYTES = 4096;

/** Changes when a file is added or removed, or its size, time, head or end change. */
async function fingerprint(found: readonly FoundFile[]): Promise<string> {
  const hash = createHash("sha256");
  for (const { path, problem } of found) {
    hash.update(`${path}\0${problem ?? ""}\0`);
    if (problem === null) await addFile(path, hash).catch((error: unknown) => hash.update(String(error)));
  }
  return hash.digest("hex");
}

async function addFile(path: string, hash: ReturnType<typeof createHash>): Promise<void> {
  const stats = await stat(path, { bigint: true });
  hash.update(`${stats.size}\0${stats.mtimeNs}\0`);
  if (!stats.isFile()) return;
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(SAMPLE_BYTES);
    for (const position of [0, Math.max(0, Number(stats.size) - SAMPLE_BYTES)]) {
      const { bytesRead } = await file.read(buffer, 0, SAMPLE_BYTES, position);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
