import type { MixedCoder } from "./mixed-bits.ts";

/** First and behind the last of the unified ideographs that the older sets choose from. */
export const IDEOGRAPHS = 0x4e00;
export const IDEOGRAPHS_END = 0x9fa6;

// Roles of the coder: kinds of bits with weights of their own.
const MEMBER = 0;
const GAP = 1;
const KIND = 2;
const SIGN = 3;
const AHEAD = 4;
const BEHIND = 5;
const HIGH = 6;
const LOW = 7;
const LENGTH = 8;

/** What a cell is, see {@link codeCells}. */
const HOLE = 0;
const NEXT = 1;
const FOLLOWER = 2;
const FROM_SET = 3;
/** Where there are no sets: what the row above has in the same place. */
const ABOVE = 3;
const EXPLICIT = 6;
const ASTRAL = 7;
const KIND_BITS = 3;

/** For each code point 1 where a set has it; one place more than the highest. */
export type Members = Uint8Array;

/**
 * Reads or writes which of the ideographs that `standard` lacks a set has besides. What other sets do with the same
 * and the next ideographs tells most.
 *
 * @param others - sets that are known already
 */
export function codeMembers(coder: MixedCoder, members: Members, standard: Members, others: readonly Members[]): void {
  const { contexts } = coder;
  const joint = (code: number): number => {
    let key = 1;
    for (const other of others) key = key * 2 + other[code]!;
    return key;
  };
  let history = 0;
  for (let code = IDEOGRAPHS; code < IDEOGRAPHS_END; code++) {
    if (standard[code] === 1) continue;
    const here = joint(code);
    contexts[0] = here;
    contexts[1] = here * 64 + (history & 63);
    contexts[2] = here * 1024 + (code >> 5);
    contexts[3] = code >> 4;
    contexts[4] = history & 0xfff;
    contexts[5] = here * 256 + joint(code - 1) * 4 + (history & 3);
    contexts[6] = here * 256 + joint(code + 1);
    members[code] = coder.bit(MEMBER, 7, members[code]!);
    history = history * 2 + members[code]!;
  }
}

/** Reads or writes which code points of a range a set has, where nothing else is known of them: by the gaps between. */
export function codeRange(coder: MixedCoder, members: Members, from: number, to: number): void {
  const { contexts } = coder;
  const known = membersOf(members, 1, from, to);
  let found = 0;
  let sizes = 0;
  for (let code = from; code < to; code++) {
    contexts[0] = 0;
    contexts[1] = sizes & 15;
    contexts[2] = sizes;
    contexts[3] = code >> 7;
    const gap = coder.gamma(GAP, 4, (known[found++] ?? to) - code);
    code += gap;
    if (code < to) members[code] = 1;
    sizes = ((sizes << 4) | (32 - Math.clz32(gap))) & 0xfff;
  }
}

/** Code points of a range that a set has (`value` 1) or lacks (0), ascending. */
export function membersOf(set: Members, value: number, from = IDEOGRAPHS, to = IDEOGRAPHS_END): Int32Array {
  const members = new Int32Array(to - from);
  let count = 0;
  for (let code = from; code < to; code++) if (set[code] === value) members[count++] = code;
  return members.slice(0, count);
}

/** Takes members of a set one by one, each told by how far it lies from the one before. */
export interface Picker {
  /** Reads or writes the next one. */
  pick: (coder: MixedCoder, known: number) => number;
  /** The `distance`th one from where the last was taken; nothing is taken. */
  peek: (distance: number) => number | undefined;
  /** Takes that many from there on; they hold until the next is taken. */
  takeRun: (count: number) => Int32Array;
  /** Whether it is still there. */
  has: (code: number) => boolean;
}

/**
 * A picker of ascending code points.
 *
 * @param kind - 0…3: what is picked in another way has other statistics
 */
