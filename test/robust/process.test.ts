import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDump } from "../../src/index.ts";
import { readRows } from "../cli/command.ts";
import { join } from "../fuzz/mutate.ts";
import { buildCommand } from "../support/built.ts";
import { frame } from "./frame.ts";
import { countFaults } from "./tally.ts";

const RECORDS = 2500;
const dump = join(...Array.from({ length: RECORDS }, (_, index) => frame(`Line ${index}`, String((index % 28) + 1).padStart(2, "0"))));
const scratch = mkdtempSync(joinPath(tmpdir(), "newsdump-process-"));
const input = joinPath(scratch, "input.txt");
writeFileSync(input, dump);
let built = "";
let command = "";
beforeAll(async () => void ({ folder: built, command } = await buildCommand("newsdump-process")), 60_000);
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command leaves out here takes time and changes nothing of what is looked at. */
const FAST = ["--no-language", "--noise", "off", "-q"];

function start(argv: readonly string[], setUp = ""): ChildProcess {
  const words = [process.execPath, resolve(command), ...argv].map((word) => `'${word}'`).join(" ");
  return spawn("sh", ["-c", `${setUp} exec ${words}`], { stdio: "pipe" });
}

function endOf(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout!.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr!.on("data", (text: Buffer) => (stderr += text.toString()));
  child.stdin!.on("error", () => {}); // it may stop reading
  return new Promise((done) => child.on("close", (code, signal) => done({ code, signal, stdout, stderr })));
}

/** Sends a signal once the command listens; one that does not end by it is killed. */
async function endAtWork(argv: readonly string[], signal: NodeJS.Signals): Promise<Ended> {
  for (let wait = 800; ; wait *= 2) {
    const child = start(argv);
    const ended = endOf(child);
    await new Promise((done) => setTimeout(done, wait));
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
    const how = await ended;
    clearTimeout(timer);
    if (how.signal !== signal) return how; // else it was not yet at work
  }
}

/** More than a pipe holds: who has been given all of it has begun to read. */
const LONG_LINE = "One and the same record goes on. ".repeat(32_000);

const indexesOf = (stdout: string): number[] => readRows(stdout).map((row) => (row["provenance"] as { index: number }).index); // as in the schema
const PLACE = /rows are written up to byte (\d{1,15}) of /;
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

