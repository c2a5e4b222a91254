// Runs the unit tests, and the built library where there is one, on other releases of Node, whose binaries come
// from the npm registry.
//   node test/tools/test-nodes.mjs [MAJOR...] [-- VITEST ARGUMENT...]
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAJORS = ["22", "24", "26"];
const SEED = "fixtures/date-header/seed/input.txt";

const root = fileURLToPath(new URL("../../", import.meta.url));
const words = process.argv.slice(2);
const split = words.includes("--") ? words.indexOf("--") : words.length;
const asked = words.slice(0, split);
const vitestWords = words.slice(split + 1);

if (process.platform !== "linux" && process.platform !== "darwin") {
  console.log(`skipped: the registry has no Node binaries for ${process.platform}`);
  process.exit(0);
}

for (const major of asked.length > 0 ? asked : MAJORS) {
  const folder = mkdtempSync(join(tmpdir(), `newsdump-node-${major}-`));
  try {
    if (!testOn(major, folder)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function testOn(major, folder) {
  const name = `node-${process.platform}-${process.arch}`;
  const install = ["install", "--no-save", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", `${name}@${major}`];
  const { status } = spawnSync("npm", install, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const node = join(folder, "node_modules", name, "bin", "node");
  if (status !== 0 || !existsSync(node)) {
    console.error(`Node ${major} could not be installed`);
    return false;
  }
  console.log(`Node ${spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim()}`);
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const isTested = passes(node, [vitest, "run", "--config", "test/config/vitest.config.ts", "--project", "unit", ...vitestWords]);
  if (!existsSync(join(root, "dist"))) return isTested;
  const isBuilt =
    passes(node, ["dist/cli.js", "parse", SEED], "ignore") && passes(node, ["-e", 'require("./dist/index.cjs").parseDump("text")']);
  console.log(`the built library ${isBuilt ? "runs" : "fails"} on Node ${major}`);
  return isTested && isBuilt;
}

function passes(node, args, stdout = "inherit") {
  const env = { ...process.env, NEWSDUMP_OTHER_RELEASE: "1", NEWSDUMP_KILLS: "1" };
  return spawnSync(node, args, { cwd: root, env, stdio: ["ignore", stdout, "inherit"] }).status === 0;
}
