import { expect, test } from "vitest";
import { parseDump, readDump, type ParseOptions } from "../../src/index.ts";
import { checkPromises } from "../support/invariants.ts";
import { codesOf, frame, framed, utf8 } from "./frame.ts";
import { countInputs } from "./tally.ts";
import { join } from "../fuzz/mutate.ts";

const PLAIN: ParseOptions = { noise: "off", languages: false };
const SENTENCE = "Rain fell on the city all Tuesday, and the river rose by half a metre before the evening came.";

test("inputs that hold nothing give no record", () => {
  const blanks = [
    "",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\n\n\n",
    " \t \n\t",
    "\uFEFF",
    "\uFEFF\n",
    " ".repeat(100_000),
    "\n".repeat(100_000),
    "\t\r\n".repeat(999),
  ];
  for (const blank of blanks) {
    const { articles, rejected, report } = checkPromises(utf8(blank));
    expect([articles.length, rejected.length], JSON.stringify(blank.slice(0, 20))).toEqual([0, 0]);
    expect(report.lines.total).toBe(report.lines.blank);
    countInputs("nothing to read");
  }
});

test("inputs that show nothing give no article, and every line of them is in a rejected record", () => {
  for (const nothing of ["\u00A0", "\u200B", "\u200B\n\u00AD\n", "\u2060", "\u3000\n", "\u200E\u200F", "\uFEFF\u200B\n"]) {
    const { articles, rejected, report } = checkPromises(utf8(nothing));
    expect(articles).toEqual([]);
    expect(rejected.map(({ reason }) => reason)).toEqual(["empty-record"]);
    expect(report.lines.rejected + report.lines.blank).toBe(report.lines.total);
    countInputs("nothing to read");
  }
});

test("a header without text is rejected as empty", () => {
  for (const header of [
    " date 2025-01-02",
    " date 2025-01-02 EN\n",
    " date 2025-01\n\n\n",
    "date 2025\n",
    " date 2025-01-02 EN\n\u00A0\n",
    "\uFEFF date 2025-01-02\n",
  ]) {
    const { articles, rejected } = checkPromises(utf8(header));
    expect(articles, header).toEqual([]);
    expect(rejected.map(({ reason }) => reason)).toEqual(["empty-record"]);
    countInputs("header only");
  }
});

test("text without a header is one article without a date", () => {
  for (const text of [SENTENCE, `${SENTENCE}\n`, `${SENTENCE}\n\n${SENTENCE}\n`, `\n\n${SENTENCE}`, `x ${SENTENCE}`]) {
    const { articles, rejected } = checkPromises(utf8(text), PLAIN);
    expect([articles.length, rejected.length]).toEqual([1, 0]);
    expect(articles[0]?.date).toBeNull();
    countInputs("no header");
  }
});

test("a header that comes twice makes two records, the first of them empty", () => {
  for (const between of ["\n", "\n\n", "\r\n", "\n\n\n\n"]) {
    const { articles, rejected } = checkPromises(utf8(` date 2025-01-02 EN${between} date 2025-01-02 EN\n${SENTENCE}\n`), PLAIN);
    expect(articles.map(({ date }) => date)).toEqual(["2025-01-02"]);
    expect(rejected.map(({ reason }) => reason)).toEqual(["empty-record"]);
    countInputs("header twice");
  }
});

const LOOK_ALIKES = [
  "date 2025-01-03 was a Friday.",
  "The date 2025-01-03 is text.",
  "  date 2025-01-03",
  "date: 2025-01-03",
  "Date 2025-01-03",
  "date 25-01-03",
].concat([
  " date 2025-1-3 x",
  " date  2025-01-03",
  "\u00A0date 2025-01-03",
  " dаte 2025-01-03", // Cyrillic а
  " date 20250103",
  " date ２０２５-01-03",
  " update 2025-01-03",
  "> date 2025-01-03",
  "* date 2025-01-03",
]);

test("a look-alike of a header inside a paragraph is text", () => {
  for (const line of LOOK_ALIKES) {
    const text = ` date 2025-01-02 EN\n${SENTENCE} The council met on\n${line}\n${SENTENCE}\n`;
    const { articles } = checkPromises(utf8(text), PLAIN);
    expect(
      articles.map(({ date }) => date),
      line,
    ).toEqual(["2025-01-02"]);
    expect(JSON.stringify(articles[0]), line).toContain(line.trim().replaceAll(/\s+/g, " ").slice(-10));
    countInputs("look-alikes");
  }
});

const IMPOSSIBLE = [
  "2025-13-01",
  "2025-00-10",
  "2025-02-30",
  "2025-02-29",
  "1900-02-29",
  "2025-04-31",
  "2025-01-32",
  "2025-01-00",
  "0000-00-00",
  "9999-99-99",
  "2025-13",
  "2025-00",
];

test("a day that no calendar has is null and reported, and the record stays whole", () => {
  for (const date of IMPOSSIBLE) {
    const parsed = checkPromises(utf8(` date ${date} EN\nRain over the city and its river\n\n${SENTENCE}\n`), PLAIN);
    expect(parsed.articles, date).toHaveLength(1);
    expect(parsed.articles[0]?.date).toBeNull();
    expect(
      codesOf(parsed).some((code) => code === "impossible-date" || code === "date-placeholder"),
      date,
    ).toBe(true);
    expect(parsed.articles[0]?.paragraphs).toContain(SENTENCE);
    countInputs("impossible dates");
  }
});

