// Runs TypeScript files on any Node: bundles each with esbuild (packages stay outside) and imports the bundle.
//   node test/tools/run-ts.mjs FILE... [-- ARGUMENT...]
// `newsdump` and its subpaths lead to the sources; `import.meta` tells where a source stands, not its bundle.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { constBindings } from "./const-bindings.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, "node_modules", ".cache", "run-ts");
const words = process.argv.slice(2);
const split = words.includes("--") ? words.indexOf("--") : words.length;
const files = words.slice(0, split).filter((word) => !word.startsWith("-"));
const options = [...words.slice(0, split).filter((word) => word.startsWith("-")), ...words.slice(split + 1)];

const missing = files.filter((file) => !existsSync(file));
if (files.length === 0 || missing.length > 0) {
  console.error(files.length === 0 ? "usage: run-ts.mjs FILE... [-- ARGUMENT...]" : `no such file: ${missing.join(", ")}`);
  process.exit(1);
}

const ownPlace = {
  name: "own-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const places = { url: pathToFileURL(path).href, filename: path, dirname: dirname(path) };
      const source = await readFile(path, "utf8");
      return {
        loader: "ts",
        contents: source.replace(/\bimport\.meta\.(url|filename|dirname)\b/g, (_, name) => JSON.stringify(places[name])),
      };
    });
  },
};

mkdirSync(cache, { recursive: true });
for (const file of files) {
  const outfile = join(cache, `${basename(file).replace(/\.\w+$/, "")}-${process.pid}.mjs`);
  const { outputFiles } = await build({
    entryPoints: [resolve(file)],
    outfile,
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: {
      "newsdump/schema": join(root, "src", "schema.ts"),
      "newsdump/encoding": join(root, "src", "encoding", "index.ts"),
      "newsdump/language": join(root, "src", "fields", "language", "index.ts"),
      "newsdump/node": join(root, "src", "node", "index.ts"),
      newsdump: join(root, "src", "index.ts"),
    },
    plugins: [ownPlace],
    logLevel: "warning",
  });
  writeFileSync(outfile, constBindings(outputFiles[0].text));
  process.argv = [process.argv[0], resolve(file), ...options];
  try {
    await import(pathToFileURL(outfile).href);
  } catch (error) {
    if (!isMissingData(error)) throw error;
    console.error(`${file} needs development data that is not in the repository: ${error.path} is missing.`);
    console.error("Set NEWSDUMP_SHARED to the folder that holds data/; docs/guide/contributing.md says where the data comes from.");
    process.exitCode = 1;
    break;
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Whether a file of the development data was asked for that is not there. */
function isMissingData(error) {
  const folder = join(process.env.NEWSDUMP_SHARED ?? join("..", "shared"), "data");
  return error instanceof Error && error.code === "ENOENT" && resolve(String(error.path)).startsWith(resolve(folder));
}
