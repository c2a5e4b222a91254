import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRowSource, packRows } from "../../src/node/decoded-rows.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "newsdump-rows-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LATIN = { ends: Uint32Array.of(2, 2, 5), entries: Uint16Array.of(0x101, 0x702, 3, 4, 0xffff) };
const GREEK = { ends: Uint32Array.of(1), entries: Uint16Array.of(9) };

test("rows come back as they were packed", () => {
  const path = join(folder, "rows.bin");
  writeFileSync(
    path,
    packRows([
      [3, LATIN],
      [16, GREEK],
    ]),
  );
  const source = createRowSource(path);
  expect(source(3)).toEqual(LATIN);
  expect(source(16)).toEqual(GREEK);
  expect(source(4)).toBeNull();
});

test("a file that is missing or cut gives none", () => {
  expect(createRowSource(join(folder, "none.bin"))(3)).toBeNull();
  const whole = packRows([[3, LATIN]]);
  const path = join(folder, "cut.bin");
  writeFileSync(path, whole.subarray(0, whole.length - 1));
  expect(createRowSource(path)(3)).toBeNull();
  expect(readFileSync(path).length).toBe(whole.length - 1);
});
