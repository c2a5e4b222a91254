import { PLANE_OTHERS, PLANE_RUNS } from "./euc-tw.generated.ts";

const CELLS = 94;
const BIG5_CELLS = 157;
const REPLACEMENT = "\uFFFD";

/** One plane of CNS 11643: where its cells lie in Big5. */
interface Plane {
  /** Big5 pointer of a cell, -1 where it has none. */
  pointers: Int16Array;
  others: ReadonlyMap<number, string>;
}

let planes: readonly Plane[] | null = null;

function loadPlanes(): readonly Plane[] {
  planes ??= PLANE_RUNS.map((runs, index) => {
    const pointers = new Int16Array(CELLS * CELLS).fill(-1);
    for (const run of runs.split(" ")) {
      const [start = 0, shift = 0] = run.split(":").map(Number);
      for (let cell = start; cell < pointers.length; cell++) pointers[cell] = cell + shift;
    }
    const others = (PLANE_OTHERS[index] ?? "").split(" ").filter((entry) => entry !== "");
    return { pointers, others: new Map(others.map(parseOther)) };
  });
  return planes;
}

function parseOther(entry: string): [cell: number, character: string] {
  const [cell = "0", code = "0"] = entry.split(":");
  return [Number(cell), String.fromCodePoint(parseInt(code, 16))];
}

/**
 * Text of EUC-TW bytes, planes 1 and 2 of CNS 11643 (all that news has); everything else becomes U+FFFD.
 *
 * @param decodeBig5 - text of a pair of Big5 bytes
 */
export function decodeEucTw(bytes: Uint8Array, decodeBig5: (pair: Uint8Array) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      parts.push(String.fromCharCode(lead));
      at++;
      continue;
    }
    const shifted = lead === 0x8e;
    const plane = shifted ? (bytes[at + 1] ?? 0) - 0xa1 : 0;
    const row = (shifted ? (bytes[at + 2] ?? 0) : lead) - 0xa1;
    const cell = (bytes[at + (shifted ? 3 : 1)] ?? 0) - 0xa1;
    const known = loadPlanes()[plane];
    if (known === undefined || row < 0 || row >= CELLS || cell < 0 || cell >= CELLS) {
      parts.push(REPLACEMENT);
      at++;
      continue;
    }
    parts.push(characterAt(known, row * CELLS + cell, decodeBig5));
    at += shifted ? 4 : 2;
  }
  return parts.join("");
}

function characterAt({ pointers, others }: Plane, cell: number, decodeBig5: (pair: Uint8Array) => string): string {
  const other = others.get(cell);
  if (other !== undefined) return other;
  const pointer = pointers[cell]!;
  if (pointer < 0) return REPLACEMENT;
  const trail = pointer % BIG5_CELLS;
  return decodeBig5(new Uint8Array([0xa1 + Math.floor(pointer / BIG5_CELLS), trail < 63 ? 0x40 + trail : 0x62 + trail]));
}
