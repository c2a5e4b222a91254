// Runs the benchmarks, puts what they print into the guide, between the markers of each, and draws what they measured.
//   node test/tools/paste-measured.mjs [NAME...]       names: pipeline, scale, start, encoding, language
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawAll } from "./draw-measured.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = join(root, "docs", "guide");
const BENCHES = {
  pipeline: ["test/bench/pipeline.ts"],
  scale: ["test/bench/scale.ts", "--", "--full"],
  start: ["test/bench/start.ts"],
  encoding: ["test/bench/encoding.ts"],
  language: ["test/bench/language.ts"],
};

const asked = process.argv.slice(2);
for (const [name, args] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { status, stdout } = spawnSync(process.execPath, ["test/tools/run-ts.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NEWSDUMP_MEASURED: join(root, "docs", "measured") },
    stdio: ["ignore", "pipe", "inherit"],
  });
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
