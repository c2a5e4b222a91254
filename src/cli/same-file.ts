import { fstatSync, readlinkSync, realpathSync, statSync, type BigIntStats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * What a file is known by, however its path is spelt; `null` for devices and for what cannot be a file, which
 * writing does not overwrite. Asked synchronously: that takes microseconds, and there may be a million inputs.
 */
export function identifyFile(path: string): string | null {
  const stats = tryTo(() => statSync(path, { bigint: true }));
  if (stats === null) return placeOfNew(path);
  if (stats.isFIFO()) return resolve(path);
  return identityOf(stats);
}

/** The same for a file that is open: what a shell has put in the place of a standard stream. */
export function identifyOpenFile(descriptor: number | undefined): string | null {
  const stats = descriptor === undefined ? null : tryTo(() => fstatSync(descriptor, { bigint: true }));
  return stats === null ? null : identityOf(stats);
}

function identityOf(stats: BigIntStats): string | null {
  return stats.isFile() ? `${stats.dev}:${stats.ino}` : null;
}

/** Links that lead to links; the system follows no more. */
const MOST_LINKS = 40;

/** Where a file that does not exist would be created: behind the symbolic links that lead to nothing. */
export function followLinks(path: string): string {
  let place = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const next = tryTo(() => readlinkSync(place));
    if (next === null) break;
    const folder = dirname(place);
    place = resolve(tryTo(() => realpathSync(folder)) ?? folder, next);
  }
  return place;
}

function placeOfNew(path: string): string {
  const absolute = resolve(followLinks(path));
  const folder = dirname(absolute);
  return join(tryTo(() => realpathSync(folder)) ?? folder, basename(absolute));
}

function tryTo<Value>(ask: () => Value): Value | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
