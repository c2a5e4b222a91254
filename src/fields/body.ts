import type { Removal } from "../article.ts";
import type { TextFormat } from "../formats/format.ts";
import type { Line } from "../lines/line.ts";
import type { NoiseTest } from "../noise/strip.ts";
import { spanOf } from "../records/text-record.ts";
import { TRAIT } from "../text/traits.ts";
import type { ArticleDate } from "./article-date.ts";
import type { BodyLine, PlacedText } from "./placed.ts";
import { readHeadFields, type HeadFields, type HeadReading } from "./head-fields.ts";
import type { LineCleaner } from "./line-cleaner.ts";

/** What the lines below the header became, without those that gave date and time. */
export interface Body {
  readonly fields: HeadFields["fields"];
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
 * Sorts lines into fields, paragraphs and noise: each into exactly one of them, except those that gave the
 * article its date.
 */
export function sortLines(
  lines: readonly BodyLine[],
  { usedLines, date, time }: ArticleDate,
  isKnown: HeadReading["isKnown"],
  slice: HeadReading["slice"],
  format: TextFormat,
  findNoise: NoiseTest,
): Body {
  const ruleOf = ({ line, text }: BodyLine): string | undefined =>
    format.isSeparator?.(line.text) === true
      ? SEPARATOR_RULE
      : findNoise({ text, raw: line.text, hasDate: date !== null, hasTime: time !== null })?.name;
  const isTaken = (index: number): boolean => usedLines.has(index) || format.isSeparator?.(lines[index]!.line.text) === true;
  const isFree = (index: number): boolean => !usedLines.has(index) && ruleOf(lines[index]!) === undefined;
  const head = readHeadFields(lines, { isTaken, isFree, isKnown, slice });
  const paragraphs: PlacedText[] = [];
  const removed: Removal[] = [...head.removed];
  for (const [index, bodyLine] of lines.entries()) {
    if (usedLines.has(index) || head.usedLines.has(index)) continue;
    const { line, text } = bodyLine;
    const rule = ruleOf(bodyLine);
    if (rule === undefined) paragraphs.push({ text, span: spanOf(line) });
    else removed.push({ rule, text: line.text, span: spanOf(line) });
  }
  return { fields: head.fields, paragraphs, removed };
}
