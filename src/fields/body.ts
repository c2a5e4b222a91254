import type { Removal } from "../article.ts";
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { TextFormat } from "../formats/format.ts";
import type { Line } from "../lines/line.ts";
import type { SliceLine } from "../lines/slice-line.ts";
import type { ModelLine } from "../noise/model/line-features.ts";
import type { NoiseFilter, Verdict } from "../noise/strip.ts";
import { spanOf } from "../records/text-record.ts";
import type { Span } from "../span.ts";
import { TRAIT } from "../text/traits.ts";
import type { ArticleDate } from "./article-date.ts";
import { readHeadFields, type HeadFields, type HeadReading } from "./head-fields.ts";
import type { LineCleaner } from "./line-cleaner.ts";
import { restOf, type Columns } from "./line-rest.ts";
import { findArticleDoubt } from "./not-an-article.ts";
import type { PlacedText, SortedLine } from "./placed.ts";
import { joinWrapped, type LineBlocks } from "./wrapped-lines.ts";

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
  readonly countRepeats: ((lines: readonly Line[]) => Int32Array) | null;
}

/** Rule that takes the lines a format calls separators. */
const SEPARATOR_RULE = "record-separator";

/** Cleans the lines that are not blank. */
export function cleanLines(lines: readonly Line[], cleaner: LineCleaner): SortedLine[] {
  const cleaned: SortedLine[] = [];
  for (const line of lines) {
    if ((line.traits & TRAIT.ink) === 0) continue;
    for (const part of cleaner.restoreLines(line) ?? [line])
      cleaned.push({ line: part, text: cleaner.clean(part), blankBefore: 0, hint: 0, repeats: 0 });
  }
  return cleaned;
}

/**
 * Sorts lines into fields, paragraphs and noise: each into exactly one of them, except those that gave the
 * article its date. Rules are asked first; fields are read from what they leave; then the model judges all
 * lines together. When it would leave nothing, everything stays that the rules leave.
 */
export function sortLines(
  lines: readonly SortedLine[],
  articleDate: ArticleDate,
  known: Pick<HeadReading, "isKnown" | "slice">,
  context: NoiseContext,
  diagnostics: Diagnostic[],
): Body {
  const { usedLines, usedParts } = articleDate;
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
    usedParts,
  });
  const isField = (index: number): boolean => usedLines.has(index) || head.usedLines.has(index);
  const { count, starts } = blocks;
  const rules = count === lines.length ? lineRules : findBlockRules(blocks, lines, lineRules, articleDate, context);
  const verdicts = judge(blocks, rules, lines, usedLines, context);
  const kept: number[] = []; // blocks that the rules leave, then those that the model leaves, too
  const paragraphs: number[] = [];
  for (let index = 0; index < count; index++) {
    if (rules[index] !== null || isField(starts[index]!)) continue;
    kept.push(index);
    if (verdicts === null || verdicts[index] === null) paragraphs.push(index);
  }
  const isEmptied = paragraphs.length === 0;
  const stays = isEmptied ? kept : paragraphs;
  const placed: PlacedText[] = [];
  const removed: Removal[] = [...head.removed];
  for (let index = 0; index < count; index++) {
    const start = starts[index]!;
    const blockEnd = starts[index + 1]!;
    if (stays[placed.length] === index) placed.push({ text: textOf(blocks, lines, index), span: spanOfBlock(lines, start, blockEnd) });
    else if (!isField(start)) {
      const verdict = rules[index] === null ? verdicts![index]! : { rule: rules[index]!, score: null };
      for (let at = start; at < blockEnd; at++) addRemovals(removed, lines[at]!.line, usedParts.get(at), verdict, known.slice);
    }
  }
  const doubt = verdicts === null ? null : findArticleDoubt(placed, kept.length - placed.length, isEmptied);
  if (doubt !== null) diagnostics.push(createDiagnostic("not-an-article", doubt));
  return { fields: head.fields, paragraphs: placed, removed };
}

