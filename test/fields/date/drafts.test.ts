import { describe, expect, test } from "vitest";
import { createDraft, type Draft } from "../../../src/fields/date/draft.ts";
import { matchDate } from "../../../src/fields/date/match.ts";
import { tokenize, type Token } from "../../../src/fields/date/tokens.ts";
import type { Word } from "../../../src/fields/date/words.ts";
import { goldenOf } from "../../support/golden.ts";

// What is read of a date, and how far, when one mark or word of it is another. The rows are what the code did when they
// were looked through; where a change is meant, UPDATE_GOLDENS=1 writes them anew.
const TOKENS = new URL("tokens.json", import.meta.url);
const DRAFTS = new URL("drafts.json", import.meta.url);

/** Dates as they are written in many countries, each with a part that others have not. */
const DATES = [
  "11 November 2025 15:00",
  "November 11th, 2025, 3:15 p.m. EST",
  "Tue, 11 Nov 2025 15:00:30 +0300",
  "2025-11-11T15:00:30.123-05:00",
  "20251111T150030Z",
  "2025/11/11 15:00 GMT+3",
  "11.11.2025 15.30",
  "11. 11. 2025, kl. 15.30",
  "2014 12 28",
  "11/2025 15:00",
  "2025-11 | 15:00 (CET)",
  "mar 11 mars 2025 à 15h30",
  "11 de noviembre de 2025 a las 15:00",
  "11-го ноября 2025 г. в 15:00",
  "11 марта 2025 года, 15:00 мск",
  "2025. gada 11. novembris plkst. 15.30",
  "2025 m. lapkričio 11 d. 15 val.",
  "2025. november 11., kedd 15:00",
  "ngày 11 tháng 11 năm 2025",
  "2025年11月11日(火) 午後3時30分20秒",
  "二〇二五年十一月十一日 下午3:15",
  "令和7年11月11日 15時半",
  "令和元年5月1日",
  "2025년 11월 11일 오후 3시 5분",
  "11 พ.ย. 2568 15.30 น.",
  "พ.ศ. 2568 พฤศจิกายน 11",
  "۲۰ آبان ۱۴۰۴ ساعت ۱۵:۰۰",
  "١١ نوفمبر ٢٠٢٥ 3 م",
  "Apr 28 202312:23 PM",
  "28 Apr '25 noon",
  "yesterday, 3pm",
  "heute 15 Uhr",
  "11 November 2568 BE",
  "2025-yil 11-noyabr",
  "½ 11 Nov 2025 1530",
] as const;

/** What is written between two parts instead. */
const JOINTS = ["", " ", "-", " - ", ".", ". ", ",", "/", " / ", "|", ":", " at ", " of ", " (", "\u00a0", "\u200e", "T", " x "];
/** What is written instead of a part. */
const PARTS = ["7", "32", "111", "1999", "Nov", "may", "Mon", "pm", "h", "UTC", "г", "年", "th", "x", "!", "(", "+1", "-1:00"];
/** Of all these changes each date is given so many, spread evenly. */
const CHANGES = 24;

function variantsOf(text: string): string[] {
  const tokens = tokenize(text);
  const all: string[] = [];
  for (const [index, { start, end }] of tokens.entries()) {
    const next = tokens[index + 1]?.start ?? text.length;
    all.push(text.slice(0, start) + text.slice(next));
    for (const part of PARTS) all.push(text.slice(0, start) + part + text.slice(end));
    if (index + 1 < tokens.length) for (const joint of JOINTS) all.push(text.slice(0, end) + joint + text.slice(next));
  }
  const step = all.length / CHANGES;
  return [text, ...Array.from({ length: CHANGES }, (_, index) => all[Math.floor(index * step)]!)];
}

const wordOf = ({ roles, meanings }: Word): string =>
  `${roles}${meanings.length === 0 ? "" : `:${[...new Set(meanings.map(({ value }) => value))].join("/")}`}`;

function describeToken({ kind, text, value, digits, word, isSpaced, isPersian, start, end }: Token): string {
  const what = kind === "number" ? `${value}/${digits}${isPersian ? " persian" : ""}` : text;
  return `${isSpaced ? "_" : ""}${kind[0]} ${what}${word === null ? "" : ` ${wordOf(word)}`} ${start}-${end}`;
}

/** Everything in which a draft differs from an empty one. */
function describeDraft(draft: Draft, start: number): string {
  const empty = createDraft(start);
  const parts = Object.entries(draft).flatMap(([name, value]) => {
    if (value === empty[name as keyof Draft] && name !== "end") return [];
    if (name === "month" || name === "weekday") return [`${name} ${typeof value === "number" ? value : wordOf(value as Word)}`];
    return [`${name} ${typeof value === "object" ? JSON.stringify(value).replaceAll(/[{}"]/g, "") : String(value)}`];
  });
  return parts.join("; ");
}

describe("tokens", () => {
  test.each(DATES)("%s", (text) => {
    const rows = tokenize(text).map(describeToken);
    expect(rows).toEqual(goldenOf(TOKENS, rows, text));
  });
});

describe("what is read of a date and of its likes", () => {
  test.each(DATES)("%s", (text) => {
    const rows = Object.fromEntries(
      variantsOf(text).map((variant) => {
        const tokens = tokenize(variant);
        const start = Math.max(
          0,
          tokens.findIndex(({ kind }) => kind !== "mark"),
        );
        return [variant, describeDraft(matchDate(tokens, start), start)];
      }),
    );
    expect(rows).toEqual(goldenOf(DRAFTS, rows, text));
  });
});
