import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { type ArticleDate, NO_DATE } from "../../src/fields/article-date.ts";
import { type Body, sortLines } from "../../src/fields/body.ts";
import type { SortedLine } from "../../src/fields/placed.ts";
import { defineTextFormat } from "../../src/formats/format.ts";
import type { Line } from "../../src/lines/line.ts";
import type { ModelLine } from "../../src/noise/model/line-features.ts";
import type { NoiseLine } from "../../src/noise/rule.ts";
import type { NoiseFilter, Verdict } from "../../src/noise/strip.ts";
import { cleanText } from "../../src/text/clean.ts";

const TITLE = "River rises by half a metre after three days of rain";
const TEXT = "The river rose by half a metre on Tuesday after three days of rain, and the town closed two of its bridges.";
const MORE = "People who live near the river were told to move their cars, and schools will stay shut until Thursday.";
const ADDRESS = "https://norvale.example/news/the-river-rises-by-half-a-metre";
const SCORE = 0.75;
const FIRST_LINE = 5;

interface Setting {
  /** Beginnings of texts that a rule takes, that are separators, and that the model takes. */
  readonly ruled?: string;
  readonly separator?: string;
  readonly judged?: string;
  /** Verdicts are asked for. */
  readonly hasVerdicts?: boolean;
  readonly date?: Partial<ArticleDate>;
  readonly repeats?: readonly number[] | null;
}

