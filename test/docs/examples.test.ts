import { build, transform } from "esbuild";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ENTRIES, findMissingEntry, placeOf, readExamples, ROOT, type CodeBlock } from "./blocks.ts";
import { instrument, type ExampleProbe } from "./instrument.ts";

const OUTPUT = join(ROOT, "node_modules/.cache/newsdump-docs/examples");

const examples = readExamples();

beforeAll(async () => {
  await build({
    entryPoints: Object.entries(ENTRIES)
      .filter(([, path]) => existsSync(path))
      .map(([name, path]) => ({ in: path, out: name })),
    outdir: OUTPUT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
}, 60_000);

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(globalThis, "newsdumpExample");
});

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(20);
});

describe("examples do what they say", () => {
  test.for(examples.map((block) => ({ name: placeOf(block), block })))("$name", async ({ block }, { skip }) => {
    const missing = findMissingEntry(block);
    skip(missing !== null, `${missing} is not in this tree`);
    skip(block.attributes.includes("no-run"), block.attributes);
    expect(await run(block), "an example must check or print something").toBeGreaterThan(0);
  });
});

/** Runs an example and gives back how many values it checked and lines it printed. */
async function run(block: CodeBlock): Promise<number> {
  let checks = 0;
  const failures: unknown[] = []; // kept, because an example may catch what is thrown
  const compare = (line: number, actual: unknown, expected: unknown): void => {
    checks++;
    try {
      expect(actual, `${block.file}:${line}`).toEqual(expected);
    } catch (failure) {
      failures.push(failure);
    }
  };
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => void printed.push(format(...values)));
  const probe: ExampleProbe = {
    check: compare,
    printed: (line, expected) => compare(line, printed.at(-1), expected),
  };
  Object.assign(globalThis, { newsdumpExample: probe });
  await import(/* @vite-ignore */ pathToFileURL(await writeModule(block)).href);
  if (failures.length > 0) throw failures[0];
  return checks + printed.length;
}

/** Writes an example as a module beside the bundled entries that it imports, and gives back its path. */
async function writeModule(block: CodeBlock): Promise<string> {
  const { code } = await transform(instrument(block.code, block.line), { loader: "ts", format: "esm", target: "node20" });
  const path = join(OUTPUT, `${placeOf(block).replaceAll(/[^A-Za-z0-9]+/g, "-")}.mjs`);
  writeFileSync(path, code.replaceAll(/ from "(newsdump(?:\/\w+)?)"/g, ' from "./$1.mjs"'));
  return path;
}
