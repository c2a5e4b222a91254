/** What is used of Node's `Buffer`. */
interface BufferClass {
  readonly prototype?: Readonly<Record<string, unknown>>;
  from?(memory: ArrayBuffer): unknown;
}

/** Node's `Buffer`, where the runtime has one. */
export function findBuffer(): BufferClass | undefined {
  // Not by the global's plain name, or bundlers would add a replacement to pages.
  return (globalThis as unknown as Readonly<Record<string, BufferClass | undefined>>)["Buffer"];
}

/**
 * A method of Node's buffers, many of which are several times as fast as what every runtime has; `null` where there is
 * none or it fails a trial.
 *
 * @param isRight - calls the method and says whether it gives what it should; it may throw
 */
export function findBufferMethod<Method>(name: string, isRight: (method: Method) => boolean): Method | null {
  const found = findBuffer()?.prototype?.[name];
  if (typeof found !== "function") return null;
  try {
    const method = found as Method; // the trial shows whether it is
    return isRight(method) ? method : null;
  } catch {
    return null;
  }
}
