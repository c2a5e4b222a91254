type Includes = (this: Uint8Array, value: number) => boolean;

/** Node's and Bun's `Buffer` searches bytes about twenty times as fast as typed arrays do. */
function findNativeSearch(): Includes {
  const { Buffer } = globalThis as { Buffer?: { prototype?: { includes?: Includes } } };
  const native = Buffer?.prototype?.includes;
  if (typeof native !== "function") return Uint8Array.prototype.includes;
  try {
    const probe = Uint8Array.of(1, 2, 3).subarray(1);
    return native.call(probe, 3) && !native.call(probe, 1) ? native : Uint8Array.prototype.includes;
  } catch {
    return Uint8Array.prototype.includes; // a stand-in that works on its own instances only
  }
}

const search = findNativeSearch();

/** Whether some bytes hold a value (0…255). */
export function holdsByte(bytes: Uint8Array, value: number): boolean {
  return search.call(bytes, value);
}
