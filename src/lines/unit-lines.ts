import { findByte } from "../encoding/find-byte.ts";
import type { TextUnits } from "../encoding/text-units.ts";
import { scanUnits, TRAIT, type ScannedUnits } from "../text/traits.ts";
import type { Line, RecordPosition } from "./line.ts";
import { CR, LF } from "./scan.ts";

const scanned: ScannedUnits = { end: 0, traits: 0 };

/**
 * Cuts a record at its line ends, LF or CRLF.
 *
 * @param isByteUnit - whether every byte is one unit, so that places in the text are places in the bytes
 * @param refused - traits of which no line may have one
 * @returns `null` when a line has one of them, or a CR stands alone
 */
export function cutUnitLines(
  bytes: Uint8Array,
  text: TextUnits,
  isByteUnit: boolean,
  refused: number,
  { byteStart: base, lineStart }: RecordPosition,
): Line[] | null {
  const lines: Line[] = [];
  const { units, sliceAscii } = text;
  const { length } = units;
  let byteStart = 0;
  for (let start = 0; start < length;) {
    scanUnits(units, start, scanned);
    const { end, traits } = scanned;
    if ((traits & refused) !== 0) return null;
    const returns = units[end] === CR ? 1 : 0;
    const next = end + returns;
    if (next < length && units[next] !== LF) return null;
    // Places in a line of ASCII are the same in the bytes.
    const isAscii = sliceAscii !== null && (traits & TRAIT.wide) === 0;
    const byteEnd = isByteUnit || isAscii ? byteStart + end - start : findEnd(bytes, byteStart) - returns;
    lines.push({
      number: lineStart + lines.length,
      byteStart: base + byteStart,
      byteEnd: base + byteEnd,
      text: end === start ? "" : isAscii ? sliceAscii(byteStart, byteEnd) : text.slice(start, end),
      traits,
    });
    start = next + 1;
    byteStart = byteEnd + returns + 1;
  }
  return lines;
}

/** Lines that hold nothing are as frequent as others, and not worth a call. */
function findEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] === LF) return start;
  const found = findByte(bytes, LF, start);
  return found < 0 ? bytes.length : found;
}
