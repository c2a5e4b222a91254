import { execFileSync } from "node:child_process";
import { chmod, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseDump } from "../../src/index.ts";
import { openDump, profileFiles } from "../../src/node/index.ts";
import type { DumpResult } from "../../src/result.ts";
import { createFolder, dumpOf } from "./temporary-folder.ts";

async function collect(dump: AsyncIterable<DumpResult>): Promise<DumpResult[]> {
  const results: DumpResult[] = [];
  for await (const result of dump) results.push(result);
  return results;
}

/** The sources in the order of the results, without the folder's own path. */
async function sourcesOf(input: string | string[], folder: string): Promise<(string | undefined)[]> {
  const results = await collect(openDump(input));
  return results.map((result) =>
    (result.kind === "article" ? result.article.provenance.source : `!${result.rejected.source}`)?.replace(`${folder}/`, ""),
  );
}

describe("one file", () => {
  test("gives the same as parseDump, with its path as source", async () => {
    const path = "fixtures/date-header/seed/input.txt";
    const dump = openDump(path);
    const [result, ...others] = await collect(dump);
    expect(others).toEqual([]);
    expect(result).toMatchObject({ kind: "article", article: { date: "2025-11-11", provenance: { source: path, index: 0 } } });
    expect(dump.files).toEqual({ found: 1, read: 1, unreadable: 0, skipped: 0, bytes: 4919 });
  });

  test("reads files longer than a chunk without a difference", async () => {
    const text = dumpOf(40).replaceAll("\n\n", `\n${"The water fell again. ".repeat(400)}\n\n`);
    expect(text.length).toBeGreaterThan(300_000);
    const folder = await createFolder({ "long.txt": text });
    const path = join(folder, "long.txt");
    const dump = openDump(path);
    const results = await collect(dump);
    const whole = parseDump(new TextEncoder().encode(text), { source: path });
    expect(results.map((result) => result.kind === "article" && result.article)).toEqual(whole.articles);
    expect(dump.report).toEqual(whole.report);
  });

  test("throws when it does not exist, is a pattern without a match, or an option is wrong", async () => {
    await expect(collect(openDump("no/such/file.txt"))).rejects.toMatchObject({
      code: "unreadable-input",
      message: expect.stringContaining("no/such/file.txt") as string,
    });
    await expect(collect(openDump("no/such/*.txt"))).rejects.toMatchObject({ code: "unreadable-input" });
    expect(() => openDump("x", { format: "nope" })).toThrow(expect.objectContaining({ code: "unknown-format" }));
    expect(() => openDump([])).toThrow(expect.objectContaining({ code: "invalid-input" }));
    expect(() => openDump("")).toThrow(expect.objectContaining({ code: "invalid-input" }));
    expect(() => openDump("x", { source: "y" } as object)).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });

  test("takes an empty file as a dump without records", async () => {
    const folder = await createFolder({ empty: "" });
    const dump = openDump(join(folder, "empty"));
    expect(await collect(dump)).toEqual([]);
    expect(dump.files.read).toBe(1);
  });

  test("reads a pipe", async () => {
    const folder = await createFolder({ "a.txt": dumpOf(3) });
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const [results] = await Promise.all([collect(openDump(join(folder, "pipe"))), writeFile(join(folder, "pipe"), dumpOf(3))]);
    expect(results).toHaveLength(3);
  });

  test("can be iterated once", async () => {
    const dump = openDump("fixtures/date-header/seed/input.txt");
    expect(await collect(dump)).toHaveLength(1);
    await expect(collect(dump)).rejects.toMatchObject({ name: "NewsdumpError", code: "invalid-input" });
    expect(dump.report.records).toBe(1);
  });

  test.skipIf(process.platform !== "linux")("whose name is not valid UTF-8 is said to be that", async () => {
    const folder = await createFolder({ "b.txt": dumpOf(1) });
    await writeFile(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xe9]), Buffer.from(".txt")]), dumpOf(1));
    const [rejected] = await collect(openDump(folder));
    expect(rejected).toMatchObject({ rejected: { reason: "unreadable-source" } });
    expect(rejected?.kind === "rejected" && rejected.rejected.message).toMatch(/: the name is not valid UTF-8$/);
  });

  test("is closed when the iteration is broken off", async () => {
    const folder = await createFolder({ "a.txt": dumpOf(50) });
    for await (const result of openDump(join(folder, "a.txt"))) {
      expect(result.kind).toBe("article");
      break;
    }
  });
});

