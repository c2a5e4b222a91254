/**
 * Line ends to some readers of lines, though not to JSON, and what a terminal takes for orders: the controls above
 * ASCII, and the marks that turn the direction of writing.
 */
const UNSAFE = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/**
 * A value as one line of NDJSON: no character in it ends a line for any reader or moves anything on a terminal, and
 * lone surrogates (a file's name may hold some) are escaped, so that the line is well-formed Unicode.
 */
export function toRow(value: unknown): string {
  return escapeJson(JSON.stringify(value));
}

/** The same JSON, with such characters escaped. */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
