/** Line ends to some readers of lines, though not to JSON. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/**
 * A value as one line of NDJSON: no character in it ends a line for any reader, and lone surrogates (a file's
 * name may hold some) are escaped, so that the line is well-formed Unicode.
 */
export function toRow(value: unknown): string {
  return JSON.stringify(value).replace(LINE_ENDS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
