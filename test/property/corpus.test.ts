import { expect, test } from "vitest";
import { readCorpus } from "../fuzz/corpus.ts";
import { cutAt } from "../support/cut.ts";
import { checkChunks, checkPromises } from "../support/invariants.ts";

test.for(readCorpus())("what the fuzzer found stays right: $name", async ({ finding: { bytes, options } }) => {
  const whole = checkPromises(bytes, options);
  for (let cut = 0; cut <= bytes.length; cut++) await checkChunks(cutAt(bytes, [cut]), whole, options);
  expect(whole.report.bytes).toBe(bytes.length);
});
