import ts from "typescript";

/** What an instrumented example calls; the test that runs it puts one on `globalThis.newsdumpExample`. */
export interface ExampleProbe {
  /** `expression; // value` */
  check(line: number, actual: unknown, expected: unknown): void;
  /** `console.log(…); // what it prints` */
  printed(line: number, expected: string): void;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Turns the comments of an example into checks: `expression; // value` compares the two when the comment is
 * a literal, `console.log(…); // text` compares what was printed; all other comments are prose. The lines of
 * the code stay where they are.
 *
 * @param firstLine - line of the code's first line in its file
 */
export function instrument(code: string, firstLine: number): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const insertions: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) insertions.push(...checksOf(node, source, firstLine));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return insertions.toSorted((a, b) => b.at - a.at).reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code);
}

function checksOf(statement: ts.ExpressionStatement, source: ts.SourceFile, firstLine: number): Insertion[] {
  const comment = trailingComment(statement, source.text);
  if (comment === null) return [];
  const line = firstLine + source.getLineAndCharacterOfPosition(statement.getStart()).line;
  if (isPrinting(statement.expression)) {
    // In braces, because the statement may be the branch of an `if`.
    return [
      { at: statement.getStart(), text: "{ " },
      { at: statement.end, text: ` newsdumpExample.printed(${line}, ${JSON.stringify(comment)}); }` },
    ];
  }
  if (!isLiteralText(comment)) {
    if (/^["'`[{]/.test(comment)) throw new Error(`line ${line}: the comment looks like a value and is none: ${comment}`);
    return [];
  }
  return [
    { at: statement.expression.getStart(), text: `newsdumpExample.check(${line}, ` },
    { at: statement.expression.end, text: `, (${comment}))` },
  ];
}

function trailingComment(statement: ts.ExpressionStatement, code: string): string | null {
  const range = ts.getTrailingCommentRanges(code, statement.end)?.[0];
  if (range === undefined || range.kind !== ts.SyntaxKind.SingleLineCommentTrivia) return null;
  return code.slice(range.pos + 2, range.end).trim();
}

function isPrinting(expression: ts.Expression): boolean {
  return ts.isCallExpression(expression) && expression.expression.getText() === "console.log";
}

function isLiteralText(text: string): boolean {
  const source = ts.createSourceFile("value.ts", `(${text})`, ts.ScriptTarget.Latest, true);
  const { diagnostics } = ts.transpileModule(`(${text})`, { reportDiagnostics: true });
  const [statement, ...others] = source.statements;
  if (diagnostics?.length !== 0 || others.length > 0 || statement === undefined) return false;
  return ts.isExpressionStatement(statement) && isLiteral(statement.expression);
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isLiteral(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((property) => ts.isPropertyAssignment(property) && isLiteral(property.initializer));
  }
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
  if (ts.isIdentifier(node)) return node.text === "undefined";
  return (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  );
}
