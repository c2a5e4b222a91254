import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DumpResult } from "../../src/index.ts";
import type * as NodeEntry from "../../src/node/index.ts";
import { join } from "../fuzz/mutate.ts";
import { buildCommand } from "../support/built.ts";
import { frame } from "./frame.ts";
import { countFaults } from "./tally.ts";

/** Stands before the worker's own code: the message of that number never goes out, and something happens instead. */
const SABOTAGE = `
import { parentPort } from "node:worker_threads";
const [kind, at] = (process.env.NEWSDUMP_TEST_SABOTAGE ?? "none 0").split(" ");
let messages = 0;
const send = parentPort.postMessage.bind(parentPort);
const hog = [];
const acts = {
  exit: () => process.exit(7),
  throw: () => { setImmediate(() => { throw new Error("sabotage"); }); },
  memory: () => { for (;;) hog.push(new Array(1e6).fill(messages)); },
  hang: () => {},
  spin: () => { for (;;); },
};
parentPort.postMessage = (message, transfer) => {
  if (++messages === Number(at)) acts[kind]?.();
  if (messages < Number(at) || kind === "none") send(message, transfer);
};
`;

const scratch = mkdtempSync(joinPath(tmpdir(), "newsdump-sabotage-"));
let entry: typeof NodeEntry;
let built = "";
let whole: string[] = [];
const inputs: string[] = [];
const threads: Worker[] = [];
const keep = (worker: Worker): void => void threads.push(worker);
const OPTIONS = { languages: false, noise: "off", workers: 2 } as const;

beforeAll(async () => {
  ({ folder: built } = await buildCommand("newsdump-sabotage"));
  const own = joinPath(built, "worker.js");
  renameSync(own, joinPath(built, "own-worker.js"));
  writeFileSync(own, `${SABOTAGE}\nawait import("./own-worker.js");\n`);
  entry = (await import(pathToFileURL(resolve(built, "node.js")).href)) as typeof NodeEntry; // what was built
  // Files of three tasks, one of which has several batches of rows.
  for (const [name, count] of [
    ["a", 300],
    ["b", 1500],
    ["c", 300],
  ] as const) {
    const path = joinPath(scratch, `${name}.txt`);
    writeFileSync(path, "");
    for (let part = 0; part < count / 300; part++)
      appendFileSync(path, join(...Array.from({ length: 300 }, (_, index) => frame(`Line ${part} ${index} of ${name}`))));
    inputs.push(path);
  }
  process.on("worker", keep);
  process.env["NEWSDUMP_TEST_SABOTAGE"] = "none 0";
  ({ results: whole } = await read());
}, 120_000);
beforeEach(() => void (threads.length = 0));
afterAll(() => {
  process.off("worker", keep);
  delete process.env["NEWSDUMP_TEST_SABOTAGE"];
  rmSync(built, { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
});

interface Read {
  readonly results: string[];
  readonly error: { readonly message: string; readonly code?: string } | null;
}

async function read(signal?: AbortSignal): Promise<Read> {
  const results: string[] = [];
  const tell = (result: DumpResult): string =>
    result.kind === "article" ? `${result.article.provenance.source} ${result.article.id}` : result.rejected.message;
  try {
    for await (const result of entry.openDump(inputs, { ...OPTIONS, signal })) results.push(tell(result));
  } catch (error) {
    return { results, error: error as Read["error"] }; // what a thread ends with is an error
  }
  return { results, error: null };
}

const MESSAGE: Readonly<Record<string, RegExp>> = {
  exit: /^a worker thread ended with code 7$/,
  throw: /^sabotage$/,
};

test("a worker that ends at any message: the results before it come out in order, then an error that says so", async () => {
  expect(whole).toHaveLength(2100);
  for (const kind of ["exit", "throw"]) {
    let failures = 0;
    // Every message once, and some of them another way.
    for (let at = 1; at <= 6; at += kind === "exit" ? 1 : 3) {
      process.env["NEWSDUMP_TEST_SABOTAGE"] = `${kind} ${at}`;
      const { results, error } = await read();
      expect(results).toEqual(whole.slice(0, results.length));
      if (error === null) {
        expect(results).toHaveLength(whole.length); // no worker sent so many
        continue;
      }
      expect(error.message).toMatch(MESSAGE[kind]!);
      expect(threads.every(({ threadId }) => threadId <= 0)).toBe(true);
      failures++;
      countFaults("workers that end");
    }
    expect(failures).toBeGreaterThanOrEqual(kind === "exit" ? 4 : 2);
  }
});

test("a worker that hangs or spins is ended by a signal, and nothing is left running", async () => {
  for (const kind of ["hang", "spin"]) {
    for (const at of [1, 2]) {
      process.env["NEWSDUMP_TEST_SABOTAGE"] = `${kind} ${at}`;
      const signal = AbortSignal.timeout(2500);
      const { results, error } = await read(signal);
      expect(error).toBe(signal.reason);
      expect(results).toEqual(whole.slice(0, results.length));
      expect(threads.every(({ threadId }) => threadId <= 0)).toBe(true);
      countFaults("workers that hang");
    }
  }
});

test("a worker that runs out of memory: the results before it come out, then the error of its thread", async () => {
  process.env["NEWSDUMP_TEST_SABOTAGE"] = "memory 2";
  // The limit is that of the process, so that one of its own has to run out.
  const script = `
    import { openDump } from ${JSON.stringify(pathToFileURL(resolve(built, "node.js")).href)};
    let count = 0;
    try {
      for await (const result of openDump(${JSON.stringify(inputs)}, ${JSON.stringify(OPTIONS)})) count++;
    } catch (error) {
      console.log(JSON.stringify({ count, code: error.code, message: error.message }));
    }`;
  const path = joinPath(scratch, "memory.mjs");
  writeFileSync(path, script);
  const { stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=256", path], { encoding: "utf8" });
  const { count, code } = JSON.parse(stdout || JSON.stringify({ stderr })) as { count: number; code: string }; // printed above
  expect(code).toBe("ERR_WORKER_OUT_OF_MEMORY");
  expect(count).toBeLessThan(whole.length);
  countFaults("workers that end");
});
