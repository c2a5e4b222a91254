import { build } from "esbuild";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ENTRIES, findMissingEntry, placeOf, readExamples, ROOT, type CodeBlock } from "./blocks.ts";
import { instrument, type ExampleProbe } from "./instrument.ts";

const OUTPUT = join(ROOT, "node_modules/.cache/newsdump-docs/examples");

const examples = readExamples();
const runnable = examples.filter((block) => findMissingEntry(block) === null && !block.attributes.includes("no-run"));

beforeAll(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  await build({
    entryPoints: runnable.map((block) => ({ in: `example:${placeOf(block)}`, out: outputName(block) })),
    outdir: OUTPUT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    alias: entriesInTree(),
    logLevel: "error",
    plugins: [
      {
        name: "examples",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^example:/ }, ({ path }) => ({ path, namespace: "example" }));
          onLoad({ filter: /.*/, namespace: "example" }, ({ path }) => {
            const block = runnable.find((candidate) => `example:${placeOf(candidate)}` === path)!;
            return { contents: instrument(block.code, block.line), loader: "ts", resolveDir: ROOT };
          });
        },
      },
    ],
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
  await import(/* @vite-ignore */ pathToFileURL(join(OUTPUT, `${outputName(block)}.mjs`)).href);
  if (failures.length > 0) throw failures[0];
  return checks + printed.length;
}

function outputName(block: CodeBlock): string {
  return placeOf(block).replaceAll(/[^A-Za-z0-9]+/g, "-");
}

function entriesInTree(): Record<string, string> {
  // The longest name first: an alias also takes the paths below it.
  const names = Object.keys(ENTRIES).toSorted((a, b) => b.length - a.length);
  return Object.fromEntries(names.map((name) => [name, ENTRIES[name]!]));
}
