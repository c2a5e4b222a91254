import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFolder, dumpOf } from "../node/temporary-folder.ts";
import { buildCommand } from "../support/built.ts";

/** `npm run test:resume` kills more often. */
const KILLS = Number(process.env["NEWSDUMP_KILLS"] ?? 3);

let built = "";
let command = "";
beforeAll(async () => void ({ folder: built, command } = await buildCommand("newsdump-resume")), 60_000);
afterAll(() => rm(built, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/**
 * @param killAfter - milliseconds, or `null` to let it end
 * @param killWhen - asked every few milliseconds
 */
function runIn(folder: string, argv: readonly string[], killAfter: number | null, killWhen = (): boolean => false): Promise<Ended> {
  const child = spawn(process.execPath, [join(process.cwd(), command), "parse", ...argv], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  const watch = setInterval(() => void (killWhen() && child.kill("SIGKILL")), 5);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve({ code, stderr });
    }),
  );
}

const OUTPUTS = ["-o", "out.ndjson", "--rejects", "rejects.ndjson", "--report", "report.json", "-q"];
const INPUTS = ["in", "--no-language"];
const NAMES = ["in", "out.ndjson", "rejects.ndjson", "report.json"];

/** One large file that is divided, and many small ones; some are rejected. */
async function createInputs(): Promise<string> {
  const files: Record<string, string | Uint8Array> = { "in/large.txt": dumpOf(4000).replaceAll("\n\n", `\n\n${"Rain. ".repeat(360)}\n\n`) };
  for (let index = 0; index < 300; index++) files[`in/small-${index}.txt`] = dumpOf(20);
  files["in/z.bin"] = Uint8Array.from({ length: 4000 }, (_, index) => index % 7);
  return createFolder(files);
}

async function readOutputs(folder: string): Promise<string[]> {
  return Promise.all(NAMES.slice(1).map((name) => readFile(join(folder, name), "utf8")));
}

describe.skipIf(process.platform === "win32")("a run that is killed", () => {
  test("goes on to the same bytes", { timeout: 60_000 + KILLS * 60_000 }, async () => {
    const folder = await createInputs();
    const start = performance.now();
    expect((await runIn(folder, [...INPUTS, ...OUTPUTS], null)).code).toBe(3);
    const duration = performance.now() - start;
    const expected = await readOutputs(folder);
    let interrupted = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      for (const name of NAMES.slice(1)) await rm(join(folder, name), { force: true });
      const argv = [...INPUTS, ...OUTPUTS, "--resume", "--jobs", String(1 + (kill % 2))];
      let ended = await runIn(folder, argv, Math.random() * duration * 1.2);
      if (ended.code === null) interrupted++;
      if (kill % 3 === 0 && ended.code === null) ended = await runIn(folder, argv, Math.random() * duration);
      if (ended.code === null) expect((await runIn(folder, argv, null)).code).toBe(3);
      expect(await readOutputs(folder)).toEqual(expected);
      expect((await readdir(folder)).toSorted()).toEqual(NAMES);
    }
    console.log(`${interrupted} of ${KILLS} runs were killed before their end`);
  });

  test("keeps its output to itself while it goes on", { timeout: 120_000 }, async () => {
    const folder = await createInputs();
    const argv = [...INPUTS, ...OUTPUTS, "--resume"];
    let second: Promise<Ended> | null = null;
    const first = await runIn(folder, argv, null, () => {
      if (existsSync(join(folder, ".out.ndjson.newsdump-checkpoint"))) second ??= runIn(folder, argv, null);
      return false;
    });
    expect(first.code).toBe(3);
    const refused = await (second as Promise<Ended> | null); // set meanwhile, which the compiler does not follow
    expect(refused?.code).toBe(1);
    expect(refused?.stderr).toMatch(/^newsdump parse: cannot write out\.ndjson: another run \(process \d+ on \S+\) is writing it/);
    const outputs = await readOutputs(folder);
    expect((await runIn(folder, [...INPUTS, ...OUTPUTS], null)).code).toBe(3);
    expect(await readOutputs(folder)).toEqual(outputs);
    expect((await readdir(folder)).toSorted()).toEqual(NAMES);
  });

  test("does not go on with other inputs or options", { timeout: 120_000 }, async () => {
    const folder = await createInputs();
    const argv = [...INPUTS, ...OUTPUTS, "--resume"];
    const checkpoint = join(folder, ".out.ndjson.newsdump-checkpoint");
    await runIn(folder, argv, null, () => existsSync(checkpoint));
    expect(existsSync(checkpoint)).toBe(true);
    const other = await runIn(folder, [...argv, "--no-removed"], null);
    expect(other.code).toBe(1);
    expect(other.stderr).toContain("it was begun with other options or inputs");
    await appendFile(join(folder, "in/small-7.txt"), "More.\n");
    const changed = await runIn(folder, argv, null);
    expect(changed.code).toBe(1);
    expect(changed.stderr).toContain("the inputs have changed since it was begun");
  });
});