/** Whether a line was joined with others. */
function findWrapped({ count, starts, joined }: LineBlocks, lineCount: number): (index: number) => boolean {
  if (count === lineCount) return () => false;
  const wrapped = new Uint8Array(lineCount);
  for (const index of joined.keys()) wrapped.fill(1, starts[index], starts[index + 1]);
  return (index) => wrapped[index] === 1;
}

/** Notes what was taken of a line: all of it, but for the parts that are a field. */
function addRemovals(
  removed: Removal[],
  line: Line,
  parts: readonly Columns[] | undefined,
  { rule, score }: Pick<Removal, "rule" | "score">,
  slice: SliceLine,
): void {
  const rest = parts === undefined ? [line] : restOf(line, { start: 0, end: line.text.length }, parts, slice);
  for (const piece of rest) removed.push({ rule, score, text: piece.text, span: spanOf(piece) });
}

/** Name of the rule that takes a line by itself, or lines that were joined. */
function findRule(text: string, raw: string, { date, time }: ArticleDate, { format, filter }: NoiseContext, firstRaw = raw): string | null {
  if (format.isSeparator?.(firstRaw) === true) return SEPARATOR_RULE;
  return filter.findRule({ text, raw, hasDate: date !== null, hasTime: time !== null })?.name ?? null;
}

/** The rules that take the blocks. */
function findBlockRules(
  { count, starts, joined }: LineBlocks,
  lines: readonly SortedLine[],
  lineRules: readonly (string | null)[],
  articleDate: ArticleDate,
  context: NoiseContext,
): (string | null)[] {
  const rules: (string | null)[] = [];
  for (let index = 0; index < count; index++) {
    const start = starts[index]!;
    const text = joined.get(index);
    if (text === undefined) {
      rules.push(lineRules[start]!);
      continue;
    }
    const raws = lines.slice(start, starts[index + 1]).map(({ line }) => line.text);
    rules.push(findRule(text, raws.join(" "), articleDate, context, raws[0]));
  }
  return rules;
}

function textOf({ starts, joined }: LineBlocks, lines: readonly SortedLine[], index: number): string {
  return joined.get(index) ?? lines[starts[index]!]!.text;
}

/** The verdicts of model and repetition on blocks; those of lines they do not see are `null`. */
function judge(
  blocks: LineBlocks,
  rules: readonly (string | null)[],
  lines: readonly SortedLine[],
  usedLines: ReadonlySet<number>,
  { filter, countRepeats }: NoiseContext,
): (Verdict | null)[] | null {
  if (!filter.hasVerdicts) return null;
  const seen: ModelLine[] = [];
  const places: number[] = [];
  const repeats = countRepeats?.(lines.map(({ line }) => line));
  const { count, starts, joined } = blocks;
  let last = -1;
  for (let index = 0; index < count; index++) {
    const start = starts[index]!;
    const line = lines[start]!;
    const text = joined.get(index);
    if ((text ?? line.text) === "" || rules[index] === SEPARATOR_RULE) continue;
    line.hint = rules[index] !== null || usedLines.has(start) ? 1 : 0;
    line.blankBefore = last < 0 ? 0 : Math.max(0, line.line.number - last - 1);
    if (text === undefined && repeats !== undefined) line.repeats = repeats[start]!;
    seen.push(text === undefined ? line : { ...line, text });
    places.push(index);
    last = lines[starts[index + 1]! - 1]!.line.number;
  }
  const found = filter.judge(seen);
  if (found === null || seen.length === count) return found;
  const verdicts: (Verdict | null)[] = rules.map(() => null);
  for (let at = 0; at < found.length; at++) verdicts[places[at]!] = found[at]!;
  return verdicts;
}

function spanOfBlock(lines: readonly SortedLine[], start: number, end: number): Span {
  const first = lines[start]!.line;
  const last = lines[end - 1]!.line;
  return { byteStart: first.byteStart, byteEnd: last.byteEnd, lineStart: first.number, lineEnd: last.number };
}
