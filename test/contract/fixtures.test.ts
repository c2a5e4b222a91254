import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleSchema, DIAGNOSTICS } from "../../src/index.ts";
import { builtInFormats } from "../../src/formats/index.ts";
import { listFixtures, parseFixture } from "../support/fixtures.ts";

const fixtures = listFixtures();
const isUpdate = process.env["UPDATE_GOLDENS"] === "1";

describe.each(fixtures)("$name", (fixture) => {
  test("parses to its golden", async () => {
    const result = JSON.parse(JSON.stringify(await parseFixture(fixture))) as unknown;
    const goldenPath = join(fixture.folder, "expected.json");
    if (isUpdate) writeFileSync(goldenPath, `${JSON.stringify(result, null, 2)}\n`);
    expect(existsSync(goldenPath), `${goldenPath} is missing; UPDATE_GOLDENS=1 writes it`).toBe(true);
    expect(result).toEqual(JSON.parse(readFileSync(goldenPath, "utf8")));
  });

  test("says where it is from and under which licence", () => {
    expect(fixture.meta).toMatchObject({
      description: expect.stringMatching(/./),
      origin: expect.stringMatching(/./),
      licence: expect.stringMatching(/./),
    });
  });
});

test("every format has a fixture", () => {
  const folders = new Set(fixtures.map((fixture) => fixture.name.split("/")[0]));
  for (const format of builtInFormats) expect([...folders]).toContain(format.name);
});

test("every diagnostic is raised by a fixture, and no other", async () => {
  const raised = new Set<string>();
  for (const fixture of fixtures) for (const code of Object.keys((await parseFixture(fixture)).report.diagnostics)) raised.add(code);
  expect([...raised].sort()).toEqual(Object.keys(DIAGNOSTICS).sort());
});

test("every article of every fixture passes the schema", async () => {
  for (const fixture of fixtures) {
    for (const article of (await parseFixture(fixture)).articles) expect(articleSchema.safeParse(article).error).toBeUndefined();
  }
});
