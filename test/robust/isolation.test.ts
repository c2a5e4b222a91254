import { expect, test } from "vitest";
import { parseDump, type Article, type ParseOptions, type Span } from "../../src/index.ts";
import { ENCODERS } from "../fuzz/encoders.ts";
import { join } from "../fuzz/mutate.ts";
import { createRandom } from "../fuzz/random.ts";
import { checkPromises } from "../support/invariants.ts";
import { frame, utf8 } from "./frame.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { countInputs } from "./tally.ts";

const PLAIN: ParseOptions = { languages: false };
const NEIGHBOURS = 200;
const FEW_NEIGHBOURS = 12;

/** Records that have nothing in common but their form. */
const TEXTS = [
  "Größe und Straße",
  "Дождь шёл весь вторник",
  "中文新闻报道今天",
  "أخبار اليوم",
  "ข่าววันนี้",
  "plain ASCII",
  "naïve café",
  "Ελλάδα σήμερα",
];

function recordOf(index: number): Uint8Array {
  return frame(`${TEXTS[index % TEXTS.length]!}, number ${index}`, String((index % 28) + 1).padStart(2, "0"));
}

/** An article as it is wherever it stands. */
function placeless(article: Article): unknown {
  const { byteStart, lineStart } = article.provenance.span;
  const shift = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shift);
    if (typeof value !== "object" || value === null) return value;
    if ("byteStart" in value) {
      const span = value as Span; // what has a byteStart is a span
      return [span.byteStart - byteStart, span.byteEnd - byteStart, span.lineStart - lineStart, span.lineEnd - lineStart];
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === "message" || key === "index" ? null : shift(part)]));
  };
  return shift(article);
}

/** Holds the neighbours of a hostile record against what they are without it. */
function expectUnharmed(before: readonly Uint8Array[], hostile: Uint8Array, after: readonly Uint8Array[], name: string): void {
  const clean = parseDump(join(...before, ...after), PLAIN).articles;
  expect(clean).toHaveLength(before.length + after.length);
  const start = before.reduce((sum, record) => sum + record.length, 0);
  const end = start + hostile.length;
  const { articles, rejected } = checkPromises(join(...before, hostile, ...after), PLAIN);
  const neighbours = articles.filter(({ provenance }) => provenance.span.byteEnd <= start || provenance.span.byteStart >= end);
  expect(neighbours.map(placeless), name).toEqual(clean.map(placeless));
  expect(
    rejected.every(({ span }) => span!.byteStart >= start && span!.byteEnd <= end),
    `${name} rejects a neighbour`,
  ).toBe(true);
}

const neighbours = Array.from({ length: NEIGHBOURS }, (_, index) => recordOf(index));
const few = neighbours.slice(0, FEW_NEIGHBOURS);
const header = (label = ""): Uint8Array => utf8(` date 2025-01-30 ${label}\n`);
const NEWLINE = utf8("\n");

test("a hostile line in one record changes none of the others", () => {
  for (const [index, text] of HOSTILE_TEXTS.entries()) {
    const at = index % FEW_NEIGHBOURS;
    expectUnharmed(few.slice(0, at), frame(text), few.slice(at), text.slice(0, 40));
    countInputs("hostile line between 12 records");
  }
});

test("a record of random bytes changes none of the 200 around it", () => {
  const random = createRandom(7);
  for (let round = 0; round < 60; round++) {
    const bytes = Uint8Array.from({ length: random.below(3000) + 1 }, () => random.below(256));
    const at = random.below(NEIGHBOURS);
    expectUnharmed(neighbours.slice(0, at), join(header("EN"), bytes, NEWLINE), neighbours.slice(at), `round ${round}`);
    countInputs("random bytes between 200 records");
  }
});

test("a record of random bytes changes none of the few around it, wherever it stands", () => {
  const random = createRandom(8);
  for (let round = 0; round < 300; round++) {
    const size = [3, 40, 300, 5000][round % 4]!;
    const top = [0x20, 0x80, 0x100][round % 3]!;
    const bytes = Uint8Array.from({ length: random.below(size) + 1 }, () => random.below(top));
    const at = random.below(FEW_NEIGHBOURS + 1);
    // The first line of a dump decides nothing for the records behind it.
    expectUnharmed(few.slice(0, at), join(header(), bytes, NEWLINE), few.slice(at), `round ${round}`);
    countInputs("random bytes between 12 records");
  }
});

test("a record in any other encoding changes none of the others", () => {
  for (const [which, encode] of ENCODERS.entries()) {
    for (const text of TEXTS) {
      for (const at of [1, 6, FEW_NEIGHBOURS]) {
        expectUnharmed(few.slice(0, at), join(header(), encode(`${text}. `.repeat(20)), NEWLINE), few.slice(at), `${which} ${text}`);
        countInputs("other encodings between records");
      }
    }
  }
});

test("control characters and escapes, once or often, change no other record", () => {
  for (let code = 0; code < 0x20; code++) {
    if (code === 0x0a || code === 0x0d) continue;
    for (const count of [1, 50, 3000]) {
      expectUnharmed(few.slice(0, 3), join(header(), new Uint8Array(count).fill(code), NEWLINE), few.slice(3), `${count} of ${code}`);
      countInputs("control characters between records");
    }
  }
  for (const escape of ["\u001B$B", "\u001B$)C\u000E", "~{VPND", "\u001B%/G", "\u001B[2J", "+AGE-"]) {
    expectUnharmed(few.slice(0, 3), join(header(), utf8(`${escape}text\n`)), few.slice(3), escape);
    countInputs("control characters between records");
  }
});

test("a record that is too large is rejected alone", () => {
  for (const [size, limit] of [
    [2000, 1500],
    [100_000, 2000],
    [2_000_000, 100_000],
  ] as const) {
    const hostile = join(header(), new Uint8Array(size).fill(0x61), NEWLINE);
    const { articles, rejected } = checkPromises(join(...few, hostile, ...few), { ...PLAIN, limits: { maxRecordBytes: limit } });
    expect(rejected.map(({ reason }) => reason)).toEqual(["record-too-large"]);
    expect(articles).toHaveLength(2 * FEW_NEIGHBOURS);
    countInputs("records over the limit");
  }
});

test("code of the caller's own that throws on one record costs that record", () => {
  const rule = {
    name: "throwing-rule",
    description: "Throws.",
    takes: [],
    leaves: [],
    matches: ({ text }: { text: string }): boolean => {
      if (text.includes("number 5")) throw new Error("broken rule");
      return false;
    },
  };
  const { articles, rejected } = parseDump(join(...few), { ...PLAIN, extraNoiseRules: [rule] });
  expect(articles).toHaveLength(FEW_NEIGHBOURS - 1);
  expect(rejected.map(({ reason, index }) => [reason, index])).toEqual([["record-failed", 5]]);
  countInputs("throwing rules");
});
