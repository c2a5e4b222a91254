import { expect, test } from "vitest";
import { parseDump, readDump, type Article, type DumpResult } from "../../src/index.ts";
import { encode } from "./encode.ts";
import { TEXTS } from "./texts.ts";

const RECORDS = 240;
/** Of that many records the last is hostile. */
const HOSTILE_EVERY = 12;

interface DumpRecord {
  bytes: Uint8Array;
  /** Paragraphs, or `null` for a record whose only duty is to harm no other. */
  paragraphs: readonly string[] | null;
  encoding: string;
}

const HEADER = " date 2025-11-11\n";
const bytesOf = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const HOSTILE: readonly Uint8Array[] = [
  join(ascii(HEADER), ...Array.from({ length: 5 }, () => bytesOf(0x1b, 0x24, 0x42)), ascii("\n")),
  join(ascii(`${HEADER}Six stray bytes: `), bytesOf(0xff, 0x81, 0xfe, 0x90, 0xc0, 0x80), ascii("\n")),
  join(ascii(`${HEADER}Zeros`), new Uint8Array(60), ascii("\n")),
  join(ascii(`${HEADER}+ADw-script+AD4- ~{<:Ky2;S{#,NpJ)l6HK!#~}\n`)),
];

function createRecords(): DumpRecord[] {
  const kinds = TEXTS.flatMap(({ sentences, encodings }) =>
    [...encodings, "utf-8"].flatMap((encoding) => {
      const bytes = encode(`${HEADER}${sentences.join("\n\n")}\n`, encoding);
      // In UTF-16 a record cannot stand among records of single bytes.
      return bytes === null || encoding.startsWith("utf-16") ? [] : [{ bytes, paragraphs: sentences, encoding }];
    }),
  );
  return Array.from({ length: RECORDS }, (_, index): DumpRecord => {
    if (index % HOSTILE_EVERY === HOSTILE_EVERY - 1) {
      return { bytes: HOSTILE[Math.floor(index / HOSTILE_EVERY) % HOSTILE.length]!, paragraphs: null, encoding: "" };
    }
    return kinds[(index * 7919) % kinds.length]!; // a prime: neighbours are of different kinds
  });
}

test("a dump of many encodings comes out right record by record, with hostile records between", async () => {
  const records = createRecords();
  const dump = join(...records.flatMap((record) => [record.bytes, ascii("\n")]));
  expect(records.length).toBeGreaterThanOrEqual(200);
  expect(new Set(records.map((record) => record.encoding)).size).toBeGreaterThanOrEqual(9);

  const { articles, rejected } = parseDump(dump, { noise: "off" });
  const byIndex = new Map<number, Article>(articles.map((article) => [article.provenance.index, article]));
  expect(articles.length + rejected.length).toBe(records.length);
  for (const [index, { paragraphs, encoding }] of records.entries()) {
    if (paragraphs === null) continue;
    const article = byIndex.get(index)!;
    const texts = article.title === null ? article.paragraphs : [article.title, ...article.paragraphs];
    expect(texts, `record ${index} in ${encoding}, read as ${article.provenance.encoding.name}`).toEqual(
      paragraphs.map((text) => text.normalize("NFC")),
    );
    expect(article.provenance.encoding.confidence).toBeGreaterThan(0);
  }

  const chunks = Array.from({ length: Math.ceil(dump.length / 997) }, (_, index) => dump.slice(index * 997, (index + 1) * 997));
  const results: DumpResult[] = [];
  for await (const result of readDump(chunks, { noise: "off" })) results.push(result);
  expect(results.flatMap((result) => (result.kind === "article" ? [result.article] : []))).toEqual(articles);
});
