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
const LENGTH = 12;

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
    const step = coder.number(KEY_STEP, count, 2, stepFrom(before, groups[code]!));
    groups[code] = step < 2 ? before + step : coder.number(KEY, count, width, groups[code]!);
    earlier = before;
    before = groups[code]!;
  }
}

/** 0 for the same group, 1 for the next one, 2 for any other. */
function stepFrom(before: number, group: number): number {
  if (group === before) return 0;
  return group === before + 1 ? 1 : 2;
}

/** Takes members of a set one by one, each told by how far it lies from the one before. */
export interface Picker {
  /** Reads or writes the next one. */
  pick: (coder: MixedCoder, known: number) => number;
  /** The `distance`th one from where the last was taken; nothing is taken. */
  peek: (distance: number) => number | undefined;
  /** Takes the one at that place. */
  takeNext: () => number;
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
  const take = (): number => {
    const code = left[at]!;
    left.copyWithin(at, at + 1, length);
    length--;
    return code;
  };
  const gapAt = (place: number): number => (place > 0 && place < length ? 32 - Math.clz32(left[place]! - left[place - 1]!) : 0);
  return {
    has: (code) => find(code) < length && left[find(code)] === code,
    peek: (distance) => (at + distance < length ? left[at + distance] : undefined),
    takeNext: take,
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
      return take();
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

/** For each code point the one that followed it in the tables gone through before. */
export type Followers = Uint16Array;

/**
 * Reads or writes the cells that are not done, stretch by stretch: holes, code points that count up from the
 * last one, the one that followed the last in another table, some picked from a set, or one written out.
 */
export function codeCells(coder: MixedCoder, cells: Cells, sources: readonly Source[], followers: Followers): void {
  const { contexts } = coder;
  const { units, astral, done, row } = cells;
  let last = 0;
  let before = 0;
  let earlier = 0;
  let lengths = 0;
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
    const end = endOfStretch(at, source?.to ?? units.length, cells);
    if (picker !== null) putCode(cells, at++, picker.pick(coder, units[at - 1]! + astral[at - 1]! * 0x20000));
    const length = codeLength(coder, kind, lengths, knownLength(cells, at, end, kind, last, picker));
    lengths = ((lengths << 4) | Math.min(15, length)) & 0xff;
    for (let taken = 0; taken < length; taken++, at++) {
      if (kind === NEXT) putCode(cells, at, last + 1 + taken);
      else if (picker !== null) putCode(cells, at, picker.takeNext());
    }
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
