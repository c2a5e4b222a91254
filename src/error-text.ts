/** What a thrown value says; anything can be thrown, and some of it throws when it is asked. */
export function errorText(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return "what was thrown has no text";
  }
}
