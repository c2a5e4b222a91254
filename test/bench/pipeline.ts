// What each way through the library costs, as a share of the floor: decoding the same bytes and cutting them
// into lines, which no parser can do without. All sides run in one process, round by round.
import { detectEncoding, detectLanguage, parseDump, readDump } from "../../src/index.ts";
import { createSyntheticDump } from "./support/synthetic-dump.ts";

const MEGABYTE = 1e6;
const isQuick = process.argv.includes("--quick");
const ROUNDS = isQuick ? 1 : 5;
const CHUNK_BYTES = 256 * 1024;
const dump = createSyntheticDump(Number(process.env["NEWSDUMP_BENCH_MB"] ?? (isQuick ? 1 : 8)) * MEGABYTE);
const articles = parseDump(dump).articles;

const sides: Record<string, () => unknown> = {
  "floor: decode, split lines": () => new TextDecoder().decode(dump).split("\n").length,
  "detectEncoding, whole dump": () => detectEncoding(dump),
  "detectLanguage, all articles": () => articles.map((article) => detectLanguage(article.paragraphs.join("\n"))),
  "parseDump, noise off": () => parseDump(dump, { noise: "off" }),
  parseDump: () => parseDump(dump),
  "readDump, chunks of 256 KiB": async () => {
    let count = 0;
    for await (const _ of readDump(chunks())) count++;
    return count;
  },
};

function* chunks(): Generator<Uint8Array> {
  for (let start = 0; start < dump.length; start += CHUNK_BYTES) yield dump.subarray(start, start + CHUNK_BYTES);
}

const times = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, run] of Object.entries(sides)) {
    const start = performance.now();
    await run();
    if (round > 0) times.get(name)!.push(performance.now() - start); // the first round warms up
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const floor = median(times.get("floor: decode, split lines")!);
console.log(
  `Node ${process.version}, ${(dump.length / MEGABYTE).toFixed(1)} MB, ${articles.length} articles, median of ${ROUNDS} rounds\n`,
);
for (const [name, values] of times) {
  const time = median(values);
  const rate = dump.length / MEGABYTE / (time / 1000);
  console.log(
    `${name.padEnd(30)} ${time.toFixed(0).padStart(6)} ms ${rate.toFixed(1).padStart(8)} MB/s ${(floor / time).toFixed(3).padStart(7)} × floor`,
  );
}
