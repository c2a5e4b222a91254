import { expect, test } from "vitest";
import { findArticleUrl } from "../../src/fields/article-url.ts";
import { findBodyDates, findDateline, isDateLine } from "../../src/fields/body-date.ts";
import { findBareNames, findLabelledByline, isBylineLine, type TextPart } from "../../src/fields/byline.ts";
import { hasCredit } from "../../src/fields/credit-marks.ts";
import { isCreditLine } from "../../src/fields/credit.ts";
import { dateEvidence } from "../../src/fields/date.ts";
import { datelineEnd } from "../../src/fields/dateline.ts";
import { findLabel, loneLabel } from "../../src/fields/field-labels.ts";
import { findSection } from "../../src/fields/section.ts";
import { goldenOf } from "../support/golden.ts";

// Lines of a head put together from parts, many of which nobody would write, and all that is found in them. The rows are
// what the code did when they were looked through; where a change is meant, UPDATE_GOLDENS=1 writes them anew.
const GOLDEN = new URL("line-variants.json", import.meta.url);

const BEFORE = [
  "",
  "By ",
  "by: ",
  "Von ",
  "Автор: ",
  "Written by ",
  "Photo: ",
  "© ",
  "Published: ",
  "Last updated at ",
  "Section: ",
  "Home > World > ",
  "URL: ",
  "Riverside, ",
  "RIVERSIDE (AFP) - ",
  "New York, N.Y., ",
  "> ",
  "- ",
  "(",
  "The mayor of the old town by the river said on ",
];
const CORES = [
  "Anna Writer",
  "Anna M. de la Plume and John O'Neil Jr.",
  "ANNA WRITER",
  "anna writer",
  "Reuters",
  "dpa",
  "Анна Писарева, Иван Писарев",
  "王小明",
  "홍길동 기자",
  "محمد أحمد",
  "11 November 2025",
  "11.11.2025 15:00",
  "15:00",
  "9 Uhr",
  "Nov 2025",
  "2025年11月11日",
  "03/04/2025",
  "yesterday",
  "World",
  "Politik",
  "https://norvale.example/news/river-rises-again-1234",
  "www.norvale.example",
  "The river rose by half a metre",
  "RIVERSIDE",
  "",
];
const BEHIND = [
  "",
  ".",
  ":",
  ",",
  " | 5 min read",
  " • 11 Nov 2025, 3:15 p.m.",
  ", Example Gazette",
  ", staff writer of the Example Gazette in Riverside and of two others",
  " / AFP",
  " (AFP) - The river rose by half a metre on Tuesday, and the town closed two of its bridges.",
  " – The river rose.",
  " said the river rose",
  " 3 comments",
  " @awriter",
  " and Mary Smith",
  " December 22, 2023",
  " Updated: 12.11.2025",
  "”",
  "電",
  " > Europe",
];
/** Every so many of all lines is looked at: a number that goes well with none of the three counts. */
const STEP = 17;

const TITLE = "The river rises again after three days of rain";
const SENTENCE =
  "People who live near the river were told to move their cars before the end of the week, and nearly all of them did so at once.";
const evidence = dateEvidence({ reference: "2025-12-01" });

function linesOf(): string[] {
  const all = BEFORE.flatMap((before) => CORES.flatMap((core) => BEHIND.map((behind) => (before + core + behind).trim())));
  return [...new Set(all.filter((line, index) => line !== "" && index % STEP === 0))];
}

/** Everything that is found in a line, but for what is not there. */
function describeLine(line: string): string {
  const cut = (part: TextPart | null): string | null => part && line.slice(part.start, part.end);
  const dates = (lines: readonly string[]): string =>
    findBodyDates(lines, evidence)
      .map(({ date, monthDay, time, problem, label, place, start, end, isHead, isTop, isWholeLine }) =>
        [date ?? monthDay ?? problem, time, label, place, `${start}-${end}`, isHead && "head", isTop && "top", isWholeLine && "whole"]
          .filter((part) => part !== null && part !== false)
          .join(" "),
      )
      .join(", ");
  const label = findLabel(line);
  const dateline = findDateline([`${line} ${SENTENCE}`], evidence);
  const found: Readonly<Record<string, unknown>> = {
    label: label && `${label.kind} ${label.valueStart}${label.hasColon ? " colon" : ""}`,
    lone: loneLabel(line),
    byline: cut(findLabelledByline(line)),
    isByline: isBylineLine(line),
    names: cut(findBareNames(line)),
    isCredit: isCreditLine(line),
    hasCredit: hasCredit(line),
    dateline: line.slice(0, datelineEnd(line)),
    section: cut(findSection(line, TITLE)),
    url: cut(findArticleUrl(line)),
    isDate: isDateLine(line, evidence),
    dates: dates([line]),
    datesBelow: dates([TITLE, SENTENCE, line, SENTENCE, SENTENCE]),
    datesInText: dates([SENTENCE, SENTENCE, line]),
    datelineDate: dateline && `${dateline.date ?? dateline.monthDay} ${dateline.start}-${dateline.end}`,
  };
  return Object.entries(found)
    .filter(([, value]) => value !== null && value !== false && value !== "")
    .map(([name, value]) => (value === true ? name : `${name} ${String(value)}`))
    .join("; ");
}

test("what is found in lines of many parts", () => {
  const rows = Object.fromEntries(linesOf().map((line) => [line, describeLine(line)]));
  expect(rows).toEqual(goldenOf(GOLDEN, rows));
});
