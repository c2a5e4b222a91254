import { expect, test } from "vitest";
import { articleStream, detectFormat, parseDump, readDump } from "../../src/index.ts";
import type { Article, ParseOptions, RecordHeader, Span, TextFormat } from "../../src/index.ts";
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

test("whatever a noise rule throws costs the record alone, and has a text", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const silent = Object.defineProperty(new Error("hidden"), "message", {
    get: () => {
      throw new Error("inner");
    },
  });
  const thrower = {
    toString: () => {
      throw new Error("inner");
    },
  };
  const thrown: readonly (readonly [unknown, string])[] = [
    [new Error("broken rule"), "broken rule"],
    ["a text", "a text"],
    [undefined, "undefined"],
    [Symbol("mark"), "Symbol(mark)"],
    ...[Object.create(null), thrower, proxy, silent].map((value) => [value, "what was thrown has no text"] as const),
  ];
  for (const [value, text] of thrown) {
    const matches = ({ text: line }: { text: string }): boolean => {
      if (line.includes("number 5")) throw value;
      return false;
    };
    const rule = { name: "throwing-rule", description: "Throws.", takes: [], leaves: [], matches };
    for (const limits of [{}, { maxRecordTime: 60_000 }]) {
      const { articles, rejected } = parseDump(join(...few), { ...PLAIN, extraNoiseRules: [rule], limits });
      expect(articles).toHaveLength(FEW_NEIGHBOURS - 1);
      const message = `reading the record failed: ${text}`;
      expect(rejected).toMatchObject([{ reason: "record-failed", message, index: 5, diagnostics: [{ code: "record-failed", message }] }]);
      countInputs("throwing rules");
    }
  }
});

/** A format like `date-header` that fails on the records with a text. */
function failingFormat(text: string, fail: (lines: readonly string[]) => unknown): TextFormat {
  return {
    name: "failing-format",
    detect: () => 1,
    startsRecord: (line) => line.text.startsWith(" date "),
    readHeader: (lines) =>
      lines.some((line) => line.includes(text))
        ? (fail(lines) as RecordHeader) // whatever it is
        : { end: { line: 1, column: 0 }, fields: { date: { line: 0, start: 6, end: 16 } } },
  };
}

const HEAD = { line: 2, column: 0 };
const withEnd = (line: unknown, column: unknown): unknown => ({ end: { line, column }, fields: {} });
const withTitle = (line: unknown, start: unknown, end: unknown): unknown => ({ end: HEAD, fields: { title: { line, start, end } } });

/** What is no header. */
const NO_HEADERS: readonly unknown[] = [
  undefined,
  "header",
  0,
  {},
  { end: HEAD },
  { end: null, fields: {} },
  { end: HEAD, fields: null },
  { end: HEAD, fields: {}, unused: {} },
  { end: HEAD, fields: {}, unused: [null] },
  { end: HEAD, fields: { title: null } },
  { end: HEAD, fields: { title: {} } },
  ...[Number.NaN, -1, 0.5, 1e9, Number.POSITIVE_INFINITY, null, "1"].map((line) => withEnd(line, 0)),
  ...[Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY, null, "1"].map((column) => withEnd(1, column)),
  withEnd(3, 5),
  ...[Number.NaN, -1, 0.5, 1e9, null].map((line) => withTitle(line, 0, 3)),
  ...[Number.NaN, -4, 0.5].map((start) => withTitle(1, start, 3)),
  ...[Number.POSITIVE_INFINITY, 2.5].map((end) => withTitle(1, 0, end)),
];

/** Records with a text of their own, and dates in the header that tell their order. */
const datedDump = (texts: readonly string[]): string => texts.map((text) => ` date 25/12/2024 EN\n${text}\nIt fell all day.\n`).join("");

