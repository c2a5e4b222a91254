/** Work in milliseconds after which others get a turn; a timer waits for a millisecond, one in fifty. */
const LONGEST_TURN_MS = 50;
/** Bytes that are parsed at a stretch, a few milliseconds. */
export const TURN_BYTES = 128 * 1024;

/**
 * Creates what lets timers, input and the user's own code have their turn during long work: to be awaited now and
 * then; `null` while it is too early.
 *
 * @param giveTurn - how a turn is given; by a timer, which every runtime has
 */
export function createPause(giveTurn: () => Promise<unknown> = waitForTimer): () => Promise<void> | null {
  let turnStart = performance.now();
  return () => {
    if (performance.now() - turnStart < LONGEST_TURN_MS) return null;
    return giveTurn().then(() => void (turnStart = performance.now()));
  };
}

function waitForTimer(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
