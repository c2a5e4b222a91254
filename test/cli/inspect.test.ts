import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { tarOf, zipOf } from "../node/archives.ts";
import { createFolder, dumpOf } from "../node/temporary-folder.ts";
import { run } from "./command.ts";

const DUMP = [
  " date 2025-11-11 EN",
  "Rain over the city of <\u202Eb\u200B>",
  "\u00A0",
  "",
  "15:00",
  "Rain fell on the city all Tuesday, and the river rose by half a metre before the evening. ",
  "\tShare",
  "It \u001B[31mstopped\u001B[0m on Wednesday.",
  "",
  " date 2025-11-12 The rest of this header line is the second article's first paragraph, as in crawls.",
  "",
].join("\n");

/** Line number and label of every row of the line listing. */
function listing(stdout: string): string[] {
  return stdout
    .split("\n\n")[1]!
    .split("\n")
    .map((row) => row.trimEnd());
}

describe("a record's lines", () => {
  test("each with what it became, and nothing left that is not seen", async () => {
    const { exitCode, stdout } = await run(["inspect", "-"], { stdin: DUMP });
    expect(exitCode).toBe(0);
    expect(listing(stdout)).toEqual([
      "1  header                   ·date·",
      "   date                     2025-11-11",
      "   language                 EN",
      "2  title                    Rain over the city of <<U+202E>b<ZWSP>>",
      "3  removed: invisible-line  <NBSP>",
      "4  blank",
      "5  time                     15:00",
      "6  paragraph 1              Rain fell on the city all Tuesday, and the river rose by half a metre before the evening.·",
      "7  removed: share-line      <TAB>Share",
      "8  paragraph 2              It <ESC>[31mstopped<ESC>[0m on Wednesday.",
    ]);
    expect(stdout).toContain("record 0 of -  lines 1-8, bytes 0-");
    expect(stdout).toMatch(/\n {2}title +Rain over the city of /);
    expect(stdout).toMatch(/\n {2}byline +null\n/);
    expect(stdout).toMatch(/\n {2}info +control-characters-removed: .+ \(line 8\)/);
    for (const character of "\u001B\u202E\u00A0\u200B") expect(stdout).not.toContain(character);
  });

  test("a date and an update by their names, and what stands beside the date", async () => {
    const lines = [
      "Bridge to close for a week of repairs",
      "By Anna Writer | 11 November 2025, 15:00",
      "Updated: 12 November 2025",
      "",
      "The old bridge will be closed for repairs from Monday, the town council said on Tuesday.",
      "Buses will go by the new road, and the ferry will run until midnight, as it did in spring.",
    ];
    const { stdout } = await run(["inspect", "-"], { stdin: lines.join("\n") });
    expect(listing(stdout).slice(0, 6)).toEqual([
      "1  title                 Bridge to close for a week of repairs",
      "2  removed: field-label  By",
      "   byline                Anna Writer",
      "   removed: field-label  |",
      "   date, time            11 November 2025, 15:00",
      "3  dateModified          Updated: 12 November 2025",
    ]);
  });

  test("a date inside a paragraph beside the paragraph", async () => {
    const { stdout } = await run(["inspect", "-", "--noise", "off"], { stdin: "Riverside, 11 November 2025 (EP)\n" });
    expect(listing(stdout)).toEqual(["1  paragraph 1  Riverside,·", "   date         11 November 2025", "   paragraph 1  ·(EP)"]);
  });

  test("the rest of a header line is a part of its own", async () => {
    const { stdout } = await run(["inspect", "-", "--record", "1"], { stdin: DUMP });
    expect(listing(stdout)).toEqual([
      "10  header       ·date·",
      "    date         2025-11-12",
      "    paragraph 1  The rest of this header line is the second article's first paragraph, as in crawls.",
    ]);
  });

  test("of packed files and wide encodings", async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(DUMP, "utf16le")]);
    const folder = await createFolder({ "wide.txt.gz": gzipSync(wide), "plain.txt": DUMP });
    const packed = await run(["inspect", join(folder, "wide.txt.gz"), "--record", "1"]);
    const plain = await run(["inspect", join(folder, "plain.txt"), "--record", "1"]);
    expect(listing(packed.stdout)).toEqual(listing(plain.stdout));
    expect(packed.stdout).toContain("utf-16le (100 %, bom)");
  });

  test("every line of a long dump is explained", async () => {
    for (const record of ["0", "17", "29"]) {
      const { stdout } = await run(["inspect", "-", "--record", record], { stdin: dumpOf(30) });
      expect(stdout).not.toContain("unexplained");
      expect(stdout).toContain(`number ${record} fell`);
    }
  });

  test.skipIf(process.platform === "win32")("of a pipe, which can be read only once", async () => {
    const folder = await createFolder({});
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const [{ exitCode, stdout }] = await Promise.all([run(["inspect", pipe, "--record", "1"]), writeFile(pipe, DUMP)]);
    expect(exitCode).toBe(0);
    expect(listing(stdout)).toEqual(listing((await run(["inspect", "-", "--record", "1"], { stdin: DUMP })).stdout));
  });

  test("of a record of very many lines", async () => {
    const { exitCode, stdout } = await run(["inspect", "-"], { stdin: ` date 2025-11-11\n${"Rain fell.\n".repeat(200_000)}` });
    expect(exitCode).toBe(0);
    expect(listing(stdout)).toHaveLength(200_002);
  }, 60_000);

  test("a rejected record shows the reason", async () => {
    const { exitCode, stdout } = await run(["inspect", "-"], { stdin: Uint8Array.from({ length: 4000 }, (_, index) => index % 20) });
    expect(exitCode).toBe(3);
    expect(stdout).toContain("<NUL>");
    expect(stdout).toMatch(/error +binary-record: the record's bytes are not text/);
    expect(stdout).toMatch(/and \d+ more lines/);
  });
});

