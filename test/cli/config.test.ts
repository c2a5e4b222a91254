import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readRows, run, type Outcome } from "./command.ts";

const DUMP = " date 2025-03-04 EN\nRain over the city\n\nRain fell on the city all Tuesday, and the river rose.\n\nShare\n";
const FORMAT = `
const HEADER = /^@@ (\\d{4}-\\d\\d-\\d\\d)$/;
export default {
  name: "at-header",
  detect: ({ lines }) => (HEADER.test(lines[0] ?? "") ? 0.95 : 0),
  startsRecord: (line) => HEADER.test(line.text),
  readHeader([first = ""]) {
    const [, date] = HEADER.exec(first) ?? [];
    return date === undefined ? null : { end: { line: 1, column: 0 }, fields: { date: { line: 0, start: 3, end: 13 } } };
  },
};
`;
const AT_DUMP =
  "@@ 2025-03-04\nRain fell on the city all Tuesday, and the river rose.\n@@ 2025-03-05\nThe river fell again on Wednesday morning.\n";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "newsdump-config-"));
  write("dump.txt", DUMP);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function parse(argv: readonly string[] = [], cwd = "."): Promise<Outcome> {
  return run(["parse", join(folder, "dump.txt"), ...argv], { cwd: join(folder, cwd) });
}

async function languageOf(argv: readonly string[] = [], cwd = "."): Promise<unknown> {
  const { stdout, stderr } = await parse([...argv, "-q"], cwd);
  expect(stderr).toBe("");
  return readRows(stdout)[0]!["language"];
}

describe("a config is found", () => {
  const OPTIONS = '{ "languages": false }';
  test.each([
    ["newsdump.config.json", OPTIONS],
    ["newsdump.config.mjs", `export default ${OPTIONS};`],
    ["newsdump.config.cjs", `module.exports = ${OPTIONS};`],
    ["package.json", `{ "name": "x", "newsdump": ${OPTIONS} }`],
  ])("in %s", async (name, text) => {
    expect(await languageOf()).toBe("en");
    write(name, text);
    expect(await languageOf()).toBe("und");
    expect(await languageOf(["--no-config"])).toBe("en");
  });

  test("as newsdump.config.js in a package of modules", async () => {
    write("package.json", '{ "type": "module" }');
    write("newsdump.config.js", `export default ${OPTIONS};`);
    expect(await languageOf()).toBe("und");
  });

  test("above the folder, up to the package's root and no further", async () => {
    write("newsdump.config.json", OPTIONS);
    mkdirSync(join(folder, "package", "deep"), { recursive: true });
    expect(await languageOf([], "package/deep")).toBe("en"); // no package: this folder alone counts
    write("package.json", "{}");
    expect(await languageOf([], "package/deep")).toBe("und");
    write("package/package.json", "{}");
    expect(await languageOf([], "package/deep")).toBe("en");
    write("package/newsdump.config.json", OPTIONS);
    expect(await languageOf([], "package/deep")).toBe("und");
  });

  test("where --config says", async () => {
    write("other/strange.json", OPTIONS);
    expect(await languageOf(["--config", "other/strange.json"])).toBe("und");
    const { exitCode, stderr } = await parse(["--config", "none.json"]);
    expect(exitCode).toBe(1);
    expect(stderr).toBe("newsdump parse: cannot read the config none.json: no such file\n");
  });
});

test("options of the command line go before those of the config", async () => {
  write("newsdump.config.json", '{ "noise": "off", "removed": false, "limits": { "maxRecordLines": 3 } }');
  const limited = await parse(["-q"]);
  expect(limited.exitCode).toBe(3);
  write("newsdump.config.json", '{ "noise": "off", "removed": false, "limits": { "maxRecordLines": 300 } }');
  const [off] = readRows((await parse(["-q"])).stdout);
  expect(off!["paragraphs"]).toContain("Share");
  expect(off!["removed"]).toEqual([]);
  const [strict] = readRows((await parse(["-q", "--noise", "strict", "--removed", "--max-record-bytes", "100000"])).stdout);
  expect(strict!["paragraphs"]).not.toContain("Share");
  expect(JSON.stringify(strict!["removed"])).toContain("Share");
});

