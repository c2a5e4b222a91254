import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { detectEncoding } from "../../src/encoding/index.ts";
import { tarOf, zipOf } from "../node/archives.ts";
import { createFolder, dumpOf } from "../node/temporary-folder.ts";
import { readRows, run } from "./command.ts";

/** "Новости" in windows-1251: so short that other encodings remain possible. */
const RUSSIAN = Uint8Array.of(0xcd, 0xee, 0xe2, 0xee, 0xf1, 0xf2, 0xe8);
const HEAD_BYTES = 1024 * 1024;

test("entries of archives have a row each, and what is packed twice is judged by what it holds", async () => {
  const wide = Buffer.from(`\uFEFF${dumpOf(1)}`, "utf16le");
  const folder = await createFolder({
    "a.tar.gz": gzipSync(tarOf({ "one.txt": RUSSIAN, "two.gz": gzipSync(wide) })),
    "b.zip": zipOf({ "x/one.txt": wide }),
    "c.gz": gzipSync(gzipSync(wide)),
    "d.tar": tarOf({ "one.txt": dumpOf(1), "cut.gz": gzipSync(dumpOf(9)).subarray(0, 15), "two.txt": wide }),
  });
  const { exitCode, stdout, stderr } = await run(["encoding", folder, "--json"]);
  expect(readRows(stdout).map(({ path, encoding }) => [String(path).slice(folder.length + 1), encoding])).toEqual([
    ["a.tar.gz!/one.txt", "windows-1251"],
    ["a.tar.gz!/two.gz", "utf-16le"],
    ["b.zip!/x/one.txt", "utf-16le"],
    ["c.gz", "utf-16le"],
    ["d.tar!/one.txt", "utf-8"],
    ["d.tar!/two.txt", "utf-16le"],
  ]);
  expect(stderr).toMatch(/^newsdump encoding: cannot read .*d\.tar!\/cut\.gz: the gzip data ends too early\n$/);
  expect(exitCode).toBe(2);
});

describe("the table", () => {
  test("has a row for every file, in columns", async () => {
    const folder = await createFolder({
      "a.txt": dumpOf(1),
      "b.txt.gz": gzipSync(RUSSIAN),
      "c\u202E.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(dumpOf(1), "utf16le")]),
    });
    const { exitCode, stdout, stderr } = await run(["encoding", folder]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const [head, ...rows] = stdout.trimEnd().split("\n");
    const starts = ["path", "encoding", "confidence", "evidence", "language", "alternatives"].map((name) => head!.indexOf(name));
    const cells = rows.map((row) => starts.map((start, column) => row.slice(start, starts[column + 1]).trim()));
    expect(cells).toEqual([
      [`${folder}/a.txt`, "utf-8", "100 %", "ascii", "-", "-"],
      [
        `${folder}/b.txt.gz`,
        "windows-1251",
        expect.stringMatching(/^\d\d %$/),
        "statistics",
        expect.stringMatching(/^\w\w$/),
        expect.stringMatching(/^[\w-]+ \d+ %/),
      ],
      [`${folder}/c<U+202E>.txt`, "utf-16le", "100 %", "bom", "-", "-"],
    ]);
  });

  test("is coloured on a terminal only", async () => {
    expect((await run(["encoding", "-"], { stdin: RUSSIAN })).stdout).not.toContain("\u001B");
    expect((await run(["encoding", "-"], { stdin: RUSSIAN, stdoutIsTTY: true })).stdout).toContain("\u001B[1m");
  });
});

describe("--json", () => {
  test("gives what detectEncoding gives", async () => {
    const { stdout } = await run(["encoding", "--json", "-"], { stdin: RUSSIAN });
    const { encoding, confidence, evidence, language, alternatives } = detectEncoding(RUSSIAN);
    expect(readRows(stdout)).toEqual([
      { path: "-", encoding, confidence, evidence, language, alternatives, bytes: RUSSIAN.length, isWhole: true },
    ]);
  });

  test("says that only the head of a long file was looked at", async () => {
    const folder = await createFolder({ "exact.txt": "a".repeat(HEAD_BYTES), "long.txt": "é".repeat(HEAD_BYTES) });
    const { exitCode, stdout, stderr } = await run(["encoding", "--json", folder]);
    expect(exitCode).toBe(0);
    expect(readRows(stdout)).toMatchObject([
      { bytes: HEAD_BYTES, isWhole: true, evidence: "ascii" },
      { bytes: HEAD_BYTES, isWhole: false, evidence: "utf-8-valid" },
    ]);
    expect(stderr).toBe("newsdump encoding: of 1 file only the first MiB was looked at\n");
  });

  test("a character cut at the end of the head is no damage", async () => {
    const { stdout } = await run(["encoding", "--json", "-"], { stdin: `a${"é".repeat(HEAD_BYTES)}` });
    expect(readRows(stdout)).toMatchObject([{ encoding: "utf-8", evidence: "utf-8-valid", isWhole: false }]);
  });
});

describe("what cannot be read", () => {
  test("is told, and the others are looked at", async () => {
    const folder = await createFolder({ "a.txt": dumpOf(1) });
    const { exitCode, stdout, stderr } = await run(["encoding", "no/such", join(folder, "a.txt"), "no/*.txt", "--json"]);
    expect(exitCode).toBe(2);
    expect(readRows(stdout)).toHaveLength(1);
    expect(stderr).toBe(
      "newsdump encoding: cannot read no/such: no such file or folder\nnewsdump encoding: cannot read no/*.txt: no file matches the pattern\n",
    );
  });

  test("to its end, is looked at as far as it goes", async () => {
    const packed = gzipSync(dumpOf(60));
    const { exitCode, stdout, stderr } = await run(["encoding", "-", "--json"], { stdin: packed.subarray(0, packed.length - 30) });
    expect(exitCode).toBe(2);
    expect(readRows(stdout)).toMatchObject([{ path: "-", encoding: "utf-8", isWhole: false }]);
    expect(stderr).toContain("cannot read -: the gzip data ends too early");
  });

  test("an empty file and an empty folder are no errors", async () => {
    const folder = await createFolder({ "sub/empty": "" });
    expect(readRows((await run(["encoding", "--json", folder])).stdout)).toMatchObject([{ bytes: 0, isWhole: true }]);
    expect(await run(["encoding", await createFolder({})])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});
