import { expect, test } from "vitest";
import { articleStream, parseDump, readDump, type Article, type DumpResult } from "../../src/index.ts";
import { cutAt } from "../support/cut.ts";
import { join } from "../fuzz/mutate.ts";
import { frame, utf8 } from "./frame.ts";
import { countFaults, countInputs } from "./tally.ts";

/** Longer than the head that is looked at first, so that results come before the end. */
const RECORDS = 300;
const dump = join(...Array.from({ length: RECORDS }, (_, index) => frame(`Line ${index}`, String((index % 28) + 1).padStart(2, "0"))));
const CHUNKS = 60;
const chunks = cutAt(
  dump,
  Array.from({ length: CHUNKS - 1 }, (_, index) => Math.floor((dump.length * (index + 1)) / CHUNKS)),
);
const whole = parseDump(dump).articles;

/** A source that fails at its n-th read and says when it is let go. */
function createFailing(failAt: number, error: Error): { source: AsyncGenerator<Uint8Array>; isClosed(): boolean } {
  let closed = false;
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (const [index, chunk] of chunks.entries()) {
        if (index === failAt) throw error;
        yield chunk;
      }
    } finally {
      closed = true;
    }
  }
  return { source: read(), isClosed: () => closed };
}

async function collect(results: AsyncIterable<DumpResult>): Promise<{ articles: Article[]; error: unknown }> {
  const articles: Article[] = [];
  try {
    for await (const result of results) if (result.kind === "article") articles.push(result.article);
  } catch (error) {
    return { articles, error };
  }
  return { articles, error: null };
}

test("a source that fails at any read: all records before it come out, then the source's own error", async () => {
  for (let failAt = 0; failAt < chunks.length; failAt++) {
    const failure = new Error(`read ${failAt} failed`);
    const { source, isClosed } = createFailing(failAt, failure);
    const reader = readDump(source);
    const { articles, error } = await collect(reader);
    expect(error).toBe(failure);
    expect(articles).toEqual(whole.slice(0, articles.length));
    const given = chunks.slice(0, failAt).reduce((sum, chunk) => sum + chunk.length, 0);
    const complete = parseDump(dump.subarray(0, given)).articles.length;
    // The last record may go on, a cut header may pass for one, and the head of 64 KiB is looked at as a whole.
    expect(articles.length).toBeGreaterThanOrEqual(given < 64 * 1024 ? 0 : complete - 2);
    expect(reader.report.articles).toBe(articles.length);
    expect(isClosed()).toBe(true);
    countFaults("reads that fail");
  }
});

test("a web stream that fails at any read gives its error to who reads it", async () => {
  for (let failAt = 0; failAt < chunks.length; failAt++) {
    const failure = new Error(`read ${failAt} failed`);
    const make = (): ReadableStream<Uint8Array> => {
      let index = 0;
      return new ReadableStream({
        pull(controller) {
          if (index === failAt) controller.error(failure);
          else controller.enqueue(chunks[index++]!);
        },
      });
    };
    const read = await collect(readDump(make()));
    expect(read.error).toBe(failure);
    expect(read.articles).toEqual(whole.slice(0, read.articles.length));
    const piped: Article[] = [];
    let pipeError: unknown = null;
    try {
      for await (const article of make().pipeThrough(articleStream())) piped.push(article);
    } catch (error) {
      pipeError = error;
    }
    expect(pipeError).toBe(failure);
    expect(piped).toEqual(whole.slice(0, piped.length));
    countFaults("web streams that fail", 2);
  }
});

test("a consumer that stops after any item lets the source go, and got the right items", async () => {
  for (let stopAfter = 1; stopAfter <= 60; stopAfter++) {
    const { source, isClosed } = createFailing(-1, new Error("never"));
    const articles: Article[] = [];
    for await (const result of readDump(source)) {
      if (result.kind === "article") articles.push(result.article);
      if (articles.length === stopAfter) break;
    }
    expect(articles).toEqual(whole.slice(0, stopAfter));
    expect(isClosed()).toBe(true);
    countFaults("consumers that stop");
  }
  for (let stopAfter = 1; stopAfter <= 20; stopAfter++) {
    let reason: unknown = null;
    let index = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (index < chunks.length) controller.enqueue(chunks[index++]!);
        else controller.close();
      },
      cancel: (given) => void (reason = given ?? "cancelled"),
    });
    let count = 0;
    for await (const result of readDump(stream)) {
      expect(result.kind).toBe("article");
      count++;
      if (count === stopAfter) break;
    }
    expect(reason).toBe("cancelled");
    countFaults("consumers that stop");
  }
});

