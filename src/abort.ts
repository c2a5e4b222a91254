import { checkObject, invalidOption } from "./invalid-option.ts";

/** How reading can be ended from outside. */
export interface AbortOptions {
  /** Ends the reading: what is awaited rejects with the signal's reason, and the source is let go. */
  signal?: AbortSignal | undefined;
}

/** @throws {@link NewsdumpError} when something else was given as a signal */
function checkSignal(signal: unknown): AbortSignal | undefined {
  if (signal === undefined) return undefined;
  const isSignal = typeof signal === "object" && signal !== null && "aborted" in signal && "addEventListener" in signal;
  if (!isSignal) throw invalidOption("signal", "must be an AbortSignal", signal === null ? "null" : typeof signal);
  return signal as AbortSignal; // looked at above; the class differs between realms
}

/** Options without their signal, which is checked. */
export function splitSignal<Options extends AbortOptions>(
  options: Options,
): { readonly signal: AbortSignal | undefined; readonly rest: Omit<Options, "signal"> } {
  const { signal, ...rest } = checkObject("options", options);
  return { signal: checkSignal(signal), rest };
}

/** The values of a source until the signal aborts. Without a signal the source itself. */
export function abortable<Value>(
  source: AsyncIterable<Value> | Iterable<Value>,
  signal: AbortSignal | undefined,
): AsyncIterable<Value> | Iterable<Value> {
  return signal === undefined ? source : iterateUntilAbort(source, signal);
}

/**
 * Rejects with the signal's reason as soon as it aborts, even while the source is silent. The source is let go; that
 * is waited for unless the source still owes a value, for which it might take forever.
 */
async function* iterateUntilAbort<Value>(source: AsyncIterable<Value> | Iterable<Value>, signal: AbortSignal): AsyncGenerator<Value> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let rejectStep: (() => void) | null = null; // while a value is awaited
  let isDone = false;
  const onAbort = (): void => rejectStep?.();
  const askNext = (): Promise<IteratorResult<Value>> =>
    new Promise((resolve, reject) => {
      rejectStep = () => reject(signal.reason as Error); // whatever the caller aborts with
      const settle = (act: () => void): void => {
        rejectStep = null;
        act();
      };
      Promise.resolve(iterator.next()).then(
        (step) => settle(() => resolve(step)),
        (error: unknown) =>
          settle(() => {
            isDone = true;
            reject(error);
          }),
      );
    });
  signal.addEventListener("abort", onAbort);
  try {
    for (;;) {
      signal.throwIfAborted();
      const step = await askNext();
      if (step.done === true) {
        isDone = true;
        return;
      }
      yield step.value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    const isOwing = rejectStep !== null;
    const closing = isDone ? undefined : closeSource(source, iterator, signal.aborted);
    if (!isOwing) await closing;
  }
}

async function closeSource(source: object, iterator: AsyncIterator<unknown> | Iterator<unknown>, isAborted: boolean): Promise<void> {
  try {
    // A stream of Node that is waited for, or was never asked, hears of the end only this way.
    if (isAborted && "destroy" in source && typeof source.destroy === "function") source.destroy();
    await iterator.return?.();
  } catch {
    // The reading has ended with the signal's reason; how the source takes it is of no account.
  }
}
