// A test runner for Stryker that keeps all tests in one process. Sources and tests are bundled and loaded once; a mutant is
// tried by calling the tests that reach it, the quickest first, until one fails. Vitest starts a worker and loads every
// module anew for each mutant, which takes seconds; this takes milliseconds.
//
// What a mutant leaves in a cache stays in the process. So the test that killed a mutant is run again without it; where it
// fails again, the process is replaced, and the mutant is tried once more as the first one of the next.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import * as framework from "./framework.mjs";

const FRAMEWORK = fileURLToPath(new URL("framework.mjs", import.meta.url));

/** Tests that start processes, load modules anew or call a generator do not see the mutants of this process. */
const LEFT_OUT = /node:child_process|resetModules|\/tools\//;

const ENTRIES = {
  newsdump: "index.ts",
  "newsdump/node": "node/index.ts",
  "newsdump/encoding": "encoding/index.ts",
  "newsdump/language": "fields/language/index.ts",
  "newsdump/schema": "schema.ts",
};

const NO_MUTANT = -1;
/** How long a test may take, in milliseconds, beside ten times what it takes without a mutant. */
const PATIENCE = 1500;
/** How long it may take without a mutant: the first to need a table waits for it. */
const UNCHANGED_PATIENCE = 60_000;
/** Share of Stryker's limit, which is a hundred times as often as a mutant is reached by all tests together. */
const LIMIT_SHARE = 0.1;

class InProcessRunner {
  static inject = [commonTokens.logger];
  #log;
  #tests = new Map();
  #durations = new Map();
  #isSpoilt = false;
  #tried = 0;

  constructor(log) {
    this.#log = log;
  }

  /**
   * Nothing is loaded anew for a mutant that is reached while modules load, too: it is active in tests alone, so that what it
   * would change at loading, or in a cache that is filled already, is not tried.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#tests = await this.#load("mutants", quickened);
  }

  /** Runs every test once, and counts which mutants it reaches. */
  async dryRun() {
    const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
    const tests = [];
    for (const [id, test] of await this.#load("dry-run", (text) => text)) {
      stryker.currentTestId = id;
      const start = performance.now();
      const failure = await framework.run(test);
      const timeSpentMs = performance.now() - start;
      stryker.currentTestId = undefined;
      this.#durations.set(id, timeSpentMs);
      if (failure === undefined) tests.push({ id, name: id, timeSpentMs, status: TestStatus.Success });
      else this.#log.warn("Left out, for it fails without a mutant here: %s (%s)", id, failure);
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ testFilter = [...this.#tests.keys()], activeMutant, hitLimit = Infinity }) {
    if (this.#isSpoilt) throw new Error("an earlier mutant has left something in this process");
    const isFirst = this.#tried++ === 0;
    const quickestFirst = testFilter.toSorted((a, b) => (this.#durations.get(a) ?? 0) - (this.#durations.get(b) ?? 0));
    for (const [index, id] of quickestFirst.entries()) {
      const { failure, endless } = await this.#tryMutant(id, Number(activeMutant.id), hitLimit * LIMIT_SHARE);
      if (failure === undefined) continue;
      this.#isSpoilt = (await this.#runUnchanged(id)).failure !== undefined;
      if (this.#isSpoilt && !isFirst) throw new Error("this or an earlier mutant has left something in this process");
      return endless
        ? { status: MutantRunStatus.Timeout, reason: failure }
        : { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: failure, nrOfTests: index + 1 };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: quickestFirst.length };
  }

  /**
   * A test that is late and has not run in this process before may have waited for tables that it was the first to need:
   * it is run without the mutant, and then once more with it.
   */
  async #tryMutant(id, mutant, hitLimit) {
    const isNew = !this.#durations.has(id);
    const once = () => this.#time(id, mutant, { hitLimit, timeLimit: Math.ceil(PATIENCE + 10 * (this.#durations.get(id) ?? 0)) });
    const result = await once();
    if (!isNew || !result.isLate) return result;
    await this.#runUnchanged(id);
    await this.#runUnchanged(id); // how long it takes when all tables are there
    return once();
  }

  #runUnchanged(id) {
    return this.#time(id, NO_MUTANT, { hitLimit: Infinity, timeLimit: UNCHANGED_PATIENCE });
  }

  async #time(id, mutant, limits) {
    const start = performance.now();
    const result = await framework.runWith(this.#tests.get(id), mutant, limits);
    if (result.failure === undefined) this.#durations.set(id, performance.now() - start);
    return result;
  }

  /** All tests by name, from bundles that every process of a run shares. */
  async #load(name, change) {
    const root = process.cwd();
    const files = testFiles(root);
    const folder = join(root, `.mutation-${name}`);
    if (!existsSync(folder)) {
      const draft = `${folder}-${process.pid}`; // another process may be at the same
      await build({
        absWorkingDir: root,
        entryPoints: files,
        bundle: true,
        splitting: true,
        format: "esm",
        platform: "node",
        target: "node20",
        packages: "external",
        outdir: draft,
        outbase: root,
        outExtension: { ".js": ".mjs" },
        plugins: [bundling(root, change)],
        logLevel: "error",
      });
      await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
    }
    const tests = new Map();
    for (const file of files) {
      const load = () => import(pathToFileURL(join(folder, file.replace(/\.ts$/, ".mjs"))).href);
      for (const test of await framework.collect(load)) {
        let id = `${file}#${test.name}`;
        while (tests.has(id)) id += "'";
        tests.set(id, test);
      }
    }
    this.#log.debug("%s: %d tests of %d files", name, tests.size, files.length);
    return tests;
  }
}

function testFiles(root) {
  return process.env.NEWSDUMP_MUTATION_TESTS.split(",")
    .flatMap((folder) => readdirSync(join(root, "test", folder), { recursive: true }).map((file) => join("test", folder, file)))
    .filter((file) => file.endsWith(".test.ts") && !LEFT_OUT.test(readFileSync(join(root, file), "utf8")))
    .toSorted();
}

/** Names lead where they lead under Vitest, `vitest` to the framework, and a test's own address to where it stands. */
function bundling(root, change) {
  return {
    name: "tests",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^vitest$|\/framework\.mjs$/ }, () => ({ path: FRAMEWORK, external: true }));
      onResolve({ filter: /^newsdump(\/|$)/ }, ({ path }) => ({ path: join(root, "src", ENTRIES[path]) }));
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
        return { contents: change(text), loader: "ts" };
      });
    },
  };
}

/**
 * Stryker asks a function at every expression whether its mutant is active, and tells another that it was reached. For
 * trying mutants a comparison of two numbers does for the first, and nobody needs the second.
 */
function quickened(text) {
  if (!text.includes("stryMutAct_9fa48")) return text;
  return `import { active as activeMutant_9fa48 } from ${JSON.stringify(FRAMEWORK)};\n${text
    .replaceAll(/stryMutAct_9fa48\("(\d+)"\)/g, "(activeMutant_9fa48.mutant === $1 && activeMutant_9fa48.isHit())")
    .replaceAll(/stryCov_9fa48\([\d", ]+\)/g, "0")}`;
}

const create = (injector) => injector.injectClass(InProcessRunner);
create.inject = [commonTokens.injector];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", create)];
