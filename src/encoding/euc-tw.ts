import { addInvalid, type DecodedText, unitAt } from "./double-byte.ts";
import { PLANE_OTHERS, PLANE_RUNS } from "./euc-tw.generated.ts";
import { roomForUnits, textOfUnits } from "./units.ts";
import type { InvalidBytes } from "./utf8.ts";

const CELLS = 94;
/** Pointer of the first Big5 pair that the runs count from, 0xA140. */
const BIG5_START = (0xa1 - 0x81) * 157;
const REPLACEMENT = 0xfffd;
const SINGLE_SHIFT = 0x8e;

let planes: readonly Uint16Array[] | null = null;

/** Code units of planes 1 and 2 of CNS 11643 by cell, U+FFFD where there is none. */
export function unpackPlanes(): Uint16Array[] {
  return PLANE_RUNS.map((runs, index) => {
    const units = new Uint16Array(CELLS * CELLS).fill(REPLACEMENT);
    const starts = runs.split(" ").map((run) => run.split(":").map(Number));
    starts.forEach(([start = 0, shift = 0], run) => {
      const end = starts[run + 1]?.[0] ?? units.length;
      for (let cell = start; cell < end; cell++) units[cell] = cell + shift < 0 ? REPLACEMENT : unitAt("big5", BIG5_START + cell + shift);
    });
    for (const entry of (PLANE_OTHERS[index] ?? "").split(" ").filter((other) => other !== "")) {
      const [cell = "0", code = "0"] = entry.split(":");
      units[Number(cell)] = parseInt(code, 16);
    }
    return units;
  });
}

/** Text of EUC-TW bytes, planes 1 and 2 of CNS 11643 (all that news has); everything else becomes U+FFFD. */
export function decodeEucTw(bytes: Uint8Array): DecodedText {
  const { length } = bytes;
  const units = roomForUnits(length);
  let count = 0;
  let invalid: InvalidBytes | null = null;
  for (let at = 0; at < length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      units[count++] = lead;
      at++;
      continue;
    }
    const shifted = lead === SINGLE_SHIFT;
    const plane = shifted ? (bytes[at + 1] ?? 0) - 0xa1 : 0;
    const row = (shifted ? (bytes[at + 2] ?? 0) : lead) - 0xa1;
    const cell = (bytes[at + (shifted ? 3 : 1)] ?? 0) - 0xa1;
    const isWhole = row >= 0 && row < CELLS && cell >= 0 && cell < CELLS;
    const known = isWhole ? (planes ??= unpackPlanes())[plane] : undefined;
    const unit = known === undefined ? REPLACEMENT : known[row * CELLS + cell]!;
    if (unit === REPLACEMENT) invalid = addInvalid(invalid, at);
    units[count++] = unit;
    at += known === undefined ? 1 : shifted ? 4 : 2;
  }
  return { text: textOfUnits(units, count), invalid };
}
