import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDump, type Article, type ParseOptions } from "../../src/index.ts";
import { dumpText } from "../support/dump-arbitrary.ts";
import { listFixtures } from "../support/fixtures.ts";
import { checkProperty } from "../support/property.ts";
import { renderArticle } from "../support/render-article.ts";

/** The noise model judges a line by those around it, which are others when some were taken out. */
const OPTIONS: ParseOptions = { noise: "off", repairText: false, profile: false, reference: "2026-11-01" };
const DAY_LENGTH = 10;

/** All that an article says, without how and where it was found. */
function contentOf(article: Article): unknown {
  const { id: _, provenance: _p, removed: _r, diagnostics: _d, ...content } = article;
  return content;
}

function parseRendered(article: Article, options: ParseOptions): Article | undefined {
  const { articles, rejected } = parseDump(renderArticle(article), { ...options, format: "key-value" });
  expect(articles.length + rejected.length).toBe(1);
  return articles[0];
}

/** What has no headline or no day is looked for again, in a text that lacks the lines that were fields. */
function isSettled({ title, date }: Article): boolean {
  return title !== null && date?.length === DAY_LENGTH;
}

const labelled = fc.constantFrom(
  "",
  "Title: Rain over the city\nDate: 2025-11-11\n\n",
  "Title: River &amp; bridges\nSubtitle: What is known\nDate: 2025-11-11 15:00\nLang: en\nSource: Example News\nAuthor: A. Writer\nSection: Weather\nPlace: London\n\n",
  "Title: -----------\nDate: 11 November 2025\nTime: 23:59:58 +05:45\nUrl: https://example.org/?a=1&b=2\n\n",
);

test("an article that is written as a dump and parsed again is the same article", async () => {
  const options = { ...OPTIONS, languages: false as const };
  let settled = 0;
  await checkProperty(
    fc.property(labelled, dumpText, (header, text) => {
      for (const article of parseDump(header + text, options).articles) {
        if (article.paragraphs.length === 0) continue;
        const again = parseRendered(article, options);
        expect(again).toBeDefined();
        if (isSettled(article)) {
          settled++;
          expect(contentOf(again!)).toEqual({ ...(contentOf(article) as object), dateModified: again!.dateModified });
        }
        if (again!.paragraphs.length === 0) continue;
        expect(contentOf(parseRendered(again!, options)!)).toEqual(contentOf(again!));
      }
    }),
  );
  expect(settled).toBeGreaterThan(30);
});

test("every article of the fixtures that is written as a dump and parsed again is the same article", () => {
  let settled = 0;
  for (const { inputPath, meta } of listFixtures()) {
    if (meta.read !== undefined) continue;
    for (const article of parseDump(readFileSync(inputPath), OPTIONS).articles) {
      if (article.paragraphs.length === 0) continue;
      const again = parseRendered(article, OPTIONS)!;
      if (isSettled(article)) {
        settled++;
        expect(contentOf(again), inputPath).toEqual({ ...(contentOf(article) as object), dateModified: null });
      }
      expect(contentOf(parseRendered(again, OPTIONS)!), inputPath).toEqual({ ...(contentOf(again) as object), dateModified: null });
    }
  }
  expect(settled).toBeGreaterThan(50);
});
