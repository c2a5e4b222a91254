// Streams a long dump through the command and holds its memory to a bound: npm run test:stream -- --gib 10 [--mib 512]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Report } from "../../src/index.ts";
import { variedDump } from "../bench/support/varied-dump.ts";
import { buildCommand } from "../support/built.ts";

const GIB = 1024 ** 3;
/** What is given again and again: longer than everything that the command holds of its input. */
const PERIOD_BYTES = 96 * 1024 * 1024;
const LOOK_MS = 500;
const TELL_MS = 60_000;

const { values } = parseArgs({ options: { gib: { type: "string", default: "1" }, mib: { type: "string", default: "512" } } });
const wanted = Number(values.gib) * GIB;
const bound = Number(values.mib);
const pieces = [...variedDump(PERIOD_BYTES, "mixed")];
const { folder, command } = await buildCommand(`newsdump-stream-${process.pid}`);
const scratch = mkdtempSync(join(tmpdir(), "newsdump-stream-"));
const reportPath = join(scratch, "report.json");
const child = spawn(process.execPath, [command, "parse", "-", "--jobs", "1", "-q", "--report", reportPath], {
  stdio: ["pipe", "ignore", "inherit"],
});
const closed = once(child, "close");
let peakKb = 0;
let sent = 0;
const start = performance.now();
const look = setInterval(readPeak, LOOK_MS);
const tell = setInterval(() => console.log(summary()), TELL_MS);

for (let index = 0; sent < wanted; index = (index + 1) % pieces.length) {
  const piece = pieces[index]!;
  sent += piece.length;
  if (!child.stdin.write(piece)) await once(child.stdin, "drain");
}
readPeak();
child.stdin.end();
const [code] = (await closed) as [number | null];
clearInterval(look);
clearInterval(tell);
const report = JSON.parse(readFileSync(reportPath, "utf8")) as Report; // the command's own
rmSync(scratch, { recursive: true });
rmSync(folder, { recursive: true });
console.log(summary());
console.log(`${report.records} records, ${report.articles} articles, exit code ${code}`);
const isWhole = report.bytes === sent && report.records === report.articles + report.rejected;
if (!isWhole) console.log(`${report.bytes} bytes are in the report, ${sent} were sent`);
process.exitCode = isWhole && code === 0 && peakKb > 0 && peakKb <= bound * 1024 ? 0 : 1;

/** The most memory that the process ever had; Linux keeps count. */
function readPeak(): void {
  try {
    const kb = /^VmHWM:\s{1,20}(\d{1,15}) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    peakKb = Math.max(peakKb, Number(kb ?? 0));
  } catch {
    // It has ended.
  }
}

function summary(): string {
  const seconds = (performance.now() - start) / 1000;
  return `${(sent / GIB).toFixed(2)} GiB in ${seconds.toFixed(0)} s (${(sent / 1e6 / seconds).toFixed(1)} MB/s), at most ${(peakKb / 1024).toFixed(0)} MiB of ${bound}`;
}
