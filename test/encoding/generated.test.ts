// The generated tables are what their generators write, wherever the sources of the generators are there.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { SINGLE_BYTE_CANDIDATES } from "../../src/encoding/candidates.ts";
import { canonicalEncoding } from "../../src/encoding/labels.ts";
import { scriptModel } from "../../src/encoding/model.ts";
import { SHARED } from "../bench/encoding-samples.ts";

const check = (script: string): string =>
  execFileSync(
    process.execPath,
    script.endsWith(".ts")
      ? ["test/tools/run-ts.mjs", `test/tools/encoding/${script}`, "--", "--check"]
      : [`test/tools/encoding/${script}`, "--check"],
    { encoding: "utf8" },
  );
const has = (command: string, argument: string): boolean => {
  try {
    execFileSync(command, [argument], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

test.skipIf(!existsSync(resolve(SHARED, "data/encoding/charcounts")))(
  "the model is what the trainer writes",
  () => {
    expect(check("train.mjs")).toContain("unchanged");
  },
  60_000,
);

test.skipIf(!has("python3", "--version") || !has("iconv", "--version"))(
  "the single-byte tables are those of Python and glibc",
  () => {
    expect(check("single-byte.ts")).toContain("unchanged");
  },
  60_000,
);

test.skipIf(!has("iconv", "--version"))(
  "the EUC-TW runs are those of glibc",
  () => {
    expect(check("euc-tw.mjs")).toContain("unchanged");
  },
  60_000,
);

test("the tables of East Asian encodings are what the packer writes", () => {
  expect(check("tables.ts")).toContain("unchanged");
}, 60_000);

test("what UTF-8 is misread as is what the decoders give", () => {
  expect(check("misreadings.ts")).toContain("unchanged");
}, 60_000);

test("candidates name encodings, scripts and languages that exist", () => {
  for (const { encoding, script, languages } of SINGLE_BYTE_CANDIDATES) {
    expect(canonicalEncoding(encoding)).toBe(encoding);
    const known = scriptModel(script).languages.map(({ language }) => language);
    for (const language of languages.keys()) expect(known).toContain(language);
  }
});
