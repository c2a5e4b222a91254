import { canonicalEncoding } from "./labels.ts";
import { checkBytes } from "../typed-array.ts";

/** Where browsers look for a declaration as well. */
const PRESCAN_BYTES = 1024;
/** `<meta charset="…">`, `<meta … content="text/html; charset=…">`, `<?xml version="1.0" encoding="…"?>`. */
const TAGS = [
  { start: /^meta\b/i, reach: 204, name: /\bcharset\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{1,40})/i },
  { start: /^\?xml\b/i, reach: 104, name: /\bencoding\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{1,40})/i },
] as const;
/** Longer than how far the name may stand behind a tag's `<`, and all that may stand between it and the label's end. */
const TAG_LENGTH = 300;

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
  checkBytes(bytes, "a declared encoding is looked for in a Uint8Array");
  const length = Math.min(bytes.length, PRESCAN_BYTES);
  const first = bytes.indexOf(0x3c);
  if (first < 0 || first >= length) return null;
  let head = "";
  for (let at = first; at < length; at++) head += String.fromCharCode(bytes[at]!);
  for (let at = 0; at >= 0; at = head.indexOf("<", at + 1)) {
    const label = readLabel(head.slice(at + 1, at + TAG_LENGTH));
    if (label !== null) return canonicalEncoding(label);
  }
  return null;
}

/** The label that a tag declares, from behind its `<`. */
function readLabel(tag: string): string | null {
  for (const { start, reach, name } of TAGS) {
    if (!start.test(tag)) continue;
    const found = name.exec(tag);
    const end = tag.indexOf(">");
    if (found !== null && found.index <= reach && (end < 0 || found.index < end)) return found[1]!;
  }
  return null;
}
