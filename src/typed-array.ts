/** Whether a value is a typed array of a kind, of whatever realm: the classes of a frame or of a test's sandbox are others. */
function isTypedArray(value: unknown, kind: "Uint8Array" | "Uint32Array"): boolean {
  return ArrayBuffer.isView(value) && (value as Uint8Array | DataView)[Symbol.toStringTag] === kind;
}

/** Whether a value is bytes, `Buffer` too. */
export function isBytes(value: unknown): value is Uint8Array {
  return isTypedArray(value, "Uint8Array");
}

export function isWords(value: unknown): value is Uint32Array {
  return isTypedArray(value, "Uint32Array");
}
