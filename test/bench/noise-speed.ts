/**
 * What noise costs: parsing without language at every level, in one process round by round, in nanoseconds of
 * processor time a character and as a share of the whole. On the labelled pages, where they are.
 */
import { readFileSync } from "node:fs";
import { parseDump, type ParseOptions } from "../../src/index.ts";
import type { ModelLine } from "../../src/noise/model/line-features.ts";
import { createNoiseModel } from "../../src/noise/model/noise-model.ts";
import { profileBytes } from "../../src/noise/profile-lines.ts";
import { dataPath, hasData } from "../data/shared-data.ts";
import { GOLD_SETS } from "../tools/noise/gold.ts";

const ROUNDS = 7;

const dumps: Record<string, Uint8Array> = {};
if (hasData) dumps["labelled pages"] = Buffer.concat(GOLD_SETS.map((set) => readFileSync(dataPath("gold", `${set}.concat.txt`))));

const model = createNoiseModel();

function rateAll(records: readonly (readonly ModelLine[])[]): void {
  for (const lines of records) model.rate(lines);
}

for (const [name, dump] of Object.entries(dumps)) {
  const characters = new TextDecoder().decode(dump).length;
  const profile = profileBytes(dump);
  const parse = (options: ParseOptions) => (): unknown => parseDump(dump, { languages: false, ...options });
  const records = parseDump(dump, { noise: "off", languages: false }).articles.map(({ paragraphs }) =>
    paragraphs.map((text) => ({ text, blankBefore: 1, hint: 0, repeats: 0 })),
  );
  const sides: Record<string, () => unknown> = {
    off: parse({ noise: "off" }),
    light: parse({ noise: "light" }),
    "balanced, no profile": parse({ profile: false }),
    "balanced, profile given": parse({ profile }),
    balanced: parse({}),
    "profile alone": () => profileBytes(dump),
    "model alone": () => rateAll(records),
  };
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [side, run] of Object.entries(sides)) {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      best[side] = Math.min(best[side] ?? Infinity, (user + system) / 1000);
    }
  }
  console.log(`\n${name}: ${(dump.length / 1e6).toFixed(1)} MB, best of ${ROUNDS} rounds`);
  for (const [side, time] of Object.entries(best)) {
    const share = side.endsWith("alone") ? time / best["balanced"]! : 1 - best["off"]! / time;
    console.log(
      `${side.padEnd(24)} ${time.toFixed(0).padStart(5)} ms ${(dump.length / 1e3 / time).toFixed(1).padStart(7)} MB/s ${((time * 1e6) / characters).toFixed(1).padStart(6)} ns/char  noise ${(share * 100).toFixed(0)} %`,
    );
  }
}