describe("packed files", () => {
  const dump = Buffer.from(
    " date 2025-11-11 EN\nRain over the city\n\nRain fell on the city all Tuesday, and by evening the river rose.\n",
  );
  const expected =
    /^1 +header +·date·\n +date +2025-11-11\n +language +EN\n2 +title +Rain over the city\n3 +blank\n4 +paragraph 1 +Rain fell/m;

  test.each<[string, Uint8Array]>([
    ["dump.gz", gzipSync(dump)],
    ["twice.gz", gzipSync(gzipSync(dump))],
    ["dumps.tar", tarOf({ "empty.txt": "", "x/one.txt": dump })],
    ["dumps.tar.gz", gzipSync(tarOf({ "x/one.gz": gzipSync(dump) }))],
    ["dumps.zip", zipOf({ "x/one.txt": dump })],
  ])("%s: a record stands with the lines that it was read from", async (name, bytes) => {
    const folder = await createFolder({ [name]: bytes });
    const { exitCode, stdout, stderr } = await run(["inspect", join(folder, name)]);
    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(expected);
    if (name === "dumps.zip") return;
    expect((await run(["inspect", "-"], { stdin: bytes })).stdout).toMatch(expected);
  });

  test("what is damaged is told when the record is not there", async () => {
    const folder = await createFolder({ "cut.gz": gzipSync(dump).subarray(0, 30), "empty.txt": "" });
    const cut = await run(["inspect", join(folder, "cut.gz"), "--record", "3"]);
    expect(cut.stderr).toMatch(/has no record 3: it holds .*; cannot read .*cut\.gz: the gzip data ends too early/);
    expect((await run(["inspect", join(folder, "empty.txt")])).stderr).toMatch(/has no record 0: it holds none$/m);
  });
});

describe("colour", () => {
  const seed = "fixtures/date-header/seed/input.txt";
  test.each([
    [{ stdoutIsTTY: true }, true],
    [{}, false],
    [{ stdoutIsTTY: true, env: { NO_COLOR: "1" } }, false],
    [{ stdoutIsTTY: true, env: { TERM: "dumb" } }, false],
    [{ env: { FORCE_COLOR: "1" } }, true],
    [{ stdoutIsTTY: true, env: { FORCE_COLOR: "0" } }, false],
  ])("%j", async (setting, isColoured) => {
    expect((await run(["inspect", seed], setting)).stdout.includes("\u001B[")).toBe(isColoured);
  });

  test("changes nothing but the colour", async () => {
    const coloured = await run(["inspect", seed], { stdoutIsTTY: true });
    const plain = await run(["inspect", seed]);
    // oxlint-disable-next-line no-control-regex -- colour sequences are what is taken out
    expect(coloured.stdout.replace(/\u001B\[\d+m/g, "").replace(/ +$/gm, "")).toBe(plain.stdout);
  });
});

test.each([
  [["inspect", "no/such"], 2, "cannot read no/such"],
  [["inspect", "fixtures/date-header/seed/input.txt", "--record", "7"], 1, "has no record 7: it holds 1 record, the first is 0"],
  [["inspect", "src"], 1, "src stands for"],
])("newsdump %j", async (argv, exitCode, message) => {
  const outcome = await run(argv);
  expect(outcome.exitCode).toBe(exitCode);
  expect(outcome.stderr).toContain(message);
});
