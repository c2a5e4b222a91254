import { getEventListeners } from "node:events";
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath, resolve } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleStream, parseDump, profileDump, readDump, type Article, type ByteSource } from "../../src/index.ts";
import type * as NodeEntry from "../../src/node/index.ts";
import { openDump, profileFiles } from "../../src/node/index.ts";
import { join } from "../fuzz/mutate.ts";
import { buildCommand } from "../support/built.ts";
import { frame, utf8 } from "./frame.ts";
import { countFaults } from "./tally.ts";

const records = Array.from({ length: 400 }, (_, index) => frame(`Line ${index}`, String((index % 28) + 1).padStart(2, "0")));
const dump = join(...records);
/** What is looked at here is the same with the rest of the work and without. */
const FAST = { languages: false, noise: "off", repairText: false } as const;
const whole = parseDump(dump, FAST).articles;
const folder = mkdtempSync(joinPath(tmpdir(), "newsdump-abort-"));
const file = joinPath(folder, "dump.txt");
const packed = joinPath(folder, "dump.gz");
writeFileSync(file, dump);
writeFileSync(packed, gzipSync(dump));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What callers abort with: an error, what the platform gives, anything else. */
const REASONS: readonly unknown[] = [new Error("enough"), undefined, "a string", null, 0];

interface Watched {
  readonly source: ByteSource;
  isClosed(): boolean;
}

/** Sources that give the dump and then say nothing more, so that only the signal can end the reading. */
const SOURCES: Readonly<Record<string, () => Watched>> = {
  "a web stream"() {
    let closed = false;
    const source = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(dump),
      cancel: () => void (closed = true),
    });
    return { source, isClosed: () => closed };
  },
  "a response"() {
    let closed = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(dump),
      cancel: () => void (closed = true),
    });
    return { source: new Response(body), isClosed: () => closed };
  },
  "a stream of Node"() {
    const source = new Readable({ read() {} });
    source.push(dump);
    return { source, isClosed: () => source.destroyed };
  },
  "an iterable"() {
    let closed = false;
    const source: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]() {
        let given = false;
        return {
          next() {
            if (given) return new Promise(() => {}); // silent from here on
            given = true;
            return Promise.resolve({ done: false, value: dump });
          },
          return() {
            closed = true;
            return Promise.resolve({ done: true, value: undefined });
          },
        };
      },
    };
    return { source, isClosed: () => closed };
  },
};

async function collect(results: AsyncIterable<{ kind: string; article?: Article }>, onItem: (count: number) => void): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const result of results) {
    if (result.article !== undefined) articles.push(result.article);
    onItem(articles.length);
  }
  return articles;
}

/** Runs what has to reject and gives what it rejects with. */
async function rejectionOf(act: () => Promise<unknown>): Promise<{ readonly reason: unknown }> {
  try {
    await act();
  } catch (reason) {
    return { reason };
  }
  throw new Error("it did not reject");
}

const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;
const openFiles = (): string[] =>
  readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${descriptor}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return []; // the one that lists the others
    }
  });