test("readHeader of a format that fails on one record costs that record, wherever it stands", () => {
  const fails = [
    () => {
      throw new Error("cannot read this");
    },
    ...NO_HEADERS.map((answer) => () => answer),
  ];
  const before = Array.from({ length: 2000 }, (_, index) => `Rain number ${index}`);
  for (const [index, fail] of fails.entries()) {
    const format = failingFormat("broken", fail);
    for (const texts of [["Rain", "broken", "Snow"], ...(index < 2 ? [[...before, "broken"]] : [])]) {
      for (const options of [{ format }, { formats: [format] }]) {
        const { articles, rejected } = parseDump(datedDump(texts), { ...PLAIN, profile: false, noise: "off", ...options });
        const name = index === 0 ? "throws" : JSON.stringify(NO_HEADERS[index - 1]);
        expect(
          rejected.map((record) => record.reason),
          name,
        ).toEqual(["record-failed"]);
        expect(rejected[0]!.index).toBe(texts.indexOf("broken"));
        expect(articles).toHaveLength(texts.length - 1);
        expect(articles[0]!.date).toBe("2024-12-25");
        countInputs("headers of formats that fail");
      }
    }
  }
});

test("detect and startsRecord of a format that throw end the run with an error that names the format", async () => {
  const cause = new Error("broken");
  const fail = (): never => {
    throw cause;
  };
  for (const method of ["detect", "startsRecord"] as const) {
    const options = { formats: [{ ...failingFormat("nothing", fail), [method]: fail }] };
    const isTyped = { name: "NewsdumpError", code: "format-failed", message: `${method} of format failing-format failed: broken`, cause };
    expect(() => parseDump(few[0]!, options)).toThrow(expect.objectContaining(isTyped));
    if (method === "detect") expect(() => detectFormat(few[0]!, options.formats)).toThrow(expect.objectContaining(isTyped));
    await expect(async () => {
      for await (const _ of readDump([few[0]!], options)) expect.unreachable();
    }).rejects.toMatchObject(isTyped);
    const stream = new Blob([few[0]!.slice()]).stream().pipeThrough(articleStream(options));
    await expect(stream.getReader().read()).rejects.toMatchObject(isTyped);
  }
});

test("detect of a format that gives no number from 0 to 1 ends the run with an error that names the format", () => {
  for (const score of [undefined, null, Number.NaN, "0.9", {}, true, -0.1, 1.1, Infinity]) {
    const formats = [{ ...failingFormat("nothing", () => null), detect: () => score as number }];
    const isTyped = {
      name: "NewsdumpError",
      code: "format-failed",
      message: expect.stringMatching(/^detect of format failing-format failed: it gives /) as string,
    };
    for (const call of [() => parseDump(few[0]!, { formats }), () => detectFormat(few[0]!, formats)])
      expect(call).toThrow(expect.objectContaining(isTyped));
  }
});

/** All texts in a value, keys too. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.entries(value).flat().flatMap(textsIn) : [];
}

test("results are well-formed Unicode, whatever a format, an error or the source's name brings in", () => {
  const emoji = "\u{1F600}";
  const inside = { line: 1, start: 0, end: 1 };
  const answers: readonly (() => unknown)[] = [
    ...[inside, { line: 1, start: 1, end: 2 }, { line: 1, start: 1, end: 4 }].map((title) => () => ({ end: HEAD, fields: { title } })),
    () => ({ end: HEAD, fields: {}, unused: [inside] }),
    () => ({ end: { line: 1, column: 3 }, fields: {} }),
    () => {
      throw new Error(`half of one: ${emoji[0]}`);
    },
  ];
  for (const answer of answers) {
    const text = `${emoji}${emoji} broken`;
    const format = failingFormat("broken", answer);
    const { articles, rejected, report } = parseDump(datedDump(["Rain", text]), { ...PLAIN, format, source: `dump ${emoji[1]}` });
    expect(rejected.map(({ reason }) => reason)).toEqual(["record-failed"]);
    expect(rejected[0]!.message).toMatch(/ no range of a line$| a header that is none$|: half of one: \uFFFD$/);
    expect([articles[0]!.provenance.source, rejected[0]!.source]).toEqual(["dump \uFFFD", "dump \uFFFD"]);
    expect(textsIn([articles, rejected, report]).filter((part) => /\p{Surrogate}/u.test(part))).toEqual([]);
    countInputs("halves of surrogate pairs");
  }
  const whole = failingFormat("broken", () => ({ end: HEAD, fields: { title: { line: 1, start: 2, end: 4 } } }));
  expect(parseDump(datedDump([`${emoji}${emoji} broken`]), { ...PLAIN, format: whole }).articles[0]!.title).toBe(emoji);
});
