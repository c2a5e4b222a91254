// What the tests import as `vitest` under the mutation runner: Vitest's own `expect` and spies, and functions that put tests
// in a list. Only what the tests use is there.
import { format } from "node:util";
import { Script } from "node:vm";
import { ASYMMETRIC_MATCHERS_OBJECT, getState, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from "@vitest/expect";
import { fn } from "@vitest/spy";
import * as chai from "chai";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

let needsAssertions = false;

export function expect(value, message) {
  setState({ assertionCalls: getState(expect).assertionCalls + 1 }, expect);
  return chai.expect(value, message);
}
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT], {
  getState: () => getState(expect),
  setState: (state) => setState(state, expect),
  unreachable: (message = "this place") => chai.assert.fail(`reached ${message}`),
  hasAssertions: () => {
    needsAssertions = true;
  },
});
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);

const emptySuite = () => ({ name: "", hooks: { beforeEach: [], afterEach: [], beforeAll: [] } });
let suite = emptySuite();
let collected = [];

/** The tests of a file, which `load` imports. */
export async function collect(load) {
  suite = emptySuite();
  collected = [];
  await load();
  return collected;
}

const joined = (name) => `${suite.name} ${name}`.trim();
const bodyOf = (rest) => rest.find((one) => typeof one === "function");
const nothing = Object.assign(() => undefined, { each: () => () => undefined, for: () => () => undefined });

export function test(name, ...rest) {
  collected.push({ name: joined(name), body: bodyOf(rest), suite });
}

export function describe(name, ...rest) {
  const outer = suite;
  const hooks = Object.fromEntries(Object.entries(outer.hooks).map(([kind, list]) => [kind, [...list]]));
  suite = { name: joined(name), hooks };
  bodyOf(rest)();
  suite = outer;
}

for (const one of [test, describe]) {
  one.skipIf = (isSkipped) => (isSkipped ? nothing : one);
  one.each =
    (rows) =>
    (name, ...rest) => {
      for (const [index, row] of rows.entries()) {
        const values = Array.isArray(row) ? row : [row];
        one(titled(name, values, index), () => bodyOf(rest)(...values));
      }
    };
}
test.for =
  (rows) =>
  (name, ...rest) => {
    for (const [index, row] of rows.entries()) test(titled(name, [row].flat(), index), (context) => bodyOf(rest)(row, context));
  };
export const it = test;

function titled(name, values, index) {
  let used = 0;
  const text = name.replaceAll(/%[sdifjo#%]/g, (mark) => {
    if (mark === "%%") return "%";
    return mark === "%#" ? String(index) : format(mark, values[used++]);
  });
  return text.replaceAll(/\$([\w.]+)/g, (whole, path) => {
    const value = path.split(".").reduce((held, key) => held?.[key], values[0]);
    return value === undefined ? whole : String(value);
  });
}

const hook = (kind) => (body) => void suite.hooks[kind].push({ body, isDone: false });
export const beforeEach = hook("beforeEach");
export const afterEach = hook("afterEach");
export const beforeAll = hook("beforeAll");
export const afterAll = () => undefined; // a test may run again at any time

const stubbed = new Map();
export const vi = {
  fn,
  setConfig: () => undefined,
  stubGlobal(name, value) {
    if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  },
  unstubAllGlobals() {
    for (const [name, descriptor] of stubbed) {
      if (descriptor === undefined) delete globalThis[name];
      else Object.defineProperty(globalThis, name, descriptor);
    }
    stubbed.clear();
  },
};

/** Runs a test with its hooks. What it failed with, or undefined. */
export async function run({ body, suite: { hooks } }, call = (one) => one()) {
  needsAssertions = false;
  setState({ assertionCalls: 0 }, expect);
  let failure;
  try {
    for (const one of hooks.beforeAll) {
      if (!one.isDone) await one.body();
      one.isDone = true;
    }
    for (const one of hooks.beforeEach) await one.body();
    await call(() => body({ expect }));
    if (needsAssertions && getState(expect).assertionCalls === 0) failure = "nothing was asserted";
  } catch (error) {
    failure = String(error?.message ?? error);
  }
  try {
    for (const one of hooks.afterEach) await one.body();
  } catch (error) {
    failure ??= String(error?.message ?? error);
  }
  return failure;
}

/** The mutant that is active, and how often it has been reached. */
export const active = {
  mutant: -1,
  hits: 0,
  hitLimit: Infinity,
  isHit() {
    if (++this.hits > this.hitLimit) throw new Error("the mutant was reached too often");
    return true;
  },
};

/** Runs a test while a mutant is active; one that is reached too often or does not return in time is endless. */
export async function runWith(one, mutant, { hitLimit, timeLimit }) {
  let isLate = false;
  const inTime = (body) => {
    try {
      return callWithin(timeLimit, body);
    } catch (error) {
      isLate = error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
      throw error;
    }
  };
  Object.assign(active, { mutant, hits: 0, hitLimit });
  const failure = await run(one, inTime);
  active.mutant = -1;
  const endless = isLate || active.hits > hitLimit;
  return { failure: failure ?? (endless ? "the mutant was reached too often" : undefined), endless, isLate };
}

const CALL = new Script("globalThis.calledWithin()");

/** Calls a function and breaks it off after so many milliseconds, which only the time limit of a script can do. */
function callWithin(timeout, body) {
  globalThis.calledWithin = body;
  return CALL.runInThisContext({ timeout });
}
