import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** Folders that may use what only Node has. */
const NODE_FOLDERS = ["node", "cli"];
/** Globals that only Node has, or that a library must leave to the program. */
const FOREIGN_GLOBALS = new Set(["process", "Buffer", "console", "require", "__dirname", "__filename", "setImmediate"]);
/** Names that say nothing about what a file does. */
const EMPTY_NAME = /^(?:utils?|helpers?|common|misc|shared|tools?)\.ts$/;

interface SourceFile {
  /** Path from `src`, with slashes. */
  path: string;
  /** What it imports, as written. */
  imports: string[];
  /** Names it uses, members of objects and comments left out. */
  names: Set<string>;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => readSource(join(src, path)));
const universal = files.filter(({ path }) => !isUnder(path, NODE_FOLDERS));

describe("imports", () => {
  it("of Node's modules stand in the folders for Node only, and carry `node:`", () => {
    const isBuiltin = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(name);
    expect(universal.flatMap(({ path, imports }) => imports.filter(isBuiltin).map((name) => `${path}: ${name}`))).toEqual([]);
    expect(
      files.flatMap(({ path, imports }) => imports.filter((name) => builtinModules.includes(name)).map((name) => `${path}: ${name}`)),
    ).toEqual([]);
  });

  it("never lead from the universal part to Node's, nor from Node's to the command", () => {
    const found = files.flatMap(({ path, imports }) => {
      const forbidden = isUnder(path, ["cli"]) ? [] : isUnder(path, ["node"]) ? ["cli"] : NODE_FOLDERS;
      return imports
        .filter((name) => name.startsWith(".") && isUnder(resolveImport(path, name), forbidden))
        .map((name) => `${path}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  it("never go through the package's entry, which only lists names", () => {
    const found = files.filter(
      ({ path, imports }) => !isUnder(path, ["cli"]) && imports.some((name) => resolveImport(path, name) === "index.ts"),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("of the zod package are namespace imports, which bundle to a quarter of the size", () => {
    const found = files.filter(({ path }) =>
      /import (?!\* as |type \* as |type \{)[^;]*from "zod"/.test(readFileSync(join(src, path), "utf8")),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe("names", () => {
  it("of foreign globals are not used in the universal part", () => {
    const found = universal.flatMap(({ path, names }) =>
      [...names].filter((name) => FOREIGN_GLOBALS.has(name)).map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it("TextDecoder is used by src/encoding only, since native decoders differ", () => {
    const found = files.filter(({ path, names }) => names.has("TextDecoder") && !isUnder(path, ["encoding"]));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("of files say what they do", () => {
    expect(files.map(({ path }) => path).filter((path) => EMPTY_NAME.test(basename(path)))).toEqual([]);
  });
});

function isUnder(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

function resolveImport(from: string, name: string): string {
  return name.startsWith(".") ? posix.join(dirname(from), name) : name;
}

function readSource(file: string): SourceFile {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const imports: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) names.add(node.text);
    if (ts.isStringLiteral(node) && isModuleName(node)) imports.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path: relative(src, file).split(sep).join("/"), imports, names };
}

/** `name` in `object.name`, `{ name: 1 }` and declarations of members. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node && parent.expression.getText() !== "globalThis";
  const isMember =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent);
  return isMember && parent.name === node;
}

/** The string of `import … from`, `export … from`, `import("…")` and `typeof import("…")`. */
function isModuleName(node: ts.StringLiteral): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isCallExpression(parent)) return parent.expression.kind === ts.SyntaxKind.ImportKeyword;
  return ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent);
}
