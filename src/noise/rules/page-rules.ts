import { bare, createPhraseTest, isPointerRest, LONGEST_PHRASE, phrasesOf, type PhraseTable } from "../phrases.ts";
import { findLabel } from "../../fields/date/labels.ts";
import type { NoiseRule } from "../rule.ts";
import { COUNTED_WHOLE, PAGE_LABELS, PAGE_WHOLE } from "./page-lists.ts";
import { TIME_AGO_WHOLE } from "./time-ago-list.ts";

/** What begins with a quotation mark, but for one that is drawn like an arrow, was said, or is the name of a work. */
const QUOTED = /^["“”„«「『‘’']/u;

const isPagePart = /* @__PURE__ */ createPhraseTest({ whole: PAGE_WHOLE, labels: PAGE_LABELS, isRest: isPointerRest });

export const navigationLine: NoiseRule = {
  name: "navigation-line",
  description: "Ways around a site and what a page can do, from 'Back to top' to 'Print this page', and the keywords behind their label.",
  takes: ["Back to top", "About us", "Zum Inhalt springen", "【聯絡我們】", "ページの先頭へ", "Tags: budget, parliament", "字号：大 中 小"],
  leaves: [
    "Home",
    "Back to the top of the league",
    "Contact us before the meeting, he said.",
    "“Back to top”",
    "Print is dead, say publishers",
    "About us: the film tells of three sisters.",
    "Tags: the word is older than the web, and it means more than one thing.",
  ],
  maxLength: LONGEST_PHRASE,
  matches: ({ text }) => !QUOTED.test(text) && isPagePart(text),
};

/** One number, with what stands before and behind it; example: `Comments (1,234)`, `5 min read`, `1.2K views`. */
const ONE_NUMBER = /^(\P{Nd}{0,40})\p{Nd}(?:[.,’' \u00A0\u202F]?\p{Nd}){0,8}[+KkMm]?(?!\p{Nd})(\P{Nd}{0,40})$/u;
const LONGEST_COUNT = 60;
/** A share of a market or an amount is no count. */
const OF_AMOUNTS = /[%％‰\p{Sc}]/u;
const BETWEEN_WORDS = /[\s:：.·|()（）~≈]+/g;

/** What stands before and behind the one number of a line, and both as phrases are written; `null` for another line. */
interface Counted {
  readonly before: string;
  readonly behind: string;
  readonly whole: string;
}

/** The line asked about last: both rules ask about a line, one after the other. */
let last: { readonly text: string; readonly counted: Counted | null } = { text: "", counted: null };

function readCount(text: string): Counted | null {
  if (text !== last.text) last = { text, counted: splitCount(text) };
  return last.counted;
}

function splitCount(text: string): Counted | null {
  const parts = QUOTED.test(text) ? null : ONE_NUMBER.exec(text);
  if (parts === null || OF_AMOUNTS.test(text)) return null;
  const [, before = "", behind = ""] = parts;
  return { before, behind, whole: bare(`${before} ${behind}`.replace(BETWEEN_WORDS, " ")) };
}

/** Creates a test for lines that are a phrase of the table with one number before, in or behind it; a label may stand before. */
function createCountTest(table: PhraseTable, isLabel: (before: string) => boolean): (text: string) => boolean {
  let phrases: Set<string> | null = null; // made when the first line has come
  return (text) => {
    const counted = readCount(text);
    if (counted === null) return false;
    phrases ??= phrasesOf(table);
    return phrases.has(counted.whole) || (isLabel(counted.before) && phrases.has(bare(counted.behind)));
  };
}

const isCounted = /* @__PURE__ */ createCountTest(COUNTED_WHOLE, () => false);

export const counterLine: NoiseRule = {
  name: "counter-line",
  description: "What a page counts of itself: comments, views, shares, the minutes it takes to read it.",
  takes: ["3 Comments", "Комментарии (0)", "1,234 views", "Просмотров: 12 345", "Lesezeit: ca. 3 Minuten", "阅读量：3000", "댓글 3"],
  leaves: [
    "3 comments by readers",
    "3:2 views",
    "12 minutes",
    "5 shares each",
    "Share: 30 %",
    "Views of 1848",
    "Comment 3",
    "“3 comments”",
  ],
  maxLength: LONGEST_COUNT,
  matches: (line) => isCounted(line.text),
};

const isTimeAgo = /* @__PURE__ */ createCountTest(TIME_AGO_WHOLE, (before) => findLabel(before) !== null);

export const timeAgoLine: NoiseRule = {
  name: "time-ago-line",
  description: "How long ago something was put on the page, alone on its line.",
  takes: ["2 hours ago", "vor 2 Stunden", "il y a 5 minutes", "3 дня назад", "hace 3 horas", "3小时前", "5分前", "Updated 3 hours ago"],
  leaves: ["2 hours ago, a bus stopped.", "hours ago", "100 years ago", "Vor 50 Jahren", "2 weeks", "in 2 hours"],
  maxLength: LONGEST_COUNT,
  matches: (line) => isTimeAgo(line.text),
};