export function createPicker(members: Int32Array, kind: number): Picker {
  const left = members.slice();
  let { length } = left;
  let at = 0;
  let size = 0;
  let sizes = 0;
  const find = (code: number): number => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (left[middle]! < code) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const taken = left.slice();
  const takeRun = (count: number): Int32Array => {
    taken.set(left.subarray(at, at + count));
    left.copyWithin(at, at + count, length);
    length -= count;
    return taken.subarray(0, count);
  };
  const gapAt = (place: number): number => (place > 0 && place < length ? 32 - Math.clz32(left[place]! - left[place - 1]!) : 0);
  return {
    has: (code) => find(code) < length && left[find(code)] === code,
    peek: (distance) => (at + distance < length ? left[at + distance] : undefined),
    takeRun,
    pick(coder, known) {
      const { contexts } = coder;
      const place = find(known);
      const gap = gapAt(at);
      contexts[0] = kind;
      contexts[1] = sizes * 4 + kind;
      contexts[2] = size * 4 + kind;
      contexts[3] = (gap * 64 + size) * 4 + kind;
      contexts[4] = ((gap * 16 + gapAt(at + 1)) * 16 + gapAt(at - 1)) * 4 + kind;
      contexts[5] = ((gap * 16 + gapAt(at + 1)) * 16 + gapAt(at + 2)) * 4 + kind;
      contexts[6] = Math.min(255, length - at) * 4 + kind;
      const behind = coder.bit(SIGN, 7, place < at ? 1 : 0);
      const distance = behind === 1 ? coder.gamma(BEHIND, 7, at - 1 - place) : coder.gamma(AHEAD, 7, place - at);
      size = 32 - Math.clz32(distance) + behind * 32;
      sizes = ((sizes * 64) & 0xfff) + size;
      at = Math.max(0, Math.min(length - 1, behind === 1 ? at - 1 - distance : at + distance));
      return takeRun(1)[0]!;
    },
  };
}

/** A table in the making. */
export interface Cells {
  /** Low 16 bits of the code points by pointer, 0 where none is. */
  units: Uint16Array;
  /** 1 where the code point lies on plane 2. */
  astral: Uint8Array;
  /** 1 where the cell is known already. */
  done: Uint8Array;
  /** Cells of a row: what stands above tells what may stand here. */
  row: number;
}

/** A table of which no cell is known. */
export function createCells(size: number, row: number): Cells {
  return { units: new Uint16Array(size), astral: new Uint8Array(size), done: new Uint8Array(size), row };
}

/** Up to three sets that the cells of a range are picked from. */
export interface Source {
  from: number;
  to: number;
  pickers: readonly Picker[];
}

/**
 * Reads or writes the cells that are not done, stretch by stretch: holes, code points that count up from the
 * last one, the one that followed the last in an earlier row, some picked from a set, or one written out.
 */
