import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { seed, tarball } from "./consumer.ts";

/** Packages that may come with the library, those of its dependencies too. */
const MOST_PACKAGES = 8;

const folder = mkdtempSync(join(tmpdir(), "newsdump-supply-chain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(...words: string[]): void {
  const quiet = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", [...words, ...quiet], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
}

it("is installed by npm ci --ignore-scripts, brings few packages and none with a script, and works", () => {
  copyFileSync(tarball, join(folder, basename(tarball)));
  const dependencies = { newsdump: `file:${basename(tarball)}` };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, dependencies }));
  npm("install", "--package-lock-only");
  npm("ci");
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as { packages: Record<string, object> }; // npm's own format
  const brought = Object.entries(lock.packages).filter(([path]) => path !== "");
  expect(brought.length).toBeLessThanOrEqual(MOST_PACKAGES);
  expect(brought.filter(([, entry]) => "hasInstallScript" in entry)).toEqual([]);
  const rows = execFileSync(join(folder, "node_modules", ".bin", "newsdump"), ["parse", seed, "-q"], { cwd: folder, encoding: "utf8" });
  expect(JSON.parse(rows)).toMatchObject({ date: "2025-11-11", time: "15:00" });
});
