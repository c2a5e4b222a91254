import type { Removal } from "../article.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { TextFormat } from "../formats/format.ts";
import type { Line } from "../lines/line.ts";
import type { ModelLine } from "../noise/model/line-features.ts";
import type { KeptLine, NoiseFilter, Verdict } from "../noise/strip.ts";
import { spanOf } from "../records/text-record.ts";
import type { Span } from "../span.ts";
import { TRAIT } from "../text/traits.ts";
import type { ArticleDate } from "./article-date.ts";
import { readHeadFields, type HeadFields, type HeadReading } from "./head-fields.ts";
import type { LineCleaner } from "./line-cleaner.ts";
import { findArticleDoubt } from "./not-an-article.ts";
import type { BodyLine, PlacedText } from "./placed.ts";
import { joinWrapped, type LineBlock } from "./wrapped-lines.ts";

/** What the lines below the header became, without those that gave date and time. */
export interface Body {
  readonly fields: HeadFields["fields"];
  readonly paragraphs: readonly PlacedText[];
  readonly removed: readonly Removal[];
}

/** What is needed to tell the noise of a record. */
export interface NoiseContext {
  readonly format: TextFormat;
  readonly filter: NoiseFilter;
  /** In how many other records of the dump a line is; `null` when no profile was made. */
  readonly countRepeats: ((line: Line) => number) | null;
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
 * article its date. Rules are asked first; fields are read from what they leave; then the model judges all
 * lines together. When it would leave nothing, everything stays that the rules leave.
 */
export function sortLines(
  lines: readonly BodyLine[],
  articleDate: ArticleDate,
  known: Pick<HeadReading, "isKnown" | "slice">,
  context: NoiseContext,
  diagnostics: Diagnostic[],
): Body {
  const { usedLines } = articleDate;
  const lineRules = lines.map((_, index) =>
    findRule({ start: index, end: index + 1, text: lines[index]!.text }, lines, articleDate, context),
  );
  const blocks = joinWrapped(lines, (index) => usedLines.has(index) || lineRules[index] !== null);
  const isWrapped = new Set(blocks.filter(({ start, end }) => end > start + 1).flatMap(({ start, end }) => range(start, end)));
  const head = readHeadFields(lines, {
    ...known,
    // A line that goes on in the next one is part of a paragraph.
    isTaken: (index) => usedLines.has(index) || lineRules[index] === SEPARATOR_RULE || isWrapped.has(index),
    isFree: (index) => !usedLines.has(index) && lineRules[index] === null && !isWrapped.has(index),
  });
  const isField = (index: number): boolean => usedLines.has(index) || head.usedLines.has(index);
  const rules = blocks.map((block) =>
    block.end === block.start + 1 ? lineRules[block.start]! : findRule(block, lines, articleDate, context),
  );
  const kept: KeptLine[] = [];
  for (const [index, { start, text }] of blocks.entries()) if (rules[index] === null && !isField(start)) kept.push({ index, text });
  const verdicts = judge(blocks, rules, lines, usedLines, context);
  const paragraphs = verdicts === null ? kept : kept.filter(({ index }) => verdicts[index] === null);
  const isEmptied = paragraphs.length === 0;
  const stays = new Set((isEmptied ? kept : paragraphs).map(({ index }) => index));
  const removed: Removal[] = [...head.removed];
  for (const [index, block] of blocks.entries()) {
    if (stays.has(index) || isField(block.start)) continue;
    const rule = rules[index] ?? verdicts![index]!.rule;
    const score = rules[index] === null ? verdicts![index]!.score : null;
    for (const { line } of lines.slice(block.start, block.end)) removed.push({ rule, score, text: line.text, span: spanOf(line) });
  }
  const place = ({ index, text }: KeptLine): PlacedText => ({ text, span: spanOfBlock(blocks[index]!, lines) });
  const placed = (isEmptied ? kept : paragraphs).map(place);
  const doubt = verdicts === null ? null : findArticleDoubt(placed, kept.length - placed.length, isEmptied && kept.length > 0);
  if (doubt !== null) diagnostics.push(createDiagnostic("not-an-article", doubt));
  return { fields: head.fields, paragraphs: placed, removed };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Name of the rule that takes a block by itself. */
function findRule(
  { start, end, text }: LineBlock,
  lines: readonly BodyLine[],
  { usedLines, date, time }: ArticleDate,
  { format, filter }: NoiseContext,
): string | null {
  if (usedLines.has(start)) return null;
  const raw = lines[start]!.line.text;
  if (format.isSeparator?.(raw) === true) return SEPARATOR_RULE;
  const whole =
    end === start + 1
      ? raw
      : lines
          .slice(start, end)
          .map(({ line }) => line.text)
          .join(" ");
  return filter.findRule({ text, raw: whole, hasDate: date !== null, hasTime: time !== null })?.name ?? null;
}

/** The verdicts of model and repetition on blocks; those of lines they do not see are `null`. */
function judge(
  blocks: readonly LineBlock[],
  rules: readonly (string | null)[],
  lines: readonly BodyLine[],
  usedLines: ReadonlySet<number>,
  { filter, countRepeats }: NoiseContext,
): (Verdict | null)[] | null {
  const seen: ModelLine[] = [];
  const places: number[] = [];
  let last = -1;
  for (const [index, { start, end, text }] of blocks.entries()) {
    if (text === "" || rules[index] === SEPARATOR_RULE) continue;
    const { line } = lines[start]!;
    const repeats = countRepeats === null || end > start + 1 ? 0 : countRepeats(line);
    const hint = rules[index] !== null || usedLines.has(start) ? 1 : 0;
    seen.push({ text, blankBefore: last < 0 ? 0 : Math.max(0, line.number - last - 1), hint, repeats });
    places.push(index);
    last = lines[end - 1]!.line.number;
  }
  const found = filter.judge(seen);
  if (found === null) return null;
  const verdicts: (Verdict | null)[] = blocks.map(() => null);
  for (const [at, verdict] of found.entries()) verdicts[places[at]!] = verdict;
  return verdicts;
}

function spanOfBlock({ start, end }: LineBlock, lines: readonly BodyLine[]): Span {
  const first = spanOf(lines[start]!.line);
  const last = end === start + 1 ? first : spanOf(lines[end - 1]!.line);
  return { byteStart: first.byteStart, byteEnd: last.byteEnd, lineStart: first.lineStart, lineEnd: last.lineEnd };
}
