import { spawn, type ChildProcess } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFolder, dumpOf } from "../node/temporary-folder.ts";

// Inside the package, so that the dependencies are found.
const OUT = "node_modules/.cache/newsdump-command";
const COMMAND = join(OUT, "main.js");
let metafile: Metafile;

beforeAll(async () => {
  const result = await build({
    entryPoints: ["src/cli/main.ts"],
    outdir: OUT,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    metafile: true,
  });
  metafile = result.metafile;
});

afterAll(() => rm(OUT, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...argv], { stdio: "pipe" });
}

function end(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout!.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr!.on("data", (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr })));
}

describe("the process", () => {
  test("exits with the command's code", async () => {
    expect((await end(start(["parse", "fixtures/date-header/seed/input.txt"]))).code).toBe(0);
    expect((await end(start(["parse"]))).code).toBe(1);
    expect((await end(start(["parse", "no/such/file"]))).code).toBe(2);
  });

  test("reads standard input", async () => {
    const child = start(["parse", "-"]);
    const ended = end(child);
    child.stdin!.end(dumpOf(2));
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout.split("\n")).toHaveLength(3);
  });

  test("hands a row over before the input ends", async () => {
    const child = start(["parse", "-"]);
    const first = new Promise<string>((resolve) => child.stdout!.once("data", (text: Buffer) => resolve(text.toString())));
    child.stdin!.write(dumpOf(1500)); // longer than the head that is looked at first
    expect(JSON.parse((await first).split("\n")[0]!)).toMatchObject({ provenance: { index: 0 } });
    const ended = end(child);
    child.stdin!.end();
    expect((await ended).code).toBe(0);
  }, 30_000);

  test("ends quietly when its reader has seen enough", async () => {
    const child = start(["parse", "-"]);
    const ended = end(child);
    child.stdout!.once("data", () => child.stdout!.destroy());
    child.stdin!.on("error", () => {}); // it stops reading
    child.stdin!.end(dumpOf(3000));
    const { code, stderr } = await ended;
    expect(stderr).toBe("");
    expect(code).toBe(0);
  }, 30_000);

  test.skipIf(process.platform !== "linux")("says that standard output cannot be written", async () => {
    for (const argv of [["parse", "fixtures/date-header/seed/input.txt"], ["inspect", "fixtures/date-header/seed/input.txt"], ["--help"]]) {
      const command = `"${process.execPath}" ${COMMAND} ${argv.join(" ")} > /dev/full`;
      const { code, stderr } = await end(spawn("sh", ["-c", command], { stdio: "pipe" }));
      expect(stderr).toMatch(/^newsdump( \w+)?: cannot write standard output: no space left\n$/);
      expect(code).toBe(1);
    }
  });

  test.skipIf(process.platform === "win32")("does not take a folder in the place of standard input for an empty one", async () => {
    for (const argv of ["parse -", "encoding -", "inspect -", "parse --shard -", "profile --shard -"]) {
      const { code, stdout, stderr } = await end(
        spawn("sh", ["-c", `"${process.execPath}" ${COMMAND} ${argv} < fixtures`], { stdio: "pipe" }),
      );
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^newsdump \w+: cannot read (?:the shards in )?-: is a folder\n/);
    }
  });

  test.skipIf(process.platform === "win32")(
    "refuses an input that is its standard output or an output that is its standard input",
    async () => {
      const folder = await createFolder({ "a.txt": dumpOf(2) });
      for (const [argv, message] of [
        [`parse ${folder}/a.txt >> ${folder}/a.txt`, `the output - is the input ${folder}/a.txt`],
        [`parse - -o ${folder}/a.txt < ${folder}/a.txt`, `the output ${folder}/a.txt is the input -`],
        [`parse - --rejects ${folder}/out.txt > ${folder}/out.txt`, `${folder}/out.txt is given for two outputs`],
      ] as const) {
        const { code, stderr } = await end(spawn("sh", ["-c", `"${process.execPath}" ${COMMAND} ${argv}`], { stdio: "pipe" }));
        expect(stderr).toContain(message);
        expect(code).toBe(1);
      }
      expect(await readFile(join(folder, "a.txt"), "utf8")).toBe(dumpOf(2));
    },
  );

  test.skipIf(process.platform === "win32")("leaves no file behind when it is interrupted", async () => {
    const folder = await createFolder({});
    const child = start(["parse", "-", "-o", join(folder, "out.ndjson")]);
    const ended = end(child);
    child.stdin!.write(dumpOf(10));
    while ((await readdir(folder)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(await readdir(folder)).toEqual([]);
  });
});

test("help and version load nothing of the pipeline", () => {
  const seen = new Set<string>();
  const visit = (output: string): void => {
    if (seen.has(output)) return;
    seen.add(output);
    for (const { path, kind, external } of metafile.outputs[output]!.imports)
      if (kind === "import-statement" && external !== true) visit(path);
  };
  visit(COMMAND);
  const inputs = [...seen].flatMap((output) => Object.keys(metafile.outputs[output]!.inputs));
  expect(inputs.filter((input) => !/^(?:src\/cli\/|src\/node\/(?:read-file|named-pipe|missing)\.ts|package\.json)/.test(input))).toEqual(
    [],
  );
});
