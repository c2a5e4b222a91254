import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDump, readSpan, type Article, type Span } from "../../src/index.ts";
import { dumpBytes, dumpText } from "../support/dump-arbitrary.ts";
import { checkProperty } from "../support/property.ts";

/** The places a record's text can be in: the header as a whole, fields outside it, paragraphs, the ledger. */
function placesOf({ provenance, removed }: Article): Span[] {
  const { header, title, subtitle, date, dateModified, time, byline, dateline, section, url, paragraphs } = provenance;
  const isInside = (span: Span): boolean => header !== null && span.byteStart >= header.byteStart && span.byteEnd <= header.byteEnd;
  // A dateline stays in its paragraph, and so does a date in the paragraph it is read off.
  const isInLine = (span: Span): boolean =>
    paragraphs.some(({ byteStart, byteEnd }) => span.byteStart >= byteStart && span.byteEnd <= byteEnd);
  const fields = [title, subtitle, date, dateModified, time, byline, dateline, section, url].filter(
    (span) =>
      span !== null &&
      !isInside(span) &&
      !((span === dateline || span === date || span === dateModified || span === time) && isInLine(span)),
  ) as Span[];
  const unique = new Map(fields.map((span) => [`${span.byteStart}-${span.byteEnd}`, span]));
  // The original of a repaired line is kept beside the line, which stays.
  const ledger = removed
    .filter((removal) => removal.rule !== "repaired-text")
    .map((removal) => removal.span)
    .filter((span) => !isInside(span));
  return [...(header === null ? [] : [header]), ...unique.values(), ...paragraphs, ...ledger].sort((a, b) => a.byteStart - b.byteStart);
}

/** Byte ranges of the lines that are not blank, found another way than the library does. */
function nonBlankLines(text: string): { start: number; end: number }[] {
  const encoder = new TextEncoder();
  const lines: { start: number; end: number }[] = [];
  let offset = 0;
  for (const piece of text.split(/(\r\n|\r|\n)/)) {
    const length = encoder.encode(piece).length;
    const isBlank = offset === 0 ? /^\uFEFF?[ \t\r\n]*$/ : /^[ \t\r\n]*$/; // a byte order mark is layout at the head only
    if (!isBlank.test(piece)) lines.push({ start: offset, end: offset + length });
    offset += length;
  }
  return lines;
}

test("every line that is not blank is in exactly one field, ledger entry or rejected record", async () => {
  await checkProperty(
    fc.property(dumpText, fc.constantFrom("off" as const, "light" as const, "balanced" as const, "strict" as const), (text, noise) => {
      const bytes = new TextEncoder().encode(text);
      const { articles, rejected } = parseDump(bytes, { noise, encoding: "utf-8", languages: false });
      const places = [...articles.flatMap(placesOf), ...rejected.map((record) => record.span!)].sort((a, b) => a.byteStart - b.byteStart);
      for (let index = 1; index < places.length; index++)
        expect(places[index]!.byteStart).toBeGreaterThanOrEqual(places[index - 1]!.byteEnd);
      for (const line of nonBlankLines(text)) {
        const inside = places.filter((span) => span.byteStart < line.end && span.byteEnd > line.start);
        const covered = inside.reduce((sum, span) => sum + Math.min(span.byteEnd, line.end) - Math.max(span.byteStart, line.start), 0);
        const gap = line.end - line.start - covered;
        if (gap === 0) continue;
        // Between a header and the text behind it only blanks are in no span.
        expect(inside.length).toBeGreaterThan(0);
        const uncovered = [...bytes.subarray(line.start, line.end)].filter(
          (_, at) => !inside.some((span) => span.byteStart <= line.start + at && span.byteEnd > line.start + at),
        );
        expect(uncovered.every((byte) => byte === 0x20 || byte === 0x09)).toBe(true);
      }
    }),
  );
});

test("every span gives the text it claims", async () => {
  await checkProperty(
    fc.property(dumpBytes, (bytes) => {
      for (const article of parseDump(bytes, { languages: false }).articles) {
        const { provenance, paragraphs, title, removed } = article;
        const { name } = provenance.encoding;
        const read = (span: Span): string => readSpan(bytes, span, name);
        expect(provenance.paragraphs.map(read)).toEqual(paragraphs);
        if (provenance.title !== null) expect(read(provenance.title)).toBe(title);
        for (const field of ["subtitle", "byline", "dateline", "section", "publication", "url"] as const) {
          const span = provenance[field];
          expect(span === null ? null : read(span)).toBe(article[field]);
        }
        for (const span of [provenance.span, ...provenance.paragraphs, ...removed.map((removal) => removal.span)]) {
          expect(span.byteEnd).toBeLessThanOrEqual(bytes.length);
          expect(span.byteStart).toBeGreaterThanOrEqual(provenance.span.byteStart);
          expect(span.lineEnd).toBeLessThanOrEqual(provenance.span.lineEnd);
        }
      }
    }),
  );
});

test("the report adds up", async () => {
  await checkProperty(
    fc.property(dumpBytes, (bytes) => {
      const { articles, rejected, report } = parseDump(bytes, { languages: false });
      expect(report.bytes).toBe(bytes.length);
      expect(report.records).toBe(articles.length + rejected.length);
      const { total, blank, kept, removed, rejected: rejectedLines } = report.lines;
      expect(blank + kept + removed + rejectedLines).toBe(total);
      expect(Math.min(blank, kept, removed, rejectedLines)).toBeGreaterThanOrEqual(0);
      expect(report.paragraphs).toBe(articles.reduce((sum, article) => sum + article.paragraphs.length, 0));
    }),
  );
});
