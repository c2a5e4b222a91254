// Tells whether the saved findings still break a promise: node test/tools/run-ts.mjs test/fuzz/check.ts -- [FOLDER]
import { BrokenPromise, checkChunks, checkPromises } from "../support/invariants.ts";
import { cutAt } from "../support/cut.ts";
import { CORPUS_FOLDER, readCorpus } from "./corpus.ts";

for (const { name, finding } of readCorpus(process.argv[2] ?? CORPUS_FOLDER)) {
  const { bytes, options } = finding;
  try {
    const whole = checkPromises(bytes, options);
    for (let cut = 0; cut <= bytes.length; cut++) await checkChunks(cutAt(bytes, [cut]), whole, options);
    console.log(`holds   ${name} (${bytes.length} bytes)`);
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    console.log(`BROKEN  ${name} (${bytes.length} bytes, ${JSON.stringify(options)}): ${error.message.slice(0, 400)}`);
  }
}
