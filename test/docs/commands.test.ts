import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeOf, readPageBlocks, ROOT } from "./blocks.ts";

const MAIN = join(ROOT, "src/cli/main.ts");
/** Laid out as the package is, for a command that reads its version from `package.json`. */
const PACKAGE = join(ROOT, "node_modules/.cache/newsdump-docs/package");
const BUNDLE = join(PACKAGE, "dist/cli.js");
/** The folders that the pages' commands read. */
const FIXTURES = ["fixtures/date-header/seed"];

const blocks = readPageBlocks().filter((block) => block.language === "console");
const canRun = existsSync(MAIN) && process.platform !== "win32";
let folder = "";
let programs = "";

beforeAll(async () => {
  if (!canRun) return;
  await build({
    entryPoints: [MAIN],
    outfile: BUNDLE,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
  copyFileSync(join(ROOT, "package.json"), join(PACKAGE, "package.json"));
  const temporary = mkdtempSync(join(tmpdir(), "newsdump-docs-"));
  folder = join(temporary, "work");
  programs = join(temporary, "bin");
  for (const path of FIXTURES) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  mkdirSync(programs);
  writeFileSync(join(programs, "newsdump"), `#!/bin/sh\nexec "${process.execPath}" "${BUNDLE}" "$@"\n`);
  chmodSync(join(programs, "newsdump"), 0o755);
}, 60_000);

afterAll(() => {
  if (folder !== "") rmSync(join(folder, ".."), { recursive: true });
});

describe("commands in the pages print what stands below them", () => {
  test.for(blocks.map((block) => ({ name: placeOf(block), block })))("$name", { timeout: 60_000 }, ({ block }, { skip }) => {
    skip(!canRun, existsSync(MAIN) ? "needs a POSIX shell" : "src/cli/main.ts is not in this tree");
    for (const { command, output } of readSession(block.code)) {
      const printed = runCommand(command);
      const isWrapped = block.attributes.includes("wrapped");
      expect(isWrapped ? withoutBlanks(printed) : printed, `${placeOf(block)}: ${command}`).toMatch(
        patternOf(isWrapped ? [withoutBlanks(output.join("")).trimEnd()] : output),
      );
    }
  });
});

test("there are commands", () => {
  expect(blocks.length).toBeGreaterThan(3);
});

interface Step {
  readonly command: string;
  readonly output: readonly string[];
}

/** `$ command` (a `\` at its end, or a here-document, goes on in the next lines), then the lines it prints. */
function readSession(code: string): Step[] {
  const steps: { command: string; output: string[] }[] = [];
  let hereEnd: string | null = null; // the word that closes the here-document
  for (const line of code.replaceAll("\\\n", "").split("\n")) {
    const step = steps.at(-1);
    if (hereEnd !== null && step !== undefined) {
      step.command += `\n${line}`;
      if (line === hereEnd) hereEnd = null;
    } else if (line.startsWith("$ ")) {
      steps.push({ command: line.slice(2), output: [] });
      hereEnd = /<<(\w+)$/.exec(line)?.[1] ?? null;
    } else {
      step?.output.push(line);
    }
  }
  return steps;
}

/** For a block marked `wrapped`, whose output is laid out anew for reading. */
function withoutBlanks(text: string): string {
  return `${text.replaceAll(/\s/g, "")}\n`;
}

/** What a terminal shows: standard output and standard error together. */
function runCommand(command: string): string {
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env["PATH"] ?? ""}`, NO_COLOR: "1" };
  const { stdout, stderr } = spawnSync("sh", ["-c", `{ ${command}\n} 2>&1`], { cwd: folder, env, encoding: "utf8" });
  return `${`${stdout}${stderr}`.trimEnd()}\n`;
}

/** `…` in a line stands for any text, `…` alone for any lines. */
function patternOf(output: readonly string[]): RegExp {
  const lines = output.join("\n").trimEnd().split("\n");
  const pattern = lines.map((line) =>
    line.trim() === "…" ? "(?:.*\n)*?" : `${line.trimEnd().split("…").map(escapeForPattern).join(".*?")}[ \\t]*\n`,
  );
  return new RegExp(`^${pattern.join("")}$`, "u");
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