describe("formats of one's own", () => {
  beforeEach(() => {
    write("dump.txt", AT_DUMP);
    write("formats/at.mjs", FORMAT);
    write("newsdump.config.json", '{ "formats": ["./formats/at.mjs"] }');
  });

  test("come from a module, for parse and inspect", async () => {
    const rows = readRows((await parse(["-q"])).stdout);
    expect(rows.map((row) => row["date"])).toEqual(["2025-03-04", "2025-03-05"]);
    const { stdout } = await run(["inspect", join(folder, "dump.txt"), "--record", "1"], { cwd: folder });
    expect(stdout).toContain("2025-03-05");
    expect(stdout).toContain("at-header");
  });

  test("come from a package and from the config itself", async () => {
    write("node_modules/news-format/package.json", '{ "name": "news-format", "exports": "./index.mjs", "type": "module" }');
    write("node_modules/news-format/index.mjs", FORMAT);
    write("newsdump.config.json", '{ "formats": ["news-format"] }');
    expect(readRows((await parse(["-q"])).stdout)).toHaveLength(2);
    rmSync(join(folder, "newsdump.config.json"));
    write("newsdump.config.mjs", `import at from "./formats/at.mjs"; export default { formats: [at] };`);
    expect(readRows((await parse(["-q"])).stdout)).toHaveLength(2);
  });

  test("are refused where only data can go", async () => {
    const threads = await parse(["--jobs", "2"]);
    expect(threads.exitCode).toBe(1);
    expect(threads.stderr).toContain("--jobs: the formats and noise rules in ");
    const shards = await run(["shards", join(folder, "dump.txt")], { cwd: folder });
    expect(shards.exitCode).toBe(1);
    expect(shards.stderr).toContain("are code, which stays in one thread");
  });
});

describe("what is wrong is named, with what was probably meant", () => {
  test.each([
    ['{ "nois": "off" }', "unknown option nois (did you mean noise?)"],
    ['{ "noise": "balansed" }', 'noise must be one of off, light, balanced, strict, not "balansed" (did you mean balanced?)'],
    ['{ "limits": { "maxRecordByte": 1 } }', "unknown option limits.maxRecordByte (did you mean limits.maxRecordBytes?)"],
    ['{ "repairText": "yes", }', "cannot be read: "],
    ["[]", "must hold an object of options"],
    ['{ "removed": "no" }', 'removed must be true or false, not "no"'],
    ['{ "formats": ["./none.mjs"] }', "cannot find ./none.mjs"],
    ['{ "formats": ["none"] }', "cannot find the package none; a file is written as ./none"],
    ['{ "formats": [{}] }', "formats holds {}, which is neither a module nor made by define…"],
    ['{ "timeZone": "Mars/Olympus" }', "timeZone must be"],
    ['{ "repairText": "false" }', "repairText must be a boolean, not false"],
    ['{ "declaredEncoding": 5 }', "declaredEncoding must be a string, not 5"],
    ['{ "encoding": null }', "encoding must be a label of an encoding, not null"],
    ['{ "languages": null }', "languages must be a list of language tags, not null"],
    ['{ "limits": [] }', "limits must be an object, not "],
    ['{ "profile": { "version": 1, "levels": [{}] } }', "profile must be"],
    ['{ "extraNoiseRules": {} }', "extraNoiseRules must be a list"],
  ])("%s", async (text, message) => {
    write("newsdump.config.json", text);
    const { exitCode, stdout, stderr } = await parse();
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(`${join(folder, "newsdump.config.json")}: ${message}`);
  });

  test("a module that is broken, or exports nothing fitting", async () => {
    write("broken.mjs", "export const = 1;");
    write("newsdump.config.json", '{ "formats": ["./broken.mjs"] }');
    expect((await parse()).stderr).toMatch(/broken\.mjs cannot be loaded: ./);
    write("empty.mjs", "export const nothing = 1;");
    write("newsdump.config.json", '{ "formats": ["./empty.mjs"] }');
    expect((await parse()).stderr).toContain("./empty.mjs exports nothing that formats can hold");
    rmSync(join(folder, "newsdump.config.json"));
    write("newsdump.config.mjs", "export const noise = 'off';");
    expect((await parse()).stderr).toContain("must export its options by default");
  });

  test("--format and --noise", async () => {
    expect((await parse(["--format", "date-headr"])).stderr).toContain("not date-headr (did you mean date-header?)");
    expect((await parse(["--noise", "strikt"])).stderr).toContain("not strikt (did you mean strict?)");
    expect((await parse(["--config", "x", "--no-config"])).stderr).toContain("--config and --no-config exclude each other");
  });
});

