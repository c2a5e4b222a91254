import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDump, type Article, type ParseOptions } from "../../src/index.ts";
import { join } from "../fuzz/mutate.ts";
import { checkPromises } from "../support/invariants.ts";
import { dumpBytes, dumpText } from "../support/dump-arbitrary.ts";
import { checkProperty } from "../support/property.ts";
import { expectSame } from "../support/same.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test("every promise holds for any bytes and any limits", async () => {
  const limit = fc.constantFrom(0, 1, 40, 300, Number.POSITIVE_INFINITY, undefined);
  const limits = fc.record({
    maxRecordBytes: limit,
    maxRecordLines: limit,
    maxRecords: limit,
    maxLineBytes: limit,
    maxDiagnosticsPerCode: limit,
    maxRemovedText: limit,
  });
  await checkProperty(
    fc.property(dumpBytes, limits, (bytes, { ...given }) => {
      const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const { articles } = checkPromises(bytes, { limits: set });
      for (const { removed, diagnostics } of articles) {
        for (const { text } of removed) expect(text.length).toBeLessThanOrEqual((given.maxRemovedText ?? Number.POSITIVE_INFINITY) + 1);
        const codes = diagnostics.map(({ code }) => code).filter((code) => code !== "diagnostics-limited" && code !== "removed-text-cut");
        const most = given.maxDiagnosticsPerCode ?? Number.POSITIVE_INFINITY;
        for (const code of codes) expect(codes.filter((other) => other === code).length).toBeLessThanOrEqual(most);
      }
    }),
  );
});

const HEADER = encode("\n\n date 2025-01-30 x\n");
const NEIGHBOUR = " date 2025-01-02 EN\nRain over the city\n\nRain fell on the city all Tuesday, and the river rose by half a metre.\n";

/**
 * Enough of them to say what the dump is, which all of its head decides; `npm run test:robust` sets records among two
 * hundred.
 */
const NEIGHBOURS = 8;

/** What an article says, wherever it stands. */
function contentOf({ id, title, date, paragraphs, removed, language, diagnostics }: Article): unknown {
  return [id, title, date, paragraphs, removed.map(({ rule, text }) => [rule, text]), language, diagnostics.map(({ code }) => code)];
}

test("any record between others changes none of them", async () => {
  expect.hasAssertions();
  const neighbours = Array.from({ length: NEIGHBOURS }, (_, index) => encode(NEIGHBOUR.replace("Tuesday", `day ${index}`)));
  const options = [{}, ...Array.from({ length: 3 }, () => ({ languages: false as const }))];
  const clean = options.map((given) => parseDump(join(...neighbours), given).articles.map(contentOf));
  const choice = fc.nat(options.length - 1);
  await checkProperty(
    fc.property(dumpBytes, fc.integer({ min: 1, max: NEIGHBOURS }), choice, (hostile, at, chosen) => {
      const before = neighbours.slice(0, at);
      const start = before.reduce((sum, bytes) => sum + bytes.length, 0);
      const end = start + HEADER.length + hostile.length;
      const { articles } = parseDump(join(...before, HEADER, hostile, encode("\n"), ...neighbours.slice(at)), options[chosen]);
      const kept = articles.filter(({ provenance }) => provenance.span.byteEnd <= start || provenance.span.byteStart >= end);
      expectSame(kept.map(contentOf), clean[chosen]);
    }),
  );
});

test("a higher limit never loses an article", async () => {
  await checkProperty(
    fc.property(
      dumpBytes,
      fc.nat(400),
      fc.nat(400),
      fc.constantFrom("maxRecordBytes", "maxLineBytes", "maxRecordLines", "maxRecords"),
      (bytes, low, more, name) => {
        const idsOf = (limit: number): string[] =>
          parseDump(bytes, { languages: false, limits: { [name]: limit } }).articles.map(({ id }) => id);
        const [few, many] = [idsOf(low), idsOf(low + more)];
        for (const id of new Set(few)) expect(many).toContain(id);
        expect(many.length).toBeGreaterThanOrEqual(few.length);
      },
    ),
  );
});

/** An article as a dump of its own. */
function render({ date, time, title, subtitle, paragraphs }: Article): string {
  const lines = [time, title, subtitle, ...paragraphs].filter((line) => line !== null);
  return `${date === null ? "" : ` date ${date}`}\n${lines.map((line) => line.replaceAll("&", "&amp;")).join("\n\n")}\n`;
}

const LOOKS_LIKE_HEADER = /^date \d{4}/;

/** An article's text, whichever of its lines is the headline: what stands around a line decides that. */
const textsOf = ({ title, subtitle, paragraphs }: Article): string[] => [title, subtitle, ...paragraphs].filter((text) => text !== null);

/** Everything an article was read into. */
function allTexts(article: Article): string[] {
  const { time, byline, dateline, section, url, removed } = article;
  const fields = [time, byline, dateline, section, url].filter((text) => text !== null);
  return [...textsOf(article), ...fields, ...removed.map(({ text }) => text)];
}

test("an article that is written as a dump and parsed again keeps its text and a date it had", async () => {
  const options: ParseOptions = { format: "date-header", noise: "off", repairText: false, languages: false };
  await checkProperty(
    fc.property(dumpText, (text) => {
      for (const article of parseDump(encode(text), { ...options, encoding: "utf-8" }).articles) {
        const lines = [article.title ?? "", ...article.paragraphs];
        if (lines.every((line) => line === "") || lines.some((line) => LOOKS_LIKE_HEADER.test(line))) continue;
        const again = parseDump(encode(render(article)), { ...options, encoding: "utf-8" }).articles;
        expect(again).toHaveLength(1);
        if (article.date !== null) expect(again[0]!.date).toBe(article.date);
        const found = allTexts(again[0]!);
        for (const own of textsOf(article)) {
          const isThere = found.some((other) => other.includes(own) || own.includes(other));
          if (!isThere && again[0]!.date === article.date) expect(found).toContain(own);
        }
      }
    }),
  );
});

const machinery = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineSetter__");

test("names of an object's own machinery change no object, wherever they stand", async () => {
  const line = fc.tuple(machinery, machinery, fc.constantFrom(": ", " ", "=", ";", "\n")).map((parts) => parts.join(""));
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });
  await checkProperty(
    fc.property(lines, fc.constantFrom(" date 2025-01-02 ", "Title: x\nDate: 2025-01-02\n", ""), machinery, (text, header, name) => {
      const { articles, rejected } = checkPromises(encode(`${header}${text.join("\n")}\n`), { source: name });
      expect(articles.length + rejected.length).toBe(1);
      expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    }),
  );
});
