// MurmurHash3 x86 128 by Austin Appleby, public domain: constants and order of the steps as published with
// SMHasher. Cryptographic hashes in JavaScript run at under 100 MB/s, which would halve the whole pipeline.
const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

/** 32 hexadecimal digits that depend on every byte; the same on every runtime. Not proof against forgery. */
export function contentId(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length;
  const blockEnd = length & ~15;
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  for (let offset = 0; offset < blockEnd; offset += 16) {
    h1 ^= scramble(view.getUint32(offset, true), C1, 15, C2);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= scramble(view.getUint32(offset + 4, true), C2, 16, C3);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= scramble(view.getUint32(offset + 8, true), C3, 17, C4);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= scramble(view.getUint32(offset + 12, true), C4, 18, C1);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  h4 ^= scramble(tailWord(bytes, blockEnd + 12), C4, 18, C1);
  h3 ^= scramble(tailWord(bytes, blockEnd + 8), C3, 17, C4);
  h2 ^= scramble(tailWord(bytes, blockEnd + 4), C2, 16, C3);
  h1 ^= scramble(tailWord(bytes, blockEnd), C1, 15, C2);
  [h1, h2, h3, h4] = cross(h1 ^ length, h2 ^ length, h3 ^ length, h4 ^ length);
  [h1, h2, h3, h4] = cross(finalMix(h1), finalMix(h2), finalMix(h3), finalMix(h4));
  return [h1, h2, h3, h4].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function cross(h1: number, h2: number, h3: number, h4: number): [number, number, number, number] {
  const sum = (h1 + h2 + h3 + h4) | 0;
  return [sum, (h2 + sum) | 0, (h3 + sum) | 0, (h4 + sum) | 0];
}

function scramble(word: number, first: number, bits: number, second: number): number {
  return Math.imul(rotate(Math.imul(word, first), bits), second);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finalMix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Up to four bytes from `offset` on, little-endian; 0 past the end. */
function tailWord(bytes: Uint8Array, offset: number): number {
  let word = 0;
  for (let index = Math.min(offset + 3, bytes.length - 1); index >= offset; index--) word = (word << 8) | bytes[index]!;
  return word;
}
