import { articleSchema, parseDump, profileDump, readDump, readSpan } from "../../src/index.ts";
import type { Article, DumpResult, ParsedDump, ParseOptions, Span } from "../../src/index.ts";

/** A promise that did not hold for an input. */
export class BrokenPromise extends Error {
  /** Which promise, kebab-case. */
  readonly promise: string;

  constructor(promise: string, message: string) {
    super(`${promise}: ${message}`);
    this.name = "BrokenPromise";
    this.promise = promise;
  }
}

/** Rule whose ledger entries keep the original of a line that stays. */
const REPAIRED_RULE = "repaired-text";
const LONE_SURROGATE = /\p{Cs}/u;
const STATEFUL = /^(?:hz|iso-2022-)/;
/** What may stand between the places of a record, in encodings of one, two and four bytes a unit. */
const LAYOUT_BYTES: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20]);

/**
 * Parses bytes and checks everything that is promised for any input.
 *
 * @throws {@link BrokenPromise}
 */
export function checkPromises(bytes: Uint8Array, options: ParseOptions = {}): ParsedDump {
  const parsed = guard("no-throw", () => parseDump(bytes, options));
  for (const article of parsed.articles) checkArticle(article, bytes, options);
  for (const { span, diagnostics } of parsed.rejected) {
    if (span === null || span.byteEnd > bytes.length) fail("spans", `a rejected record ends behind the input, ${JSON.stringify(span)}`);
    if (diagnostics.length === 0) fail("diagnostics", "a rejected record without a diagnostic");
  }
  checkOrder(parsed);
  checkReport(parsed, bytes);
  checkUntouchedPrototypes();
  return parsed;
}

/**
 * Holds the results of a dump in chunks against those of the dump as a whole. Who reads a stream knows what recurs
 * in it from a profile made before.
 *
 * @throws {@link BrokenPromise}
 */
export async function checkChunks(chunks: readonly Uint8Array[], whole: ParsedDump, options: ParseOptions = {}): Promise<void> {
  const profile = options.profile ?? profileDump(Buffer.concat(chunks));
  const reader = readDump(chunks, { ...options, profile });
  const results: DumpResult[] = [];
  for await (const result of reader) results.push(result);
  const expected = JSON.stringify([whole.articles, whole.rejected, whole.report]);
  const found = JSON.stringify([
    results.flatMap((result) => (result.kind === "article" ? [result.article] : [])),
    results.flatMap((result) => (result.kind === "rejected" ? [result.rejected] : [])),
    reader.report,
  ]);
  if (found !== expected) fail("chunking", `cut at ${chunks.map((chunk) => chunk.length).join(", ")}: ${firstDifference(found, expected)}`);
}

function checkArticle(article: Article, bytes: Uint8Array, options: ParseOptions): void {
  const schema = articleSchema.safeParse(article);
  if (!schema.success) fail("schema", schema.error.issues[0]?.message ?? "");
  const text = JSON.stringify(article);
  if (JSON.stringify(JSON.parse(text)) !== text) fail("json", "an article changes on its way through JSON");
  checkStrings(article);
  checkSpans(article, bytes, options);
  checkCoverage(article, bytes);
}

/** Strings are well-formed Unicode, so that every output can be written as UTF-8. */
function checkStrings(value: unknown): void {
  if (typeof value === "string" && LONE_SURROGATE.test(value)) fail("well-formed", JSON.stringify(value));
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) checkStrings(part);
}

function checkSpans({ provenance, paragraphs, title, removed }: Article, bytes: Uint8Array, options: ParseOptions): void {
  const { span, encoding } = provenance;
  const read = (part: Span): string => readSpan(bytes, part, encoding.name, options.repairText ?? true);
  // Bytes of these mean what an escape before them says, which may stand outside the span.
  const isStateful = STATEFUL.test(encoding.name);
  for (const [index, part] of provenance.paragraphs.entries()) {
    if (!isStateful && read(part) !== paragraphs[index])
      fail("spans", `paragraph ${index} reads ${JSON.stringify(read(part))}, not ${JSON.stringify(paragraphs[index])}`);
  }
  if (!isStateful && provenance.title !== null && read(provenance.title) !== title)
    fail("spans", `the title reads ${JSON.stringify(read(provenance.title))}, not ${JSON.stringify(title)}`);
  for (const part of [...placesOf(provenance), ...removed.map((removal) => removal.span)]) {
    const isInside =
      part.byteStart >= span.byteStart && part.byteEnd <= span.byteEnd && part.lineStart >= span.lineStart && part.lineEnd <= span.lineEnd;
    if (!isInside) fail("spans", `${JSON.stringify(part)} lies outside its record ${JSON.stringify(span)}`);
  }
  if (span.byteEnd > bytes.length) fail("spans", "a record ends behind the input");
}

