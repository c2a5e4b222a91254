import { link, readdir, readFile, symlink, lstat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { articleSchema } from "../../src/schema.ts";
import { createFolder, dumpOf } from "../node/temporary-folder.ts";
import { readRows, run } from "./command.ts";

const SEED = "fixtures/date-header/seed/input.txt";
const BINARY = Uint8Array.from({ length: 4000 }, (_, index) => index % 7);

describe("articles", () => {
  test("the seed becomes one valid article with its ledger", async () => {
    const { exitCode, stdout, stderr } = await run(["parse", SEED]);
    expect(exitCode).toBe(0);
    const rows = readRows(stdout);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      date: "2025-11-11",
      time: "15:00",
      declaredLanguage: "en",
      language: "ru",
      removed: [{ rule: "invisible-line" }],
      provenance: { source: SEED },
    });
    expect(articleSchema.safeParse(rows[0]).success).toBe(true);
    expect(stderr).toContain("1 article from 1 file");
    expect(stderr).toContain("language-mismatch 1");
  });

  test("--removed changes nothing, --no-removed empties the ledger", async () => {
    const plain = await run(["parse", SEED]);
    expect((await run(["parse", SEED, "--removed"])).stdout).toBe(plain.stdout);
    const [row] = readRows((await run(["parse", SEED, "--no-removed"])).stdout);
    expect(row).toEqual({ ...readRows(plain.stdout)[0], removed: [] });
  });

  test("standard input, packed or not, alone or among files", async () => {
    const text = dumpOf(3);
    for (const stdin of [text, gzipSync(text)]) {
      const { exitCode, stdout } = await run(["parse", "-"], { stdin });
      expect(exitCode).toBe(0);
      expect(readRows(stdout).map((row) => row["provenance"])).toMatchObject([{ source: "-" }, { source: "-" }, { source: "-" }]);
    }
    const mixed = await run(["parse", SEED, "-", "fixtures/date-header/utf-*/*.txt"], { stdin: text });
    expect(readRows(mixed.stdout).map((row) => (row["provenance"] as { source: string }).source)).toEqual([
      SEED,
      "-",
      "-",
      "-",
      ...["utf-16be", "utf-16le", "utf-16le", "utf-16le-no-mark", "utf-32", "utf-8-mark"].map(
        (name) => `fixtures/date-header/${name}/input.txt`,
      ),
    ]);
  });

  test("no character in a row ends a line", async () => {
    const { stdout } = await run(["parse", "-"], {
      stdin: " date 2025-11-11 Rain\u2028fell on the city, the\u2029mayor said.\nhttps://example.org/\u0085\n",
    });
    expect(stdout.match(/[\n\u0085\u2028\u2029]/g)).toEqual(["\n"]);
    expect(JSON.parse(stdout)).toMatchObject({ removed: [{ text: "https://example.org/\u0085" }] });
  });

  test("--format and --encoding are obeyed", async () => {
    const stdin = Uint8Array.from([...Buffer.from("Title: "), 0xcd, 0xee, 0xe2, 0xee, ...Buffer.from("\nDate: 2025-11-11\n\nText.\n")]);
    const { stdout } = await run(["parse", "-", "--format", "key-value", "--encoding", "cp1251"], { stdin });
    expect(readRows(stdout)).toMatchObject([
      { title: "Ново", provenance: { format: "key-value", encoding: { name: "windows-1251", evidence: "option" } } },
    ]);
  });
});

describe("options of the library", () => {
  const parse = async (argv: readonly string[], stdin: string | Uint8Array): Promise<Record<string, unknown>[]> =>
    readRows((await run(["parse", "-", "-q", ...argv], { stdin })).stdout);

  test("--declared-encoding decides between encodings that fit, not against UTF-8", async () => {
    const bytes = Uint8Array.from([...Buffer.from(" date 2025-11-11 Prix : 5 "), 0xa4, ...Buffer.from(" le kilo.\n")]);
    for (const label of ["iso-8859-15", "windows-1252"]) {
      expect(await parse(["--declared-encoding", label], bytes)).toMatchObject([
        { provenance: { encoding: { name: label, evidence: "declared" } } },
      ]);
    }
    expect(await parse(["--declared-encoding", "koi8-r"], " date 2025-11-11 Déjà vu.\n")).toMatchObject([
      { paragraphs: ["Déjà vu."], provenance: { encoding: { name: "utf-8" } } },
    ]);
  });

  test("--noise", async () => {
    const text = `${dumpOf(1).trimEnd()}\nShare\n`;
    const [light] = await parse(["--noise", "light"], text);
    expect(light).toEqual((await parse([], text))[0]);
    expect(light).toMatchObject({ removed: [{ text: "Share" }] });
    expect(await parse(["--noise", "off"], text)).toMatchObject([{ removed: [] }]);
  });

  test("--no-repair", async () => {
    const text = " date 2025-11-11 The cafÃ© at the rÃ©publique was closed, the town said.\n";
    expect(JSON.stringify(await parse([], text))).toContain("The café at the république");
    const [row] = await parse(["--no-repair"], text);
    expect(row).toMatchObject({ paragraphs: ["The cafÃ© at the rÃ©publique was closed, the town said."], removed: [] });
  });

  test("--no-language", async () => {
    expect(await parse([], dumpOf(1))).toMatchObject([{ language: "en" }]);
    expect(await parse(["--no-language"], dumpOf(1))).toMatchObject([{ language: "und", languageConfidence: 0 }]);
  });

  test("--max-record-bytes", async () => {
    const outcome = await run(["parse", "-", "--max-record-bytes", "50"], { stdin: ` date 2025-11-10 Short text.\n${dumpOf(1)}` });
    expect(outcome.exitCode).toBe(3);
    expect(readRows(outcome.stdout)).toMatchObject([{ date: "2025-11-10" }]);
    expect(outcome.stderr).toContain("rejected     1 (");
  });

  test("inspect takes them, too", async () => {
    const { stdout } = await run(["inspect", "-", "--noise", "off", "--no-language"], { stdin: `${dumpOf(1).trimEnd()}\nShare\n` });
    expect(stdout).not.toContain("removed:");
    expect(stdout).toMatch(/language +und/);
  });
});

