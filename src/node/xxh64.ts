/** The checksum of zstd's frames. */
export interface Xxh64 {
  update(bytes: Uint8Array): void;
  /** The upper and the lower half, of all bytes so far; it can be asked for once. */
  digest(): { readonly high: number; readonly low: number };
}

/** 64 bits in two signed halves: BigInt takes many times as long. */
interface Word {
  high: number;
  low: number;
}

const PRIME_1 = word(0x9e3779b1, 0x85ebca87);
const PRIME_2 = word(0xc2b2ae3d, 0x27d4eb4f);
const PRIME_3 = word(0x165667b1, 0x9e3779f9);
const PRIME_4 = word(0x85ebca77, 0xc2b2ae63);
const PRIME_5 = word(0x27d4eb2f, 0x165667c5);

const STRIPE_BYTES = 32;
const LANE_BYTES = 8;

/** xxHash of 64 bits with the seed 0, by its specification. */
export function createXxh64(): Xxh64 {
  const lanes = [add(copy(PRIME_1), PRIME_2), copy(PRIME_2), word(0, 0), word(-1 - PRIME_1.high, -PRIME_1.low)];
  const rest = new Uint8Array(STRIPE_BYTES);
  const input = word(0, 0);
  let restBytes = 0;
  let total = 0;

  function takeStripe(bytes: Uint8Array, at: number): void {
    for (let lane = 0; lane < lanes.length; lane++) round(lanes[lane]!, readWord(bytes, at + lane * LANE_BYTES, input));
  }

  return {
    update(bytes) {
      total += bytes.length;
      let at = 0;
      if (restBytes > 0) {
        at = Math.min(bytes.length, STRIPE_BYTES - restBytes);
        rest.set(bytes.subarray(0, at), restBytes);
        restBytes += at;
        if (restBytes < STRIPE_BYTES) return;
        takeStripe(rest, 0);
      }
      for (; at + STRIPE_BYTES <= bytes.length; at += STRIPE_BYTES) takeStripe(bytes, at);
      rest.set(bytes.subarray(at));
      restBytes = bytes.length - at;
    },
    digest() {
      const hash = total < STRIPE_BYTES ? copy(PRIME_5) : merge(lanes);
      add(hash, word(Math.floor(total / 2 ** 32), total));
      takeRest(hash, rest.subarray(0, restBytes));
      avalanche(hash);
      return { high: hash.high >>> 0, low: hash.low >>> 0 };
    },
  };
}

function merge(lanes: readonly Word[]): Word {
  const hash = word(0, 0);
  for (const [index, bits] of [1, 7, 12, 18].entries()) add(hash, rotate(copy(lanes[index]!), bits));
  for (const lane of lanes) add(multiply(xor(hash, round(word(0, 0), copy(lane))), PRIME_1), PRIME_4);
  return hash;
}

function takeRest(hash: Word, rest: Uint8Array): void {
  let at = 0;
  for (; at + LANE_BYTES <= rest.length; at += LANE_BYTES) {
    xor(hash, round(word(0, 0), readWord(rest, at, word(0, 0))));
    add(multiply(rotate(hash, 27), PRIME_1), PRIME_4);
  }
  if (at + 4 <= rest.length) {
    xor(hash, multiply(word(0, readHalf(rest, at)), PRIME_1));
    add(multiply(rotate(hash, 23), PRIME_2), PRIME_3);
    at += 4;
  }
  for (; at < rest.length; at++) multiply(rotate(xor(hash, multiply(word(0, rest[at]!), PRIME_5)), 11), PRIME_1);
}

function avalanche(hash: Word): void {
  multiply(xor(hash, word(0, hash.high >>> 1)), PRIME_2);
  multiply(xor(hash, word(hash.high >>> 29, (hash.high << 3) | (hash.low >>> 29))), PRIME_3);
  xor(hash, word(0, hash.high));
}

/** Changes `lane`, and `input` on the way. */
function round(lane: Word, input: Word): Word {
  return multiply(rotate(add(lane, multiply(input, PRIME_2)), 31), PRIME_1);
}

function word(high: number, low: number): Word {
  return { high: high | 0, low: low | 0 };
}

function copy({ high, low }: Word): Word {
  return { high, low };
}

function readHalf(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function readWord(bytes: Uint8Array, at: number, into: Word): Word {
  into.low = readHalf(bytes, at);
  into.high = readHalf(bytes, at + 4);
  return into;
}

function add(to: Word, { high, low }: Word): Word {
  const sum = (to.low >>> 0) + (low >>> 0);
  to.high = (to.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
  to.low = sum | 0;
  return to;
}

function xor(to: Word, { high, low }: Word): Word {
  to.high ^= high;
  to.low ^= low;
  return to;
}

/** By fewer than 32 bits. */
function rotate(of: Word, bits: number): Word {
  const { high, low } = of;
  of.high = (high << bits) | (low >>> (32 - bits));
  of.low = (low << bits) | (high >>> (32 - bits));
  return of;
}

/** Halves of 16 bits, whose products a number holds. */
function multiply(of: Word, { high, low }: Word): Word {
  const lower = of.low & 0xffff;
  const upper = of.low >>> 16;
  const product = lower * (low & 0xffff);
  const middle = upper * (low & 0xffff) + (product >>> 16);
  const other = lower * (low >>> 16) + (middle & 0xffff);
  const carry = upper * (low >>> 16) + (middle >>> 16) + (other >>> 16);
  of.high = (carry + Math.imul(of.high, low) + Math.imul(of.low, high)) | 0;
  of.low = Math.imul(of.low, low);
  return of;
}
