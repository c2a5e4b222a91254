import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { ENTRIES, findMissingEntry, placeOf, readExamples, ROOT, type CodeBlock } from "./blocks.ts";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  paths: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, [path]])),
};

test("examples pass the strict type check", { timeout: 120_000 }, () => {
  const examples = readExamples().filter((block) => findMissingEntry(block) === null);
  const blocks = new Map(examples.map((block, index) => [join(ROOT, `test/docs/example-${index}.ts`), block]));
  const program = ts.createProgram([...blocks.keys()], OPTIONS, createHost(blocks));
  const problems = [...blocks].flatMap(([path, block]) => {
    const source = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) =>
      describeProblem(diagnostic, block),
    );
  });
  expect(problems).toEqual([]);
});

/** Reads the examples from memory and everything else from the disk. */
function createHost(blocks: ReadonlyMap<string, CodeBlock>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  return {
    ...host,
    fileExists: (path) => blocks.has(path) || host.fileExists(path),
    readFile: (path) => blocks.get(path)?.code ?? host.readFile(path),
    getSourceFile(path, languageVersion, ...rest) {
      const block = blocks.get(path);
      return block === undefined
        ? host.getSourceFile(path, languageVersion, ...rest)
        : ts.createSourceFile(path, block.code, languageVersion);
    },
  };
}

function describeProblem({ file, start = 0, messageText }: ts.Diagnostic, block: CodeBlock): string {
  const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line;
  return `${placeOf({ ...block, line: block.line + line })}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}
