import type { MixedCoder } from "./mixed-bits.ts";

/** First and behind the last of the unified ideographs that the older sets choose from. */
export const IDEOGRAPHS = 0x4e00;
export const IDEOGRAPHS_END = 0x9fa6;

// Roles of the coder: kinds of bits with weights of their own.
const MEMBER = 0;
const LEVEL = 1;
const SYLLABLE = 2;
const EXTENSION = 3;
const KEY_STEP = 4;
const KEY = 5;
const KIND = 6;
const SIGN = 7;
const AHEAD = 8;
const BEHIND = 9;
const HIGH = 10;
const LOW = 11;

/** What a cell is, see {@link codeCells}. */
const HOLE = 0;
const NEXT = 1;
const FOLLOWER = 2;
const FROM_SET = 3;
const EXPLICIT = 6;
const ASTRAL = 7;
const KIND_BITS = 3;

/** For each code point of a plane the level (1…3) on which a set has it, 0 for none. */
export type Levels = Uint8Array;

/**
 * Reads or writes on which level a set has each ideograph. What other sets do with the same and the next
 * ideographs tells most.
 *
 * @param others - sets that are known already
 * @param most - the highest level
 */
export function codeLevels(coder: MixedCoder, levels: Levels, others: readonly Levels[], most: number): void {
  const { contexts } = coder;
  const joint = (code: number): number => {
    let key = 1;
    for (const other of others) key = key * 4 + other[code]!;
    return key;
  };
  let before = 0;
  let here = joint(IDEOGRAPHS);
  let history = 0;
  for (let code = IDEOGRAPHS; code < IDEOGRAPHS_END; code++) {
    const after = joint(code + 1);
    contexts[0] = here;
    contexts[1] = here * 64 + (history & 63);
    contexts[2] = here * 1024 + (code >> 5);
    contexts[3] = code >> 4;
    contexts[4] = history & 0xfff;
    contexts[5] = Math.imul(here, 0x10001) + before * 4 + (history & 3);
    contexts[6] = Math.imul(here, 0xf4243) + after;
    let level = coder.bit(MEMBER, 7, Math.min(1, levels[code]!));
    while (level > 0 && level < most && coder.bit(LEVEL + 32 + level, 7, levels[code]! > level ? 1 : 0) === 1) level++;
    levels[code] = level;
    history = (history * 4 + level) & 0xffffff;
    before = here;
    here = after;
  }
}

/** Reads or writes which Hangul syllables a set has: 19 initials, 21 medials, 28 finals. */
export function codeSyllables(coder: MixedCoder, levels: Levels): void {
  const { contexts } = coder;
  for (let index = 0; index < 11172; index++) {
    const final = index % 28;
    const medial = Math.floor(index / 28) % 21;
    const initial = Math.floor(index / 588);
    const code = 0xac00 + index;
    contexts[0] = final;
    contexts[1] = initial * 32 + final;
    contexts[2] = medial * 32 + final;
    contexts[3] = initial * 32 + medial;
    contexts[4] = (final * 2 + levels[code - 28]!) * 2 + levels[code - 588]!;
    contexts[5] = levels[code - 1]! * 4 + levels[code - 2]! * 2 + levels[code - 28]!;
    contexts[6] = final * 32 + medial + levels[code - 588]! * 1024;
    levels[code] = coder.bit(SYLLABLE, 7, levels[code]!);
  }
}

/** Reads or writes which code points of a range a set has, where nothing else is known of them. */
export function codeRange(coder: MixedCoder, levels: Levels, from: number, to: number): void {
  const { contexts } = coder;
  let history = 0;
  for (let code = from; code < to; code++) {
    contexts[0] = 0;
    contexts[1] = code >> 6;
    contexts[2] = history & 0xff;
    levels[code] = coder.bit(EXTENSION, 3, levels[code]!);
    history = history * 2 + levels[code]!;
  }
}

/** Code points of one level, ascending. */
export function membersOf(levels: Levels, level: number, from = IDEOGRAPHS, to = IDEOGRAPHS_END): Int32Array {
  const members = new Int32Array(to - from);
  let count = 0;
  for (let code = from; code < to; code++) if (levels[code] === level) members[count++] = code;
  return members.slice(0, count);
}

/**
 * Reads or writes for each code point of `members` the group it belongs to: a run of ascending code points
 * in the set's own order, so a reading or a number of strokes.
 *
 * @param groups - by code point; where a code point has none, -1
 * @param width - bits of a group's number
 * @param others - groups of other sets: characters read alike in one language often are in another
 */
