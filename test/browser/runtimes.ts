/**
 * npm run test:runtimes: the packed library gives the same text and the same articles on Node, Bun, Deno and
 * Chromium. Decodes the vectors of every encoding and parses the fixtures, from the tarball that npm would publish, and
 * tells how fast UTF-8 is recognised (a figure, no test: machines differ).
 * Bun and Deno come from the npm registry into a temporary folder; CHROMIUM_PATH names a Chromium (default
 * /usr/bin/chromium). `npm run test:runtimes -- -- bun chromium` asks some of them only.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDecoder as Reference } from "@exodus/bytes/encoding.js";
import { build } from "esbuild";
import { decode } from "../../src/encoding/decode.ts";
import { singleByteNames } from "../../src/encoding/single-byte.ts";
import { STANDARD_MULTI, vectorsOf, shortVectorOf } from "../encoding/vectors.ts";
import { listFixtures } from "../support/fixtures.ts";
import { hashText, type Answer, type Cases, type FixtureCase, type VectorCase } from "./check.ts";

/** Encodings outside the standard, which only this library's own tables can vouch for. */
const OTHERS = ["euc-tw", "johab", "hz", "iso-2022-kr", "iso-2022-cn", "utf-32le", "utf-32be"];
const MINUTE = 60_000;
/** Pieces of each encoding that begin and end inside of characters. */
const CUTS = 8;

const folder = mkdtempSync(join(tmpdir(), "newsdump-runtimes-"));

function textOf(bytes: Uint8Array, encoding: string): string {
  const isStandard = encoding === "utf-8" || (STANDARD_MULTI as readonly string[]).includes(encoding);
  return isStandard ? new Reference(encoding, { ignoreBOM: true }).decode(bytes) : decode(bytes, encoding).text;
}

function vectorCases(): VectorCase[] {
  const toCase = (encoding: string, bytes: Uint8Array): VectorCase => ({
    encoding,
    base64: Buffer.from(bytes).toString("base64"),
    hash: hashText(textOf(bytes, encoding)),
  });
  return [...STANDARD_MULTI, "utf-8", ...singleByteNames(), ...OTHERS].flatMap((encoding) => {
    const pairs = encoding === "euc-tw" || encoding === "johab" ? vectorsOf("gbk") : vectorsOf(encoding);
    const short = shortVectorOf(encoding);

    const cut = Array.from({ length: CUTS }, (_, index) => toCase(encoding, short.subarray(index * 3, short.length - index)));
    cut.push(toCase(encoding, pairs));
    return cut;
  });
}

/** Fixtures that are given as bytes or text and need no code of their own. */
function fixtureCases(): FixtureCase[] {
  return listFixtures()
    .filter(({ folder: place, meta }) => meta.read !== "file" && !existsSync(join(place, "options.ts")))
    .map(({ name, folder: place, inputPath, meta }) => ({
      name,
      base64: readFileSync(inputPath).toString("base64"),
      isText: meta.read === "string",
      options: meta.options ?? {},
      expected: JSON.parse(readFileSync(join(place, "expected.json"), "utf8")) as unknown,
    }));
}

/** A project with the packed library, the cases and a program that answers on standard output. */
async function createProject(): Promise<void> {
  const pack = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], { encoding: "utf8" });
  const [packed] = Object.values(JSON.parse(pack) as Record<string, { filename: string }>); // npm's majors give a list or an object
  if (packed === undefined) throw new Error(`npm pack said: ${pack}`);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "runtimes", private: true, type: "module" }));
  install([join(folder, packed.filename)]);
  const cases: Cases = { vectors: vectorCases(), fixtures: fixtureCases() };
  console.log(`${cases.vectors.length} vectors, ${cases.fixtures.length} fixtures`);
  writeFileSync(join(folder, "cases.json"), JSON.stringify(cases));
  await build({ entryPoints: ["test/browser/check.ts"], outfile: join(folder, "check.mjs"), format: "esm", bundle: true });
  const program = (tell: string): string =>
    `import * as newsdump from "newsdump";\nimport cases from "./cases.json" with { type: "json" };\nimport { check } from "./check.mjs";\n${tell}\n`;
  writeFileSync(join(folder, "main.mjs"), program("console.log(JSON.stringify(check(newsdump, cases)));"));
  writeFileSync(join(folder, "page.mjs"), program("document.body.textContent = JSON.stringify(check(newsdump, cases));"));
  await build({
    entryPoints: [join(folder, "page.mjs")],
    outfile: join(folder, "page.js"),
    format: "iife",
    bundle: true,
    platform: "browser",
  });
  writeFileSync(join(folder, "page.html"), '<!doctype html><meta charset="utf-8"><body><script src="page.js"></script>');
}

function install(packages: readonly string[]): void {
  const words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel=error", ...packages];
  execFileSync("npm", words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** What runs each runtime, and its version; an error when it cannot be had. */
const RUNTIMES: Readonly<Record<string, () => readonly [command: string, ...words: string[]]>> = {
  node: () => [process.execPath, "main.mjs"],
  bun: () => {
    install(["@oven/bun-linux-x64@1"]);
    return [join(folder, "node_modules", "@oven", "bun-linux-x64", "bin", "bun"), "main.mjs"];
  },
  deno: () => {
    install(["@deno/linux-x64-glibc@2"]);
    return [join(folder, "node_modules", "@deno", "linux-x64-glibc", "deno"), "run", "--no-prompt", "--allow-read", "main.mjs"];
  },
  chromium: () => {
    const page = pathToFileURL(join(folder, "page.html")).href;
    const words = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--user-data-dir=${join(folder, "profile")}`];
    return [process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium", ...words, "--timeout=120000", "--dump-dom", page];
  },
};

function ask(name: string): Answer {
  const runtime = RUNTIMES[name];
  if (runtime === undefined)
    return { passed: 0, utf8Rate: 0, failures: [`no such runtime; there are ${Object.keys(RUNTIMES).join(", ")}`] };
  const [command, ...words] = runtime();
  const { stdout, stderr, error } = spawnSync(command, words, { cwd: folder, encoding: "utf8", timeout: 5 * MINUTE, maxBuffer: 1 << 26 });
  const [json] = /\{"passed".*\}/.exec(stdout ?? "") ?? [];
  if (json === undefined) return { passed: 0, utf8Rate: 0, failures: [`no answer: ${error?.message ?? stderr.slice(-2000)}`] };
  return JSON.parse(json) as Answer;
}

const asked = process.argv.slice(2);
try {
  await createProject();
  for (const name of asked.length > 0 ? asked : Object.keys(RUNTIMES)) {
    const { passed, failures, utf8Rate } = ask(name);
    console.log(
      `${name}: ${passed} passed, UTF-8 recognised at ${utf8Rate} MB/s, ${failures.length} failed${failures.map((failure) => `\n  ${failure}`).join("")}`,
    );
    if (failures.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
