// How long the built command takes to start, against Node doing nothing. Needs `npm run build`. Prints Markdown,
// which `npm run bench:docs` puts into the guide.
//   npm run bench:start
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { measureRounds, toTable } from "./support/rounds.ts";

const COMMAND = "dist/cli.js";
const SEED = "fixtures/date-header/seed/input.txt";
const ROUNDS = Number(process.env["NEWSDUMP_BENCH_ROUNDS"] ?? 11);

if (!existsSync(COMMAND)) {
  console.error(`${COMMAND} is missing: npm run build`);
  process.exit(1);
}

const start = (...args: string[]): void => {
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with code ${status}`);
};

const measured = await measureRounds(
  [
    { name: "`node -e 0`", bytes: 0, run: () => start("-e", "0") },
    { name: "`newsdump --version`", bytes: 0, run: () => start(COMMAND, "--version") },
    {
      name: "`newsdump parse`, one record of 5 kB, no language",
      bytes: 0,
      run: () => start(COMMAND, "parse", SEED, "-q", "--no-language"),
    },
    { name: "`newsdump parse`, one record of 5 kB", bytes: 0, run: () => start(COMMAND, "parse", SEED, "-q") },
  ],
  ROUNDS,
);
const bare = measured[0]!.seconds;
console.log(`Node ${process.version}; median of ${ROUNDS} rounds\n`);
console.log(
  toTable(
    ["Process", "ms", "× Node"],
    measured.map(({ name, seconds }) => [name, (seconds * 1000).toFixed(0), (seconds / bare).toFixed(2)]),
  ),
);
