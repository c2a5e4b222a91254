import { existsSync, readFileSync } from "node:fs";
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
  ["articleSchema", 31_000, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL]],
  ["parseDate", 108_000, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["repairMojibake", 22_000, [LANGUAGE_MODEL, EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["detectEncoding", 88_000, [LANGUAGE_MODEL, ZOD]],
  ["detectLanguage", 340_000, [EAST_ASIAN_TABLES, ENCODING_MODEL, ZOD]],
  ["parseDump", 585_000, [ZOD]],
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

/** The models of languages and of encodings older than Unicode, with `chardet`, which holds such models alone. */
const MODELS =
  /src[\\/](?:fields[\\/]language[\\/]model|encoding[\\/](?:model|tables|single-byte|euc-tw))\.generated\.ts$|chardet[\\/]lib[\\/]index\.js$/;

const withoutModels: Plugin = {
  name: "without-models",
  setup({ onLoad }) {
    onLoad({ filter: MODELS }, ({ path }) => {
      if (path.includes("chardet")) return { contents: "exports.analyse = () => [];", loader: "js" };
      const names = [...readFileSync(path, "utf8").matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
      return { contents: names.map((name) => `export const ${name} = [];`).join("\n"), loader: "js" };
    });
  },
};

/** What the main entry weighs without these models, zod included. */
const MOST_WITHOUT_MODELS = 215_000;

it(`the main entry without the models of languages and old encodings weighs less than ${MOST_WITHOUT_MODELS} bytes`, async () => {
  const entry = join(root, "src", "index.ts");
  expect(existsSync(entry)).toBe(true);
  const { weight } = await bundle(`export * from ${JSON.stringify(entry)};`, root, [withoutModels]);
  console.log(`without models: ${weight} bytes`);
  expect(weight).toBeLessThan(MOST_WITHOUT_MODELS);
  const page = readFileSync(join(root, "docs", "guide", "performance.md"), "utf8");
  const told = Number(/^\| `newsdump` without the models of languages and old encodings \| (\d+) \|$/m.exec(page)?.[1]);
  expect(Math.abs(told - weight / 1000)).toBeLessThan(3);
});
