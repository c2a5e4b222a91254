import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDump, type DumpResult, type ParseOptions } from "../../src/index.ts";
import { NO_COUNTS, addCounts, type Counts } from "../../src/node/counts.ts";
import { mergeReport } from "../../src/node/merge-report.ts";
import { parseRange } from "../../src/node/parse-range.ts";
import { planTasks, RUN_START } from "../../src/node/tasks.ts";
import { planShards, planShardTasks, readShard } from "../../src/node/shards.ts";
import { checkOptions } from "../../src/options.ts";
import { createReportBuilder, type Report } from "../../src/report.ts";
import { dumpBytes } from "../support/dump-arbitrary.ts";
import { checkProperty } from "../support/property.ts";
import { expectSame } from "../support/same.ts";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "newsdump-ranges-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const options: fc.Arbitrary<ParseOptions> = fc.constantFrom<ParseOptions[]>(
  {},
  ...[
    {},
    { limits: { maxRecordBytes: 40 } },
    { limits: { maxRecordBytes: 300 } },
    { noise: "off" as const },
    { format: "key-value" },
    { encoding: "windows-1251" },
  ].map((given) => Object.assign(given, { languages: false as const })),
);

/** Two dumps, one behind the other in one file: more than one format's worth of headers. */
const longDump = fc.tuple(dumpBytes, dumpBytes).map(([a, b]) => Uint8Array.from([...a, ...b]));

interface Parsed {
  results: DumpResult[];
  report: Report;
}

async function parseTasks(tasks: AsyncIterable<{ task: unknown }>, parseOptions: ParseOptions, longestHeld: number): Promise<Parsed> {
  const checked = checkOptions(parseOptions);
  const results: DumpResult[] = [];
  const { report } = createReportBuilder();
  let before: Counts = NO_COUNTS;
  for await (const { task } of tasks as AsyncIterable<{ task: Parameters<typeof parseRange>[0] }>) {
    expect(task.kind).toBe("range");
    if (task.base !== null) expect(task.base).toEqual(before);
    const builder = createReportBuilder();
    const run: Parameters<typeof parseRange>[1] = {
      options: checked,
      builder,
      take(result) {
        results.push(result);
        return null;
      },
      async exchange(counts) {
        const base = before;
        before = addCounts(before, counts);
        return base;
      },
    };
    await parseRange(task, run, longestHeld);
    mergeReport(report, builder.report);
  }
  return { results, report };
}

function expectWhole({ results, report }: Parsed, bytes: Uint8Array, parseOptions: ParseOptions, source: string): void {
  // The parts are given no profile: whoever plans them makes one of all files.
  const whole = parseDump(bytes, { ...parseOptions, source, profile: false });
  expectSame(
    results.flatMap((result) => (result.kind === "article" ? [result.article] : [])),
    whole.articles,
  );
  expectSame(
    results.flatMap((result) => (result.kind === "rejected" ? [result.rejected] : [])),
    whole.rejected,
  );
  expect(JSON.stringify(report)).toBe(JSON.stringify(whole.report));
}

test("the parts of a file, wherever it is divided, hold what the whole holds", async () => {
  expect.hasAssertions();
  const path = join(folder, "ranges.txt");
  await checkProperty(
    fc.asyncProperty(longDump, fc.integer({ min: 24, max: 500 }), fc.constantFrom(0, 1000), options, async (bytes, range, held, given) => {
      fc.pre(bytes.length > 0);
      await writeFile(path, bytes);
      const tasks = planTasks([{ path, problem: null }], checkOptions(given), RUN_START, { range, divided: 0 });
      expectWhole(await parseTasks(tasks, given, held), bytes, given, path);
    }),
  );
});

test("the shards of a file hold what the whole holds", async () => {
  expect.hasAssertions();
  const path = join(folder, "shards.txt");
  await checkProperty(
    fc.asyncProperty(longDump, fc.integer({ min: 24, max: 500 }), options, async (bytes, size, given) => {
      fc.pre(bytes.length >= size);
      await writeFile(path, bytes);
      const lines: string[] = [];
      for await (const shard of planShards([{ path, problem: null }], given, size)) lines.push(JSON.stringify(shard));
      const tasks = planShardTasks(lines.map(readShard), checkOptions(given));
      expectWhole(await parseTasks(tasks, given, 1000), bytes, given, path);
    }),
  );
});
