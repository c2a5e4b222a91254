import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Folders of tests, with commas; for mutants of one folder a few of them are enough, and take minutes less. */
const folders = process.env["NEWSDUMP_MUTATION_TESTS"] ?? "contract,encoding,fields,formats,lines,noise,property,records,text";

/** The suites that tell mutants of the core apart; those of the command and the files are slow and say nothing of it. */
export default defineConfig({
  root: fileURLToPath(new URL("../../", import.meta.url)),
  test: {
    include: folders.split(",").map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: ["test/encoding/accuracy.test.ts", "test/encoding/generated.test.ts", "test/contract/imports.test.ts"],
    testTimeout: 60_000,
  },
});
