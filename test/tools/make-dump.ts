// Writes a dump for benchmarks and the Spark test.
//   node test/tools/run-ts.mjs test/tools/make-dump.ts -- KIND MEGABYTES FILE [SEED]
import { closeSync, openSync, writeSync } from "node:fs";
import { variedDump, type DumpKind } from "../bench/support/varied-dump.ts";

const [kind = "mixed", megabytes = "10", path = "dump.txt", seed = "1"] = process.argv.slice(2);
const file = openSync(path, "w");
for (const piece of variedDump(Number(megabytes) * 1e6, kind as DumpKind, Number(seed))) writeSync(file, piece);
closeSync(file);
