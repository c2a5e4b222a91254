import { describe, expect, test } from "vitest";
import { articleJsonSchema } from "../../src/schema.ts";
import packageJson from "../../package.json";
import { findNearest } from "../../src/cli/arguments.ts";
import { COMMAND_HELP, COMMANDS, HELP } from "../../src/cli/help.ts";
import { run } from "./command.ts";

describe("help and version", () => {
  test.each([
    [["--help"], HELP],
    [["-h"], HELP],
    [["help"], HELP],
    [["help", "--help"], HELP],
    ...COMMANDS.map((name) => [["help", name], COMMAND_HELP[name]] as const),
    [["help", "man", "--help"], COMMAND_HELP.man],
    ...COMMANDS.map((name) => [[name, "--help"], COMMAND_HELP[name]] as const),
    [["parse", "no-such-file", "--wrong", "-h"], COMMAND_HELP.parse],
    [["--version"], `${packageJson.version}\n`],
    [["-v"], `${packageJson.version}\n`],
  ] as const)("newsdump %j", async (argv, stdout) => {
    expect(await run(argv)).toEqual({ exitCode: 0, stdout, stderr: "" });
  });

  test("no line is wider than a terminal", () => {
    for (const text of [HELP, ...Object.values(COMMAND_HELP)]) {
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(96);
    }
  });
});

describe("wrong usage", () => {
  test.each([
    [["prase", "x"], "unknown command prase (did you mean newsdump parse?)"],
    [["help", "prase"], "unknown command prase (did you mean newsdump help parse?)"],
    [["help", "dump.txt"], "unknown command dump.txt\n"],
    [["dump.txt"], "unknown command dump.txt (did you mean newsdump parse dump.txt?)"],
    [["--verson"], "unknown option --verson (did you mean --version?)"],
    [["parse"], "an input is missing"],
    [["parse", "x", "--formt", "y"], "unknown option --formt (did you mean --format?)"],
    [["parse", "x", "--zzzzzz"], "unknown option --zzzzzz\n"],
    [["parse", "x", "-x"], "unknown option -x\n"],
    [["parse", "x", "--__proto__"], "unknown option --__proto__"],
    [["parse", "x", "--format"], "--format needs a value"],
    [["parse", "x", "--format", "--quiet"], "--format needs a value"],
    [["parse", "x", "--format="], "--format needs a value"],
    [["parse", "x", "--quiet=yes"], "--quiet takes no value"],
    [["parse", "x", "--removed", "--no-removed"], "exclude each other"],
    [["parse", "x", "-o", "same", "--rejects", "same"], "same is given for two outputs"],
    [["parse", "x", "--rejects", "-"], "--rejects takes a file, not -"],
    [["parse", "x", "-o", "y", "--report", "-"], "--report takes a file, not -"],
    [["parse", "x", "--format", "nope"], "format must be one of date-header, key-value"],
    [["parse", "x", "--declared-encoding", "utf-7"], "--declared-encoding must be a label"],
    [["parse", "x", "--noise", "on"], "--noise must be one of off, light, balanced, strict, not on"],
    [["parse", "x", "--max-record-bytes", "1k"], "--max-record-bytes must be a whole number from 0 on, not 1k"],
    [["parse", "x", "--max-record-bytes=-1"], "--max-record-bytes must be a whole number"],
    [["parse", "x", "--encoding", "utf-7"], "encoding must be a label"],
    [["inspect"], "inspect takes one file"],
    [["inspect", "a", "b"], "inspect takes one file"],
    [["inspect", "a", "--record", "-1"], "--record needs a value"],
    [["inspect", "a", "--record=1.5"], "--record must be a whole number"],
    [["encoding"], "an input is missing"],
    [["encodings", "x"], "did you mean newsdump encoding?"],
    [["encoding", "x", "--jsn"], "unknown option --jsn (did you mean --json?)"],
    [["schema", "x"], "schema takes no arguments"],
  ])("newsdump %j", async (argv, message) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/Try 'newsdump( \w+)? --help'\.\n$/);
  });

  test("without arguments the help goes to standard error", async () => {
    expect(await run([])).toEqual({ exitCode: 1, stdout: "", stderr: HELP });
  });
});

test("schema prints the JSON Schema", async () => {
  const { exitCode, stdout } = await run(["schema"]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual(articleJsonSchema());
});

test.each([
  ["fromat", "format"],
  ["form", "format"],
  ["reject", "rejects"],
  ["x", null],
  ["removd", "removed"],
])("nearest option to %s", (word, expected) => {
  expect(findNearest(word, ["format", "rejects", "removed", "report"])).toBe(expected);
});
