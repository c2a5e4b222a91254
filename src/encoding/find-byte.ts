import { findBufferMethod } from "./native-buffer.ts";

/** A method of Node's buffers, which searches bytes several times as fast as typed arrays do. */
type IndexOf = (this: Uint8Array, value: number, from: number) => number;

const nativeIndexOf = findBufferMethod<IndexOf>("indexOf", (indexOf) => {
  const bytes = Uint8Array.of(10, 1, 10, 2);
  return indexOf.call(bytes, 10, 1) === 2 && indexOf.call(bytes, 10, 3) === -1 && indexOf.call(bytes, 10, 4) === -1;
});

/** Place of a value (0…255) in bytes, searched from `from` on; -1 where there is none. */
export function findByte(bytes: Uint8Array, value: number, from: number): number {
  return nativeIndexOf === null ? bytes.indexOf(value, from) : nativeIndexOf.call(bytes, value, from);
}

/** Whether some bytes hold a value (0…255). */
export function holdsByte(bytes: Uint8Array, value: number): boolean {
  return findByte(bytes, value, 0) >= 0;
}
