import type { Removal } from "../article.ts";
import type { SliceLine } from "../lines/slice-line.ts";
import { spanOf } from "../records/text-record.ts";
import { cleanText } from "../text/clean.ts";
import { findArticleUrl } from "./article-url.ts";
import { findBareNames, findLabelledByline, type TextPart } from "./byline.ts";
import { datelineEnd } from "./dateline.ts";
import { loneLabel } from "./field-labels.ts";
import { INK, restOf, type Columns } from "./line-rest.ts";
import type { BodyLine, PlacedText } from "./placed.ts";
import { findSection, isMenuItem } from "./section.ts";
import { isSubtitle } from "./subtitle.ts";
import { findTitlePlace } from "./title/find-title.ts";
import { readHead } from "./title/head-lines.ts";
import { titleStart } from "./title/title-label.ts";

/** Fields that lines of the body can give. */
export type HeadFieldName = "title" | "subtitle" | "byline" | "dateline" | "section" | "url";

/** What the lines around an article's text say of it. */
export interface HeadFields {
  readonly fields: Readonly<Partial<Record<HeadFieldName, PlacedText>>>;
  /** Indices of lines that are a field and no paragraph. */
  readonly usedLines: ReadonlySet<number>;
  /** What stands around a field on its line, and labels whose value stands on the next one. */
  readonly removed: readonly Removal[];
}

/** How the lines of one record are read. */
export interface HeadReading {
  /** Whether a line gave the date or belongs to the layout. */
  readonly isTaken: (index: number) => boolean;
  /** Whether a line is neither taken nor noise. */
  readonly isFree: (index: number) => boolean;
  /** Whether the header gave the field already. */
  readonly isKnown: (name: HeadFieldName) => boolean;
  /** Parts of lines that gave the date, by the line's index. */
  readonly usedParts: ReadonlyMap<number, readonly Columns[]>;
  /** Cuts a part out of a line, with its bytes. */
  readonly slice: SliceLine;
}

/** Lines at a record's end that can hold its author or address. */
const TAIL_LINES = 6;
/** Lines below the headline, and beside a date, that a name without a label may stand on. */
const NAME_REACH = 4;
/** Lines above the headline that a section may stand on. */
const SECTION_REACH = 3;
/** Paragraphs that may begin with a dateline. */
const DATELINE_PARAGRAPHS = 2;
/** What may stand behind a dateline on its own line. */
const DASH_REST = /^[\s.,–—-]*$/u;
const LONGEST_LONE_DATELINE = 90;
const LABEL_RULE = "field-label";

