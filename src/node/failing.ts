/** Bytes that cannot be read: whoever asks for them hears why. */
// oxlint-disable-next-line require-yield -- it has none to give
export async function* failing(error: unknown): AsyncGenerator<Uint8Array> {
  throw error;
}
