import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsumer, root, type Consumer } from "./consumer.ts";

let consumer: Consumer;
beforeAll(() => {
  consumer = createConsumer("browser");
});
afterAll(() => consumer.remove());

/** A page's bundle: minified; and how many bytes it weighs gzipped. */
async function bundle(contents: string, resolveDir: string, plugins: Plugin[] = []): Promise<{ text: string; weight: number }> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    write: false,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    charset: "utf8",
    plugins,
    logLevel: "silent",
  });
  const { contents: bytes, text } = outputFiles[0]!;
  return { text, weight: gzipSync(bytes, { level: 9 }).length };
}

/** The longest literal of a file, of which a bundle that holds the file has this piece. */
function pieceOf(path: string): string {
  const literals = readFileSync(join(root, path), "utf8").match(/"[A-Za-z0-9+/=]{1000,}"/g) ?? [];
  return literals.toSorted((a, b) => b.length - a.length)[0]!.slice(100, 160);
}

const LANGUAGE_MODEL = pieceOf("src/fields/language/model.generated.ts");
const EAST_ASIAN_TABLES = pieceOf("src/encoding/tables.generated.ts");
const ENCODING_MODEL = pieceOf("src/encoding/model.generated.ts");
/** The property by which libraries of schemas know each other; nothing else here has it. */
const ZOD = "~standard";

/** One name of the main entry, the most bytes that it may bring, and what it must not bring. */
const NAMES: readonly (readonly [name: string, most: number, without: readonly string[]])[] = [
  ["NewsdumpError", 500, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["DIAGNOSTICS", 3000, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["articleSchema", 11_500, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL]],
  ["parseDate", 72_000, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["repairMojibake", 22_000, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["detectEncoding", 88_000, [LANGUAGE_MODEL, ZOD]],
  ["detectLanguage", 340_000, [EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["parseDump", 595_000, [ZOD]],
];

describe("a page that imports one name from newsdump", () => {
  it.each(NAMES)("%s weighs less than %d bytes", async (name, most, without) => {
    const { text, weight } = await bundle(`import { ${name} } from "newsdump"; console.log(${name});`, consumer.path());
    console.log(`${name}: ${weight} bytes`);
    expect(weight).toBeLessThan(most);
    for (const piece of without) expect(text.includes(piece), piece).toBe(false);
  });

  it("is seen to hold a model where it does", async () => {
    const { text } = await bundle('export * from "newsdump";', consumer.path());
    for (const piece of [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]) expect(text.includes(piece), piece).toBe(true);
  });
});

/** What makes code of text, which a strict Content-Security-Policy forbids; zod beyond Zod Mini tries to. */
const CODE_MAKER = /\beval\(|\bFunction[(;,)]/;

it("the main entry with all its names makes no code of text", async () => {
  const { text } = await bundle('export * from "newsdump";', consumer.path());
  expect(CODE_MAKER.test(text)).toBe(false);
  const { text: zod } = await bundle('import * as z from "zod"; console.log(z.object({}));', consumer.path());
  expect(CODE_MAKER.test(zod)).toBe(true);
});

/** The generated models of languages and of encodings older than Unicode, with `chardet`, which holds such models alone. */
const MODELS =
  /src[\\/](?:fields[\\/]language[\\/]model|encoding[\\/](?:model|tables|single-byte|euc-tw))\.generated\.ts$|chardet[\\/]lib[\\/]index\.js$/;
/**
 * Where the rest of the library asks code that serves these models only: finding a language, and finding and reading such an
 * encoding. What only they import goes with them.
 */
const THEIR_CODE = [
  /src[\\/]fields[\\/]language[\\/](?:article|detect|model)\.ts$/,
  /src[\\/]encoding[\\/](?:euc-tw|expected|iso-2022-jp|johab|model|seven-bit|shifted|single-byte|statistics|tables|table-shapes)\.ts$/,
];

/** Leaves empty modules in the place of those that a pattern names, and counts them. */
function leaveOut(patterns: readonly RegExp[]): { readonly plugin: Plugin; readonly left: Set<string> } {
  const left = new Set<string>();
  const plugin: Plugin = {
    name: "leave-out",
    setup({ onLoad }) {
      for (const filter of patterns) {
        onLoad({ filter }, ({ path }) => {
          left.add(path);
          if (path.includes("chardet")) return { contents: "exports.analyse = () => [];", loader: "js" };
          const names = [...readFileSync(path, "utf8").matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
          return { contents: names.map((name) => `export const ${name} = [];`).join("\n"), loader: "js" };
        });
      }
    },
  };
  return { plugin, left };
}

/** What the guide calls it, what is left out, and the most that the main entry weighs then, zod included. */
const WITHOUT: readonly (readonly [row: string, patterns: readonly RegExp[], most: number])[] = [
  ["`newsdump` without the models of languages and old encodings", [MODELS], 219_000],
  ["`newsdump` without these models and the code that serves them only", [MODELS, ...THEIR_CODE], 198_000],
];
/** Files that hold the models. */
const FEWEST_FILES = 6;

it.each(WITHOUT)("%s weighs little", async (row, patterns, most) => {
  const { plugin, left } = leaveOut(patterns);
  const { weight } = await bundle(`export * from ${JSON.stringify(join(root, "src", "index.ts"))};`, root, [plugin]);
  console.log(`${row}: ${weight} bytes`);

  expect(left.size).toBeGreaterThanOrEqual(FEWEST_FILES);
  expect(weight).toBeLessThan(most);
  const page = readFileSync(join(root, "docs", "guide", "performance.md"), "utf8");
  const told = Number(
    page
      .split("\n")
      .find((line) => line.startsWith(`| ${row} | `))
      ?.split(" | ")[1]
      ?.replace(/ \|$/, ""),
  );
  expect(Math.abs(told - weight / 1000)).toBeLessThan(3);
});
