import { findByte } from "../encoding/find-byte.ts";
import type { TextBytes } from "../encoding/text-units.ts";
import { findTraits, scanBytes, TRAIT, type ScannedUnits } from "../text/traits.ts";
import type { Line, RecordPosition } from "./line.ts";
import { CR, LF } from "./scan.ts";

const scanned: ScannedUnits = { end: 0, traits: 0 };

/**
 * Cuts a record in UTF-8 at its line ends, LF or CRLF, as bytes: only lines that are not all ASCII are decoded.
 *
 * @param refused - traits of which no line may have one
 * @returns `null` when a line has one of them, or a CR stands alone
 */
export function cutByteLines(
  text: TextBytes,
  length: number,
  refused: number,
  { byteStart: base, lineStart }: RecordPosition,
): Line[] | null {
  const lines: Line[] = [];
  const { bytes } = text;
  for (let start = 0; start < length;) {
    scanBytes(text, start, length, scanned);
    let { end, traits } = scanned;
    let line = "";
    if ((traits & TRAIT.wide) !== 0) {
      const lineFeed = findByte(bytes, LF, end);
      end = lineFeed < 0 || lineFeed > length ? length : lineFeed;
      if (bytes[end - 1] === CR) end--;
      line = text.slice(start, end);
      traits = findTraits(line);
      if (line.includes("\r")) return null;
    } else if (end > start) line = text.sliceAscii(start, end);
    if ((traits & refused) !== 0) return null;
    const next = end < length && bytes[end] === CR ? end + 1 : end;
    if (next < length && bytes[next] !== LF) return null;
    lines.push({ number: lineStart + lines.length, byteStart: base + start, byteEnd: base + end, text: line, traits });
    start = next + 1;
  }
  return lines;
}