interface Sorted extends Body {
  /** What the rules and the model were asked about. */
  readonly ruledOn: readonly NoiseLine[];
  readonly judgedOn: readonly (readonly ModelLine[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Sorts a text's lines, those that are blank left out; a byte a unit. */
function sort(
  texts: readonly string[],
  { ruled = "#", separator = "=", judged = "~", hasVerdicts = true, date = {}, repeats = null }: Setting = {},
): Sorted {
  let at = 0;
  const lines: SortedLine[] = [];
  for (const [index, text] of texts.entries()) {
    const line: Line = { number: FIRST_LINE + index, byteStart: at, byteEnd: at + text.length, text, traits: 0 };
    at += text.length + 1;
    if (text !== "") lines.push({ line, text: cleanText(text).text, blankBefore: 0, hint: 0, repeats: 0 });
  }
  const ruledOn: NoiseLine[] = [];
  const judgedOn: (readonly ModelLine[])[] = [];
  const rule = { name: "hash-line", description: "", takes: [], leaves: [], matches: () => true };
  const verdict: Verdict = { rule: "model", score: SCORE };
  const filter: NoiseFilter = {
    findRule: (line) => {
      ruledOn.push({ ...line });
      return line.text.startsWith(ruled) ? rule : null;
    },
    hasVerdicts,
    judge: (seen) => {
      judgedOn.push(seen.map(({ text, blankBefore, hint, repeats: count }) => ({ text, blankBefore, hint, repeats: count })));
      return seen.length === 0 ? null : seen.map(({ text }) => (text.startsWith(judged) ? verdict : null));
    },
  };
  const format = defineTextFormat({
    name: "made-up",
    detect: () => 0,
    startsRecord: () => false,
    readHeader: () => null,
    isSeparator: (text) => text.startsWith(separator),
  });
  const slice = (line: Line, from: number, to: number): Line => ({
    ...line,
    text: line.text.slice(from, to),
    byteStart: line.byteStart + from,
    byteEnd: line.byteStart + to,
  });
  const diagnostics: Diagnostic[] = [];
  const countRepeats = repeats && (() => Int32Array.from(repeats));
  const known = { isKnown: () => false, slice };
  const body = sortLines(lines, { ...NO_DATE, ...date }, known, { format, filter, countRepeats }, diagnostics);
  return { ...body, ruledOn, judgedOn, diagnostics };
}

const textsOf = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);
const rulesOf = ({ removed }: Body): string[] => removed.map(({ rule, text }) => `${rule}: ${text}`);

/** Lines of 60 units that are wrapped, which five of them are. */
const wrappedLine = (start = "rain"): string => `${start} `.padEnd(60, "x");
const WRAPPED = Array.from({ length: 5 }, () => wrappedLine());

describe("each line goes to one place", () => {
  test("a field, a paragraph, a rule's or the model's", () => {
    const sorted = sort([TITLE, "# menu", TEXT, "~ share", "=====", MORE]);
    expect(sorted.fields.title?.text).toBe(TITLE);
    expect(textsOf(sorted.paragraphs)).toEqual([TEXT, MORE]);
    expect(rulesOf(sorted)).toEqual(["hash-line: # menu", "model: ~ share", "record-separator: ====="]);
    expect(sorted.removed.map(({ score }) => score)).toEqual([null, SCORE, null]);
  });

  test("a line that gave the date to none", () => {
    const sorted = sort([TITLE, "11.11.2025", TEXT], { date: { usedLines: new Set([1]) } });
    expect(textsOf(sorted.paragraphs)).toEqual([TEXT]);
    expect(sorted.removed).toEqual([]);
  });

  test("of a line that gave the date a part, the rest", () => {
    const usedParts = new Map([[1, [{ start: 2, end: 12 }]]]);
    const sorted = sort([TITLE, "# 11.11.2025 | more", "# menu", TEXT], { date: { usedParts } });
    expect(rulesOf(sorted)).toEqual(["hash-line: #", "hash-line: | more", "hash-line: # menu"]);
  });

  test("with its line and its bytes", () => {
    const { paragraphs } = sort([TITLE, "", TEXT]);
    const byteStart = TITLE.length + 2;
    expect(paragraphs[0]!.span).toEqual({ byteStart, byteEnd: byteStart + TEXT.length, lineStart: 7, lineEnd: 7 });
  });

  test("to the paragraphs when the model would leave none", () => {
    const sorted = sort(["~ rain", "# menu", "~ wind"]);
    expect(textsOf(sorted.paragraphs)).toEqual(["~ rain", "~ wind"]);
    expect(rulesOf(sorted)).toEqual(["hash-line: # menu"]);
  });
});

describe("fields are read from", () => {
  const byline = (texts: readonly string[], setting?: Setting): string | undefined => sort(texts, setting).fields.byline?.text;

  test("lines that did not give the date", () => {
    expect(byline([TITLE, "By Anna Writer", TEXT])).toBe("Anna Writer");
    expect(byline([TITLE, "By Anna Writer", TEXT], { date: { usedLines: new Set([1]) } })).toBeUndefined();
    expect(byline([TITLE, "Anna Writer", TEXT], { date: { usedLines: new Set([1]) } })).toBeUndefined();
  });

  test("lines that are no separators", () => {
    expect(byline([TITLE, "By Anna Writer", TEXT], { separator: "By" })).toBeUndefined();
  });

  test("lines that a rule would take, when they have a label", () => {
    expect(byline([TITLE, "By Anna Writer", TEXT], { ruled: "By" })).toBe("Anna Writer");
    expect(byline([TITLE, "Anna Writer", TEXT], { ruled: "Anna" })).toBeUndefined();
    expect(sort([TITLE, TEXT], { ruled: TITLE }).fields.title).toBeUndefined();
  });

  test("lines that no author's line was wrapped to", () => {
    expect(ADDRESS).toHaveLength(60);
    expect(sort([TITLE, "", ...WRAPPED, "", ADDRESS]).fields.url?.text).toBe(ADDRESS);
    const wrapped = sort([TITLE, "", ...WRAPPED, ADDRESS, wrappedLine()]);
    expect(wrapped.fields.url).toBeUndefined();
    expect(wrapped.paragraphs.at(-1)?.text).toContain(ADDRESS);
  });
});

describe("lines that were wrapped", () => {
  test("are one paragraph, from the first line to the last", () => {
    const { paragraphs } = sort([...WRAPPED, "", "rain"]);
    expect(textsOf(paragraphs)).toEqual([WRAPPED.join(" "), "rain"]);
    expect(paragraphs[0]!.span).toEqual({ byteStart: 0, byteEnd: 5 * 61 - 1, lineStart: FIRST_LINE, lineEnd: FIRST_LINE + 4 });
    expect(paragraphs[1]!.span).toEqual({ byteStart: 306, byteEnd: 310, lineStart: FIRST_LINE + 6, lineEnd: FIRST_LINE + 6 });
  });

  test("are shown to the rules one by one, and as a whole where they stand joined", () => {
    const { ruledOn } = sort(["wind", "", ...WRAPPED.slice(1), `${wrappedLine()}  `, "", "rain"]);
    const whole = ruledOn.at(-1)!;
    expect(textsOf(ruledOn)).toEqual(["wind", ...WRAPPED, "rain", WRAPPED.join(" ")]);
    expect(whole.raw).toBe(`${WRAPPED.join(" ")}  `);
  });

  test("go to a rule together when it takes the whole", () => {
    const joined = WRAPPED.join(" ");
    const sorted = sort([...WRAPPED, "", "wind"], { ruled: joined });
    expect(textsOf(sorted.paragraphs)).toEqual(["wind"]);
    expect(rulesOf(sorted)).toEqual(WRAPPED.map((line) => `hash-line: ${line}`));
  });

  test("go to the model together", () => {
    const sorted = sort([wrappedLine("~ rain"), ...WRAPPED, "", "wind"], { repeats: [7, 7, 7, 7, 7, 7, 9] });
    expect(textsOf(sorted.paragraphs)).toEqual(["wind"]);
    expect(sorted.removed).toHaveLength(6);
    const [seen] = sorted.judgedOn;
    expect(seen!.map(({ blankBefore, repeats }) => [blankBefore, repeats])).toEqual([
      [0, 0],
      [1, 9],
    ]);
  });

  test("are none across a line of another kind", () => {
    const lines = [...WRAPPED, wrappedLine("#"), ...WRAPPED];
    expect(sort(lines).paragraphs).toHaveLength(2);
    const date = { usedLines: new Set([5]) };
    expect(sort([...WRAPPED, wrappedLine("Tuesday"), ...WRAPPED], { date }).paragraphs).toHaveLength(2);
  });
});

describe("the rules are told", () => {
  const DAY = { date: "2025-11-11" };
  const CLOCK = { time: "15:00" };

  test.each([
    ["that nothing is known", {}, false, false],
    ["that there is a date", DAY, true, false],
    ["that there is a time", CLOCK, false, true],
    ["that there are both", { ...DAY, ...CLOCK }, true, true],
  ])("%s", (_name, date, hasDate, hasTime) => {
    const { ruledOn } = sort([" rain "], { date });
    expect(ruledOn).toEqual([{ text: "rain", raw: " rain ", hasDate, hasTime }]);
  });

  test("of no line that gave the date, and of no separator", () => {
    const { ruledOn } = sort(["rain", "11.11.2025", "=====", "wind"], { date: { usedLines: new Set([1]) } });
    expect(textsOf(ruledOn)).toEqual(["rain", "wind"]);
  });
});

describe("the model is shown", () => {
  const seenOf = (texts: readonly string[], setting?: Setting): readonly ModelLine[] | undefined => sort(texts, setting).judgedOn[0];

  test("all lines, those a rule takes or that gave the date with a hint", () => {
    expect(seenOf(["rain", "# menu", "11.11.2025", "wind"], { date: { usedLines: new Set([2]) } })).toEqual([
      { text: "rain", blankBefore: 0, hint: 0, repeats: 0 },
      { text: "# menu", blankBefore: 0, hint: 1, repeats: 0 },
      { text: "11.11.2025", blankBefore: 0, hint: 1, repeats: 0 },
      { text: "wind", blankBefore: 0, hint: 0, repeats: 0 },
    ]);
  });

  test("how many blank lines stand before each", () => {
    expect(seenOf(["", "", "rain", "wind", "", "", "", "hail"])!.map(({ blankBefore }) => blankBefore)).toEqual([0, 0, 3]);
  });

  test("in how many other records each is", () => {
    expect(seenOf(["rain", "wind", "hail"], { repeats: [0, 12, 3] })!.map(({ repeats }) => repeats)).toEqual([0, 12, 3]);
    expect(seenOf(["rain", "wind"])!.map(({ repeats }) => repeats)).toEqual([0, 0]);
  });

  test("no separators and no lines without text, whose neighbours keep their verdicts", () => {
    const texts = ["rain", "=====", "~ share", "\u200b", "wind", "~ print"];
    expect(textsOf(seenOf(texts)!)).toEqual(["rain", "~ share", "wind", "~ print"]);
    const sorted = sort(texts, { ruled: "\u0000" });
    expect(rulesOf(sorted)).toEqual(["record-separator: =====", "model: ~ share", "model: ~ print"]);
  });

  test("nothing when no verdicts are asked for", () => {
    const sorted = sort(["rain", "~ share"], { hasVerdicts: false });
    expect(sorted.judgedOn).toEqual([]);
    expect(textsOf(sorted.paragraphs)).toEqual(["rain", "~ share"]);
  });

  test("and may have no verdicts", () => {
    expect(textsOf(sort(["====="]).removed)).toEqual(["====="]);
    expect(sort([])).toMatchObject({ paragraphs: [], removed: [], judgedOn: [[]] });
  });
});

describe("a record that may be no article", () => {
  const items = (count: number, mark = ""): string[] => Array.from({ length: count }, (_, index) => `${mark}Item ${index}`);
  const doubtsOf = ({ diagnostics }: Sorted): string[] => diagnostics.map(({ code }) => code);

  test.each([
    ["a list", [...items(20)]],
    ["a page that the model would take as a whole", items(6, "~ ")],
    ["a page of which the model leaves a third", [...items(2), ...items(6, "~ ")]],
  ])("is doubted: %s", (_name, texts) => {
    expect(doubtsOf(sort(texts))).toEqual(["not-an-article"]);
  });

  test.each([
    ["what no model has seen", items(20), false],
    ["a page of which the model leaves half", [...items(4), ...items(4, "~ ")], true],
    ["a page of few lines", items(5, "~ "), true],
    ["a page of which rules take much", [...items(2), ...items(6, "# ")], true],
    ["nothing", [], true],
  ])("is not doubted: %s", (_name, texts, hasVerdicts) => {
    expect(doubtsOf(sort(texts, { hasVerdicts }))).toEqual([]);
  });
});
