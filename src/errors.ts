/** Why a call could not go on; branch on this, not on the class (ESM and CJS builds hold one class each). */
export type ErrorCode =
  | "invalid-option"
  | "unknown-encoding"
  | "unknown-format"
  | "format-failed"
  | "unavailable-encoding"
  | "invalid-input"
  | "unreadable-input";

/**
 * The one error this library throws. Bad *input* is never thrown, it is reported as a diagnostic or a
 * rejected record; an error means that the call itself cannot go on.
 *
 * @example
 * ```ts
 * import { parseDump } from "newsdump";
 *
 * try {
 *   parseDump(new Uint8Array(), { encoding: "utf-7" });
 * } catch (error) {
 *   (error as { code: string }).code; // "unknown-encoding"
 * }
 * ```
 */
export class NewsdumpError extends Error {
  /** Stable, kebab-case. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "NewsdumpError";
    this.code = code;
  }
}
