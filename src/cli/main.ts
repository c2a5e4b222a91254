#!/usr/bin/env node
import module from "node:module";
import { removeTemporaryFiles } from "./temporary-files.ts";
import { runCommand } from "./run.ts";

// A command that is interrupted leaves no half-written file behind.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    removeTemporaryFiles();
    process.kill(process.pid, signal);
  });
}

// Node 22.1 and later keep what they compile; what is loaded from here on starts faster the next time.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// What cannot be said on standard error cannot be said at all.
process.stderr.on("error", () => {});

void runCommand(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
});
