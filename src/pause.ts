/** Work in milliseconds after which others get a turn. */
const LONGEST_TURN_MS = 20;
/** Bytes that are parsed at a stretch, a few milliseconds. */
export const TURN_BYTES = 128 * 1024;

/** Node's way to let everything else go first; browsers have none that costs as little. */
const { setImmediate } = globalThis as { setImmediate?: (act: () => void) => void };

/**
 * Creates what lets timers, input and the user's own code have their turn during long work: to be awaited now and
 * then; `null` while it is too early.
 */
export function createPause(): () => Promise<void> | null {
  let turnStart = performance.now();
  return () => {
    if (performance.now() - turnStart < LONGEST_TURN_MS) return null;
    return new Promise((resolve) => {
      const goOn = (): void => {
        turnStart = performance.now();
        resolve();
      };
      if (setImmediate === undefined) setTimeout(goOn, 0);
      else setImmediate(goOn);
    });
  };
}
