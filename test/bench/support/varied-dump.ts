// Dumps of any size for benchmarks, the same for the same seed. The words are those of the tests' own sentences.
import { encode } from "../../encoding/encode.ts";
import { TEXTS, type TestText } from "../../encoding/texts.ts";
import { createRandom } from "./random.ts";

/** What a dump is made of. */
export type DumpKind = "english" | "cyrillic" | "windows-1251" | "mixed";

export const DUMP_KINDS: readonly DumpKind[] = ["english", "cyrillic", "windows-1251", "mixed"];

const ENGLISH: TestText = {
  language: "en",
  encodings: ["windows-1252"],
  sentences: [
    "The city council approved the budget for next year and set money aside for the repair of schools.",
    "Trains on the northern line are running again after heavy snow, the operator said on Tuesday.",
    "According to the minister, the new rules will come into force on the first of March.",
    "Scientists described how the level of the lake has changed over the past ten years.",
    "Police asked anyone who saw the lorry near the old bridge before dawn to come forward.",
    "The price of bread rose by three per cent in a month, while the price of milk did not change.",
  ],
};

const NOISE: readonly string[] = [
  "Share",
  "* * *",
  "\u00A0",
  "https://example.org/news/1",
  "Photo: A. Writer / Agency",
  "© 2025 Example News",
  "16:30",
  "+++",
];
/** Sentences made for each language, of which paragraphs are made. */
const SENTENCES = 300;
const SHORTEST_RECORD = 1000;
const LONGEST_RECORD = 1_000_000;
/** Lengths are spread so that most records are of a few kilobytes, and one in some thousands of a megabyte. */
const SPREAD = 7;
/** Share of the records of a mixed dump that are in UTF-8. */
const UTF8_SHARE = 0.6;

/** Sentences of one language in one encoding, with what else a record needs. */
interface Pool {
  readonly label: string;
  readonly sentences: readonly Buffer[];
  readonly noise: readonly Buffer[];
  readonly encoding: string;
}

/** A record of a dump, and what it is written in. */
export interface VariedRecord {
  readonly bytes: Buffer;
  readonly encoding: string;
}

/** Records of a dump of about `bytes` bytes. */
export function* variedRecords(bytes: number, kind: DumpKind, seed = 1): Generator<VariedRecord> {
  const random = createRandom(seed);
  const pools = createPools(kind, random);
  for (let made = 0; made < bytes;) {
    const pool = pools[pickPool(pools, random)]!;
    const record = createRecord(pool, random);
    made += record.length;
    yield { bytes: record, encoding: pool.encoding };
  }
}

const PIECE_BYTES = 1_000_000;

/** Pieces of the same dump, each of some records. */
export function* variedDump(bytes: number, kind: DumpKind, seed = 1): Generator<Uint8Array> {
  let piece: Buffer[] = [];
  let pieceBytes = 0;
  for (const record of variedRecords(bytes, kind, seed)) {
    piece.push(record.bytes);
    pieceBytes += record.bytes.length;
    if (pieceBytes < PIECE_BYTES) continue;
    yield Buffer.concat(piece);
    piece = [];
    pieceBytes = 0;
  }
  if (pieceBytes > 0) yield Buffer.concat(piece);
}

/** A language's UTF-8 stands before its old encodings. */
function pickPool(pools: readonly Pool[], random: () => number): number {
  const utf8 = pools.flatMap(({ encoding }, index) => (encoding === "utf-8" ? [index] : []));
  const old = pools.flatMap(({ encoding }, index) => (encoding === "utf-8" ? [] : [index]));
  const chosen = old.length === 0 || (utf8.length > 0 && random() < UTF8_SHARE) ? utf8 : old;
  return chosen[Math.floor(random() * chosen.length)]!;
}

function createPools(kind: DumpKind, random: () => number): Pool[] {
  if (kind === "english") return [createPool(ENGLISH, "utf-8", random)!];
  const russian = TEXTS.find(({ language }) => language === "ru")!;
  if (kind === "cyrillic") return [createPool(russian, "utf-8", random)!];
  if (kind === "windows-1251") return [createPool(russian, "windows-1251", random)!];
  const narrow = /^(?:utf|iso-2022|hz)/; // a dump has code units of one width
  return [ENGLISH, ...TEXTS].flatMap((text) =>
    ["utf-8", ...text.encodings.filter((encoding) => !narrow.test(encoding)).slice(0, 1)].flatMap(
      (encoding) => createPool(text, encoding, random) ?? [],
    ),
  );
}

/** `null` when the encoding lacks a letter. */
function createPool(text: TestText, encoding: string, random: () => number): Pool | null {
  const sentences: Buffer[] = [];
  for (let index = 0; index < SENTENCES; index++) {
    const bytes = encode(createSentence(text.sentences, random), encoding);
    if (bytes === null) return null;
    sentences.push(Buffer.from(bytes));
  }
  const noise = NOISE.flatMap((line) => encode(line, encoding) ?? []).map((bytes) => Buffer.from(bytes));
  return { label: text.language.toUpperCase(), sentences, noise, encoding };
}

/** Runs of words from here and there: the words of the language in no order that repeats. */
function createSentence(sentences: readonly string[], random: () => number): string {
  const parts: string[] = [];
  const isSpaced = sentences[0]!.includes(" ");
  for (let part = 0; part < 3 + random() * 3; part++) {
    const words = sentences[Math.floor(random() * sentences.length)]!.replace(/[.。،]$/u, "").split(isSpaced ? " " : "");
    const length = isSpaced ? 4 : 9;
    const start = Math.floor(random() * Math.max(1, words.length - length));
    parts.push(words.slice(start, start + length).join(isSpaced ? " " : ""));
  }
  const text = parts.join(isSpaced ? " " : "，");
  return text[0]!.toUpperCase() + text.slice(1) + (isSpaced ? "." : "。");
}

const LINE_END = Buffer.from("\n");
const SPACE = Buffer.from(" ");

function createRecord({ label, sentences, noise }: Pool, random: () => number): Buffer {
  const pick = (pool: readonly Buffer[]): Buffer => pool[Math.floor(random() * pool.length)]!;
  const length = SHORTEST_RECORD * (LONGEST_RECORD / SHORTEST_RECORD) ** (random() ** SPREAD);
  const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
  const parts = [Buffer.from(` date 2025-11-${day} ${label}\n`), pick(sentences), Buffer.from("\n\n15:00\n\n")];
  let bytes = parts.reduce((sum, part) => sum + part.length, 0);
  while (bytes < length) {
    const start = parts.length;
    for (let sentence = 0; sentence < 1 + random() * 5; sentence++) parts.push(pick(sentences), SPACE);
    parts.push(LINE_END, LINE_END);
    if (random() < 0.3) parts.push(pick(noise), LINE_END, LINE_END);
    for (const part of parts.slice(start)) bytes += part.length;
  }
  return Buffer.concat(parts);
}
