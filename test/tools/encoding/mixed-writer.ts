import { createMixedCoder, type MixedCoder } from "../../../src/encoding/mixed-bits.ts";

const BYTE = 0x1000000;

/** The writing half of `createMixedReader`: an arithmetic coder without carry, after M. Mahoney's description. */
export function createMixedWriter(): { coder: MixedCoder; finish: () => string } {
  const out: number[] = [];
  let low = 0;
  let high = 0xffffffff;
  const coder = createMixedCoder((chance, bit) => {
    const middle = low + Math.floor((high - low) / 65536) * chance;
    if (bit === 1) high = middle;
    else low = middle + 1;
    while (Math.floor(low / BYTE) === Math.floor(high / BYTE)) {
      out.push(Math.floor(high / BYTE));
      low = (low % BYTE) * 256;
      high = (high % BYTE) * 256 + 255;
    }
    return bit;
  });
  return {
    coder,
    finish() {
      // The reader takes zeros behind the end: the shortest number within the range ends it.
      if (low > 0) out.push(Math.min(255, Math.floor(low / BYTE) + 1));
      return Buffer.from(out).toString("base64").replace(/=+$/, "");
    },
  };
}