export function codeCells(coder: MixedCoder, cells: Cells, sources: readonly Source[]): void {
  const { contexts } = coder;
  /** For each code point of the basic plane the one that followed it last. */
  const followers = new Uint16Array(0x10000);
  const { units, astral, done, row } = cells;
  let last = 0;
  let before = 0;
  let earlier = 0;
  let lengths = 0;
  let end = 0;
  let sourceOfEnd: Source | undefined;
  for (let at = 0; at < units.length;) {
    if (done[at] === 1) {
      last = units[at++]!;
      continue;
    }
    const source = sources.find(({ from, to }) => at >= from && at < to);
    const pickers = source?.pickers ?? NO_PICKERS;
    const follower = followers[last]!;
    contexts[0] = before;
    contexts[1] = before * 8 + earlier;
    contexts[2] = (before * 8 + earlier) * 8 + (at >= row ? (units[at - row] === 0 ? 1 : 2) : 0);
    contexts[3] = at % row;
    contexts[4] = before * 4 + (follower === 0 ? 0 : follower === last + 1 ? 1 : 2);
    contexts[5] = Math.floor(at / row) * 8 + before;
    const kind = coder.number(
      KIND,
      6,
      KIND_BITS,
      kindOf(units[at]!, astral[at]!, { last, follower, pickers, above: at >= row ? units[at - row]! : 0 }),
    );
    earlier = before;
    before = kind;
    const isAbove = kind === ABOVE && pickers.length === 0;
    if (kind === FOLLOWER || kind >= EXPLICIT || isAbove) {
      const code = kind === FOLLOWER ? follower : isAbove ? units[at - row]! : codeExplicit(coder, units[at]!, last);
      followers[last] = code;
      last = code;
      units[at] = code;
      astral[at++] = kind === ASTRAL ? 1 : 0;
      continue;
    }
    const picker = kind >= FROM_SET ? pickers[kind - FROM_SET]! : null;
    // A stretch ends where the cells do, where some are done, and where the sets change.
    if (at >= end || source !== sourceOfEnd) {
      end = endOfStretch(at, source?.to ?? units.length, cells);
      sourceOfEnd = source;
    }
    if (picker !== null) {
      const code = picker.pick(coder, units[at]! + astral[at]! * 0x20000);
      putCode(cells, at++, code);
      followers[last] = code;
      last = code & 0xffff;
    }
    const length = codeLength(coder, kind, lengths, knownLength(cells, at, end, kind, last, picker));
    lengths = ((lengths << 4) | Math.min(15, length)) & 0xff;
    if (kind === NEXT) for (let step = 0; step < length; step++) putCode(cells, at + step, last + 1 + step);
    else picker?.takeRun(length).forEach((code, step) => putCode(cells, at + step, code));
    at += length;
    if (kind === NEXT) followers[last] = last + 1;
    if (kind !== HOLE) last = units[at - 1]!;
  }
}

const NO_PICKERS: readonly Picker[] = [];

function putCode({ units, astral }: Cells, at: number, code: number): void {
  units[at] = code;
  astral[at] = code > 0xffff ? 1 : 0;
}

function endOfStretch(at: number, to: number, { units, done }: Cells): number {
  let end = at;
  while (end < to && end < units.length && done[end] === 0) end++;
  return end;
}

/** How many cells from `at` on go on as `kind` says; only a writer knows. */
function knownLength({ units, astral }: Cells, at: number, end: number, kind: number, last: number, picker: Picker | null): number {
  let place = at;
  if (kind === HOLE) while (place < end && units[place] === 0) place++;
  else if (kind === NEXT) while (place < end && units[place] === last + 1 + place - at && astral[place] === 0) place++;
  else while (place < end && units[place] !== 0 && picker!.peek(place - at) === units[place]! + astral[place]! * 0x20000) place++;
  return place - at;
}

function codeLength(coder: MixedCoder, kind: number, lengths: number, known: number): number {
  const { contexts } = coder;
  contexts[0] = kind;
  contexts[1] = kind * 256 + lengths;
  contexts[2] = kind * 16 + (lengths & 15);
  // Holes and code points that count up are at least one.
  const least = kind < FROM_SET ? 1 : 0;
  return coder.gamma(LENGTH, 3, Math.max(0, known - least)) + least;
}

interface Neighbours {
  last: number;
  follower: number;
  above: number;
  pickers: readonly Picker[];
}

function kindOf(unit: number, astral: number, { last, follower, above, pickers }: Neighbours): number {
  if (unit === 0) return HOLE;
  if (pickers.length === 0 && unit === above) return ABOVE;
  const picker = pickers.findIndex(({ has }) => has(unit + astral * 0x20000));
  if (picker >= 0) return FROM_SET + picker;
  if (astral === 1) return ASTRAL;
  if (unit === last + 1) return NEXT;
  return unit === follower ? FOLLOWER : EXPLICIT;
}

function codeExplicit(coder: MixedCoder, unit: number, last: number): number {
  const { contexts } = coder;
  contexts[0] = 0;
  contexts[1] = last >> 8;
  contexts[2] = last >> 4;
  const high = coder.number(HIGH, 3, 8, unit >> 8);
  contexts[0] = high;
  contexts[1] = high === last >> 8 ? (last & 0xff) >> 2 : 256;
  contexts[2] = 0;
  return high * 256 + coder.number(LOW, 3, 8, unit & 0xff);
}
