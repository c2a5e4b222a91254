import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The last cell of a row: a file, and the name of a test in it. */
const NAMED_TEST = /\| `(test\/[\w/.-]+\.test\.ts)`: (.+) \|$/gm;

test("every row of the robustness page names a test that exists", () => {
  const page = readFileSync("docs/guide/robustness.md", "utf8");
  const named = [...page.matchAll(NAMED_TEST)];
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(([, file = "", name = ""]) => !readFileSync(file, "utf8").includes(`"${name}"`));
  expect(missing.map(([row]) => row)).toEqual([]);
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && line.includes(".test.ts`"));
  expect(named).toHaveLength(rows.length);
});

test("the page says what every dependency is for", () => {
  const page = readFileSync("docs/guide/robustness.md", "utf8");
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> }; // npm's own format
  const rows = [
    ...page
      .split("## Dependencies")[1]!
      .split("\n## ")[0]!
      .matchAll(/^\| `([^`]+)` \|/gm),
  ].map(([, name]) => name);
  expect(rows).toEqual(Object.keys(dependencies).toSorted());
  expect(rows.length).toBeLessThanOrEqual(6);
});

test("the page tells every limit with its default", () => {
  const page = readFileSync("docs/guide/robustness.md", "utf8");
  const source = readFileSync("src/limits.ts", "utf8");
  const names = [
    ...source
      .split("export interface Limits {")[1]!
      .split("\n}")[0]!
      .matchAll(/^ {2}(\w+)\?: number;/gm),
  ].map(([, name]) => name);
  const rows = [
    ...page
      .split("## Limits")[1]!
      .split("\n## ")[0]!
      .matchAll(/^\| `(\w+)` \|/gm),
  ].map(([, name]) => name);
  expect(rows).toEqual(names);
});
