// Runs the benchmarks and puts what they print into the guide, between the markers of each.
//   node test/tools/paste-measured.mjs [NAME...]       names: pipeline, scale, start
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = join(root, "docs", "guide");
const BENCHES = {
  pipeline: ["test/bench/pipeline.ts"],
  scale: ["test/bench/scale.ts", "--", "--full"],
  start: ["test/bench/start.ts"],
};

const asked = process.argv.slice(2);
for (const [name, args] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { status, stdout } = spawnSync(process.execPath, ["test/tools/run-ts.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) {
    console.error(`${name} failed`);
    process.exit(1);
  }
  paste(name, stdout.trim());
}

function paste(name, text) {
  const marked = new RegExp(`<!-- measured: ${name} -->\n[\\s\\S]*?<!-- end of measured -->`, "g");
  for (const file of readdirSync(guide)) {
    const path = join(guide, file);
    const page = readFileSync(path, "utf8");
    const next = page.replace(marked, () => `<!-- measured: ${name} -->\n\n${text}\n\n<!-- end of measured -->`);
    if (next === page) continue;
    writeFileSync(path, next);
    console.log(`${file}: ${name}`);
  }
}
