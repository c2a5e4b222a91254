// Fuzzes the parser: npm run fuzz -- --minutes N [--seed N] [--folder DIR]
// Inputs are made in a process of their own, so that a hang or a crash is a finding like any other.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CORPUS_FOLDER, saveFinding } from "./corpus.ts";

/** An input that takes more of the processor hangs; one that takes none waits for something that never comes. */
const HANG_SECONDS = 60;
const IDLE_SECONDS = 900;
/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;
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

async function runProcess(lifeSeconds: number, processSeed: number): Promise<void> {
  const argv = [
    "test/tools/run-ts.mjs",
    "test/fuzz/fuzz-inputs.ts",
    "--",
    String(lifeSeconds),
    String(processSeed),
    currentFile,
    values.folder,
  ];
  rmSync(currentFile, { force: true });
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  let inputTime = 0;
  let secondsBefore = 0; // of the processor, when the input was begun
  const watch = setInterval(() => {
    const time = statSync(currentFile, { throwIfNoEntry: false })?.mtimeMs ?? inputTime;
    const seconds = processorSeconds(child.pid!);
    if (time !== inputTime) [inputTime, secondsBefore] = [time, seconds ?? 0];
    const idle = inputTime === 0 ? 0 : (Date.now() - inputTime) / 1000;
    // On a machine that does much else an input may wait long for its turn.
    if ((seconds ?? secondsBefore + idle) - secondsBefore > HANG_SECONDS || idle > IDLE_SECONDS) child.kill("SIGKILL");
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

/** Time of the processor that a process has had; `null` where the system does not tell. */
function processorSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND; // utime and stime, see proc(5)
  } catch {
    return null;
  }
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
