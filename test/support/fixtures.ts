import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDump, type Article, type ParseOptions, type Rejected, type Report } from "../../src/index.ts";
import { openDump } from "../../src/node/index.ts";

/** What stands in a fixture's `meta.json`. */
interface FixtureMeta {
  description: string;
  origin: string;
  licence: string;
  options?: ParseOptions;
  /** How the input is given: as bytes (default), as the string in `input.json`, or as a file. */
  read?: "bytes" | "string" | "file";
}

/** One folder below `fixtures/`. */
export interface Fixture {
  /** `<format>/<case>`. */
  name: string;
  folder: string;
  /** Path from the repository's root. */
  inputPath: string;
  meta: FixtureMeta;
}

/** What a fixture's `expected.json` holds. */
export interface FixtureResult {
  articles: Article[];
  rejected: Rejected[];
  report: Report;
}

const ROOT = "fixtures";

export function listFixtures(): Fixture[] {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap((format) =>
    readdirSync(join(ROOT, format.name)).map((name): Fixture => {
      const folder = join(ROOT, format.name, name);
      const inputName = readdirSync(folder).find((file) => file.startsWith("input."));
      if (inputName === undefined) throw new Error(`${folder} has no input file`);
      const meta = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8")) as FixtureMeta; // checked by the fixture contract test
      return { name: `${format.name}/${name}`, folder, inputPath: `${folder}/${inputName}`, meta };
    }),
  );
}

/** Parses a fixture the way its `meta.json` says: at once, unless it is read as a file or its options are in a module. */
export function parseFixture(fixture: Fixture): FixtureResult | Promise<FixtureResult> {
  const path = join(process.cwd(), fixture.folder, "options.ts");
  if (!existsSync(path)) return parseWith(fixture, fixture.meta.options ?? {});
  return import(path).then((module: { options: ParseOptions }) => parseWith(fixture, module.options));
}

function parseWith({ inputPath, meta }: Fixture, options: ParseOptions): FixtureResult | Promise<FixtureResult> {
  if (meta.read === "file") return collect(inputPath, options);
  const bytes = readFileSync(inputPath);
  if (meta.read === "string") return parseDump(JSON.parse(bytes.toString("utf8")) as string, options); // a JSON string by contract
  return parseDump(bytes, options);
}

async function collect(path: string, options: ParseOptions): Promise<FixtureResult> {
  const reader = openDump(path, options);
  const articles: Article[] = [];
  const rejected: Rejected[] = [];
  for await (const result of reader) {
    if (result.kind === "article") articles.push(result.article);
    else rejected.push(result.rejected);
  }
  return { articles, rejected, report: reader.report };
}
