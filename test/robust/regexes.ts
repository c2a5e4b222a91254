import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A regular expression as it stands in the sources. */
export interface FoundRegex {
  /** `src/…/file.ts:line`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** All regular expression literals below a folder, and the places where one is made from a string. */
export function findRegexes(folder: string): { literals: FoundRegex[]; built: string[] } {
  const literals: FoundRegex[] = [];
  const built: string[] = [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".d.ts"),
  );
  for (const file of files.toSorted()) {
    const path = join(folder, file);
    const tree = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    const placeOf = (node: ts.Node): string => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        literals.push({ place: placeOf(node), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      const isMade = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";
      if (isMade) built.push(placeOf(node));
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { literals, built };
}
