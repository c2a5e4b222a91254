import { abortable, splitSignal, type AbortOptions } from "./abort.ts";
import type { Article } from "./article.ts";
import { NewsdumpError } from "./errors.ts";
import { checkOptions, type ParseOptions } from "./options.ts";
import { checkType } from "./invalid-option.ts";
import { createPause, TURN_BYTES } from "./pause.ts";
import { createDumpParser } from "./pipeline.ts";
import { createReportBuilder, type Report } from "./report.ts";
import type { DumpResult, Rejected } from "./result.ts";
import { checkBytes } from "./typed-array.ts";

/** What chunks have to be, for errors. */
export const CHUNKS = "chunks must be Uint8Arrays";

/** Anything bytes can be read from. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Iterable<Uint8Array> | Blob | Response;

/** Results one after the other, and the counts of what has been read so far. */
export interface DumpReader extends AsyncIterable<DumpResult> {
  /** The counts so far; complete once the iteration has ended. */
  readonly report: Report;
}

/** How a dump is to be parsed while it is read. */
export interface ReadOptions extends ParseOptions, AbortOptions {}

/**
 * Parses a dump while it is read; memory does not grow with its length. Results come in the order of the
 * dump, the same as from {@link parseDump}, however the bytes are cut into chunks. Can be iterated once.
 *
 * @param source - a stream, an iterable of chunks, a `Blob` or a `Response`
 * @param options - those of {@link ParseOptions}, and a `signal` that ends the iteration with its reason
 * @throws {@link NewsdumpError} when an option is wrong or the source is none of these; what the source
 *   itself throws comes through as it is
 *
 * @example
 * ```ts
 * import { readDump } from "newsdump";
 *
 * const dump = new Blob([" date 2025-11-11 First text.\n", " date 2025-11-12 Second text.\n"]);
 * const dates = [];
 * for await (const result of readDump(dump)) {
 *   if (result.kind === "article") dates.push(result.article.date);
 * }
 * dates; // ["2025-11-11", "2025-11-12"]
 * ```
 */
export function readDump(source: ByteSource, options: ReadOptions = {}): DumpReader {
  const { signal, rest } = splitSignal(options);
  const builder = createReportBuilder();
  const parser = createDumpParser(checkOptions(rest), builder);
  const chunks = iterateBytes(source, signal);
  let isStarted = false;
  return {
    report: builder.report,
    async *[Symbol.asyncIterator]() {
      if (isStarted) throw new NewsdumpError("invalid-input", "a reader can be iterated once");
      isStarted = true;
      const pause = createPause();
      for await (const chunk of chunks) {
        const bytes = checkBytes(chunk, CHUNKS);
        for (let start = 0; start < bytes.length; start += TURN_BYTES) {
          yield* untilAbort(parser.push(bytes.subarray(start, start + TURN_BYTES)), signal);
          await pause();
        }
      }
      yield* untilAbort(parser.finish(), signal);
    },
  };
}

function* untilAbort(results: readonly DumpResult[], signal: AbortSignal | undefined): Generator<DumpResult> {
  for (const result of results) {
    signal?.throwIfAborted();
    yield result;
  }
  signal?.throwIfAborted();
}

/** Options of {@link articleStream}. */
export interface StreamOptions extends ReadOptions {
  /** Called for every record that could not become an article. */
  onRejected?: (rejected: Rejected) => void;
  /** Called once at the end. */
  onReport?: (report: Report) => void;
}

/**
 * A web stream from bytes to articles, for `pipeThrough`. Rejected records go to `onRejected`. A `signal` that aborts
 * fails both of its sides with its reason.
 *
 * @throws {@link NewsdumpError} when an option is wrong
 *
 * @example
 * ```ts
 * import { articleStream } from "newsdump";
 *
 * const bytes = new Blob([" date 2025-11-11 First text.\n date 2025-11-12 Second text.\n"]).stream();
 * const dates = [];
 * for await (const article of bytes.pipeThrough(articleStream())) dates.push(article.date);
 * dates; // ["2025-11-11", "2025-11-12"]
 * ```
 */
export function articleStream(options: StreamOptions = {}): TransformStream<Uint8Array, Article> {
  const { signal, rest } = splitSignal(options);
  const { onRejected, onReport, ...parseOptions } = rest;
  checkType("onRejected", onRejected, "function");
  checkType("onReport", onReport, "function");
  const builder = createReportBuilder();
  const parser = createDumpParser(checkOptions(parseOptions), builder);
  const emit = (results: readonly DumpResult[], controller: TransformStreamDefaultController<Article>): void => {
    for (const result of results) {
      if (result.kind === "article") controller.enqueue(result.article);
      else onRejected?.(result.rejected);
    }
  };
  let abort = (): void => {};
  const forget = (): void => signal?.removeEventListener("abort", abort);
  return new TransformStream<Uint8Array, Article>({
    start(controller) {
      abort = () => controller.error(signal!.reason);
      if (signal?.aborted === true) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    },
    transform(chunk, controller) {
      try {
        emit(parser.push(checkBytes(chunk, CHUNKS)), controller);
      } catch (error) {
        forget(); // neither of the other two is called any more
        throw error;
      }
    },
    flush(controller) {
      forget();
      emit(parser.finish(), controller);
      onReport?.(builder.report);
    },
    // Newer than the types know: the reader has gone, or the writer has failed.
    cancel: forget,
  } as Transformer<Uint8Array, Article>);
}

/** The chunks of any source, until a signal aborts. */
export function iterateBytes(source: ByteSource, signal?: AbortSignal): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (typeof Blob !== "undefined" && source instanceof Blob) return iterateStream(source.stream(), signal);
  if (typeof Response !== "undefined" && source instanceof Response) return source.body === null ? [] : iterateStream(source.body, signal);
  if (isStream(source)) return iterateStream(source, signal);
  if (isIterable(source)) return abortable(source, signal);
  throw new NewsdumpError("invalid-input", "the source must be a stream or iterable of bytes, a Blob or a Response");
}

/** `Uint8Array` is iterable too, but by byte; `parseDump` takes it. */
function isIterable(source: unknown): source is AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return (
    typeof source === "object" &&
    source !== null &&
    !ArrayBuffer.isView(source) &&
    (Symbol.asyncIterator in source || Symbol.iterator in source)
  );
}

function isStream(source: unknown): source is ReadableStream<Uint8Array> {
  return typeof source === "object" && source !== null && "getReader" in source;
}

/** Not every browser's streams are iterable. */
async function* iterateStream(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let isDone = false;
  // A read that waits ends with that; what the source says to it is of no account, the reason counts.
  const abort = (): void => void reader.cancel(signal!.reason).catch(() => {});
  signal?.addEventListener("abort", abort);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) {
        isDone = true;
        return;
      }
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    if (!isDone) await (signal?.aborted === true ? reader.cancel(signal.reason).catch(() => {}) : reader.cancel());
    reader.releaseLock();
  }
}