export function codeGroups(coder: MixedCoder, members: Int32Array, groups: Int32Array, width: number, others: readonly Int32Array[]): void {
  const { contexts } = coder;
  let before = 0;
  let earlier = 0;
  for (const code of members) {
    let count = 0;
    contexts[count++] = 0;
    contexts[count++] = before;
    contexts[count++] = code >> 4;
    contexts[count++] = before * 2048 + earlier;
    for (const other of others) {
      contexts[count++] = other[code]!;
      contexts[count++] = other[code]! >> 2;
    }
    if (others.length > 1) contexts[count++] = Math.imul(others[0]![code]!, 2048) + others[1]![code]!;
    const step = coder.number(KEY_STEP, count, 2, groups[code]! === before ? 0 : groups[code]! === before + 1 ? 1 : 2);
    groups[code] = step < 2 ? before + step : coder.number(KEY, count, width, groups[code]!);
    earlier = before;
    before = groups[code]!;
  }
}

/** Takes members of a set one by one, each told by how far it lies from the one before. */
export interface Picker {
  /** Reads or writes the next one. */
  pick: (coder: MixedCoder, known: number) => number;
  /** Whether it is still there. */
  has: (code: number) => boolean;
}

/** A picker of ascending code points. */
export function createPicker(members: Int32Array): Picker {
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
  return {
    has: (code) => left[find(code)] === code && find(code) < length,
    pick(coder, known) {
      const { contexts } = coder;
      const place = find(known);
      const gap = at > 0 && at < length ? 32 - Math.clz32(left[at]! - left[at - 1]!) : 0;
      contexts[0] = size;
      contexts[1] = sizes;
      contexts[2] = 0;
      contexts[3] = gap * 64 + size;
      const behind = coder.bit(SIGN, 4, place < at ? 1 : 0);
      const distance = behind === 1 ? coder.gamma(BEHIND, 3, at - 1 - place) : coder.gamma(AHEAD, 4, place - at);
      size = 32 - Math.clz32(distance) + behind * 32;
      sizes = ((sizes * 64) & 0xfff) + size;
      at = Math.max(0, Math.min(length - 1, behind === 1 ? at - 1 - distance : at + distance));
      const code = left[at]!;
      left.copyWithin(at, at + 1, length);
      length--;
      return code;
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

/** Up to three sets that the cells of a range are picked from. */
export interface Source {
  from: number;
  to: number;
  pickers: readonly Picker[];
}

/** For each code point the one that followed it in the tables gone through before. */
export type Followers = Uint16Array;

/**
 * Reads or writes the cells that are not done: each is a hole, the next code point, the one that followed the
 * last in another table, one picked from a set, or written out.
 */
export function codeCells(coder: MixedCoder, cells: Cells, sources: readonly Source[], followers: Followers): void {
  const { contexts } = coder;
  const { units, astral, done, row } = cells;
  const kinds = new Uint8Array(units.length + row);
  let last = 0;
  let before = 0;
  let earlier = 0;
  for (let at = 0; at < units.length; at++) {
    if (done[at] === 1) {
      last = units[at]!;
      continue;
    }
    const pickers = sources.find(({ from, to }) => at >= from && at < to)?.pickers ?? [];
    const follower = followers[last]!;
    contexts[0] = before;
    contexts[1] = before * 8 + earlier;
    contexts[2] = (before * 8 + earlier) * 8 + kinds[at]!;
    contexts[3] = at % row;
    contexts[4] = before * 4 + (follower === 0 ? 0 : follower === last + 1 ? 1 : 2);
    contexts[5] = Math.floor(at / row) * 8 + before;
    const kind = coder.number(KIND, 6, KIND_BITS, kindOf(units[at]!, astral[at]!, last, follower, pickers));
    let code = units[at]! + astral[at]! * 0x20000;
    if (kind === HOLE) code = 0;
    else if (kind === NEXT) code = last + 1;
    else if (kind === FOLLOWER) code = follower;
    else if (kind < EXPLICIT) code = pickers[kind - FROM_SET]!.pick(coder, code);
    else code = codeExplicit(coder, code & 0xffff, last) + (kind === ASTRAL ? 0x20000 : 0);
    units[at] = code;
    astral[at] = code > 0xffff ? 1 : 0;
    kinds[at + row] = kind;
    earlier = before;
    before = kind;
    if (kind === HOLE) continue;
    followers[last] = code;
    last = code & 0xffff;
  }
}

function kindOf(unit: number, astral: number, last: number, follower: number, pickers: readonly Picker[]): number {
  if (unit === 0) return HOLE;
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
