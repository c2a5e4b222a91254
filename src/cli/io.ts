import type { Writable } from "node:stream";

/** A stream for text, perhaps a terminal. */
export type TextStream = Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly fd?: number };

/** The world as the command sees it; tests give their own. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly fd?: number };
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder the command runs in. */
  readonly cwd: () => string;
}

/** What the command tells its caller; the help text explains them. */
export const EXIT = { fine: 0, usage: 1, unreadable: 2, rejected: 3 } as const;

/** An interrupted command's exit code is this and the signal's number, as shells have it. */
export const EXIT_INTERRUPTED = 128;

/** One of {@link EXIT}, or above {@link EXIT_INTERRUPTED}. */
export type ExitCode = number;

/** Ends the command with a message for its user. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  /** Whether the help text says how to do better. */
  readonly pointsToHelp: boolean;

  constructor(exitCode: ExitCode, message: string, pointsToHelp = exitCode === EXIT.usage) {
    super(message);
    this.name = "CommandError";
    this.exitCode = exitCode;
    this.pointsToHelp = pointsToHelp;
  }
}

/** What a command says that was given no input. */
export const MISSING_INPUT = "an input is missing: a file, a folder, a glob pattern, or - for standard input";

/** Name of standard input among the inputs, and of standard output as `--output`. */
export const STANDARD_STREAM = "-";
