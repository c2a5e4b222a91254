/** Writes the title model, or with `--check` compares it with what is there. */
import { readFileSync, writeFileSync } from "node:fs";
import { createModule, MODEL_FILE } from "./train.ts";

const text = createModule();
if (!process.argv.includes("--check")) writeFileSync(MODEL_FILE, text);
else if (readFileSync(MODEL_FILE, "utf8") === text) console.log(`${MODEL_FILE} is what the data give`);
else {
  console.error(`${MODEL_FILE} is not what the data give; run the script without --check`);
  process.exitCode = 1;
}
