// Measures how the time grows with the input over shapes that a quadratic step would choke on:
//   npm run test:growth -- [--to KB] [--shape NAME]
import { parseArgs } from "node:util";
import { parseDump } from "../../src/index.ts";
import { cpuMilliseconds } from "./cpu.ts";
import { SHAPES } from "./growth-shapes.ts";

/** Sizes in KB, four times each other. */
const SIZES = [64, 256, 1024, 4096, 16_384];
/** Time for four times the input: linear is 4. */
const MOST_GROWTH = 5;
/** Shorter times are the clock's and the compiler's. */
const LEAST_MS = 40;

const { values } = parseArgs({ options: { to: { type: "string", default: "4096" }, shape: { type: "string" } } });
const sizes = SIZES.filter((size) => size <= Number(values.to));
const unlimited = { maxRecordBytes: Number.POSITIVE_INFINITY, maxLineBytes: Number.POSITIVE_INFINITY };
let bad = 0;
for (const [name, make] of Object.entries(SHAPES)) {
  if (values.shape !== undefined && values.shape !== name) continue;
  const times: number[] = [];
  for (const size of sizes) {
    const bytes = new TextEncoder().encode(make(size * 1024));
    times.push(cpuMilliseconds(() => void parseDump(bytes, { limits: unlimited }), size <= 4096 ? 5 : 3));
  }
  const growths = times.slice(1).map((time, index) => time / Math.max(times[index]!, LEAST_MS));
  const worst = Math.max(...growths);
  const verdict = worst <= MOST_GROWTH ? "ok" : "GROWS";
  if (worst > MOST_GROWTH) bad++;
  console.log(
    `${verdict.padEnd(6)}${name.padEnd(38)}${times.map((time) => time.toFixed(0).padStart(8)).join("")} ms  x${worst.toFixed(1)}`,
  );
}
console.log(`${bad} of ${Object.keys(SHAPES).length} shapes take more than ${MOST_GROWTH} times the time for 4 times the input`);
process.exitCode = bad > 0 ? 1 : 0;
