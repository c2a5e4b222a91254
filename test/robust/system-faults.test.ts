import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRows } from "../cli/command.ts";
import { join } from "../fuzz/mutate.ts";
import { zipOf } from "../node/archives.ts";
import { buildCommand } from "../support/built.ts";
import { frame } from "./frame.ts";
import { countFaults } from "./tally.ts";

const dump = join(...["One", "Two", "Three"].map((text, index) => frame(text, `0${index + 1}`)));
const scratch = mkdtempSync(joinPath(tmpdir(), "newsdump-system-faults-"));
const shim = pathToFileURL(resolve("test/robust/fault-shim.mjs")).href;
let built = "";
let command = "";
beforeAll(async () => void ({ folder: built, command } = await buildCommand("newsdump-system-faults")), 60_000);
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
});

interface Fault {
  /** Number of the call that fails, from 1; 0: none. */
  readonly at: number;
  readonly code: string;
  /** Whether calls of its kind fail from then on. */
  readonly isLasting: boolean;
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Kinds of all calls that were counted, in their order. */
  readonly calls: readonly string[];
  /** What the outputs hold, by name; what does not exist is not there. */
  readonly outputs: Readonly<Record<string, string>>;
}

const FAST = ["--no-language", "--noise=off", "-q"];
const NO_FAULT: Fault = { at: 0, code: "EIO", isLasting: false };

async function runWith(argv: readonly string[], fault: Fault): Promise<Run> {
  const folder = mkdtempSync(joinPath(scratch, "run-"));
  const log = `${folder}.calls`;
  const words = ["--import", shim, resolve(command), ...argv.map((word) => word.replace("OUT", folder))];
  const env = { ...process.env, NEWSDUMP_FAULT: JSON.stringify({ ...fault, log }), NODE_COMPILE_CACHE: "" };
  const ended = await new Promise<Pick<Run, "code" | "stdout" | "stderr">>((done) => {
    const child = execFile(process.execPath, words, { env, encoding: "utf8" }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, stdout, stderr }),
    );
    child.stdin?.end();
  });
  const outputs = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(joinPath(folder, name), "utf8")]));
  const calls = readFileSync(log, "utf8").split("\n");
  rmSync(folder, { recursive: true });
  rmSync(log);
  return { ...ended, outputs, calls };
}

/** Each fault once and as one that lasts; else in turns, which takes half the time. */
const IS_THOROUGH = process.env["NEWSDUMP_ALL_FAULTS"] === "1";
const AT_ONCE = 2;

/**
 * Lets every call fail that a command makes, once or from then on, and looks at what comes of it.
 *
 * @param from - kind of the first call that is of interest; those before it are made by every command
 */
async function failEach(argv: readonly string[], from: string, look: (failed: Run, whole: Run, kind: string) => void): Promise<void> {
  const whole = await runWith(argv, NO_FAULT);
  expect([whole.code, whole.stderr]).toEqual([0, ""]);
  const first = from === "" ? 1 : whole.calls.indexOf(from) + 1;
  expect(first).toBeGreaterThan(0);
  const faults: Fault[] = [];
  for (let at = first; at <= whole.calls.length; at++) {
    const code = at % 4 < 2 ? "EIO" : "ENOSPC";
    for (const isLasting of IS_THOROUGH ? [false, true] : [at % 2 === 0]) faults.push({ at, code, isLasting });
  }
  const failOne = async (fault: Fault): Promise<void> => {
    const failed = await runWith(argv, fault);
    const kind = whole.calls[fault.at - 1]!;
    try {
      look(failed, whole, kind);
    } catch (error) {
      const what = `${argv.join(" ")}: call ${fault.at}, ${kind}${fault.isLasting ? ", lasting" : ""}`;
      throw new Error(`${what}, gave ${failed.code}, ${failed.stderr}`, { cause: error });
    }
    countFaults("system calls that fail");
  };
  for (let start = 0; start < faults.length; start += AT_ONCE) await Promise.all(faults.slice(start, start + AT_ONCE).map(failOne));
}

/** All is as it would have been, or the command says what failed and ends with a code of its own. */
function expectTold(failed: Run, whole: Run, kind: string): void {
  expect([0, 1, 2]).toContain(failed.code);
  if (failed.code === 0) {
    expect([failed.stdout, failed.outputs]).toEqual([whole.stdout, whole.outputs]);
    return;
  }
  expect(failed.stderr).toMatch(/input\/output error|no space left|injected/);
  if (kind !== "message") expect(failed.stderr).not.toMatch(/\n {4}at /); // a stack is for what no system does
  expect(whole.stdout.startsWith(failed.stdout)).toBe(true);
  for (const row of readRows(failed.stdout)) expect(row).toHaveProperty("id");
}

/** A file that is written has all its rows or does not exist; nothing else is left behind. */
function expectWholeFiles(failed: Run, whole: Run): void {
  for (const [name, content] of Object.entries(failed.outputs)) {
    expect(Object.keys(whole.outputs)).toContain(name);
    if (failed.code < 2) expect(content).toBe(whole.outputs[name]);
    else if (name === "out.ndjson") expect(whole.outputs[name]!.startsWith(content)).toBe(true);
  }
}

function inputs(): Record<string, string> {
  const folder = joinPath(scratch, "inputs");
  mkdirSync(folder, { recursive: true });
  const paths = { plain: joinPath(folder, "a.txt"), gzip: joinPath(folder, "a.gz"), zip: joinPath(folder, "a.zip") };
  writeFileSync(paths.plain, dump);
  writeFileSync(paths.gzip, gzipSync(dump));
  writeFileSync(paths.zip, zipOf({ "one.txt": dump }));
  return paths;
}

test("every call to the system that a stream to standard output makes may fail: it is told, and the rows before it are whole", async () => {
  expect.hasAssertions();
  const { plain, gzip, zip } = inputs();
  await failEach(["parse", plain!, ...FAST], "", expectTold);
  await failEach(["parse", gzip!, ...FAST], "open", expectTold);
  await failEach(["parse", zip!, ...FAST], "open", expectTold);
});

test("every call that writing files makes may fail: a file is whole or not there", async () => {
  expect.hasAssertions();
  const { plain } = inputs();
  const out = ["parse", plain!, ...FAST, "-o", "OUT/out.ndjson", "--report", "OUT/report.json"];
  const look = (failed: Run, whole: Run, kind: string): void => {
    expectTold(failed, whole, kind);
    expectWholeFiles(failed, whole);
  };
  await failEach(out, "open", look);
  await failEach([...out, "--jobs=2"], "message", look);
});

test("every call that a run with --resume makes may fail: it is told, and a file that has its name is whole", async () => {
  expect.hasAssertions();
  const { plain } = inputs();
  await failEach(["parse", plain!, ...FAST, "-o", "OUT/out.ndjson", "--resume"], "", (failed, whole, kind) => {
    expectTold(failed, whole, kind);
    const { "out.ndjson": output } = failed.outputs;
    if (failed.code === 1 && output !== undefined) expect(output).toBe(whole.outputs["out.ndjson"]);
  });
});

test("a call that fails while lines that recur are looked for is told, or comes again", async () => {
  expect.hasAssertions();
  const { plain, gzip } = inputs();
  await failEach(["parse", plain!, "--no-language", "-q"], "open", expectTold);
  await failEach(["parse", gzip!, "--no-language", "-q"], "inflate", expectTold);
});
