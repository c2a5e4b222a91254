import { canonicalEncoding } from "./labels.ts";

/** Where browsers look for a declaration as well. */
const PRESCAN_BYTES = 1024;
/** `<meta charset="…">`, `<meta … content="text/html; charset=…">`, `<?xml version="1.0" encoding="…"?>`. */
const DECLARATION = /<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{1,40})/i;

/**
 * Canonical name of the encoding that HTML or XML markup at the head of a record declares, or `null`.
 *
 * @example
 * ```ts
 * import { findDeclaredEncoding } from "newsdump";
 *
 * findDeclaredEncoding(new TextEncoder().encode('<meta charset="koi8-r">')); // "koi8-r"
 * ```
 */
export function findDeclaredEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, PRESCAN_BYTES);
  const first = bytes.indexOf(0x3c);
  if (first < 0 || first >= length) return null;
  let head = "";
  for (let at = first; at < length; at++) head += String.fromCharCode(bytes[at]!);
  const label = DECLARATION.exec(head)?.[1];
  return label === undefined ? null : canonicalEncoding(label);
}