test("a time that no clock shows is no time", () => {
  for (const time of ["24:01", "25:00", "12:60", "99:99", "12:3", "1200:00", "12:00:61"]) {
    const { articles } = checkPromises(utf8(` date 2025-01-02 EN\nRain over the city and its river\n\n${time}\n\n${SENTENCE}\n`), PLAIN);
    expect(articles[0]?.time, time).toBeNull();
    expect(JSON.stringify(articles[0])).toContain(time);
    countInputs("impossible times");
  }
});

test("a language that nobody knows is kept as found or stays text", () => {
  for (const label of ["QQ", "zz", "tlh", "xx-YY", "Klingonisch", "EN EN", "E N", "en_", "--", "__proto__", "constructor"]) {
    const { articles } = checkPromises(utf8(` date 2025-01-02 ${label}\nRain over the city and its river\n\n${SENTENCE}\n`), PLAIN);
    expect(articles).toHaveLength(1);
    expect(articles[0]?.paragraphs).toContain(SENTENCE);
    const kept = JSON.stringify(articles[0]).toLowerCase();
    expect(kept, label).toContain(label.toLowerCase());
    countInputs("unknown languages");
  }
});

test("every kind of line end gives the same paragraphs, mixed ones too", () => {
  const lines = [" date 2025-01-02 EN", "Rain over the city and its river", "", SENTENCE, "", `${SENTENCE} Again.`];
  const expected = checkPromises(utf8(`${lines.join("\n")}\n`), PLAIN).articles[0]!.paragraphs;
  const ends = ["\n", "\r\n", "\r"];
  for (let choice = 0; choice < 3 ** lines.length; choice++) {
    const text = lines.map((line, index) => line + ends[Math.floor(choice / 3 ** index) % 3]!).join("");
    const isJoined = /\r\n/.test(text) && text.split(/\r\n|\r|\n/).length !== lines.length + 1;
    if (isJoined) continue; // CR and LF of two ends are one
    expect(checkPromises(utf8(text), PLAIN).articles[0]!.paragraphs).toEqual(expected);
    countInputs("line ends");
  }
  for (const end of ends) {
    const { articles } = checkPromises(utf8(lines.join(end)), PLAIN);
    expect(articles[0]!.paragraphs, "no final line end").toEqual(expected);
    countInputs("line ends");
  }
});

test("what other systems call a line end is a blank inside a line", () => {
  for (const end of ["\u0085", "\u2028", "\u2029", "\u000B", "\u000C"]) {
    expect(framed(checkPromises(frame(`Before${end}after`), PLAIN))).toEqual(["Before after"]);
    countInputs("line ends");
  }
});

/** The heads of files that are no text. */
const BINARY_HEADS: readonly (readonly [string, readonly number[]])[] = [
  ["PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]],
  ["JPEG", [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0]],
  ["ELF", [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]],
  ["ZIP", [0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0]],
  ["SQLite", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0]],
];

test("a binary file that is named .txt gives no article", () => {
  for (const [name, head] of BINARY_HEADS) {
    for (const size of [500, 5000, 70_000]) {
      const bytes = join(Uint8Array.from(head), scatter(size, name.length));
      const { articles, rejected, report } = checkPromises(bytes);
      expect(articles, `${name} of ${size}`).toEqual([]);
      expect(rejected.every(({ reason }) => reason === "binary-record" || reason === "empty-record")).toBe(true);
      expect(report.lines.rejected + report.lines.blank).toBe(report.lines.total);
      countInputs("binary files");
    }
  }
});

test("a binary record between others costs only itself", () => {
  for (const [name, head] of BINARY_HEADS) {
    for (const size of [500, 3000, 30_000]) {
      const binary = scatter(size, name.length).map((byte) => (byte === 0x0a || byte === 0x0d ? 0 : byte));
      const dump = join(frame("First"), utf8(" date 2025-01-05 EN\n"), Uint8Array.from(head), binary, utf8("\n"), frame("Last", "04"));
      const { articles, rejected } = checkPromises(dump, PLAIN);
      expect(
        articles.map(({ date }) => date),
        `${name} of ${size}`,
      ).toEqual(["2025-01-02", "2025-01-04"]);
      expect(rejected.map(({ reason }) => reason)).toEqual(["binary-record"]);
      countInputs("binary files");
    }
  }
});

test("a record of a million lines is one article or is rejected whole", () => {
  const text = ` date 2025-01-02 EN\n${"A line.\n".repeat(1_000_000)}`;
  const { articles, rejected, report } = parseDump(utf8(text), PLAIN);
  expect(articles.length + rejected.length).toBe(1);
  expect(report.lines.total).toBe(1_000_001);
  expect(report.lines.kept + report.lines.rejected + report.lines.removed).toBe(1_000_001);
  countInputs("sizes");
});

test("a line of a gigabyte is rejected in bounded memory, and the record after it is read", async () => {
  const piece = new Uint8Array(1024 * 1024).fill(0x61);
  function* chunks(): Generator<Uint8Array> {
    yield utf8(" date 2025-01-02 EN\n");
    for (let count = 0; count < 1024; count++) yield piece;
    yield utf8("\n");
    yield frame("After it", "03");
  }
  let peak = 0;
  const found: string[] = [];
  for await (const result of readDump(chunks(), PLAIN)) {
    peak = Math.max(peak, process.memoryUsage().rss);
    found.push(result.kind === "article" ? result.article.date! : result.rejected.reason);
  }
  expect(found).toEqual(["record-too-large", "2025-01-03"]);
  expect(peak).toBeLessThan(1024 * 1024 * 1024);
  countInputs("sizes");
});

/** Bytes of every value in no order, the same each time. */
function scatter(length: number, seed: number): Uint8Array {
  let state = seed * 2_654_435_761;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
