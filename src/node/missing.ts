/** Codes of paths that lead to nothing. */
const MISSING: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR"]);

/** Whether a file operation failed because there is nothing under the path. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && MISSING.has(error.code);
}

/** For `catch`: nothing under the path is `null`, every other error goes on; a disk that fails is no missing file. */
export function nullIfMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
