// Runs the benchmarks, puts what they print into the guide, between the markers of each, and draws what they measured.
//   node test/tools/paste-measured.mjs [--quick | --small] [NAME...]       names: pipeline, scale, start, encoding, language
// `--quick` takes smaller dumps and as many rounds; `--small` dumps so small that only the script is tried.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawAll } from "./draw-measured.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = join(root, "docs", "guide");
/** Bytes that a bench may print. */
const MOST_PRINTED = 64 * 1024 * 1024;
const size = ["small", "quick"].find((name) => process.argv.includes(`--${name}`)) ?? "full";
const SCALE = { full: "--full", quick: "--medium", small: "--small" };
/** Megabytes of a dump of the pipeline's bench, where they are not its own. */
const MEGABYTES = { quick: "3", small: "0.2" };
const BENCHES = {
  pipeline: [],
  scale: [SCALE[size]],
  start: [],
  encoding: ["--accuracy"],
  language: ["--accuracy"],
};
const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}`);
  process.exit(1);
}
for (const [name, options] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, ["test/tools/run-ts.mjs", `test/bench/${name}.ts`, "--", ...options], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...(size === "full" ? {} : { NEWSDUMP_BENCH_MB: MEGABYTES[size] }),
      ...process.env,
      NEWSDUMP_MEASURED: join(root, "docs", "measured"),
    },
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: MOST_PRINTED,
  });
  console.log(`${name}: ${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
  if (status !== 0) {
    console.error(`${name} failed`);
    process.exit(1);
  }
  paste(name, stdout.trim());
}
drawPictures();

/** Draws all pictures, and shows each where its marker stands. */
function drawPictures() {
  mkdirSync(join(guide, "pictures"), { recursive: true });
  for (const [path, picture] of drawAll()) {
    writeFileSync(path, picture);
    const name = basename(path, ".svg");
    const title = /<text class="head"[^>]*>([^<]*)</.exec(picture)[1];
    paste(`picture-${name}`, `![${title}](./pictures/${name}.svg)`);
  }
}

function paste(name, text) {
  const marked = new RegExp(`<!-- measured: ${name} -->\n[\\s\\S]*?<!-- end of measured -->`, "g");
  for (const file of readdirSync(guide).filter((entry) => entry.endsWith(".md"))) {
    const path = join(guide, file);
    const page = readFileSync(path, "utf8");
    const next = page.replace(marked, () => `<!-- measured: ${name} -->\n\n${text}\n\n<!-- end of measured -->`);
    if (next === page) continue;
    writeFileSync(path, next);
    console.log(`${file}: ${name}`);
  }
}
