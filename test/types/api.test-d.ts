import {
  type articleStream,
  parseDump,
  readDump,
  type Article,
  type DiagnosticCode,
  type DumpResult,
  type ParsedDump,
  type Rejected,
} from "../../src/index.ts";
import type { Equal, Expect } from "./equal.ts";

// Any byte source goes in
declare const stream: ReadableStream<Uint8Array>;
declare const chunks: AsyncIterable<Uint8Array>;
declare const blob: Blob;
declare const response: Response;
export const readers = [readDump(stream), readDump(chunks), readDump(blob), readDump(response), readDump([new Uint8Array(1)])];
export const parsed = [parseDump("text"), parseDump(new Uint8Array(1), {})];

// @ts-expect-error: nothing is not a dump
parseDump(null);
// @ts-expect-error: chunks are bytes, not text
readDump(["text"]);
// @ts-expect-error: options are known by name
parseDump("text", { encodings: "utf-8" });

// What comes out is narrow
export type StreamOfArticles = Expect<Equal<ReturnType<typeof articleStream>, TransformStream<Uint8Array, Article>>>;
export type ParseGivesArticles = Expect<Equal<ParsedDump["articles"], Article[]>>;
export type CodesAreLiterals = Expect<Equal<string extends DiagnosticCode ? true : false, false>>;
export function narrow(result: DumpResult): Article | Rejected {
  return result.kind === "article" ? result.article : result.rejected;
}
