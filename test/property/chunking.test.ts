import fc from "fast-check";
import { expect, test } from "vitest";
import {
  articleStream,
  parseDump,
  profileDump,
  readDump,
  type Article,
  type DumpResult,
  type ParseOptions,
  type Rejected,
} from "../../src/index.ts";
import { cutAt } from "../support/cut.ts";
import { dumpBytes } from "../support/dump-arbitrary.ts";
import { checkProperty } from "../support/property.ts";
import { expectSame } from "../support/same.ts";

/** Each record is read for itself: what its text is taken for has nothing to do with where chunks end. */
const FAST: ParseOptions = { languages: false, profile: false };

const options: fc.Arbitrary<ParseOptions> = fc.constantFrom<ParseOptions[]>(
  {},
  { languages: false },
  { languages: false, limits: { maxRecordBytes: 40 } },
  { ...FAST, limits: { maxRecordBytes: 0 } },
  { ...FAST, limits: { maxRecordBytes: 300 } },
  { ...FAST, limits: { maxRecords: 1 } },
  { noise: "off" },
  { noise: "strict" },
  { format: "key-value" },
  { encoding: "windows-1251" },
);

test("parseDump, readDump and articleStream give the same results, however the bytes are cut", async () => {
  expect.hasAssertions();
  await checkProperty(
    fc.asyncProperty(dumpBytes, fc.array(fc.nat(), { maxLength: 12 }), options, async (bytes, places, given) => {
      const whole = parseDump(bytes, given);
      // Who reads a stream knows what recurs in it from a profile made before.
      const parseOptions = { ...given, profile: profileDump(bytes) };
      const reader = readDump(cutAt(bytes, places), parseOptions);
      const results: DumpResult[] = [];
      for await (const result of reader) results.push(result);
      expectSame(articlesOf(results), whole.articles);
      expectSame(
        results.flatMap((result) => (result.kind === "rejected" ? [result.rejected] : [])),
        whole.rejected,
      );
      expectSame(reader.report, whole.report);

      const streamed: Article[] = [];
      const rejected: Rejected[] = [];
      const stream = streamOf(cutAt(bytes, places)).pipeThrough(
        articleStream({ ...parseOptions, onRejected: (record) => rejected.push(record) }),
      );
      for await (const article of stream) streamed.push(article);
      expectSame(streamed, whole.articles);
      expectSame(rejected, whole.rejected);
    }),
  );
});

test("a reader may reuse its buffer for the next chunk", async () => {
  expect.hasAssertions();
  await checkProperty(
    fc.asyncProperty(dumpBytes, fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
      const buffer = new Uint8Array(size);
      async function* chunks(): AsyncGenerator<Uint8Array> {
        for (let start = 0; start < bytes.length; start += size) {
          const part = bytes.subarray(start, start + size);
          buffer.set(part);
          yield buffer.subarray(0, part.length);
          buffer.fill(0x58);
        }
      }
      const results: DumpResult[] = [];
      for await (const result of readDump(chunks(), FAST)) results.push(result);
      expectSame(articlesOf(results), parseDump(bytes, FAST).articles);
    }),
  );
});

function articlesOf(results: readonly DumpResult[]): Article[] {
  return results.flatMap((result) => (result.kind === "article" ? [result.article] : []));
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}
