/** Slowest pace at which a context learns: after this many bits its chance moves by 1/40 of the error. */
const RATE_LIMIT = 40;

/**
 * Reads levels of 0…15 that `test/tools/encoding/range-coder.mjs` packed: an adaptive binary arithmetic coder,
 * one model for each context number.
 *
 * @param packed - base64
 * @param contexts - one more than the highest context number
 * @returns a function that gives the next level under a context
 */
export function createLevelReader(packed: string, contexts: number): (context: number) => number {
  const bytes = atob(packed);
  const chances = new Uint16Array(contexts * 16).fill(32768);
  const seen = new Uint8Array(contexts * 16);
  let low = 0;
  let high = 0xffffffff;
  let code = 0;
  let next = 0;
  const takeByte = (): number => (next < bytes.length ? bytes.charCodeAt(next++) : 0);
  for (let taken = 0; taken < 4; taken++) code = code * 256 + takeByte();

  function readBit(context: number): number {
    const chance = chances[context]!;
    const middle = low + Math.floor((high - low) / 65536) * chance;
    const bit = code <= middle ? 1 : 0;
    if (bit === 1) high = middle;
    else low = middle + 1;
    const moved = chance + Math.trunc(((bit === 1 ? 65535 : 0) - chance) / (seen[context]! + 1.6));
    chances[context] = Math.min(65500, Math.max(36, moved));
    if (seen[context]! < RATE_LIMIT) seen[context]!++;
    while (low >>> 24 === high >>> 24) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
      code = ((code << 8) | takeByte()) >>> 0;
    }
    return bit;
  }

  return (context) => {
    let node = 1;
    while (node < 16) node = node * 2 + readBit(context * 16 + node);
    return node - 16;
  };
}