/** Reads title, subtitle, byline, dateline, section and address from the lines of a body. */
export function readHeadFields(lines: readonly BodyLine[], { isTaken, isFree, isKnown, usedParts, slice }: HeadReading): HeadFields {
  const fields: Partial<Record<HeadFieldName, PlacedText>> = {};
  const used = new Set<number>();
  const removed: Removal[] = [];
  const texts = lines.map(({ text, line }) => ({ text, number: line.number }));
  const head = readHead(texts);
  const place = (name: HeadFieldName, index: number, part: TextPart | null = null): void => {
    fields[name] = placeText(lines[index]!, part, usedParts.get(index) ?? [], slice, removed);
    used.add(index);
  };
  const free = (index: number): boolean => !used.has(index) && isFree(index);

  const titlePlace = isKnown("title") ? -1 : findTitlePlace(head, texts, isFree);
  if (titlePlace >= 0) {
    const { index, text } = head[titlePlace]!;
    place("title", index, { start: titleStart(text), end: text.length });
  }
  const firstParagraph = head.findIndex((line) => line.isParagraph);
  const headEnd = firstParagraph < 0 ? head.length : firstParagraph;

  if (!isKnown("subtitle") && titlePlace >= 0 && isSubtitle(head, titlePlace) && free(head[titlePlace + 1]!.index)) {
    place("subtitle", head[titlePlace + 1]!.index);
  }
  if (!isKnown("section")) readSection();
  readByline();
  readUrl();
  if (!isKnown("dateline")) readDateline();
  return { fields, usedLines: used, removed };

  function readSection(): void {
    for (let at = titlePlace - 1; at >= 0 && at >= titlePlace - SECTION_REACH; at--) {
      const { index, text } = head[at]!;
      const part = used.has(index) ? null : findSection(text, head[titlePlace]!.text);
      if (part === null) continue;
      if (!isWhole(part, text) || !isMenuItem(head, at, titlePlace)) place("section", index, part);
      return;
    }
  }

  /** A labelled author wins wherever it stands, a name alone only beside headline or date. */
  function readByline(): void {
    if (isKnown("byline")) return;
    for (let at = 0; at < head.length; at++) {
      const line = head[at]!;
      if (line.isParagraph || used.has(line.index)) continue;
      const part = line.label === "byline" || line.casedWords === 0 ? findLabelledByline(line.text) : null;
      if (part !== null && !isTaken(line.index)) return place("byline", line.index, part);
      if (at < headEnd && line.label === "byline" && readSplitByline(at)) return;
    }
    for (let at = 0; at < headEnd; at++) {
      const line = head[at]!;
      if (line.isDated || !isBesideEvidence(at)) continue;
      const part = findBareNames(line.text);
      if (part !== null && free(line.index)) return place("byline", line.index, part);
    }
    for (let index = lines.length - 1, seen = 0; index > (head.at(-1)?.index ?? -1) && seen < TAIL_LINES; index--) {
      const { text } = lines[index]!;
      if (text === "") continue;
      seen++;
      const part = findLabelledByline(text);
      if (part !== null && !isTaken(index) && !used.has(index)) return place("byline", index, part);
    }
  }

  /** `By` on a line of its own, the names on the next. */
  function readSplitByline(at: number): boolean {
    const line = head[at]!;
    const next = head[at + 1];
    if (next === undefined || loneLabel(line.text) !== "byline" || isTaken(line.index) || !free(next.index)) return false;
    const part = findBareNames(next.text);
    if (part === null) return false;
    place("byline", next.index, part);
    const label = lines[line.index]!.line;
    used.add(line.index);
    removed.push({ rule: LABEL_RULE, score: null, text: label.text, span: spanOf(label) });
    return true;
  }

  /** Whether a headline stands closely above, or a date above or below. */
  function isBesideEvidence(at: number): boolean {
    if (titlePlace < 0) return head[at + 1]?.isDated === true || head[at - 1]?.isDated === true;
    if (at < titlePlace) return false;
    const isNearDate = head[at + 1]?.isDated === true || head[at - 1]?.isDated === true;
    return at <= titlePlace + (isNearDate ? NAME_REACH + 2 : fields.subtitle === undefined ? 1 : 2);
  }

  function readUrl(): void {
    if (isKnown("url")) return;
    let bare = -1;
    const consider = (index: number): boolean => {
      const part = findArticleUrl(lines[index]!.text);
      if (part === null || used.has(index) || isTaken(index)) return false;
      if (part.isLabelled) place("url", index, part);
      else if (bare < 0) bare = index;
      return part.isLabelled;
    };
    for (let at = 0; at < headEnd; at++) if (consider(head[at]!.index)) return;
    for (let index = lines.length - 1, seen = 0; index >= 0 && seen < TAIL_LINES; index--) {
      if (lines[index]!.text === "" || used.has(index) || isTaken(index)) continue;
      seen++;
      if (seen > 2 && bare < 0) break;
      if (consider(index)) return;
    }
    if (bare >= 0) place("url", bare);
  }

  /** A dateline stays in its paragraph; one on a line of its own is taken out. */
  function readDateline(): void {
    let paragraphs = 0;
    for (const line of head) {
      if (used.has(line.index)) continue;
      if (!line.isParagraph) {
        const end = line.width > LONGEST_LONE_DATELINE ? 0 : datelineEnd(line.text);
        if (end > 0 && DASH_REST.test(line.text.slice(end)) && free(line.index)) return place("dateline", line.index, { start: 0, end });
        continue;
      }
      const end = datelineEnd(line.text);
      if (end > 0 && isFree(line.index)) {
        const { line: whole } = lines[line.index]!;
        const value = line.text.slice(0, end);
        const column = columnOf(whole.text, value, true);
        if (column >= 0) fields.dateline = { text: value, span: spanOf(slice(whole, column, column + end)) };
        return;
      }
      if (++paragraphs >= DATELINE_PARAGRAPHS) return;
    }
  }
}

function isWhole(part: TextPart, text: string): boolean {
  return part.start === 0 && part.end === text.length;
}

/**
 * The text and where it stands, with its own bytes when it is a part of the line that is written as it reads.
 * What stands before and behind the part goes to the ledger, unless the line stays.
 */
function placeText(bodyLine: BodyLine, part: TextPart | null, taken: readonly Columns[], slice: SliceLine, ledger: Removal[]): PlacedText {
  const { line, text } = bodyLine;
  const value = part === null ? text : text.slice(part.start, part.end);
  const column = value === text ? -1 : columnOf(line.text, value, part!.start === 0);
  const end = column + value.length;
  // What reads like the value before it is cleaned may read as something else after: `&amp;amp;`.
  const isValue = column >= 0 && (line.text === text || cleanText(line.text.slice(column, end)).text === value);
  if (!isValue) return { text, span: spanOf(line) };
  const isHeadBlank = line.text.slice(0, column).trim() === "";
  const isTailBlank = line.text.slice(end).trim() === "";
  const from = isHeadBlank ? inkStart(line.text, column) : column;
  const to = isTailBlank ? inkEnd(line.text, end) : end;
  const rest = [
    ...restOf(line, { start: 0, end: from }, taken, slice),
    ...restOf(line, { start: to, end: line.text.length }, taken, slice),
  ];
  for (const piece of rest) ledger.push({ rule: LABEL_RULE, score: null, text: piece.text.trim(), span: spanOf(piece) });
  return { text: value, span: spanOf(slice(line, from, to)) };
}

/** Where the blanks begin that stand before a column, without those of ASCII. */
function inkStart(text: string, column: number): number {
  const start = text.slice(0, column).search(INK);
  return start < 0 ? column : start;
}

/** Where the blanks end that stand behind a column, without those of ASCII. */
function inkEnd(text: string, column: number): number {
  let end = text.length;
  while (end > column && !INK.test(text.charAt(end - 1))) end--;
  return end;
}

function columnOf(raw: string, value: string, isAtStart: boolean): number {
  return isAtStart ? raw.indexOf(value) : raw.lastIndexOf(value);
}
