import { toWellFormed } from "./text/well-formed.ts";

/** What a thrown value says, as well-formed Unicode; anything can be thrown, and some of it throws when it is asked. */
export function errorText(error: unknown): string {
  return toWellFormed(readText(() => (error instanceof Error ? error.message : error), "what was thrown has no text"));
}

/** A value that was given, for a message. */
export function valueText(value: unknown): string {
  return readText(() => value, typeof value);
}

/** The same in quotation marks when it is a string. */
export function quoted(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : valueText(value);
}

function readText(read: () => unknown, fallback: string): string {
  try {
    return String(read());
  } catch {
    return fallback;
  }
}