describe("a signal", () => {
  test("ends a stream behind a whole record, says where to resume, and the exit code says which signal it was", async () => {
    for (const [signal, code] of SIGNALS) {
      const child = start(["parse", "-", ...FAST]);
      const ended = endOf(child);
      child.stdin!.write(dump);
      await new Promise((done) => child.stdout!.once("data", done));
      child.kill(signal);
      const { stdout, stderr, ...how } = await ended;
      expect(how, stderr).toEqual({ code, signal: null });
      expect(stderr).toMatch(new RegExp(`^newsdump parse: interrupted by ${signal}; ${PLACE.source}-\n$`));
      expect(stdout.endsWith("\n")).toBe(true);
      const indexes = indexesOf(stdout);
      expect(indexes).toEqual(indexes.map((_, at) => at));
      // What stands behind the place is the rest: nothing is lost, nothing comes twice.
      const rest = parseDump(dump.subarray(Number(PLACE.exec(stderr)![1])), { languages: false, noise: "off" }).articles;
      expect(indexes.length + rest.length).toBe(RECORDS);
      countFaults("signals to the command");
    }
  });

  test("ends a command that waits for input", async () => {
    for (const [signal, code] of SIGNALS) {
      const child = start(["parse", "-", ...FAST]);
      const ended = endOf(child);
      await new Promise((done) => child.stdin!.write(frame(LONG_LINE), done));
      child.kill(signal);
      expect(await ended).toEqual({
        code,
        signal: null,
        stdout: "",
        stderr: `newsdump parse: interrupted by ${signal}; no row is written\n`,
      });
      countFaults("signals to the command");
    }
  });

  test("leaves no file behind that is not complete", async () => {
    for (const jobs of ["1", "2"]) {
      for (const [signal, code] of SIGNALS) {
        const folder = mkdtempSync(joinPath(scratch, "out-"));
        const child = start(["parse", input, "-o", joinPath(folder, "out.ndjson"), "--jobs", jobs, ...FAST]);
        const ended = endOf(child);
        while (readdirSync(folder).length === 0) await new Promise((done) => setTimeout(done, 5));
        child.kill(signal);
        const { stderr, ...how } = await ended;
        if (how.code === 0) continue; // it was faster
        expect(how, stderr).toEqual({ code, signal: null, stdout: "" });
        expect(stderr).toContain("out.ndjson is not written, since it is not complete");
        expect(readdirSync(folder)).toEqual([]);
        countFaults("signals to the command");
      }
    }
  });

  test("lets a run with --resume go on to the same bytes", async () => {
    const whole = joinPath(scratch, "whole.ndjson");
    const large = joinPath(scratch, "large.txt");
    writeFileSync(large, join(...Array.from({ length: 5 }, () => dump)));
    expect((await endOf(start(["parse", large, "-o", whole, ...FAST]))).code).toBe(0);
    for (const [jobs, wait] of [
      ["1", 900],
      ["2", 1200],
    ] as const) {
      const output = joinPath(scratch, `resumed-${jobs}.ndjson`);
      const argv = ["parse", large, "-o", output, "--resume", "--jobs", jobs, ...FAST];
      let interrupted = 0;
      for (;;) {
        const child = start(argv);
        const ended = endOf(child);
        const timer = setTimeout(() => child.kill("SIGINT"), wait + interrupted * 900);
        const { code, signal, stderr } = await ended;
        clearTimeout(timer);
        if (code === 0) break;
        interrupted++;
        if (signal === "SIGINT") continue; // it was not yet at work
        expect(code, stderr).toBe(130);
        // Before the run has begun there is no place to tell.
        expect(stderr).toMatch(
          /^newsdump parse: interrupted by SIGINT(?:; the same command goes on at (?:the beginning|byte \d{1,15} of \/\S+|the end of the input))?\n$/,
        );
        countFaults("signals to the command");
      }
      expect(readFileSync(output, "utf8")).toBe(readFileSync(whole, "utf8"));
    }
  });

  test("ends a command that waits for the other end of a named pipe", async () => {
    const pipe = joinPath(scratch, "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const argv of [
      [pipe],
      [pipe, "--jobs", "1"],
      [pipe, "--jobs", "2"],
      [input, "-o", pipe],
      [input, "--rejects", pipe, "--jobs", "1"],
    ]) {
      for (const [signal, code] of SIGNALS) {
        const { stderr, ...how } = await endAtWork(["parse", ...argv, ...FAST], signal);
        expect(how, argv.join(" ")).toEqual({ code, signal: null, stdout: "" });
        expect(stderr).toContain(`interrupted by ${signal}`);
        countFaults("signals to the command");
      }
    }
    for (const [signal, code] of SIGNALS) {
      for (const argv of [
        ["--merge", pipe],
        ["--shard", pipe],
        ["--shard", "-"], // which is a pipe that nobody writes, too
      ]) {
        const { stderr, ...how } = await endAtWork(["profile", ...argv], signal);
        expect(how, argv.join(" ")).toEqual({ code, signal: null, stdout: "" });
        expect(stderr).toContain(`interrupted by ${signal}`);
        countFaults("signals to the command");
      }
      for (const argv of [
        ["parse", input, "--profile", pipe],
        ["parse", "--shard", pipe],
      ]) {
        const child = start(argv); // has not begun, and ends by the signal itself
        const ended = endOf(child);
        await new Promise((done) => setTimeout(done, 800));
        child.kill(signal);
        const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
        expect(await ended, argv.join(" ")).toMatchObject({ signal, stdout: "" });
        clearTimeout(timer);
        countFaults("signals to the command");
      }
    }
  });

  test("ends a command whose rows nobody takes, which says that they are lost", async () => {
    for (const jobs of [[], ["--jobs", "1"]]) {
      for (const [signal, code] of SIGNALS) {
        const child = start(["parse", input, ...jobs, ...FAST]); // its output is a pipe that is not read
        let stderr = "";
        child.stderr!.on("data", (text: Buffer) => (stderr += text.toString()));
        const ended = new Promise((done) => child.on("exit", (...how) => done(how)));
        await new Promise((done) => child.stdout!.once("readable", done));
        await new Promise((done) => setTimeout(done, 1500));
        child.kill(signal);
        const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
        expect(await ended, stderr).toEqual([code, null]);
        clearTimeout(timer);
        child.stdout!.destroy();
        expect(stderr).toBe(
          `newsdump parse: interrupted by ${signal}; standard output takes nothing, and the rows that it has not taken are lost\n`,
        );
        countFaults("signals to the command");
      }
    }
  });

  test("of the caller's own lets go of a named pipe that nobody writes, so that the process can end", async () => {
    const pipe = joinPath(scratch, "silent");
    execFileSync("mkfifo", [pipe]);
    const entry = pathToFileURL(resolve(built, "node.js")).href;
    const program = `
      const { openDump } = await import(${JSON.stringify(entry)});
      const dump = openDump(${JSON.stringify(pipe)}, { signal: AbortSignal.timeout(300) });
      try { for await (const _ of dump); } catch (error) { console.log(error.name); }`;
    const { code, stdout } = await endOf(spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "pipe" }));
    expect([code, stdout]).toEqual([0, "TimeoutError\n"]);
    countFaults("signals to the command");
  });

  test("ends other commands at once, and a second one ends any", async () => {
    const child = start(["inspect", "-"]);
    const ended = endOf(child);
    await new Promise((done) => setTimeout(done, 700));
    child.kill("SIGTERM");
    expect((await ended).signal).toBe("SIGTERM");
    countFaults("signals to the command");
  });
});

