import type { TextUnits } from "../encoding/text-units.ts";
import { findUnitTraits } from "../text/traits.ts";
import type { Line, RecordPosition } from "./line.ts";
import { CR, LF } from "./scan.ts";

/**
 * Cuts a record at its line feeds, behind a CR or not; a CR elsewhere stays in its line and is a trait of it.
 *
 * @param isByteUnit - whether every byte is one unit, so that places in the text are places in the bytes
 * @param refused - traits of which no line may have one
 * @returns `null` when a line has one of them
 */
export function cutUnitLines(
  bytes: Uint8Array,
  text: TextUnits,
  isByteUnit: boolean,
  refused: number,
  { byteStart: base, lineStart }: RecordPosition,
): Line[] | null {
  const lines: Line[] = [];
  const { units } = text;
  const { length } = units;
  let byteStart = 0;
  for (let start = 0; start < length;) {
    // Bytes are searched faster than units, but for units only both have to be.
    const end = isByteUnit ? findEnd(bytes, start) : findEnd(units, start);
    const byteEnd = isByteUnit ? end : findEnd(bytes, byteStart);
    const trimmed = end > start && units[end - 1] === CR ? 1 : 0;
    const textEnd = end - trimmed;
    const traits = textEnd === start ? 0 : findUnitTraits(units, start, textEnd);
    if ((traits & refused) !== 0) return null;
    lines.push({
      number: lineStart + lines.length,
      byteStart: base + byteStart,
      byteEnd: base + byteEnd - trimmed,
      text: textEnd === start ? "" : text.slice(start, textEnd),
      traits,
    });
    start = end + 1;
    byteStart = byteEnd + 1;
  }
  return lines;
}

/** Lines that hold nothing are as frequent as others, and not worth a call. */
function findEnd(text: Uint8Array | Uint16Array, start: number): number {
  if (text[start] === LF) return start;
  const found = text.indexOf(LF, start);
  return found < 0 ? text.length : found;
}
