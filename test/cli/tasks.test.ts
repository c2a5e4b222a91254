import { mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describePlace, hashBytes } from "../../src/cli/checkpoint.ts";
import { createFolder, dumpOf } from "../node/temporary-folder.ts";
import { readRows, run } from "./command.ts";

const SEED = "fixtures/date-header/seed/input.txt";

/** A dump of some hundred kilobytes in a folder with a small one. */
async function createInputs(): Promise<string> {
  return createFolder({
    "in/a.txt": dumpOf(3000),
    "in/b.txt": dumpOf(3, "Привет"),
    "in/c.bin": Uint8Array.from({ length: 4000 }, (_, i) => i % 7),
  });
}

describe("shards", () => {
  test("parsed one after the other give the rows of a whole run", { timeout: 120_000 }, async () => {
    const folder = await createInputs();
    const whole = await run(["parse", `${folder}/in`, "-q", "--no-language"]);
    const { stdout: lines, exitCode } = await run(["shards", `${folder}/in`, "--size", "100KB", "--no-language"]);
    expect(exitCode).toBe(0);
    const shards = readRows(lines);
    expect(shards.length).toBeGreaterThan(3);
    expect(shards.map(({ shard }) => shard)).toEqual(shards.map((_, index) => index));
    const together = await run(["parse", "--shard", "-", "-q"], { stdin: lines });
    expect(together).toEqual(whole);
    let apart = "";
    for (const line of lines.trimEnd().split("\n")) apart += (await run(["parse", "--shard", line, "-q"])).stdout;
    expect(apart).toBe(whole.stdout);
  });

  test("of records that come in pieces number them as a whole run does", async () => {
    const long = `Rain fell on the city all day long. ${"The river rose once more, line by line.\n".repeat(40)}`;
    const dump = Array.from({ length: 9 }, (_, day) => ` date 2025-11-1${day} ${day % 4 === 1 ? long : "Rain fell on the city.\n"}`).join(
      "",
    );
    const file = `${await createFolder({ "a.txt": dump })}/a.txt`;
    const options = ["--no-language", "--format", "date-header", "--large-records", "split", "--max-record-bytes", "400"];
    const whole = await run(["parse", file, "-q", ...options]);
    const lines = (await run(["shards", file, "--size", "600", ...options])).stdout;
    expect(readRows(lines).length).toBeGreaterThan(2);
    const { stdout } = await run(["parse", "--shard", "-", "-q"], { stdin: lines });
    expect(stdout).toBe(whole.stdout);
    expect(readRows(stdout).length).toBeGreaterThan(9);
  });

  test("of small files hold many", async () => {
    const folder = await createFolder(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.txt`, dumpOf(1)])));
    expect(readRows((await run(["shards", folder])).stdout)).toHaveLength(1);
    expect(readRows((await run(["shards", folder, "--size", "1KB"])).stdout)).toHaveLength(3);
  });

  test("refuse what cannot be", async () => {
    const folder = await createInputs();
    const lines = (await run(["shards", `${folder}/in/a.txt`, "--size", "100KB"])).stdout;
    const [first = "", second = ""] = lines.split("\n");
    expect((await run(["parse", "--shard", first, "--noise", "off"])).stderr).toContain("--noise is for newsdump shards");
    expect((await run(["parse", "--shard", first, SEED])).stderr).toContain("takes the place of inputs");
    expect((await run(["parse", "--shard", "{}"])).stderr).toContain("a shard must be a line that newsdump shards has printed");
    expect((await run(["parse", "--shard", `${folder}/none`])).exitCode).toBe(2);
    const changed = JSON.stringify({ ...(JSON.parse(second) as object), size: 5_000_000 });
    const outcome = await run(["parse", "--shard", changed]);
    expect(outcome.stderr).toContain("the shard was made of 5000000");
    expect(outcome.exitCode).toBe(2);
    expect((await run(["shards", "-"])).exitCode).toBe(1);
    expect((await run(["shards"])).exitCode).toBe(1);
    expect((await run(["shards", "no/such"])).exitCode).toBe(2);
    expect((await run(["shards", SEED, "--size", "0"])).stderr).toContain("--size must be");
  });
});

test("a list of shards has a bound, wherever it comes from", { timeout: 120_000 }, async () => {
  const most = 256 * 1024 ** 2;
  const list = join(await createFolder({ list: "" }), "list");
  await truncate(list, 3 * 1024 ** 3);
  for (const path of [list, "/dev/zero", "-"]) {
    for (const command of ["parse", "profile"]) {
      const stdin = path === "-" ? new Uint8Array(most + 1) : "";
      expect(await run([command, "--shard", path], { stdin })).toEqual({
        exitCode: 2,
        stdout: "",
        stderr: `newsdump ${command}: cannot read the shards in ${path}: it is larger than ${most} bytes\n`,
      });
    }
  }
  await truncate(list, 0);
  await writeFile(list, Buffer.alloc(100 * 1024 ** 2, 0x0a));
  expect(await run(["parse", "--shard", list, "-q"])).toMatchObject({ exitCode: 0, stdout: "" }); // as with an empty list
});

test("a shard is read only as it is written", async () => {
  const folder = await createInputs();
  const [line = ""] = (await run(["shards", `${folder}/in/a.txt`, "--size", "100KB", "--no-language"])).stdout.split("\n");
  const range = JSON.parse(line) as { size: number; start: number; plan: object; options: object }; // written by the command
  const files = { version: 1, shard: 0, kind: "files", options: {}, paths: [`${folder}/in/b.txt`] };
  const wrong: [object, string][] = [
    [{ ...range, end: range.size + 1 }, "end"],
    [{ ...range, end: 1e300 }, "end"],
    [{ ...range, start: -1 }, "start"],
    [{ ...range, start: range.size, end: 5 }, "start"],
    [{ ...range, start: 0.5 }, "start"],
    [{ ...range, path: "" }, "path"],
    [{ ...range, base: { lines: -1, records: 0 } }, "base"],
    [{ ...range, base: null }, "base"],
    [{ ...range, plan: { ...range.plan, encoding: { encoding: "none" } } }, "plan"],
    [{ ...range, plan: { ...range.plan, prior: {} } }, "plan"],
    [{ ...range, plan: { ...range.plan, dateOrder: "ydm" } }, "plan"],
    [{ ...range, options: null }, "options"],
    [{ ...range, options: [] }, "options"],
    [{ ...range, options: { formats: {} } }, "options"],
    [{ ...files, paths: [5] }, "paths"],
    [{ ...files, paths: [""] }, "paths"],
    [{ ...files, options: null }, "options"],
    [{ ...files, kind: "none" }, "kind"],
    [{ ...files, shard: "0" }, "shard"],
    [[], "form"],
  ];
  for (const [shard, name] of wrong) {
    for (const command of ["parse", "profile"]) {
      const file = join(folder, "shard.ndjson");
      await writeFile(file, JSON.stringify(shard));
      const { exitCode, stderr } = await run([command, "--shard", file]);
      expect([exitCode, stderr.split("\n")[0]]).toEqual([
        1,
        expect.stringMatching(new RegExp(`a shard must be a line .*\\(its ${name} is wrong\\)$`)),
      ]);
    }
  }
  expect((await run(["parse", "--shard", JSON.stringify(files), "-q"])).exitCode).toBe(0);
});

describe("--jobs", () => {
  test("1 and auto are fine with standard input, more are not", async () => {
    expect((await run(["parse", "-", "--jobs", "auto", "-q"], { stdin: dumpOf(1) })).exitCode).toBe(0);
    expect((await run(["parse", "-", "--jobs", "2"])).stderr).toContain("--jobs and --resume take files, not -");
    for (const jobs of ["0", "x", "2000"]) expect((await run(["parse", SEED, "--jobs", jobs])).exitCode).toBe(1);
  });

  test("1 gives what there is without", async () => {
    const folder = await createInputs();
    const rejects = join(folder, "rejects");
    const plain = await run(["parse", `${folder}/in`, "-q", "--no-language", "--rejects", rejects]);
    const rejected = await readFile(rejects, "utf8");
    expect(await run(["parse", `${folder}/in`, "-q", "--no-language", "--rejects", rejects, "--jobs", "1"])).toEqual(plain);
    expect(await readFile(rejects, "utf8")).toBe(rejected);
    expect(rejected).toContain("binary-record");
  });
});

describe("--resume", () => {
  test("says where an interrupted run goes on", () => {
    const files = ["a.txt", "b.txt"].map((path) => ({ path, problem: null }));
    expect(describePlace(null, files)).toBe("the beginning");
    expect(describePlace({ file: 1, byte: 512 }, files)).toBe("byte 512 of b.txt");
    expect(describePlace({ file: 2, byte: 0 }, files)).toBe("the end of the input");
  });

  test("needs a file, and all its inputs as they were", async () => {
    expect((await run(["parse", SEED, "--resume"])).stderr).toContain("--resume needs --output FILE");
    expect((await run(["parse", SEED, "--resume", "--unordered", "-o", "x"])).exitCode).toBe(1);
    expect((await run(["parse", SEED, "--resume", "-o", "/dev/null"])).stderr).toContain("needs a regular file");
  });

  const CHECKPOINT = ".out.ndjson.newsdump-checkpoint";
  const PART = ".out.ndjson.newsdump-part";

  /** Leaves the checkpoint of a run that has read all and could not write its report. */
  async function leaveCheckpoint(): Promise<{ folder: string; argv: string[] }> {
    const folder = await createFolder({ "a.txt": dumpOf(5) });
    const outputs = ["-o", join(folder, "out.ndjson"), "--report", join(folder, "reports", "report.json")];
    const argv = ["parse", `${folder}/a.txt`, ...outputs, "--resume", "-q"];
    await mkdir(join(folder, "reports"));
    await mkdir(join(folder, "reports", ".report.json.newsdump-part"));
    expect((await run(argv)).exitCode).toBe(1);
    await rm(join(folder, "reports", ".report.json.newsdump-part"), { recursive: true });
    return { folder, argv };
  }

  /** Changes a note as only the command itself would. */
  async function changeProgress(folder: string, changes: object): Promise<void> {
    const path = join(folder, CHECKPOINT);
    const sealed = JSON.parse(await readFile(path, "utf8")) as { stored: { progress: object } }; // written by the command
    const stored = { ...sealed.stored, progress: { ...sealed.stored.progress, ...changes } };
    await writeFile(path, JSON.stringify({ checksum: hashBytes(Buffer.from(JSON.stringify(stored))), stored }));
  }

  test("after a run that only lacks its report writes that", async () => {
    const { folder, argv } = await leaveCheckpoint();
    expect((await run(argv)).exitCode).toBe(0);
    expect(JSON.parse(await readFile(join(folder, "reports", "report.json"), "utf8"))).toMatchObject({ articles: 5 });
    expect((await readdir(folder)).toSorted()).toEqual(["a.txt", "out.ndjson", "reports"]);
  });

  test("does not take an output for whole that is gone or was changed", async () => {
    for (const change of [rm, (path: string) => truncate(path, 10)]) {
      const { folder, argv } = await leaveCheckpoint();
      await change(join(folder, "out.ndjson"));
      const { exitCode, stderr } = await run(argv);
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`out.ndjson is no longer what was written; remove ${join(folder, CHECKPOINT)} to begin anew`);
      await rm(join(folder, CHECKPOINT));
      expect((await run(argv)).exitCode).toBe(0);
      expect(readRows(await readFile(join(folder, "out.ndjson"), "utf8"))).toHaveLength(5);
    }
  });

  test("whose part is gone or shorter says which file to remove", async () => {
    for (const [content, message] of [
      [null, "is gone"],
      ["short", "is shorter than it was"],
    ] as const) {
      const { folder, argv } = await leaveCheckpoint();
      await changeProgress(folder, { isComplete: false });
      await rm(join(folder, "out.ndjson"));
      if (content !== null) await writeFile(join(folder, PART), content);
      const before = await readdir(folder);
      const { exitCode, stderr } = await run(argv);
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`${PART} ${message}; remove ${join(folder, CHECKPOINT)} to begin anew`);
      expect(await readdir(folder)).toEqual(before);
      await rm(join(folder, CHECKPOINT));
      expect((await run(argv)).exitCode).toBe(0);
    }
  });

  test("does not go on from a checkpoint that was changed", async () => {
    for (const [from, to] of [
      [/"place":\{.*?\}\}/, '"place":{}'],
      [/"lengths":\{.*?\}/, '"lengths":{}'],
      [/"progress":.*/, '"progress":{}}}'],
      [/^.*$/, "null"],
      [/^.*$/, "{}"],
      [/.$/, ""],
    ] as const) {
      const { folder, argv } = await leaveCheckpoint();
      const text = await readFile(join(folder, CHECKPOINT), "utf8");
      expect(text).toMatch(from);
      await writeFile(join(folder, CHECKPOINT), text.replace(from, to));
      const { exitCode, stderr } = await run(argv);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/the note of what is done is not as it was written; remove \S+newsdump-checkpoint to begin anew\n$/);
    }
  });

  test("without an earlier run parses all", async () => {
    const folder = await createFolder({ "a.txt": dumpOf(5) });
    const out = join(folder, "out.ndjson");
    expect((await run(["parse", `${folder}/a.txt`, "--resume", "-o", out, "-q"])).exitCode).toBe(0);
    expect(readRows(await readFile(out, "utf8"))).toHaveLength(5);
  });
});