describe("readDump", () => {
  test("aborted before, during and while the source is silent: rejects with the reason and lets the source go", async () => {
    for (const [name, create] of Object.entries(SOURCES)) {
      for (const given of REASONS) {
        for (const abortAt of [0, 1, 7, "silent"] as const) {
          const controller = new AbortController();
          const { source, isClosed } = create();
          const abort = (): void => (given === undefined ? controller.abort() : controller.abort(given));
          if (abortAt === 0) abort();
          const seen: number[] = [];
          const { reason } = await rejectionOf(() =>
            collect(readDump(source, { ...FAST, signal: controller.signal }), (count) => {
              seen.push(count);
              if (count === abortAt) abort();
              if (abortAt === "silent" && seen.length === 1) setTimeout(abort, 10);
            }),
          );
          expect(reason, name).toBe(controller.signal.reason);
          if (given === undefined) expect(reason).toMatchObject({ name: "AbortError" });
          if (typeof abortAt === "number") expect(seen).toHaveLength(abortAt);
          expect(isClosed(), `${name}, aborted at ${abortAt}`).toBe(true);
          expect(listenersOf(controller.signal)).toBe(0);
          countFaults("signals that abort");
        }
      }
    }
  });

  test("a signal that never aborts changes nothing and keeps no listener", async () => {
    const { signal } = new AbortController();
    const articles = await collect(readDump([dump], { ...FAST, signal }), () => {});
    expect(articles).toEqual(whole);
    expect(listenersOf(signal)).toBe(0);
    for await (const _ of readDump([dump], { ...FAST, signal })) break;
    expect(listenersOf(signal)).toBe(0);
    await rejectionOf(() => collect(readDump([dump, "text" as unknown as Uint8Array], { signal }), () => {})); // what a caller without types may give
    expect(listenersOf(signal)).toBe(0);
  });

  test("long work in one chunk lets timers have their turn, so that a timer can abort it", async () => {
    const controller = new AbortController();
    const large = join(...Array.from({ length: 40 }, () => dump));
    setTimeout(() => controller.abort(), 5);
    let count = 0;
    const { reason } = await rejectionOf(() => collect(readDump([large], { ...FAST, signal: controller.signal }), () => count++));
    expect(reason).toMatchObject({ name: "AbortError" });
    expect(count).toBeLessThan(40 * records.length);
    countFaults("signals that abort");
  });

  test("what is no signal is refused", async () => {
    for (const signal of [{}, "abort", 1, null, () => {}]) {
      const wrong = { signal: signal as AbortSignal }; // what a caller without types may give
      const refused = expect.objectContaining({ code: "invalid-option" }) as Error;
      expect(() => readDump([dump], wrong)).toThrow(refused);
      expect(() => articleStream(wrong)).toThrow(refused);
      expect(() => openDump(file, wrong)).toThrow(refused);
      await expect(profileFiles(file, wrong)).rejects.toMatchObject({ code: "invalid-option" });
      expect(() => profileDump([dump], wrong)).toThrow(refused);
    }
  });
});

describe("articleStream", () => {
  test("aborted before and during: both sides fail with the reason, the source is cancelled with it", async () => {
    for (const given of REASONS) {
      for (const abortAt of [0, 1, 5]) {
        const controller = new AbortController();
        const abort = (): void => (given === undefined ? controller.abort() : controller.abort(given));
        let cancelledWith: unknown = "not at all";
        const source = new ReadableStream<Uint8Array>({
          pull: (stream) => stream.enqueue(dump),
          cancel: (reason) => void (cancelledWith = reason),
        });
        if (abortAt === 0) abort();
        const { signal } = controller;
        const { reason } = await rejectionOf(async () => {
          let count = 0;
          for await (const _ of source.pipeThrough(articleStream({ ...FAST, signal }))) if (++count === abortAt) abort();
        });
        await new Promise((done) => setTimeout(done, 0));
        expect(reason).toBe(signal.reason);
        expect(cancelledWith).toBe(signal.reason);
        expect(listenersOf(signal)).toBe(0);
        countFaults("signals that abort");
      }
    }
  });

  test("listeners are removed at the end and when the reader goes", async () => {
    const { signal } = new AbortController();
    const articles: Article[] = [];
    for await (const article of new Blob([dump as BlobPart]).stream().pipeThrough(articleStream({ ...FAST, signal })))
      articles.push(article);
    expect(articles).toEqual(whole);
    expect(listenersOf(signal)).toBe(0);
    for await (const _ of new Blob([dump as BlobPart]).stream().pipeThrough(articleStream({ ...FAST, signal }))) break;
    await new Promise((done) => setTimeout(done, 0));
    expect(listenersOf(signal)).toBe(0);
  });

  test("listeners are removed when a chunk is none or a callback throws", async () => {
    const { signal } = new AbortController();
    const onRejected = (): never => {
      throw new Error("broken callback");
    };
    const large = utf8(" date 2025-11-11 EN\n".repeat(10_000)); // rejected as empty, before the end
    for (const chunk of ["text" as unknown as Uint8Array, large]) {
      const { readable, writable } = articleStream({ ...FAST, signal, onRejected });
      const reading = rejectionOf(() => readable.getReader().read());
      const writer = writable.getWriter();
      writer.closed.catch(() => {});
      await expect(writer.write(chunk)).rejects.toThrow(/chunks must be|broken callback/);
      await reading;
      expect(listenersOf(signal)).toBe(0);
      countFaults("articleStream that fails");
    }
  });
});