describe("outputs", () => {
  test("that may not grow any more are reported, and no half-written file is left", async () => {
    for (const [option, rest] of [
      ["-o", []],
      ["--rejects", ["--max-record-bytes", "50"]],
    ] as const) {
      const folder = mkdtempSync(joinPath(scratch, "small-"));
      const target = joinPath(folder, "out.ndjson");
      const { code, stderr } = await endOf(start(["parse", input, option, target, ...rest, ...FAST], "ulimit -f 64;"));
      expect(stderr).toMatch(/cannot write .*: .+\n/);
      expect(code, stderr).toBe(1);
      expect(readdirSync(folder)).toEqual([]);
      countFaults("outputs that are full");
    }
    const { code, stderr } = await endOf(start(["parse", input, ...FAST], `ulimit -f 64; exec > '${joinPath(scratch, "stdout")}';`));
    expect(stderr).toMatch(/^newsdump parse: cannot write standard output: .+\n$/);
    expect(code).toBe(1);
    countFaults("outputs that are full");
  });

  test("that are named pipes get all rows, however late and slow their reader is", async () => {
    const pipe = joinPath(scratch, "output");
    execFileSync("mkfifo", [pipe]);
    const writing = endOf(start(["parse", input, "-o", pipe, ...FAST]));
    const reading = endOf(spawn("sh", ["-c", `sleep 1; exec 3< '${pipe}'; sleep 1; cat <&3`], { stdio: "pipe" }));
    expect((await writing).code).toBe(0);
    expect(indexesOf((await reading).stdout)).toHaveLength(RECORDS);
  });

  test("whose reader goes end the command quietly, whatever it was writing", async () => {
    for (const bytes of [1, 5000, 200_000]) {
      const child = start(["parse", input, ...FAST]);
      let seen = 0;
      child.stdout!.on("data", (chunk: Buffer) => {
        seen += chunk.length;
        if (seen >= bytes) child.stdout!.destroy();
      });
      const { code, stderr } = await endOf(child);
      expect([code, stderr]).toEqual([0, ""]);
      countFaults("outputs that are closed");
    }
  });
});
