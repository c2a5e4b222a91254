import { readFileSync } from "node:fs";
import { parseDump } from "../../../src/index.ts";
const dump = Buffer.concat(["aed", "fundus", "aeb", "zh69"].map((s) => readFileSync(`/work/shared/data/gold/${s}.concat.txt`)));
for (let k = 0; k < 12; k++) parseDump(dump, { languages: false });
