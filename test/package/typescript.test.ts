import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsumer, tool, type Consumer } from "./consumer.ts";

const COMMON = { strict: true, noEmit: true, target: "ES2022" };
/** Declarations of this package and its dependencies are checked too; once for each set of globals, since it takes long. */
const THOROUGH = { skipLibCheck: false };
const QUICK = { skipLibCheck: true };
const WEB = { lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"], types: [] };
const SERVER = { lib: ["ES2023"], types: ["node"] };
const UNIVERSAL = ["universal.ts"];
const BOTH = ["universal.ts", "universal.cts"];

/** Releases that users have, beside the repository's own. */
const VERSIONS = ["5.4", "5.9", "7.0"] as const;

let consumer: Consumer;
beforeAll(() => {
  consumer = createConsumer("typescript", [
    "@types/node@20",
    ...VERSIONS.map((version) => `typescript-${version}@npm:typescript@${version}`),
  ]);
});
afterAll(() => consumer.remove());

describe("a TypeScript project", () => {
  it.each([
    { name: "node16, for the web", files: BOTH, options: { ...WEB, ...QUICK, module: "node16", moduleResolution: "node16" } },
    { name: "nodenext, for the web", files: BOTH, options: { ...WEB, ...THOROUGH, module: "nodenext", moduleResolution: "nodenext" } },
    { name: "bundler, for the web", files: UNIVERSAL, options: { ...WEB, ...QUICK, module: "esnext", moduleResolution: "bundler" } },
    {
      name: "node16, on Node",
      files: [...BOTH, "server.ts"],
      options: { ...SERVER, ...QUICK, module: "node16", moduleResolution: "node16" },
    },
    {
      name: "nodenext, on Node",
      files: [...BOTH, "server.ts"],
      options: { ...SERVER, ...THOROUGH, module: "nodenext", moduleResolution: "nodenext" },
    },
    {
      name: "bundler, on Node",
      files: [...UNIVERSAL, "server.ts"],
      options: { ...SERVER, ...QUICK, module: "esnext", moduleResolution: "bundler" },
    },
  ])("compiles under $name", ({ name, files, options }) => {
    const config = consumer.path(`tsconfig.${name.replace(/\W+/g, "-")}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions: { ...COMMON, ...options }, files }));
    const { status, stdout } = consumer.run(tool("tsc"), "-p", config);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  // With the declarations of zod and Node skipped: not every release of theirs suits every compiler.
  it.each(
    VERSIONS.flatMap((version) => [
      { version, where: "for the web", files: BOTH, globals: WEB },
      { version, where: "on Node", files: [...BOTH, "server.ts"], globals: SERVER },
    ]),
  )("compiles with TypeScript $version, $where", ({ version, where, files, globals }) => {
    const config = consumer.path(`tsconfig.${version}-${where.replace(/\W+/g, "-")}.json`);
    const options = { ...COMMON, ...globals, ...QUICK, module: "nodenext", moduleResolution: "nodenext" };
    writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
    const compiler = consumer.path("node_modules", `typescript-${version}`, "bin", "tsc");
    expect(consumer.run(process.execPath, compiler, "--version").stdout).toContain(`Version ${version}.`);
    const { status, stdout } = consumer.run(process.execPath, compiler, "-p", config);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
});
