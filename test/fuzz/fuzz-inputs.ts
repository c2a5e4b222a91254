// One process of the fuzzer: makes inputs until its time is over and tells what it finds.
//   node test/tools/run-ts.mjs test/fuzz/fuzz-inputs.ts -- SECONDS SEED CURRENT-FILE FOUND-FOLDER
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import type { ParseOptions } from "../../src/index.ts";
import { BrokenPromise, checkChunks, checkPromises } from "../support/invariants.ts";
import { cutAt } from "../support/cut.ts";
import { listFixtures } from "../support/fixtures.ts";
import { readCorpus, saveFinding, type Finding } from "./corpus.ts";
import { mutate } from "./mutate.ts";
import { createRandom, type Random } from "./random.ts";
import { shrink } from "./shrink.ts";

const [seconds = "60", seed = "1", currentFile = "", folder = ""] = process.argv.slice(2);
const random = createRandom(Number(seed));
const end = Date.now() + Number(seconds) * 1000;
/** CPU milliseconds that any input may take, and what each KB may add; a clean input takes 0.1 a KB. */
const BASE_MS = 400;
const MS_PER_KB = 20;
const MOST_ATTEMPTS = 3;

const seeds = [
  ...listFixtures().map(({ inputPath }) => new Uint8Array(readFileSync(inputPath))),
  ...readCorpus().map(({ finding }) => finding.bytes),
].filter((bytes) => bytes.length < 100_000);

const OPTIONS: readonly ParseOptions[] = [
  ...Array.from({ length: 8 }, () => ({})),
  { noise: "off" },
  { repairText: false },
  { languages: false },
  { format: "key-value" },
  { format: "date-header" },
  { declaredEncoding: "windows-1251" },
  { declaredEncoding: "shift_jis" },
  { limits: { maxRecordBytes: 300 } },
  { limits: { maxRecordBytes: 0 } },
  { limits: { maxRecords: 2, maxDiagnosticsPerCode: 1, maxRemovedText: 9 } },
];
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "utf-32le", "windows-1251", "shift_jis", "gb18030", "big5", "euc-kr", "euc-jp"].concat([
  "iso-2022-jp",
  "hz",
  "koi8-r",
  "iso-8859-8",
  "macintosh",
  "euc-tw",
  "johab",
  "iso-2022-kr",
]);

let inputs = 0;
let findings = 0;
const known = new Set<string>();
while (Date.now() < end) {
  const bytes = mutate(random.pick(seeds), random, seeds);
  const options = random.below(6) === 0 ? { encoding: random.pick(ENCODINGS) } : random.pick(OPTIONS);
  if (currentFile !== "") writeFileSync(currentFile, JSON.stringify({ options, bytes: Buffer.from(bytes).toString("base64") }));
  const cuts = placesOf(bytes, random);
  const found = await findBroken(bytes, options, cuts);
  inputs++;
  if (found === null) continue;
  findings++;
  const sort = `${found.promise}: ${found.message.replaceAll(/\d+|"(?:[^"\\]|\\.)*"/g, "#").slice(0, 80)}`;
  if (known.has(sort)) continue;
  known.add(sort);
  const isSame = async (part: Uint8Array): Promise<boolean> => {
    tellAlive();
    return (await findBroken(part, options, cuts))?.promise === found.promise;
  };
  const small = found.promise === "time" ? bytes : await shrink(bytes, isSame);
  console.log(`FOUND ${saveFinding({ ...found, bytes: small }, folder)}: ${found.message.slice(0, 300)}`);
}
console.log(`DONE ${inputs} ${findings}`);

/** Who watches over hangs looks at the file's time; making an input small takes many short tries. */
function tellAlive(): void {
  if (currentFile !== "") utimesSync(currentFile, new Date(), new Date());
}

function placesOf(bytes: Uint8Array, from: Random): number[] {
  return Array.from({ length: from.below(12) }, () => from.below(bytes.length + 1));
}

async function findBroken(bytes: Uint8Array, options: ParseOptions, cuts: readonly number[]): Promise<Finding | null> {
  let fastest = Number.POSITIVE_INFINITY;
  // What is slow once may have met the compiler or the collector; what is slow each time is slow.
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const started = process.cpuUsage();
    try {
      const whole = checkPromises(bytes, options);
      await checkChunks(cutAt(bytes, cuts), whole, options);
    } catch (error) {
      if (!(error instanceof BrokenPromise)) throw error;
      return { promise: error.promise, message: error.message, options, bytes };
    }
    fastest = Math.min(fastest, process.cpuUsage(started).user / 1000);
    if (fastest < BASE_MS + (bytes.length / 1024) * MS_PER_KB) return null;
  }
  return { promise: "time", message: `${Math.round(fastest)} ms for ${bytes.length} bytes`, options, bytes };
}