test("a consumer that throws at any item gets its own error back, and the source is let go", async () => {
  for (let throwAt = 1; throwAt <= 30; throwAt++) {
    const { source, isClosed } = createFailing(-1, new Error("never"));
    const failure = new Error(`item ${throwAt}`);
    let count = 0;
    const run = async (): Promise<void> => {
      for await (const result of readDump(source)) {
        count += result.kind === "article" ? 1 : 0;
        if (count === throwAt) throw failure;
      }
    };
    await expect(run()).rejects.toBe(failure);
    expect(isClosed()).toBe(true);
    countFaults("consumers that stop");
  }
});

test("a slow consumer is waited for: the source is not read ahead", async () => {
  let read = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) {
      read++;
      yield chunk;
    }
  }
  const seen: number[] = [];
  for await (const result of readDump(source())) {
    if (result.kind === "article") seen.push(read);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(seen).toHaveLength(RECORDS);
  // The first item comes when the head is complete, not when the dump is.
  expect(seen[0]).toBeLessThan(CHUNKS);
  countFaults("consumers that are slow");
});

test("a signal that aborts a stream at any item ends it with the signal's reason", async () => {
  for (let abortAt = 1; abortAt <= 40; abortAt++) {
    const controller = new AbortController();
    const reason = new Error(`aborted at ${abortAt}`);
    const source = new Blob(chunks as BlobPart[]).stream();
    const articles: Article[] = [];
    const run = async (): Promise<void> => {
      for await (const article of source.pipeThrough(articleStream(), { signal: controller.signal })) {
        articles.push(article);
        if (articles.length === abortAt) controller.abort(reason);
      }
    };
    await expect(run()).rejects.toBe(reason);
    expect(articles).toEqual(whole.slice(0, articles.length));
    expect(articles.length).toBeGreaterThanOrEqual(abortAt);
    countFaults("signals that abort");
  }
});

test("chunks that are no bytes are an error that says so", async () => {
  for (const chunk of ["text", 1, null, undefined, {}, [], new ArrayBuffer(3), new DataView(new ArrayBuffer(3))]) {
    const { error } = await collect(readDump([utf8("x"), chunk as Uint8Array])); // what a caller without types may give
    expect(error).toMatchObject({ code: "invalid-input" });
    countFaults("chunks of a wrong type");
  }
  for (const source of ["text", 1, null, undefined, {}, new Uint8Array(3)]) {
    expect(() => readDump(source as Uint8Array[])).toThrow(expect.objectContaining({ code: "invalid-input" })); // as above
    countFaults("chunks of a wrong type");
  }
});

/** One small dump of every kind of cut there is: CRLF, multibyte characters, marks, header lines. */
const SMALL: readonly (readonly [string, Uint8Array])[] = [
  [
    "UTF-8",
    join(
      utf8("\uFEFF"),
      utf8(" date 2025-01-02 EN\r\nGröße 中文 \u{1F600} e\u0301\r\n\r\nText.\r date 2025-01-03 RU\nДождь шёл.\n\n&amp;amp; a\u0000b\n"),
    ),
  ],
  ["UTF-16", utf16(" date 2025-01-02 EN\r\nGröße 中文 \u{1F600}\r\n\r\nText.\r\n date 2025-01-03 RU\r\nДождь шёл.\r\n")],
  [
    "damaged UTF-8",
    join(
      utf8(" date 2025-01-02 EN\nBefore "),
      Uint8Array.of(0xe2, 0x82, 0xf0, 0x9f, 0x98, 0xc3),
      utf8(" after\n date 2025-01-03\nMore.\n"),
    ),
  ],
  ["ISO-2022-JP", join(utf8(" date 2025-01-02 JA\n\u001B$B"), utf8("F|K\\8l$N%K%e!<%9"), utf8("\u001B(B\n"))],
  [
    "key-value",
    utf8("Title: One\r\nDate: 2025-01-02\r\n\r\nText of one.\r\n==========\r\nTitle: Two\r\nDate: 2025-01-03\r\n\r\nText of two.\r\n"),
  ],
];

test("a chunk boundary at any byte changes nothing", async () => {
  for (const [name, bytes] of SMALL) {
    const expected = parseDump(bytes);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const reader = readDump(cutAt(bytes, [cut]));
      const results: DumpResult[] = [];
      for await (const result of reader) results.push(result);
      expect(
        results.flatMap((result) => (result.kind === "article" ? [result.article] : [])),
        `${name} at ${cut}`,
      ).toEqual(expected.articles);
      expect(reader.report).toEqual(expected.report);
      countFaults("chunk boundaries");
    }
    const bytewise = readDump(Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect((await collect(bytewise)).articles).toEqual(expected.articles);
    countInputs("byte by byte");
  }
});

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index++) view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  return bytes;
}
