// Fuzzes the parser: npm run fuzz -- --minutes N [--seed N] [--folder DIR]
// Inputs are made in a process of their own, so that a hang or a crash is a finding like any other.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CORPUS_FOLDER, saveFinding } from "./corpus.ts";

/** An input that takes longer hangs. */
const HANG_SECONDS = 60;
/** A process is replaced after this, so that a seed's whole run can be repeated soon. */
const PROCESS_SECONDS = 300;

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string" }, folder: { type: "string", default: CORPUS_FOLDER } },
});
const start = Date.now();
const end = start + Number(values.minutes) * 60_000;
let seed = Number(values.seed ?? start % 1_000_000);
const totals = { inputs: 0, broken: 0, saved: 0 };
const scratch = mkdtempSync(join(tmpdir(), "newsdump-fuzz-"));
const currentFile = join(scratch, "current.json");

while (Date.now() < end) await runProcess(Math.min(PROCESS_SECONDS, Math.ceil((end - Date.now()) / 1000)), seed++);
rmSync(scratch, { recursive: true });
const minutes = (Date.now() - start) / 60_000;
console.log(
  `${totals.inputs} inputs in ${minutes.toFixed(1)} minutes, ${totals.broken} of them broke a promise, ${totals.saved} findings saved`,
);
process.exitCode = totals.broken > 0 ? 1 : 0;

async function runProcess(seconds: number, processSeed: number): Promise<void> {
  const argv = [
    "test/tools/run-ts.mjs",
    "test/fuzz/fuzz-inputs.ts",
    "--",
    String(seconds),
    String(processSeed),
    currentFile,
    values.folder,
  ];
  rmSync(currentFile, { force: true });
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  const watch = setInterval(() => {
    if (secondsSinceInput() > HANG_SECONDS) child.kill("SIGKILL");
  }, 1000);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(watch);
  const found = output.split("\n").filter((line) => line.startsWith("FOUND"));
  for (const line of found) console.log(`seed ${processSeed}: ${line}`);
  totals.saved += found.length;
  const done = /^DONE (\d+) (\d+)$/m.exec(output);
  if (done === null) keepCurrent(code, processSeed);
  totals.inputs += Number(done?.[1] ?? 0);
  totals.broken += Number(done?.[2] ?? 1);
}

function secondsSinceInput(): number {
  const stats = statSync(currentFile, { throwIfNoEntry: false });
  return stats === undefined ? 0 : (Date.now() - stats.mtimeMs) / 1000;
}

/** The process did not come to its end: what it was at is the finding. */
function keepCurrent(code: number | null, processSeed: number): void {
  const { options, bytes } = JSON.parse(readFileSync(currentFile, "utf8")) as { options: object; bytes: string }; // written by the process
  const promise = code === null ? "hang" : "crash";
  const message = `the process ended with ${code ?? "a signal"}`;
  const path = saveFinding({ promise, message, options, bytes: new Uint8Array(Buffer.from(bytes, "base64")) }, values.folder);
  totals.saved++;
  console.log(`seed ${processSeed}: FOUND ${path}: ${message}`);
}
