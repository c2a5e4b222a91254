import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const seed = join(root, "fixtures", "date-header", "seed", "input.txt");
export const tarball = inject("tarball");

/** A fresh project that has the packed library installed. */
export interface Consumer {
  /** Absolute path of a file in the project. */
  path: (...names: string[]) => string;
  /** Runs a program there; standard output and error as text. */
  run: (command: string, ...words: string[]) => { status: number | null; stdout: string; stderr: string };
  remove: () => void;
}

/**
 * Makes a new folder outside the repository, copies `consumers/<name>` into it and installs the tarball with npm.
 *
 * @param name - a folder of `test/package/consumers`
 * @param packages - more packages to install
 */
export function createConsumer(name: string, packages: readonly string[] = []): Consumer {
  const folder = mkdtempSync(join(tmpdir(), `newsdump-${name}-`));
  cpSync(join(root, "test", "package", "consumers", name), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: `consumer-${name}`, private: true }));
  return installInto(folder, packages);
}

/**
 * The same with `docs/examples/<name>` as it is, the packed library in the place of the published one.
 *
 * @param name - a folder of `docs/examples`
 * @param packages - more packages to install
 */
export function createExample(name: string, packages: readonly string[] = []): Consumer {
  const folder = mkdtempSync(join(tmpdir(), `newsdump-example-${name}-`));
  cpSync(join(root, "docs", "examples", name), folder, { recursive: true });
  return installInto(folder, packages);
}

function installInto(folder: string, packages: readonly string[]): Consumer {
  execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", tarball, ...packages], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return {
    path: (...names) => join(folder, ...names),
    run: (command, ...words) => spawnSync(command, words, { cwd: folder, encoding: "utf8", input: "" }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Path of a tool among the repository's development dependencies. */
export function tool(name: string): string {
  return join(root, "node_modules", ".bin", name);
}
