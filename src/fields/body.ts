import type { Removal } from "../article.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { TextFormat } from "../formats/format.ts";
import type { Line } from "../lines/line.ts";
import type { ModelLine } from "../noise/model/line-features.ts";
import type { NoiseFilter, Verdict } from "../noise/strip.ts";
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
  /** In how many other records of the dump each line of a record is; `null` when no profile was made. */
  readonly countRepeats: ((lines: readonly Line[]) => Float64Array) | null;
}

/** Rule that takes the lines a format calls separators. */
const SEPARATOR_RULE = "record-separator";

/** Cleans the lines that are not blank. */
export function cleanLines(lines: readonly Line[], cleaner: LineCleaner): BodyLine[] {
  const cleaned: BodyLine[] = [];
  for (const line of lines) {
    if ((line.traits & TRAIT.ink) === 0) continue;
    for (const part of cleaner.restoreLines(line) ?? [line]) cleaned.push({ line: part, text: cleaner.clean(part) });
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
  const lineRules: (string | null)[] = [];
  for (let index = 0; index < lines.length; index++) {
    lineRules.push(usedLines.has(index) ? null : findRule(lines[index]!.text, lines[index]!.line.text, articleDate, context));
  }
  const blocks = joinWrapped(lines, (index) => usedLines.has(index) || lineRules[index] !== null);
  const isWrapped = findWrapped(blocks, lines.length);
  const head = readHeadFields(lines, {
    ...known,
    // A line that goes on in the next one is part of a paragraph.
    isTaken: (index) => usedLines.has(index) || lineRules[index] === SEPARATOR_RULE || isWrapped(index),
    isFree: (index) => !usedLines.has(index) && lineRules[index] === null && !isWrapped(index),
  });
  const isField = (index: number): boolean => usedLines.has(index) || head.usedLines.has(index);
  const rules =
    lines.length === blocks.length ? lineRules : blocks.map((block) => findBlockRule(block, lines, lineRules, articleDate, context));
  const verdicts = judge(blocks, rules, lines, usedLines, context);
  const kept: number[] = []; // blocks that the rules leave, then those that the model leaves, too
  const paragraphs: number[] = [];
  for (let index = 0; index < blocks.length; index++) {
    if (rules[index] !== null || isField(blocks[index]!.start)) continue;
    kept.push(index);
    if (verdicts === null || verdicts[index] === null) paragraphs.push(index);
  }
  const isEmptied = paragraphs.length === 0;
  const stays = isEmptied ? kept : paragraphs;
  const placed: PlacedText[] = [];
  const removed: Removal[] = [...head.removed];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (stays[placed.length] === index) placed.push({ text: block.text, span: spanOfBlock(block, lines) });
    else if (!isField(block.start)) addRemovals(removed, block, lines, rules[index]!, verdicts?.[index] ?? null);
  }
  const doubt = verdicts === null ? null : findArticleDoubt(placed, kept.length - placed.length, isEmptied && kept.length > 0);
  if (doubt !== null) diagnostics.push(createDiagnostic("not-an-article", doubt));
  return { fields: head.fields, paragraphs: placed, removed };
}

/** Whether a line was joined with others. */
function findWrapped(blocks: readonly LineBlock[], lineCount: number): (index: number) => boolean {
  if (blocks.length === lineCount) return () => false;
  const wrapped = new Uint8Array(lineCount);
  for (const { start, end } of blocks) if (end > start + 1) wrapped.fill(1, start, end);
  return (index) => wrapped[index] === 1;
}

function addRemovals(
  removed: Removal[],
  { start, end }: LineBlock,
  lines: readonly BodyLine[],
  rule: string | null,
  verdict: Verdict | null,
): void {
  const name = rule ?? verdict!.rule;
  const score = rule === null ? verdict!.score : null;
  for (let index = start; index < end; index++) {
    const { line } = lines[index]!;
    removed.push({ rule: name, score, text: line.text, span: spanOf(line) });
  }
}

/** Name of the rule that takes a line by itself, or lines that were joined. */
function findRule(text: string, raw: string, { date, time }: ArticleDate, { format, filter }: NoiseContext, firstRaw = raw): string | null {
  if (format.isSeparator?.(firstRaw) === true) return SEPARATOR_RULE;
  return filter.findRule({ text, raw, hasDate: date !== null, hasTime: time !== null })?.name ?? null;
}

function findBlockRule(
  { start, end, text }: LineBlock,
  lines: readonly BodyLine[],
  lineRules: readonly (string | null)[],
  articleDate: ArticleDate,
  context: NoiseContext,
): string | null {
  if (end === start + 1) return lineRules[start]!;
  const raws = lines.slice(start, end).map(({ line }) => line.text);
  return findRule(text, raws.join(" "), articleDate, context, raws[0]);
}

/** The verdicts of model and repetition on blocks; those of lines they do not see are `null`. */
function judge(
  blocks: readonly LineBlock[],
  rules: readonly (string | null)[],
  lines: readonly BodyLine[],
  usedLines: ReadonlySet<number>,
  { filter, countRepeats }: NoiseContext,
): (Verdict | null)[] | null {
  if (!filter.hasVerdicts) return null;
  const seen: ModelLine[] = [];
  const places: number[] = [];
  const repeats = countRepeats?.(lines.map(({ line }) => line));
  let last = -1;
  for (const [index, { start, end, text }] of blocks.entries()) {
    if (text === "" || rules[index] === SEPARATOR_RULE) continue;
    const hint = rules[index] !== null || usedLines.has(start) ? 1 : 0;
    const { number } = lines[start]!.line;
    seen.push({
      text,
      blankBefore: last < 0 ? 0 : Math.max(0, number - last - 1),
      hint,
      repeats: repeats === undefined || end > start + 1 ? 0 : repeats[start]!,
    });
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
