// Measures how the time grows with the input over shapes that a quadratic step would choke on:
//   npm run test:growth -- [--to KB] [--shape NAME]
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseDump } from "../../src/index.ts";
import { type Growth, measureGrowth } from "./cpu.ts";
import { SHAPES } from "./growth-shapes.ts";

/** Sizes in KB, four times each other. */
const SIZES = [64, 256, 1024, 4096, 16_384];
/** Time for four times the input: linear is 4. */
const MOST_GROWTH = 5;
const WARM_UP_KB = 1024;
/** Shorter times are the clock's and the compiler's. */
const LEAST_MS = 40;

const { values } = parseArgs({ options: { to: { type: "string", default: "4096" }, shape: { type: "string" } } });
const sizes = SIZES.filter((size) => size <= Number(values.to));

if (process.send === undefined) await measureAll();
else process.send(measure(SHAPES[values.shape!]!));

/** Each shape in a process of its own: what one has compiled and left in the heap would change the next. */
async function measureAll(): Promise<void> {
  const names = values.shape === undefined ? Object.keys(SHAPES) : [values.shape];
  let bad = 0;
  for (const name of names) {
    const steps = await measureApart(name);
    const worst = Math.max(...steps.map(({ ratio }) => ratio));
    const verdict = worst <= MOST_GROWTH ? "ok" : "GROWS";
    if (worst > MOST_GROWTH) bad++;
    const times = steps.map(({ less, more }) => `${less.toFixed(0)} > ${more.toFixed(0)}`.padStart(16)).join("");
    console.log(`${verdict.padEnd(6)}${name.padEnd(38)}${times} ms  x${worst.toFixed(1)}`);
  }
  console.log(`${bad} of ${names.length} shapes take more than ${MOST_GROWTH} times the time for 4 times the input`);
  process.exitCode = bad > 0 ? 1 : 0;
}

async function measureApart(shape: string): Promise<Growth[]> {
  const script = fileURLToPath(new URL("../tools/run-ts.mjs", import.meta.url));
  const child = fork(script, [fileURLToPath(import.meta.url), "--", "--shape", shape, "--to", values.to]);
  const failed = once(child, "exit").then(([code]) => Promise.reject(new Error(`${shape}: exit code ${code}`)));
  const [steps] = await Promise.race([once(child, "message"), failed]);
  return steps as Growth[]; // by `measure`
}

/** Each size with the next in turns, so that what else the machine does slows both, once code is compiled and the heap has grown. */
function measure(make: (size: number) => string): Growth[] {
  const limits = { maxRecordBytes: Number.POSITIVE_INFINITY, maxLineBytes: Number.POSITIVE_INFINITY };
  const inputs = sizes.map((size) => new TextEncoder().encode(make(size * 1024)));
  const parse = (bytes: Uint8Array) => () => void parseDump(bytes, { limits });
  const warmUp = parse(new TextEncoder().encode(make(WARM_UP_KB * 1024)));
  for (let round = 0; round < 2; round++) warmUp();
  return inputs.slice(1).map((input, index) => {
    const rounds = sizes[index + 1]! <= 4096 ? 5 : 3;
    return measureGrowth(parse(inputs[index]!), parse(input), LEAST_MS, rounds);
  });
}
