import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../../", import.meta.url));
const src = `${root}src/`;

/** The package's own names lead to the sources, so that no test but the package's needs a build. */
const alias = [
  { find: /^newsdump$/, replacement: `${src}index.ts` },
  { find: /^newsdump\/node$/, replacement: `${src}node/index.ts` },
  { find: /^newsdump\/encoding$/, replacement: `${src}encoding/index.ts` },
  { find: /^newsdump\/language$/, replacement: `${src}fields/language/index.ts` },
  { find: /^newsdump\/schema$/, replacement: `${src}schema.ts` },
];

/** Suites with needs of their own: a packed tarball, the development data, a browser, minutes. */
const SPECIAL = ["test/package/**", "test/data/**", "test/browser/**", "test/robust/**"];

/** What trained tables and models say is the same on any release of Node, and so are the types of examples. */
const OF_NO_RELEASE = [
  "test/encoding/{accuracy,generated}.test.ts",
  "test/fields/language/data.test.ts",
  "test/docs/example-types.test.ts",
];
const isOtherRelease = process.env["NEWSDUMP_OTHER_RELEASE"] !== undefined;

export default defineConfig({
  root,
  test: {
    maxWorkers: availableParallelism(), // Vitest leaves one core idle, which is half of a machine with two
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["**/*.generated.ts", "**/*.d.ts"],
      reporter: ["text-summary", "html"],
      reportsDirectory: `${root}coverage`,
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          root,
          include: ["test/**/*.test.ts"],
          exclude: isOtherRelease ? [...SPECIAL, ...OF_NO_RELEASE] : SPECIAL,
          testTimeout: 30_000,
        },
      },
      { resolve: { alias }, test: { name: "data", root, include: ["test/data/**/*.test.ts"], testTimeout: 300_000 } },
      {
        resolve: { alias },
        test: {
          name: "robust",
          root,
          include: ["test/robust/**/*.test.ts"],
          globalSetup: ["test/robust/table.ts"],
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: "browser",
          root,
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "package",
          root,
          include: ["test/package/**/*.test.ts"],
          globalSetup: ["test/package/pack.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
