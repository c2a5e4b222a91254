import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced block of code in a page or in a doc comment. */
export interface CodeBlock {
  /** Path from the root, with `/`. */
  readonly file: string;
  /** 1-based line of the block's first line of code. */
  readonly line: number;
  readonly language: string;
  /** What follows the language on the fence: `no-run`. */
  readonly attributes: string;
  readonly code: string;
}

/** Every Markdown page that is part of the documentation, as paths from the root. */
export function listPages(): string[] {
  const atRoot = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  return [...atRoot, ...listFiles(join(ROOT, "docs/guide"), ".md")];
}

/** The fenced blocks of all pages, in reading order. */
export function readPageBlocks(): CodeBlock[] {
  return listPages().flatMap((file) => findBlocks(file, readLines(file)));
}

/** The fenced blocks of all doc comments in `src/`. */
function readCommentBlocks(): CodeBlock[] {
  return listFiles(join(ROOT, "src"), ".ts").flatMap((file) => findBlocks(file, readLines(file).map(commentText)));
}

/** All examples in TypeScript. */
export function readExamples(): CodeBlock[] {
  return [...readCommentBlocks(), ...readPageBlocks()].filter((block) => block.language === "ts");
}

/** A block's place, for the names of tests. */
export function placeOf(block: CodeBlock): string {
  return `${block.file}:${block.line}`;
}

/** Entries of `newsdump` by the name they are imported under. */
export const ENTRIES: Readonly<Record<string, string>> = {
  newsdump: join(ROOT, "src/index.ts"),
  "newsdump/encoding": join(ROOT, "src/encoding/index.ts"),
  "newsdump/language": join(ROOT, "src/fields/language/index.ts"),
  "newsdump/schema": join(ROOT, "src/schema.ts"),
  "newsdump/node": join(ROOT, "src/node/index.ts"),
};

/** An entry that the block imports and that is not in this tree, or `null`. */
export function findMissingEntry(block: CodeBlock): string | null {
  for (const [name, path] of Object.entries(ENTRIES)) {
    if (block.code.includes(`from "${name}"`) && !existsSync(path)) return name;
  }
  return null;
}

function listFiles(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .map((name) => relative(ROOT, join(folder, name)).replaceAll("\\", "/"))
    .toSorted();
}

function readLines(file: string): string[] {
  return readFileSync(join(ROOT, file), "utf8").split("\n");
}

/** The text of a doc comment's line; all other lines are empty, so that line numbers stay. */
function commentText(line: string): string {
  return /^\s*\* ?(.*)$/.exec(line)?.[1] ?? "";
}

/** Three backticks, the language, what follows it. */
const FENCE = /^(\s*)```(\S*)\s*(.*)$/;

function findBlocks(file: string, lines: readonly string[]): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const fence = FENCE.exec(lines[index]!);
    if (fence === null) continue;
    const [, indent = "", language = "", attributes = ""] = fence;
    const end = lines.indexOf(`${indent}\`\`\``, index + 1);
    if (end < 0) throw new Error(`${file}:${index + 1}: the block is not closed`);
    const code = lines.slice(index + 1, end).map((line) => line.slice(line.startsWith(indent) ? indent.length : 0));
    blocks.push({ file, line: index + 2, language, attributes, code: code.join("\n") });
    index = end;
  }
  return blocks;
}
