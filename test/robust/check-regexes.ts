// Asks recheck whether every regular expression below a folder takes linear time: npm run test:regexes -- [FOLDER]
import { check } from "recheck";
import { findRegexes } from "./regexes.ts";

/** Longer ones are told as unknown. */
const TIMEOUT_MS = 20_000;

const { literals, built } = findRegexes(process.argv[2] ?? "src");
let unproven = 0;
for (const { place, source, flags } of literals) {
  const result = await check(source, flags, { timeout: TIMEOUT_MS });
  if (result.status === "safe") continue;
  unproven++;
  console.log(
    `${result.status.padEnd(11)} ${place}: ${result.status === "vulnerable" ? result.complexity.summary : "not decided in time"}, /${source.slice(0, 80)}/${flags}`,
  );
}
console.log(
  `${literals.length - unproven} of ${literals.length} are proven linear; made from strings, and not looked at: ${built.join(", ")}`,
);
process.exit(unproven > 0 ? 1 : 0); // the checker's own worker would keep the process alive
