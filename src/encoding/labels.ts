import { normalizeEncoding } from "@exodus/bytes/encoding.js";

/** Labels the WHATWG Encoding Standard does not know, with the name used here. */
const EXTRA_LABELS: ReadonlyMap<string, string> = new Map([
  ["utf-32", "utf-32le"],
  ["utf32", "utf-32le"],
  ["utf-32le", "utf-32le"],
  ["utf32le", "utf-32le"],
  ["utf-32be", "utf-32be"],
  ["utf32be", "utf-32be"],
  ["utf-16le", "utf-16le"],
  ["utf16le", "utf-16le"],
  ["utf16", "utf-16le"],
  ["utf-16be", "utf-16be"],
  ["utf16be", "utf-16be"],
]);

/** Names of the standard that stand for "do not decode" or for no text encoding. */
const NOT_DECODABLE: ReadonlySet<string> = new Set(["replacement", "x-user-defined"]);

/**
 * Canonical name of an encoding label: what the
 * [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/#names-and-labels) makes of it, in lower
 * case, and UTF-32 besides.
 *
 * @param label - as found in a header or an option; case and surrounding blanks do not matter
 * @returns the name, or `null` when the label names no encoding that is decoded here (UTF-7 never is)
 *
 * @example
 * ```ts
 * import { canonicalEncoding } from "newsdump";
 *
 * canonicalEncoding("CP1251"); // "windows-1251"
 * canonicalEncoding("latin1"); // "windows-1252"
 * canonicalEncoding("utf-7"); // null
 * ```
 */
export function canonicalEncoding(label: string): string | null {
  const trimmed = label.trim().toLowerCase();
  const extra = EXTRA_LABELS.get(trimmed);
  if (extra !== undefined) return extra;
  const name = normalizeEncoding(trimmed);
  return name === null || NOT_DECODABLE.has(name) ? null : name;
}

/** Bytes of one code unit in an encoding: 2 for UTF-16, 4 for UTF-32, 1 for all others. */
export function unitBytes(encoding: string): 1 | 2 | 4 {
  if (encoding === "utf-16le" || encoding === "utf-16be") return 2;
  if (encoding === "utf-32le" || encoding === "utf-32be") return 4;
  return 1;
}
