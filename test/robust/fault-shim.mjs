// Loaded ahead of the command (`node --import`): counts what it asks of the system, and lets one such call fail.
// NEWSDUMP_FAULT holds JSON: { at, code, isLasting, log }. `at`: number of the call that fails, from 1; 0: none.
// `isLasting`: that call's kind fails from then on. At its end the process appends the kinds of all calls to `log`.
import { appendFileSync } from "node:fs";
import fs from "node:fs";
import fsPromises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread, Worker } from "node:worker_threads";
import zlib from "node:zlib";

const { at, code, isLasting, log } = JSON.parse(process.env.NEWSDUMP_FAULT);
const calls = [];
let failing = null; // kind

/** An error to fail with, or `null`. */
function next(kind) {
  calls.push(kind);
  if (calls.length === at && isLasting) failing = kind;
  if (calls.length !== at && failing !== kind) return null;
  return Object.assign(new Error(`${code}: injected, ${kind}`), { code, syscall: kind });
}

function wrapPromises(holder, names, prefix) {
  for (const name of names) {
    const original = holder[name];
    holder[name] = async function (...values) {
      if (values[0] instanceof URL) return original.apply(this, values); // Node reads modules
      const error = next(`${prefix}${name}`);
      if (error !== null) throw error;
      return original.apply(this, values);
    };
  }
}

/** The last argument is called with what came of it. */
function wrapCallbacks(holder, names) {
  for (const name of names) {
    const original = holder[name];
    holder[name] = function (...values) {
      const error = next(name);
      return error === null ? original.apply(this, values) : process.nextTick(values.at(-1), error);
    };
  }
}

// What a worker asks is counted there and not here.
if (isMainThread) {
  const probe = await fsPromises.open(process.execPath);
  const handle = Object.getPrototypeOf(probe);
  await probe.close();
  wrapPromises(handle, ["read", "write", "writev", "stat", "sync", "datasync", "truncate"], "handle.");
  wrapPromises(fsPromises, ["open", "stat", "readdir", "rename", "readFile", "realpath"], "");
  wrapCallbacks(fs, ["read", "write", "writev"]);

  const inflater = zlib.InflateRaw.prototype;
  // oxlint-disable no-underscore-dangle -- Node's own name
  const transform = inflater._transform;
  inflater._transform = function (chunk, encoding, done) {
    const error = next("inflate");
    if (error === null) transform.call(this, chunk, encoding, done);
    else done(error);
  };
  // oxlint-enable no-underscore-dangle

  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...values) {
    const error = next("message");
    if (error !== null) throw error;
    postMessage.apply(this, values);
  };
  syncBuiltinESMExports();
  process.on("exit", () => appendFileSync(log, calls.join("\n")));
}
