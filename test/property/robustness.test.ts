import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDump, type Article } from "../../src/index.ts";
import { join } from "../fuzz/mutate.ts";
import { checkPromises } from "../support/invariants.ts";
import { dumpBytes } from "../support/dump-arbitrary.ts";
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
