// Adaptive binary arithmetic coder, the writing half of `src/encoding/unpack.ts`. After the carry-less coder
// that Matt Mahoney describes in "Data Compression Explained" (section 3.2, arithmetic coding).
const RATE_LIMIT = 40;

export function createEncoder() {
  const out = [];
  let low = 0;
  let high = 0xffffffff;
  const chances = new Map();

  function encodeBit(context, bit) {
    const state = chances.get(context) ?? { chance: 32768, seen: 0 };
    chances.set(context, state);
    const middle = low + Math.floor((high - low) / 65536) * state.chance;
    if (bit === 1) high = middle;
    else low = middle + 1;
    state.chance += Math.trunc(((bit === 1 ? 65535 : 0) - state.chance) / (state.seen + 1.6));
    state.chance = Math.min(65500, Math.max(36, state.chance));
    if (state.seen < RATE_LIMIT) state.seen++;
    while (Math.floor(low / 0x1000000) === Math.floor(high / 0x1000000)) {
      out.push(Math.floor(high / 0x1000000));
      low = (low % 0x1000000) * 256;
      high = (high % 0x1000000) * 256 + 255;
    }
  }

  return {
    /** Writes a level of 0…15 under a context number. */
    encodeLevel(context, level) {
      let node = 1;
      for (let shift = 3; shift >= 0; shift--) {
        const bit = (level >> shift) & 1;
        encodeBit(context * 16 + node, bit);
        node = node * 2 + bit;
      }
    },
    finish() {
      for (const byte of [Math.floor(low / 0x1000000) + 1, 0, 0, 0]) out.push(Math.min(255, byte));
      return Buffer.from(out).toString("base64").replace(/=+$/, "");
    },
  };
}
