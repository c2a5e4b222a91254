/** Most contexts that one bit is predicted from. */
const MOST_CONTEXTS = 16;
/** Number of slots for what contexts have seen, as a power of two; contexts that share one disturb each other little. */
const SLOT_BITS = 18;
/** Kinds of bits that have weights of their own. */
const ROLES = 4096;
/** Cells of the table that turns log odds into chances, and the log odds it ends at. */
const CHANCES = 4096;
const MOST_ODDS = 12;
/** A context's chance follows what it sees at a pace of 1/(times seen + this)… */
const FIRST_PACE = 1.5;
/** …and no slower than after this many times. */
const LONG_MEMORY = 255;
/** How far a context that was seen 0, 1, 2 … times is trusted. */
const TRUST: readonly number[] = [0, 0.8, 1, 1.1, 1.2];
const FIRST_WEIGHT = 0.3;
const LEARNING_RATE = 0.006;
const CODE_SCALE = 65536;
/** A slot holds a chance of 24 bits and, below it, how often it was seen, of 8 bits. */
const SEEN_BITS = 8;
const SEEN_MASK = (1 << SEEN_BITS) - 1;
const EVEN_CHANCE = 0x800000;
const HIGHEST_CHANCE = 0xfff000;
const LOWEST_CHANCE = 0x001000;
const STRETCH_SHIFT = 12;

/** Takes the chance of a 1, in 1/65536, and the bit if the caller knows it; gives the bit. */
export type BitChannel = (chance: number, known: number) => number;

/** Reads or writes bits under contexts; a writer heeds `known`, a reader gives what was written. */
export interface MixedCoder {
  /** Numbers that name what is known before a bit; the caller sets the first of them before each call. */
  contexts: Int32Array;
  /** One bit, predicted from the first `count` contexts. `role` keeps kinds of bits apart, 0…63. */
  bit: (role: number, count: number, known: number) => number;
  /** A number of `width` bits, at most 16. */
  number: (role: number, count: number, width: number, known: number) => number;
  /** A number from 0 on, small ones in few bits. */
  gamma: (role: number, count: number, known: number) => number;
}

const paces = Float64Array.from({ length: LONG_MEMORY + 1 }, (_, times) => 1 / (times + FIRST_PACE));
const trusts = Float64Array.from({ length: LONG_MEMORY + 1 }, (_, times) => TRUST[Math.min(times, TRUST.length - 1)]!);

/** `squash[i]` is the chance for log odds of `(i - CHANCES / 2) * 2 * MOST_ODDS / CHANCES`; `stretch` is its inverse. */
const { squash, stretch } = createCurves();

/**
 * The logistic curve and its inverse. Only sums, products and quotients: unlike `Math.exp` these give the same
 * bits on every machine, and a decoder that differs in the last one reads nonsense.
 */
function createCurves(): { squash: Float64Array; stretch: Float64Array } {
  const curve = new Float64Array(CHANCES);
  const half = CHANCES / 2;
  const step = MOST_ODDS / half;
  const factor = 1 + step * (1 + (step / 2) * (1 + (step / 3) * (1 + step / 4)));
  let power = 1;
  for (let index = 0; index < half; index++) {
    curve[half + index] = power / (1 + power);
    curve[half - index] = 1 / (1 + power);
    power *= factor;
  }
  curve[0] = curve[1]!;
  const inverse = new Float64Array(CHANCES);
  let at = 0;
  for (let index = 0; index < CHANCES; index++) {
    while (at < CHANCES - 1 && curve[at]! < (index + 0.5) / CHANCES) at++;
    inverse[index] = (at - half) * step;
  }
  return { squash: curve, stretch: inverse };
}

/**
 * A model of bits that mixes the predictions of several contexts, each weighted by how well it did so far (the
 * logistic mixing of [M. Mahoney's PAQ](https://mattmahoney.net/dc/dce.html#Section_43)). Reader and writer make
 * the same model while they go.
 */
