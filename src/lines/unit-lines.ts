import type { TextUnits } from "../encoding/text-units.ts";
import { findUnitTraits, TRAIT } from "../text/traits.ts";
import type { Line, RecordPosition } from "./line.ts";
import { LF } from "./scan.ts";

/** What one look at a record's units tells of its lines. */
export interface UnitSurvey {
  /** Traits of all lines together. */
  readonly traits: number;
  /** Those of all lines but the first. A first line is often a header, which is indented as no other line is. */
  readonly bodyTraits: number;
}

/** Without these, lines are as they should be; with them each is looked at by itself. */
const NEEDS_LOOK = ~(TRAIT.ink | TRAIT.wide);

export function surveyUnits(units: Uint16Array): UnitSurvey {
  const bodyStart = units.indexOf(LF) + 1;
  const bodyTraits = findUnitTraits(units, bodyStart, units.length);
  return { traits: findUnitTraits(units, 0, bodyStart) | bodyTraits, bodyTraits };
}

/**
 * Cuts a record at its line feeds; no other line ends may be in it.
 *
 * @param isByteUnit - whether every byte is one unit, so that places in the text are places in the bytes
 */
export function cutUnitLines(
  bytes: Uint8Array,
  text: TextUnits,
  { bodyTraits }: UnitSurvey,
  isByteUnit: boolean,
  position: RecordPosition,
): Line[] {
  const lines: Line[] = [];
  const { units } = text;
  const isUniform = (bodyTraits & NEEDS_LOOK) === 0;
  let byteStart = 0;
  for (let start = 0; start < units.length;) {
    // Bytes are searched faster than units, but for units only both have to be.
    const end = isByteUnit ? findEnd(bytes, start) : findEnd(units, start);
    const byteEnd = isByteUnit ? end : findEnd(bytes, byteStart);
    const isEmpty = end === start;
    lines.push({
      number: position.lineStart + lines.length,
      byteStart: position.byteStart + byteStart,
      byteEnd: position.byteStart + byteEnd,
      text: isEmpty ? "" : text.slice(start, end),
      traits: isEmpty ? 0 : isUniform && start > 0 ? bodyTraits : findUnitTraits(units, start, end),
    });
    start = end + 1;
    byteStart = byteEnd + 1;
  }
  return lines;
}

function findEnd(text: Uint8Array | Uint16Array, start: number): number {
  const found = text.indexOf(LF, start);
  return found < 0 ? text.length : found;
}
