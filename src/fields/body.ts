import type { Removal } from "../article.ts";
import type { TextFormat } from "../formats/format.ts";
import type { Line } from "../lines/line.ts";
import type { KeptLine, NoiseTest } from "../noise/strip.ts";
import { spanOf } from "../records/text-record.ts";
import { TRAIT } from "../text/traits.ts";
import type { ArticleDate } from "./article-date.ts";
import type { BodyLine, PlacedText } from "./placed.ts";
import type { LineCleaner } from "./line-cleaner.ts";
import { findTitle } from "./title.ts";

/** What the lines below the header became, without those that gave date and time. */
export interface Body {
  readonly title: PlacedText | null;
  readonly paragraphs: readonly PlacedText[];
  readonly removed: readonly Removal[];
}

/** Rule that takes the lines a format calls separators. */
const SEPARATOR_RULE = "record-separator";

/** Cleans the lines that are not blank. */
export function cleanLines(lines: readonly Line[], cleaner: LineCleaner): BodyLine[] {
  const cleaned: BodyLine[] = [];
  for (const line of lines) {
    if (line.traits & TRAIT.ink) for (const part of cleaner.restoreLines(line)) cleaned.push({ line: part, text: cleaner.clean(part) });
  }
  return cleaned;
}

/**
 * Sorts lines into title, paragraphs and noise: each into exactly one of them, except those that gave the
 * article its date.
 */
export function sortLines(
  lines: readonly BodyLine[],
  { usedLines, date, time }: ArticleDate,
  hasTitle: boolean,
  format: TextFormat,
  findNoise: NoiseTest,
): Body {
  const kept: KeptLine[] = [];
  const removed: Removal[] = [];
  for (const [index, { line, text }] of lines.entries()) {
    if (usedLines.has(index)) continue;
    const rule =
      format.isSeparator?.(line.text) === true
        ? SEPARATOR_RULE
        : findNoise({ text, raw: line.text, hasDate: date !== null, hasTime: time !== null })?.name;
    if (rule === undefined) kept.push({ index, text });
    else removed.push({ rule, text: line.text, span: spanOf(line) });
  }
  const titleLine = hasTitle ? null : findTitle(kept);
  const place = ({ index, text }: KeptLine): PlacedText => ({ text, span: spanOf(lines[index]!.line) });
  return {
    title: titleLine && place(titleLine),
    paragraphs: kept.filter((line) => line !== titleLine).map(place),
    removed,
  };
}
