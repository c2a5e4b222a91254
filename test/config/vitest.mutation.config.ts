import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The suites that tell mutants of the core apart; those of the command and the files are slow and say nothing of it. */
export default defineConfig({
  root: fileURLToPath(new URL("../../", import.meta.url)),
  test: {
    include: ["test/{contract,encoding,fields,formats,lines,noise,property,records,text}/**/*.test.ts"],
    exclude: ["test/encoding/accuracy.test.ts", "test/encoding/generated.test.ts", "test/contract/imports.test.ts"],
    testTimeout: 60_000,
  },
});