describe("folders", () => {
  test("are read with all below them, by the names' order, hidden entries and links passed over", async () => {
    const folder = await createFolder({
      "b.txt": dumpOf(1),
      "a/z.txt": dumpOf(1),
      "a/B.txt": dumpOf(1),
      "c/d/e.txt": dumpOf(1),
      ".hidden": dumpOf(1),
      ".git/x": dumpOf(1),
    });
    await symlink(join(folder, "b.txt"), join(folder, "link.txt"));
    await symlink(folder, join(folder, "loop"));
    expect(await sourcesOf(folder, folder)).toEqual(["a/B.txt", "a/z.txt", "b.txt", "c/d/e.txt"]);
    const dump = openDump(`${folder}///`);
    await collect(dump);
    expect(dump.files).toMatchObject({ found: 4, read: 4, skipped: 4 });
  });

  test("an empty folder is no error", async () => {
    expect(await collect(openDump(await createFolder({})))).toEqual([]);
  });

  test("a hidden file or a link that is named is read", async () => {
    const folder = await createFolder({ ".hidden": dumpOf(1), "b.txt": dumpOf(1) });
    await symlink(join(folder, "b.txt"), join(folder, "link.txt"));
    expect(await sourcesOf([join(folder, ".hidden"), join(folder, "link.txt")], folder)).toEqual([".hidden", "link.txt"]);
  });

  test("every file is a dump of its own, and the report counts all", async () => {
    const folder = await createFolder({
      "1.txt": dumpOf(2),
      "2.txt": "Title: One\nDate: 2025-11-11\n\nRain fell on the city all Tuesday.\n",
      "3.txt": Uint8Array.from(Buffer.from(dumpOf(1, "Привет"), "utf16le")),
    });
    const dump = openDump(folder);
    const results = await collect(dump);
    expect(results.map((result) => result.kind === "article" && result.article.provenance.index)).toEqual([0, 1, 0, 0]);
    expect(dump.report).toMatchObject({
      records: 4,
      articles: 4,
      formats: { "date-header": 3, "key-value": 1 },
      encodings: { "utf-8": 3, "utf-16le": 1 },
    });
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "a file without permission is rejected, the others are read",
    async () => {
      const folder = await createFolder({ "a.txt": dumpOf(1), "b.txt": dumpOf(1) });
      await chmod(join(folder, "a.txt"), 0);
      expect(await sourcesOf(folder, folder)).toEqual([`!${folder}/a.txt`.replace(`${folder}/`, ""), "b.txt"]);
    },
  );

  test("a damaged file is kept as far as it goes, rejected, and the next is read", async () => {
    const packed = gzipSync(dumpOf(60));
    const folder = await createFolder({ "a.gz": packed.subarray(0, packed.length - 30), "b.txt": dumpOf(1) });
    const dump = openDump(folder);
    const results = await collect(dump);
    const rejected = results.filter((result) => result.kind === "rejected").map((result) => result.rejected);
    expect(rejected).toMatchObject([
      {
        reason: "unreadable-source",
        index: -1,
        span: null,
        source: `${folder}/a.gz`,
        diagnostics: [{ code: "unreadable-source", severity: "error" }],
      },
    ]);
    expect(rejected[0]?.message).toContain("ends too early");
    expect(results.length).toBeGreaterThan(20);
    expect(results.at(-1)).toMatchObject({ kind: "article", article: { provenance: { source: `${folder}/b.txt` } } });
    expect(dump.report.rejected).toBe(1);
    expect(dump.report.records).toBe(dump.report.articles + 1);
    expect(dump.files).toMatchObject({ found: 2, read: 2, unreadable: 1 });
  });
});

describe("several inputs", () => {
  test("come in their order, each file once; one that is missing is rejected", async () => {
    const folder = await createFolder({ "b.txt": dumpOf(1), "a.txt": dumpOf(1) });
    expect(await sourcesOf([join(folder, "b.txt"), join(folder, "none"), folder, `${folder}/*.txt`], folder)).toEqual(
      ["b.txt", "!" + join(folder, "none"), "a.txt"].map((path) => path.replace(`${folder}/`, "")),
    );
  });
});

describe("patterns", () => {
  const files = {
    "a.txt": dumpOf(1),
    "b.text": dumpOf(1),
    "[x].txt": dumpOf(1),
    ".c.txt": dumpOf(1),
    "d/e.txt": dumpOf(1),
    "d/f/g.txt": dumpOf(1),
    "d/.h/i.txt": dumpOf(1),
  };
  test.each([
    ["*.txt", ["[x].txt", "a.txt"]],
    ["**/*.txt", ["[x].txt", "a.txt", "d/e.txt", "d/f/g.txt"]],
    ["?.t*t", ["a.txt", "b.text"]],
    ["{b,a}.{txt,text}", ["a.txt", "b.text"]],
    ["[ab].*", ["a.txt", "b.text"]],
    ["*/*.txt", ["d/e.txt"]],
    [".*.txt", [".c.txt"]],
    ["d/.h/*", ["d/.h/i.txt"]],
    ["d*", ["d/e.txt", "d/f/g.txt"]],
    ["d/**", ["d/e.txt", "d/f/g.txt"]],
    ["[x].txt", ["[x].txt"]], // exists by that name
  ])("%s", async (pattern, expected) => {
    const folder = await createFolder(files);
    expect(await sourcesOf(`${folder}/${pattern}`, folder)).toEqual(expected);
  });

  test("paths are shown as they were given", async () => {
    const [result] = await collect(openDump("./fixtures/date-header/see*/input.txt"));
    expect(result).toMatchObject({ article: { provenance: { source: "./fixtures/date-header/seed/input.txt" } } });
  });
});

test("options that openDump and profileFiles cannot have are refused before anything is read", async () => {
  const isTyped = (message: string): unknown => expect.objectContaining({ name: "NewsdumpError", code: "invalid-option", message });
  for (const options of ["off", null] as unknown[] as object[]) {
    const message = `options must be an object, not ${options as unknown as string}`;
    expect(() => openDump("no-such-file", options)).toThrow(isTyped(message));
    await expect(profileFiles("no-such-file", options)).rejects.toEqual(isTyped(message));
  }
  for (const workers of [Symbol("two"), Object.create(null), null, -1, 1.5, "2", 1e9] as unknown[] as number[]) {
    const text = Object(workers) === workers ? "object" : String(workers);
    expect(() => openDump("no-such-file", { workers })).toThrow(
      isTyped(`workers must be "auto" or a whole number from 0 to 1024, not ${text}`),
    );
  }
  await expect(profileFiles("no-such-file", { limits: [] as object })).rejects.toMatchObject({ code: "invalid-option" });
});