export function createMixedCoder(channel: BitChannel): MixedCoder {
  const slots = new Uint32Array(1 << SLOT_BITS).fill(EVEN_CHANCE << SEEN_BITS);
  const weights = new Float64Array(ROLES * MOST_CONTEXTS).fill(FIRST_WEIGHT);
  const contexts = new Int32Array(MOST_CONTEXTS);
  const places = new Int32Array(MOST_CONTEXTS);
  const inputs = new Float64Array(MOST_CONTEXTS);

  function code(role: number, node: number, count: number, known: number): number {
    const base = role * MOST_CONTEXTS;
    const salt = Math.imul(node + 1, 0x85ebca6b) + Math.imul(role + 1, 0xc2b2ae35);
    let odds = 0;
    for (let index = 0; index < count; index++) {
      let hash = Math.imul(contexts[index]! + Math.imul(index + 1, 0x9e3779b1), 0x2545f491);
      hash = Math.imul((hash ^ (hash >>> 15)) + salt, 0x27d4eb2f);
      const place = (hash ^ (hash >>> 13)) >>> (32 - SLOT_BITS);
      places[index] = place;
      const slot = slots[place]!;
      const input = stretch[slot >>> (STRETCH_SHIFT + SEEN_BITS)]! * trusts[slot & SEEN_MASK]!;
      inputs[index] = input;
      odds += weights[base + index]! * input;
    }
    const cell = (odds * (CHANCES / 2 / MOST_ODDS) + CHANCES / 2) | 0;
    const chance = squash[cell < 0 ? 0 : cell >= CHANCES ? CHANCES - 1 : cell]!;
    const bit = channel((chance * (CODE_SCALE - 4) + 2) | 0, known);
    const step = (bit - chance) * LEARNING_RATE;
    const target = bit === 1 ? HIGHEST_CHANCE : LOWEST_CHANCE;
    for (let index = 0; index < count; index++) {
      weights[base + index]! += step * inputs[index]!;
      const place = places[index]!;
      const slot = slots[place]!;
      const before = slot >>> SEEN_BITS;
      const times = slot & SEEN_MASK;
      const moved = before + (((target - before) * paces[times]!) | 0);
      slots[place] = (moved << SEEN_BITS) | (times < LONG_MEMORY ? times + 1 : times);
    }
    return bit;
  }

  return {
    contexts,
    bit: (role, count, known) => code(role * 64, 0, count, known),
    number(role, count, width, known) {
      let node = 1;
      for (let shift = width - 1; shift >= 0; shift--) node = node * 2 + code(role * 64 + shift, node, count, (known >> shift) & 1);
      return node - (1 << width);
    },
    gamma(role, count, known) {
      const size = 31 - Math.clz32(known + 1);
      let width = 0;
      while (code(role * 64 + 40 + width, 0, count, width < size ? 1 : 0) === 1) width++;
      let value = 1;
      for (let shift = width - 1; shift >= 0; shift--) {
        // Low bits of a large number depend on nothing.
        const isTop = width - shift <= 4;
        const bit = code(
          role * 64 + (isTop ? 20 : 0) + width,
          isTop ? width * 64 + value : 0,
          isTop ? count : 1,
          ((known + 1) >> shift) & 1,
        );
        value = value * 2 + bit;
      }
      return value - 1;
    },
  };
}

/** Reads what `test/tools/encoding/tables.ts` wrote: base64 of an arithmetic coder's bytes. */
export function createMixedReader(packed: string): MixedCoder {
  const bytes = atob(packed);
  let next = 0;
  const takeByte = (): number => (next < bytes.length ? bytes.charCodeAt(next++) : 0);
  let low = 0;
  let high = 0xffffffff;
  let code = 0;
  for (let taken = 0; taken < 4; taken++) code = code * 256 + takeByte();
  return createMixedCoder((chance) => {
    const middle = low + Math.floor((high - low) / CODE_SCALE) * chance;
    const bit = code <= middle ? 1 : 0;
    if (bit === 1) high = middle;
    else low = middle + 1;
    while (low >>> 24 === high >>> 24) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
      code = ((code << 8) | takeByte()) >>> 0;
    }
    return bit;
  });
}