/** All spans of an article's parts, without that of the record. */
function placesOf(provenance: Article["provenance"]): Span[] {
  const { span, ...parts } = provenance;
  return Object.values(parts)
    .flat()
    .filter((part): part is Span => typeof part === "object" && part !== null && "byteStart" in part && part !== span);
}

/** Every byte of a record but layout is in a part of the article or in its ledger. */
function checkCoverage({ provenance, removed }: Article, bytes: Uint8Array): void {
  const { byteStart, byteEnd } = provenance.span;
  const isCovered = new Uint8Array(byteEnd - byteStart);
  for (const part of [...placesOf(provenance), ...removed.map((removal) => removal.span)])
    isCovered.fill(1, part.byteStart - byteStart, part.byteEnd - byteStart);
  const lost = isCovered.findIndex((covered, at) => covered === 0 && !LAYOUT_BYTES.has(bytes[byteStart + at]!));
  if (lost < 0 || isWideLayout(provenance, bytes, byteStart + lost)) return;
  if (byteStart === 0 && lost < 4 && isMark(bytes, lost)) return;
  fail("conservation", `byte ${byteStart + lost} (0x${bytes[byteStart + lost]!.toString(16)}) is in no part of the article`);
}

/** A byte order mark is layout at the head of a dump. */
function isMark(bytes: Uint8Array, at: number): boolean {
  return [0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(bytes[at]!);
}

function isWideLayout({ encoding }: Article["provenance"], bytes: Uint8Array, at: number): boolean {
  return /^utf-(?:16|32)/.test(encoding.name) && at < 4 && isMark(bytes, at);
}

/** Records follow each other, and paragraphs and ledger entries of an article never share a byte. */
function checkOrder({ articles, rejected }: ParsedDump): void {
  const records = [...articles.map((article) => article.provenance), ...rejected].toSorted((a, b) => a.index - b.index);
  for (const [index, record] of records.entries()) {
    if (record.index !== index) fail("order", `record ${index} has the number ${record.index}`);
    const previous = records[index - 1]?.span;
    if (previous && record.span!.byteStart < previous.byteEnd) fail("order", `record ${index} begins inside the one before`);
  }
  for (const { provenance, removed } of articles) {
    const ledger = removed.filter((removal) => removal.rule !== REPAIRED_RULE).map((removal) => removal.span);
    const parts = [...provenance.paragraphs, ...ledger].toSorted((a, b) => a.byteStart - b.byteStart || a.byteEnd - b.byteEnd);
    for (let index = 1; index < parts.length; index++)
      if (parts[index]!.byteStart < parts[index - 1]!.byteEnd) fail("once", `two parts share byte ${parts[index]!.byteStart}`);
  }
}

function checkReport({ articles, rejected, report }: ParsedDump, bytes: Uint8Array): void {
  const { blank, kept, removed, total } = report.lines;
  const sum = blank + kept + removed + report.lines.rejected;
  if (sum !== total || Math.min(blank, kept, removed, report.lines.rejected) < 0) fail("report", JSON.stringify(report.lines));
  if (report.bytes !== bytes.length) fail("report", `${report.bytes} bytes of ${bytes.length}`);
  if (report.articles !== articles.length || report.rejected !== rejected.length || report.records !== articles.length + rejected.length)
    fail("report", "records do not add up");
}

function checkUntouchedPrototypes(): void {
  const polluted = [Object.prototype, Array.prototype, Map.prototype].find((prototype) => Object.keys(prototype).length > 0);
  if (polluted !== undefined) fail("prototypes", Object.keys(polluted).join(", "));
}

function guard<Value>(promise: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    return fail(promise, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function fail(promise: string, message: string): never {
  throw new BrokenPromise(promise, message);
}

/** The place of the first difference, with what stands there on both sides. */
function firstDifference(found: string, expected: string): string {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at++;
  return `${JSON.stringify(found.slice(Math.max(0, at - 60), at + 60))} is not ${JSON.stringify(expected.slice(Math.max(0, at - 60), at + 60))}`;
}
