import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMAND_HELP, COMMANDS, HELP } from "../../src/cli/help.ts";
import { readCommands } from "../../src/cli/help-parts.ts";
import { run } from "./command.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
const commands = readCommands();

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "newsdump-completion-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what the help tells", () => {
  test("is every command, each with a meaning", () => {
    expect(commands.map(({ name }) => name)).toEqual(COMMANDS);
    for (const { name, meaning } of commands) expect(HELP).toMatch(new RegExp(`^  newsdump ${name}\\b.*  ${meaning}$`, "m"));
    expect(commands.filter(({ meaning }) => meaning.length < 10)).toEqual([]);
  });

  test("is options that the command takes", async () => {
    for (const { name, options } of commands) {
      const words = options.filter(({ long }) => long !== "--help").flatMap(({ long, value }) => (value === null ? [long] : [long, "x"]));
      const { stderr } = await run([name, ...words, "--no-such-option"]);
      expect(stderr).toContain(`newsdump ${name}: unknown option --no-such-option`);
    }
  });

  test("is every option that the help begins a line with", () => {
    for (const { name, options } of commands) {
      const named = [...COMMAND_HELP[name].matchAll(/^ +(?:-[a-z], )?(--[a-z][a-z-]*)/gm)].map(([, long]) => long);
      expect(options.map(({ long }) => long)).toEqual(expect.arrayContaining(named));
    }
  });

  test("is the options of parse with their letters, values and meanings", () => {
    const { options } = commands.find(({ name }) => name === "parse")!;
    expect(options.length).toBeGreaterThanOrEqual(17);
    expect(options).toContainEqual({
      long: "--output",
      short: "-o",
      value: "FILE",
      meaning: "write the articles there instead of to standard output",
      choices: [],
    });
    expect(options.find(({ long }) => long === "--quiet")).toMatchObject({ short: "-q", value: null });
  });

  test("is told by inspect as by parse", () => {
    const { options } = commands.find(({ name }) => name === "inspect")!;
    expect(options.map(({ long }) => long)).toEqual(
      expect.arrayContaining(["--record", "--format", "--no-language", "--max-record-bytes"]),
    );
  });
});

describe("newsdump completion", () => {
  test.each(SHELLS)("%s is told every command and option", async (shell) => {
    const { exitCode, stdout } = await run(["completion", shell]);
    expect(exitCode).toBe(0);
    for (const { name, options } of commands) {
      expect(stdout).toContain(name);
      for (const { long } of options) expect(stdout).toContain(shell === "fish" ? `-l ${long.slice(2)}` : long);
    }
  });

  test("names the nearest shell", async () => {
    const { exitCode, stderr } = await run(["completion", "bsh"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("did you mean bash?");
  });

  test.each(SHELLS)("%s accepts the script, where it is installed", async (shell) => {
    const { stdout } = await run(["completion", shell]);
    const path = join(folder, `completion.${shell}`); // fish cannot read what Node gives it as standard input
    writeFileSync(path, stdout);
    const { error, status, stderr } = spawnSync(shell, ["-n", path], { encoding: "utf8" });
    if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    else expect(error).toMatchObject({ code: "ENOENT" });
  });

  test.each([
    [["newsdump", "in"], "inspect"],
    [["newsdump", "parse", "--rej"], "--rejects"],
    [["newsdump", "completion", "f"], "fish"],
    [["newsdump", "schema", "--rej"], ""],
    [["newsdump", "parse", "--noise", "''"], "off light balanced strict"],
    [["newsdump", "parse", "-j", "a"], "auto"],
    [["newsdump", "inspect", "--encoding", "windows-125"], [0, 1, 2, 3, 4, 5, 6, 7, 8].map((page) => `windows-125${page}`).join(" ")],
    [["newsdump", "shards", "--format", "k"], "key-value"],
  ])("bash completes %j to %s", async (words, completed) => {
    const { stdout } = await run(["completion", "bash"]);
    const script = `${stdout}\nCOMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _newsdump; echo "\${COMPREPLY[*]}"`;
    const { stdout: replies } = spawnSync("bash", ["--norc"], { input: script, encoding: "utf8" });
    expect(replies.trim().split(" ").toSorted()).toEqual(completed.split(" ").toSorted());
  });
});

test("newsdump man is a manual page of all help texts", async () => {
  const { exitCode, stdout } = await run(["man"]);
  expect(exitCode).toBe(0);
  expect(stdout.startsWith(".TH NEWSDUMP 1 ")).toBe(true);
  for (const name of COMMANDS) expect(stdout).toContain(`.SH ${name.toUpperCase()}\n`);
  expect(stdout).toContain(HELP.split("\n").at(-2)!.trim().slice(3));
  const unknown = stdout.split("\n").filter((line) => /^[.']/.test(line) && !/^\.(?:TH|SH|SS|nf|fi)\b/.test(line));
  expect(unknown).toEqual([]);
});