test("shards carry the config's options, and parts of a run use no other", async () => {
  write("newsdump.config.json", '{ "languages": false }');
  const { stdout: shards } = await run(["shards", join(folder, "dump.txt")], { cwd: folder });
  expect(JSON.parse(shards)).toMatchObject({ options: { languages: false } });
  write("newsdump.config.json", '{ "noise": "off" }');
  const { stdout } = await run(["parse", "--shard", shards, "-q"], { cwd: folder });
  const [row] = readRows(stdout);
  expect(row!["language"]).toBe("und");
  expect(row!["paragraphs"]).not.toContain("Share");
});

test("a run does not go on when the config, or a module it names, has changed", async () => {
  write("dump.txt", AT_DUMP);
  write("at.mjs", FORMAT);
  write("newsdump.config.json", '{ "formats": ["./at.mjs"] }');
  const output = join(folder, "articles.ndjson");
  const argv = ["-q", "-o", output, "--resume", "--report", join(folder, "report.json")];
  const inTheWay = join(folder, ".report.json.newsdump-part");
  mkdirSync(inTheWay);
  expect((await parse(argv)).exitCode).toBe(1); // ends after parsing: the report cannot be written
  write("at.mjs", `${FORMAT}// changed\n`);
  expect((await parse(argv)).stderr).toContain("it was begun with other options or inputs");
  write("at.mjs", FORMAT);
  write("newsdump.config.json", '{ "formats": ["./at.mjs"], "noise": "off" }');
  expect((await parse(argv)).stderr).toContain("it was begun with other options or inputs");
  write("newsdump.config.json", '{ "formats": ["./at.mjs"] }');
  rmSync(inTheWay, { recursive: true });
  expect((await parse(argv)).exitCode).toBe(0);
  expect(readRows(await readFile(output, "utf8"))).toHaveLength(2);
});

describe("--verbose", () => {
  test("tells the config and every rejected record, in one thread and in parts", async () => {
    write("newsdump.config.json", '{ "limits": { "maxRecordLines": 3 } }');
    for (const argv of [["--verbose"], ["--verbose", "--jobs", "1"]]) {
      const { exitCode, stderr } = await parse(argv);
      expect(exitCode).toBe(3);
      expect(stderr).toContain(`newsdump parse: options from ${join(folder, "newsdump.config.json")}\n`);
      expect(stderr).toMatch(/newsdump parse: rejected record 0 of .*dump\.txt, lines 1 to 6 \(\d+ B\): [a-z-]+: /);
    }
    expect((await parse(["--verbose", "--no-config"])).stderr).toContain("newsdump parse: no config\n");
    expect((await parse([])).stderr).not.toContain("rejected record");
  });

  test("and --quiet exclude each other", async () => {
    expect((await parse(["--verbose", "-q"])).stderr).toContain("--quiet and --verbose exclude each other");
  });
});
