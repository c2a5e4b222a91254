import { NewsdumpError } from "./errors.ts";
import { kindOf } from "./stage-input.ts";

/** Whether a value is a typed array of a kind, of whatever realm: the classes of a frame or of a test's sandbox are others. */
function isTypedArray(value: unknown, kind: "Uint8Array" | "Uint32Array"): boolean {
  return ArrayBuffer.isView(value) && (value as Uint8Array | DataView)[Symbol.toStringTag] === kind;
}

/** Whether a value is bytes, `Buffer` too. */
export function isBytes(value: unknown): value is Uint8Array {
  return isTypedArray(value, "Uint8Array");
}

/**
 * The bytes, as an array of this realm.
 *
 * @param what - what they are, for the error
 * @throws {@link NewsdumpError} when they are none, or when their buffer was transferred away or has shrunk: that is no empty input
 */
export function checkBytes(bytes: unknown, what: string): Uint8Array {
  if (!isBytes(bytes)) throw new NewsdumpError("invalid-input", `${what}, not ${kindOf(bytes)}`);
  if (bytes.length === 0 && isGone(bytes)) throw new NewsdumpError("invalid-input", `${what}; its buffer was transferred or has shrunk`);
  return bytes instanceof Uint8Array ? bytes : viewOf(bytes);
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

/** `detached` of a buffer is not in every browser, and not all that is gone is detached. */
function isGone(bytes: Uint8Array): boolean {
  try {
    bytes.values();
    return false;
  } catch {
    return true;
  }
}

export function isWords(value: unknown): value is Uint32Array {
  return isTypedArray(value, "Uint32Array");
}
