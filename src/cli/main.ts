#!/usr/bin/env node
import module from "node:module";
import { END_SIGNALS, interrupt } from "./interrupt.ts";
import { EXIT_INTERRUPTED } from "./io.ts";
import { removeTemporaryFiles } from "./temporary-files.ts";
import { runCommand } from "./run.ts";

// A command that is interrupted comes to an orderly end; one that does not listen, or is told again, ends at once.
// Either way no half-written file is left behind.
for (const signal of END_SIGNALS) {
  process.on(signal, () => {
    if (interrupt(signal)) return;
    removeTemporaryFiles();
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

// Node 22.1 and later keep what they compile; what is loaded from here on starts faster the next time.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// What cannot be said on standard error cannot be said at all.
process.stderr.on("error", () => {});

void runCommand(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
  if (exitCode <= EXIT_INTERRUPTED) return;
  // Should the system hold up the end itself, another signal is its own matter.
  for (const signal of END_SIGNALS) process.removeAllListeners(signal);
  process.exit(); // input that is still waited for would keep the process alive
});
