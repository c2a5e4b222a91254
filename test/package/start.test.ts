// What the command loads before it parses: time goes into loading files and decoding tables.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { root, seed } from "./consumer.ts";

let folder = "";
let dist = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "newsdump-start-"));
  execFileSync("tar", ["-xzf", inject("tarball"), "-C", folder]);
  dist = join(folder, "package", "dist");
  symlinkSync(join(root, "node_modules"), join(folder, "package", "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STATIC_IMPORT = /(?:^|;)\s*import\s*(?:[\w*${}\s,]+?from\s*)?"([^"]+)"/gm;
const READING_COMMANDS = /import\("(\.\/commands-\w+\.js)"\)/;

/** All that a file imports before it runs, and what these import. */
function staticImports(file: string, seen = new Set<string>()): Set<string> {
  for (const [, name = ""] of readFileSync(join(dist, file), "utf8").matchAll(STATIC_IMPORT)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith("./")) staticImports(name, seen);
  }
  return seen;
}

describe("the command", () => {
  it("loads no package and few files for parsing", () => {
    const commands = READING_COMMANDS.exec(readFileSync(join(dist, "cli.js"), "utf8"))![1]!;
    const loaded = [...new Set([...staticImports("cli.js"), ...staticImports(commands)])];
    expect(loaded.filter((name) => !name.startsWith("./") && !name.startsWith("node:"))).toEqual([]);
    expect(loaded.filter((name) => name.startsWith("./")).length).toBeGreaterThan(0);
    expect(loaded.filter((name) => name.startsWith("./")).length).toBeLessThan(12);
    expect([...staticImports("index.js")]).toContain("zod/mini"); // the schema is public there
  });

  it("gives the same with rows of the language model that it has to decode", () => {
    const parse = (cli: string): string => execFileSync(process.execPath, [cli, "parse", seed, "-q"], { encoding: "utf8" });
    const bare = join(folder, "bare");
    cpSync(join(folder, "package"), bare, { recursive: true, verbatimSymlinks: true });
    rmSync(join(bare, "dist", "language-rows.bin"));
    const rows = parse(join(dist, "cli.js"));
    expect(rows).toContain('"language":"ru"');
    expect(parse(join(bare, "dist", "cli.js"))).toBe(rows);
  });
});
