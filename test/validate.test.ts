import { expect, test } from "vitest";
import { articleSchema, parseDump, type Article } from "../src/index.ts";
import { findArticleFault } from "../src/validate.ts";

const dump = " date 2025-11-11 EN\nRain over the city\n\n15:00\n\nRain fell on the city all Tuesday, and the river rose.\n\nShare\n";
const sound: Article = parseDump(dump).articles[0]!;

/** Every value in an article that is no object, as the keys that lead to it. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
}

function withValue(path: readonly string[], value: unknown): Article {
  const copy = structuredClone(sound);
  let place = copy as unknown as Record<string, unknown>; // any place in the article
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
  place[path.at(-1)!] = value;
  return copy;
}

const values: readonly unknown[] = [
  "",
  "x",
  "2025-13-01",
  "2025-11",
  "25:00",
  "15:00",
  "+03:00",
  "en",
  "EN!",
  null,
  -1,
  0,
  1,
  0.5,
  2,
  1e300,
  Number.NaN,
  [],
  ["x"],
  [""],
];

test("a sound article has no fault", () => {
  expect(articleSchema.safeParse(sound).success).toBe(true);
  expect(findArticleFault(sound)).toBeNull();
});

test("a wrong value is a fault where the schema says so", () => {
  const paths = pathsOf(sound);
  expect(paths.length).toBeGreaterThan(60);
  const disagreements: string[] = [];
  let faults = 0;
  for (const path of paths) {
    for (const value of values) {
      const article = withValue(path, value);
      const issues = articleSchema.safeParse(article).error?.issues ?? [];
      if (issues.length > 0) faults++;
      const places = issues.map((issue) => issue.path.slice(0, issue.path[0] === "provenance" ? 2 : 1).join("."));
      const fault = findArticleFault(article);
      const isSame = fault === null ? issues.length === 0 : places.includes(fault.split(" ")[0]!);
      if (!isSame) disagreements.push(`${path.join(".")} = ${JSON.stringify(value)}: ${fault}`);
    }
  }
  expect(disagreements).toEqual([]);
  expect(faults).toBeGreaterThan(500);
});
