import { analyse } from "chardet";
import { canonicalEncoding } from "./labels.ts";

/** `chardet` takes about 0.5 ms a KiB. */
const VOTE_BYTES = 2 * 1024;
/** Encodings that `chardet` tells apart by letter statistics; its silence about others says nothing. */
const KNOWN: ReadonlySet<string> = new Set(
  "windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 koi8-r iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 big5 euc-jp euc-kr gb18030 shift_jis".split(
    " ",
  ),
);

/**
 * Which of two encodings [chardet](https://github.com/runk/node-chardet) prefers, a second opinion for a tie;
 * `null` when it knows one of them not at all.
 *
 * Measured on 153 narrow answers to generated samples (confidence below 0.7): 94 right without its vote, 88
 * with it; below 0.51 it neither helps nor harms. So it is asked about ties only.
 */
export function voteByChardet(bytes: Uint8Array, first: string, second: string): string | null {
  if (!KNOWN.has(first) || !KNOWN.has(second)) return null;
  for (const { name } of analyse(bytes.subarray(0, VOTE_BYTES))) {
    const encoding = canonicalEncoding(name);
    if (encoding === first || encoding === second) return encoding;
  }
  return null;
}
