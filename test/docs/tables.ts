import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { DIAGNOSTICS, noiseRules } from "../../src/index.ts";
import { ROOT } from "./blocks.ts";

/** The tables that stand in the guide and are made from the code, by the name in their markers. */
export const TABLES: Readonly<Record<string, () => string>> = {
  diagnostics: diagnosticsTable,
  "encoding-evidence": encodingEvidenceTable,
  "noise-rules": noiseRulesTable,
  article: () => interfaceTable("src/article.ts", "Article"),
  provenance: () => interfaceTable("src/article.ts", "Provenance"),
  report: () => interfaceTable("src/report.ts", "Report"),
  "parse-options": () => interfaceTable("src/options.ts", "ParseOptions"),
};

const MARKED = /<!-- table: ([a-z-]+) -->\n[\s\S]*?<!-- end of table -->/g;

/** A page with the tables between its markers made anew. */
export function withTables(page: string): string {
  return page.replaceAll(MARKED, (_, name: string) => {
    const table = TABLES[name];
    if (table === undefined) throw new Error(`there is no table ${name}`);
    return `<!-- table: ${name} -->\n\n${table()}\n\n<!-- end of table -->`;
  });
}

/** Names of the tables that a page holds. */
export function listTables(page: string): string[] {
  return [...page.matchAll(MARKED)].map((match) => match[1]!);
}

const SEVERITIES = ["error", "warning", "info"] as const;

function diagnosticsTable(): string {
  const entries = Object.entries(DIAGNOSTICS).toSorted(([, a], [, b]) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return toTable(
    ["Code", "Severity", "What it says"],
    entries.map(([code, { severity, meaning }]) => [asCode(code), severity, meaning]),
  );
}

function noiseRulesTable(): string {
  const rows = noiseRules.map(({ name, description, takes, leaves }) => [
    asCode(name),
    description,
    asCode(visible(takes[0] ?? "")),
    asCode(visible(leaves[0] ?? "")),
  ]);
  return toTable(["Rule", "What it takes", "Takes", "Leaves"], rows);
}

/** The values of `EncodingEvidence` with their doc comments, in the order of the code. */
function encodingEvidenceTable(): string {
  const source = readFileSync(join(ROOT, "src/encoding/guess.ts"), "utf8");
  const [union = ""] = /export type EncodingEvidence =[\s\S]*?\n\n/.exec(source) ?? [];
  const values = [...union.matchAll(/\| "([\w-]+)"/g)];
  const rows = [...union.matchAll(/\/\*\* ([^*]*?) \*\/\s*\| "([\w-]+)"/g)].map(([, meaning = "", value = ""]) => [
    asCode(value),
    meaning.replace(/\.$/, ""),
  ]);
  if (rows.length === 0 || rows.length !== values.length)
    throw new Error("every value of EncodingEvidence needs a doc comment of one line");
  return toTable(["Evidence", "Meaning"], rows);
}

/** The members of an interface with their types and doc comments. */
function interfaceTable(file: string, name: string): string {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found = source.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
  if (found === undefined || !ts.isInterfaceDeclaration(found)) throw new Error(`${file} declares no interface ${name}`);
  const rows = found.members
    .filter(ts.isPropertySignature)
    .map((member) => [asCode(member.name.getText()), asCode(member.type?.getText() ?? ""), commentOf(member)]);
  return toTable(["Field", "Type", "What it holds"], rows);
}

function commentOf(member: ts.PropertySignature): string {
  const comment = ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc)?.comment;
  const text = ts.getTextOfJSDocComment(comment) ?? "";
  return text.replaceAll(/\s+/g, " ").replaceAll(/\{@link (?:\w+\.)?(\w+)\}/g, "`$1`");
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const toRow = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [toRow(head), toRow(head.map(() => "---")), ...rows.map(toRow)].join("\n");
}

function asCode(text: string): string {
  return `\`${text}\``;
}

/** Writes characters that show nothing as escapes. */
function visible(text: string): string {
  return text.replaceAll(/[^\P{Z} ]|\p{C}/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`);
}
