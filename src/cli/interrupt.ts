import { constants } from "node:os";
import { EXIT_INTERRUPTED } from "./io.ts";

/** Signals that ask a command to end. */
export const END_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
export type EndSignal = (typeof END_SIGNALS)[number];

/** Ends a command in an orderly way. */
export class Interruption extends Error {
  readonly signal: EndSignal;

  constructor(signal: EndSignal) {
    super(`interrupted by ${signal}`);
    this.name = "Interruption";
    this.signal = signal;
  }
}

/** What a shell says of a process that a signal ended: 130 for SIGINT, 143 for SIGTERM. */
export function exitCodeOf({ signal }: Interruption): number {
  return EXIT_INTERRUPTED + constants.signals[signal];
}

let taken: AbortController | null = null;

/** For commands that end in an orderly way: aborts, with an {@link Interruption}, when the process is asked to end. */
export function takeInterruptions(): AbortSignal {
  taken = new AbortController();
  return taken.signal;
}

/** Tells the command; `false` when it does not listen, or was told before. */
export function interrupt(signal: EndSignal): boolean {
  if (taken === null || taken.signal.aborted) return false;
  taken.abort(new Interruption(signal));
  return true;
}