describe("exit codes", () => {
  test("3 when a record is rejected, which is written to --rejects", async () => {
    const folder = await createFolder({ "a.bin": BINARY, "b.txt": dumpOf(2) });
    const rejects = join(folder, "rejects.ndjson");
    const { exitCode, stdout, stderr } = await run(["parse", `${folder}/?.*`, "--rejects", rejects]);
    expect(exitCode).toBe(3);
    expect(readRows(stdout)).toHaveLength(2);
    expect(stderr).toContain("1 (binary-record 1)");
    expect(readRows(await readFile(rejects, "utf8"))).toMatchObject([{ reason: "binary-record", source: `${folder}/a.bin`, index: 0 }]);
  });

  test("2 when an input cannot be read, and the others are", async () => {
    expect(await run(["parse", "no/such\u001B[31m"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "newsdump parse: cannot read no/such<ESC>[31m: no such file or folder\n",
    });
    const { exitCode, stdout, stderr } = await run(["parse", "no/such", SEED, "--quiet"]);
    expect(exitCode).toBe(2);
    expect(readRows(stdout)).toHaveLength(1);
    expect(stderr).toBe("newsdump parse: cannot read no/such: no such file or folder\n");
  });

  test("0 for an empty file", async () => {
    const folder = await createFolder({ empty: "" });
    expect(await run(["parse", join(folder, "empty"), "-q"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

describe("files", () => {
  test("-o, --rejects and --report appear complete under their names, with nothing beside them", async () => {
    const folder = await createFolder({});
    const [output, rejects, report] = ["o.ndjson", "r.ndjson", "report.json"].map((name) => join(folder, name)) as [string, string, string];
    const { stdout } = await run(["parse", SEED, "-o", output, "--rejects", rejects, "--report", report]);
    expect(stdout).toBe("");
    expect(readRows(await readFile(output, "utf8"))).toHaveLength(1);
    expect(await readFile(rejects, "utf8")).toBe("");
    expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
      articles: 1,
      records: 1,
      languages: { ru: 1 },
      files: { found: 1, read: 1, bytes: 4919 },
    });
    expect((await readdir(folder)).sort()).toEqual(["o.ndjson", "r.ndjson", "report.json"]);
  });

  test("a failed run leaves what was there as it was", async () => {
    const folder = await createFolder({ "o.ndjson": "before" });
    expect((await run(["parse", "no/such", "-o", join(folder, "o.ndjson")])).exitCode).toBe(2);
    expect(await readFile(join(folder, "o.ndjson"), "utf8")).toBe("before");
    expect(await readdir(folder)).toEqual(["o.ndjson"]);
  });

  test("a link stays a link, a device a device", async () => {
    const folder = await createFolder({ "real.ndjson": "before" });
    await symlink("real.ndjson", join(folder, "link.ndjson"));
    await run(["parse", SEED, "-q", "-o", join(folder, "link.ndjson")]);
    expect((await lstat(join(folder, "link.ndjson"))).isSymbolicLink()).toBe(true);
    expect(readRows(await readFile(join(folder, "real.ndjson"), "utf8"))).toHaveLength(1);
    expect((await run(["parse", SEED, "-q", "-o", "/dev/null", "--report", "/dev/null"])).exitCode).toBe(0);
    expect((await lstat("/dev/null")).isCharacterDevice()).toBe(true);
  });

  test.skipIf(process.platform === "win32")("a link to a file that does not exist yet stays a link, and the file is written", async () => {
    for (const options of [[], ["--resume"]]) {
      const folder = await createFolder({ "sub/x": "" });
      await symlink("sub", join(folder, "same"));
      await symlink("../real.ndjson", join(folder, "sub/inner.ndjson"));
      await symlink("same/inner.ndjson", join(folder, "link.ndjson"));
      const { exitCode, stderr } = await run(["parse", SEED, "-q", "-o", join(folder, "link.ndjson"), ...options]);
      expect([exitCode, stderr]).toEqual([0, ""]);
      expect((await lstat(join(folder, "link.ndjson"))).isSymbolicLink()).toBe(true);
      expect((await lstat(join(folder, "sub/inner.ndjson"))).isSymbolicLink()).toBe(true);
      expect((await lstat(join(folder, "real.ndjson"))).isFile()).toBe(true);
      expect(readRows(await readFile(join(folder, "link.ndjson"), "utf8"))).toHaveLength(1);
      expect((await readdir(folder)).toSorted()).toEqual(["link.ndjson", "real.ndjson", "same", "sub"]);
    }
  });

  test("an output in the input's folder is not read", async () => {
    const folder = await createFolder({ "a.txt": dumpOf(2) });
    const { exitCode } = await run(["parse", folder, "-o", join(folder, "out.ndjson")]);
    expect(exitCode).toBe(0);
    expect(readRows(await readFile(join(folder, "out.ndjson"), "utf8"))).toHaveLength(2);
  });

  test("two outputs that are one file are refused, however they are spelt", async () => {
    const folder = await createFolder({ "old.ndjson": "before", "sub/x": "" });
    await link(join(folder, "old.ndjson"), join(folder, "hard.ndjson"));
    await symlink(folder, join(folder, "same"));
    await symlink("sub/new.ndjson", join(folder, "dangling"));
    for (const [output, rejects] of [
      ["new.ndjson", "./new.ndjson"],
      ["new.ndjson", "sub/../new.ndjson"],
      ["new.ndjson", "same/new.ndjson"],
      ["dangling", "sub/new.ndjson"],
      ["old.ndjson", "hard.ndjson"],
      ["old.ndjson", "same/old.ndjson"],
    ] as const) {
      const { exitCode, stderr } = await run(["parse", SEED, "-o", `${folder}/${output}`, "--rejects", `${folder}/${rejects}`]);
      expect(stderr).toContain(`${folder}/${rejects} is given for two outputs`);
      expect(exitCode).toBe(1);
    }
    expect(await readFile(join(folder, "old.ndjson"), "utf8")).toBe("before");
    expect((await readdir(folder)).sort()).toEqual(["dangling", "hard.ndjson", "old.ndjson", "same", "sub"]);
  });

  test("an output that is an input is refused, and the input stays", async () => {
    const text = dumpOf(2);
    const folder = await createFolder({ "a.txt": text, "b.txt": text });
    await symlink("a.txt", join(folder, "link.txt"));
    const a = join(folder, "a.txt");
    for (const argv of [
      [a, "-o", a],
      [a, "-o", `${folder}/./a.txt`],
      [folder, "--report", a],
      [`${folder}/*.txt`, "--rejects", join(folder, "link.txt")],
      [join(folder, "link.txt"), "-o", a],
    ]) {
      const { exitCode, stdout, stderr } = await run(["parse", ...argv]);
      expect(stderr).toMatch(/the output \S+ is the input \S+\n/);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
      expect(await readFile(a, "utf8")).toBe(text);
    }
    expect((await readdir(folder)).sort()).toEqual(["a.txt", "b.txt", "link.txt"]);
  });

  test("one that cannot be written is told, and the others do not appear", async () => {
    const folder = await createFolder({});
    const { exitCode, stderr } = await run(["parse", SEED, "-o", join(folder, "o"), "--report", join(folder, "none", "r")]);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(`newsdump parse: cannot write ${join(folder, "none", "r")}: no such file or folder\n`);
    expect(await readdir(folder)).toEqual([]);
    expect((await run(["parse", SEED, "-o", folder])).stderr).toContain("is a folder");
  });
});

describe("progress", () => {
  test("is shown on a terminal and cleared, but not beside rows on the same terminal or with --quiet", async () => {
    const folder = await createFolder({ "a.txt": dumpOf(1) });
    await writeFile(join(folder, "b.txt"), dumpOf(800));
    const shown = await run(["parse", folder, "-o", "/dev/null"], { stderrIsTTY: true });
    expect(shown.stderr).toMatch(/\d+ % · .+ of .+ · file \d of 2 · \d+ records · .+\/s/);
    expect(shown.stderr).toContain("\r\u001B[K801 articles from 2 files");
    for (const [argv, setting] of [
      [["parse", folder], { stderrIsTTY: true, stdoutIsTTY: true }],
      [["parse", folder, "-o", "/dev/null"], {}],
      [["parse", folder, "-q", "-o", "/dev/null"], { stderrIsTTY: true }],
    ] as const) {
      expect((await run(argv, setting)).stderr).not.toContain("\u001B");
    }
  }, 30_000);
});
