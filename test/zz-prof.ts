import { parseDump } from "../src/index.ts";
import { readFileSync } from "node:fs";
import { createSyntheticDump } from "./bench/support/synthetic-dump.ts";
const gold=Buffer.concat(["aed","fundus"].map(s=>readFileSync("/work/shared/data/gold/"+s+".concat.txt")));
const d=process.env.SYN?createSyntheticDump(6e6):gold;
for(let i=0;i<3;i++)parseDump(d);
