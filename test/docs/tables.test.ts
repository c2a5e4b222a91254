import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listPages, ROOT } from "./blocks.ts";
import { listTables, TABLES, withTables } from "./tables.ts";

const UPDATE_COMMAND = "UPDATE_DOCS=1 npm test -- test/docs/tables.test.ts";

const pages = listPages();

describe("tables in the pages equal the code", () => {
  test.for(pages)("%s", (file) => {
    const path = join(ROOT, file);
    const page = readFileSync(path, "utf8");
    const fresh = withTables(page);
    const isUpdate = process.env["UPDATE_DOCS"] === "1";
    if (isUpdate && fresh !== page) writeFileSync(path, fresh);
    expect(isUpdate ? fresh : page, `write the tables with ${UPDATE_COMMAND}`).toBe(fresh);
  });
});

test("every table stands in a page", () => {
  const used = pages.flatMap((file) => listTables(readFileSync(join(ROOT, file), "utf8")));
  expect(used.toSorted()).toEqual(Object.keys(TABLES).toSorted());
});
