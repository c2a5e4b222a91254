import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { root, tarball, tool } from "./consumer.ts";

const files = inject("files");
const ENTRIES = ["index", "node", "encoding", "language", "schema"];
/** Parts shared by entries; their names hold a hash. */
const CHUNK = /^dist\/[\w.-]+-[\w-]{6,8}\.(?:js|cjs|d\.ts|d\.cts)$/;
/** Files npm adds by itself or `files` names. */
const BESIDE = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];

let folder = "";
const read = (file: string): string => readFileSync(join(folder, "package", file), "utf8");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "newsdump-tarball-"));
  execFileSync("tar", ["-xzf", tarball, "-C", folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the tarball", () => {
  it("holds every entry as ESM and CommonJS with types, and the command", () => {
    const expected = ENTRIES.flatMap((name) => [".js", ".cjs", ".d.ts", ".d.cts"].map((end) => `dist/${name}${end}`));
    expect(files).toEqual(
      expect.arrayContaining([
        ...expected,
        "dist/character-references.js",
        "dist/cli.js",
        "dist/language-rows.bin",
        "dist/worker.js",
        "LICENSE",
        "README.md",
        "package.json",
      ]),
    );
  });

  it("holds nothing else but shared parts", () => {
    const known = new Set([
      ...BESIDE,
      "dist/character-references.js",
      "dist/cli.js",
      "dist/language-rows.bin",
      "dist/worker.js",
      ...ENTRIES.flatMap((name) => [".js", ".cjs", ".d.ts", ".d.cts"].map((end) => `dist/${name}${end}`)),
    ]);
    expect(files.filter((file) => !known.has(file) && !CHUNK.test(file))).toEqual([]);
  });

  it("names no place of the machine it was built on", () => {
    const places = [root.slice(0, -1), homedir(), "file://", "node_modules/"].filter((place) => place.length > 1);
    const found = files
      .filter((file) => file.startsWith("dist/"))
      .flatMap((file) => places.filter((place) => read(file).includes(place)).map((place) => `${file}: ${place}`));
    expect(found).toEqual([]);
  });

  it("has a command that starts with a shebang", () => {
    expect(read("dist/cli.js").startsWith("#!/usr/bin/env node\n")).toBe(true);
  });
});

describe("the declarations", () => {
  it("keep their documentation", () => {
    expect(declarationsOf("index")).toContain("Parses a whole dump at once.");
    expect(declarationsOf("index")).toContain("@example");
    expect(declarationsOf("index")).toContain("ISO 8601 date as precise as known");
  });

  it.each(["index", "encoding", "language", "schema"])("of %s need neither Node's types nor sources", (entry) => {
    const text = declarationsOf(entry);
    expect(text).not.toMatch(/\bNodeJS\.|\bBuffer\b|types=["']node["']|from ["']node:|import\(["']node:|\.ts["'];/);
  });

  it.each(ENTRIES)("of %s use no package but Zod Mini and this one's Node types", (entry) => {
    const packages = [...declarationsOf(entry).matchAll(/^(?:import|export) [^\n]* from ["']([^."'][^"']*)["'];$/gm)].map(
      (match) => match[1],
    );
    expect(packages.filter((name) => name !== "zod/mini" && !name?.startsWith("node:"))).toEqual([]);
  });
});

describe("the universal entries", () => {
  it.each(["index", "encoding", "language", "schema"].flatMap((name) => [`${name}.js`, `${name}.cjs`]))(
    "%s load no module of Node",
    (entry) => {
      expect([...reach(`dist/${entry}`)].filter((file) => /["']node:/.test(read(file)))).toEqual([]);
    },
  );
});

describe("package checkers", () => {
  it("publint finds nothing", () => {
    const { status, stdout, stderr } = spawnSync(tool("publint"), ["run", tarball, "--strict"], { encoding: "utf8" });
    expect(`${stdout}${stderr}`).toContain("All good!");
    expect(status).toBe(0);
  });

  it("attw finds nothing", () => {
    const { status, stdout, stderr } = spawnSync(tool("attw"), [tarball, "--no-color", "--no-emoji"], { encoding: "utf8" });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});

/** Text of an entry's declarations with the shared parts they import. */
function declarationsOf(entry: string): string {
  return [...reach(`dist/${entry}.d.ts`)].map(read).join("\n");
}

/** A file and what it imports from beside it, and so on. */
function reach(file: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of read(file).matchAll(/(?:from|require\(|import\(?)\s*["']\.\/([^"']+)["']/g)) {
    const target = `dist/${name ?? ""}`;
    reach(file.endsWith(".d.ts") ? target.replace(/(?<!\.d)\.js$/, ".d.ts") : target, seen);
  }
  return seen;
}