describe("profiles", () => {
  test("profileDump and profileFiles reject with the reason and close what they read", async () => {
    for (const given of REASONS) {
      const before = new AbortController();
      before.abort(given);
      for (const create of Object.values(SOURCES)) {
        const silent = new AbortController();
        const { source, isClosed } = create();
        setTimeout(() => silent.abort(given), 5);
        expect((await rejectionOf(() => profileDump(source, { signal: silent.signal }))).reason).toBe(silent.signal.reason);
        expect(isClosed()).toBe(true);
        expect(listenersOf(silent.signal)).toBe(0);
        countFaults("signals that abort");
      }
      for (const path of [file, packed, folder]) {
        expect((await rejectionOf(() => profileFiles(path, { signal: before.signal }))).reason).toBe(before.signal.reason);
        const during = new AbortController();
        const rejection = rejectionOf(() => profileFiles(path, { signal: during.signal }));
        during.abort(given);
        expect((await rejection).reason).toBe(during.signal.reason);
        expect(openFiles()).toEqual([]);
        countFaults("signals that abort", 2);
      }
    }
  });
});

describe("openDump", () => {
  test("aborted before and during: rejects with the reason, the file is closed by then", async () => {
    for (const path of [file, packed, folder, joinPath(folder, "*.txt")]) {
      for (const given of REASONS) {
        for (const abortAt of [0, 1, 30]) {
          const controller = new AbortController();
          if (abortAt === 0) controller.abort(given);
          const { reason } = await rejectionOf(() =>
            collect(openDump(path, { ...FAST, signal: controller.signal }), (count) => {
              if (count === abortAt) controller.abort(given);
            }),
          );
          expect(reason).toBe(controller.signal.reason);
          expect(openFiles(), `${path}, aborted at ${abortAt}`).toEqual([]);
          expect(listenersOf(controller.signal)).toBe(0);
          countFaults("signals that abort");
        }
      }
    }
  });

  test("aborted while a read is under way: rejects at once, and the file is closed soon", async () => {
    for (let delay = 0; delay < 12; delay++) {
      const controller = new AbortController();
      setTimeout(() => controller.abort("late"), delay);
      const { reason } = await rejectionOf(async () => {
        for (;;) await collect(openDump([file, packed], { ...FAST, signal: controller.signal }), () => {});
      });
      expect(reason).toBe("late");
      await expect.poll(openFiles).toEqual([]);
      expect(listenersOf(controller.signal)).toBe(0);
      countFaults("signals that abort");
    }
  });

  describe("with workers", () => {
    let entry: typeof NodeEntry;
    let built = "";
    const threads: Worker[] = [];
    const keep = (worker: Worker): void => void threads.push(worker);
    beforeAll(async () => {
      ({ folder: built } = await buildCommand("newsdump-abort"));
      entry = (await import(pathToFileURL(resolve(built, "node.js")).href)) as typeof NodeEntry; // what was built
      process.on("worker", keep);
    }, 60_000);
    afterAll(() => {
      process.off("worker", keep);
      rmSync(built, { recursive: true, force: true });
    });

    test("aborted before and during: rejects with the reason, all threads have ended by then", async () => {
      for (const workers of [1, 2]) {
        for (const abortAt of [0, 1, 40, "soon"] as const) {
          const controller = new AbortController();
          const reason = new Error(`aborted at ${abortAt}`);
          if (abortAt === 0) controller.abort(reason);
          if (abortAt === "soon") setTimeout(() => controller.abort(reason), 30);
          const rounds = abortAt === "soon" ? 1000 : 1;
          const rejection = await rejectionOf(async () => {
            for (let round = 0; round < rounds; round++) {
              await collect(entry.openDump([file, packed], { ...FAST, workers, signal: controller.signal }), (count) => {
                if (count === abortAt) controller.abort(reason);
              });
            }
          });
          expect(rejection.reason).toBe(reason);
          expect(threads.map(({ threadId }) => threadId).filter((id) => id > 0)).toEqual([]);
          expect(listenersOf(controller.signal)).toBe(0);
          countFaults("signals that abort");
        }
      }
      expect(threads.length).toBeGreaterThan(0);
    });
  });
});
